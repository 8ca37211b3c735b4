"""`site-builder audio add`: a recording becomes the audio of an episode."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from ...documents import Document
from ...languages import Language
from ...library import Library
from ...load import load
from ...problems import Problem
from ...report import as_notes
from ...studio import refusals
from ...studio.adding import Added, add_recording, audio_at_stake, keep_audio
from ...studio.episodes import called, similar_episode
from ...studio.ffmpeg import find_ffmpeg
from ...studio.recording import refuse_closed
from ..options import message_language
from .figures import one_decimal
from .progress import progress


@click.command(short_help="Make a recording the audio of an episode.")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("episode")
@click.option(
    "--keep", is_flag=True, help="Take an MP3, M4A or Ogg as it is: nothing is encoded, no tag is written."
)
@click.option(
    "--replace", "replacing", is_flag=True, help="Put it in the place of the audio that the episode has."
)
@message_language
def add(file: Path, episode: str, keep: bool, replacing: bool, language: Language) -> int:
    """Make FILE, a recording of any format, the audio of EPISODE.

    EPISODE is the name of its file (papillon-a-cokido), with a language if it isn't the site's first
    (papillon-a-cokido.en). The recording is made as loud as podcasts are (EBU R128), encoded as MP3 and given tags,
    cover and chapters; the header of the episode and podcast/media.lock.json then know it. Run it in the project's
    folder. Exit status 0: it is done. 1: it can't be done. 2: the tool itself failed.
    """
    root = Path()
    library, _ = load(root)
    if library is None:
        raise click.ClickException(language.text("content/site.yml can't be read; run site-builder check."))
    document = _find(library, episode, language)
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit(143)
    )  # ends ffmpeg and what isn't whole, as Ctrl+C does
    done = _add(root, library, document, file, keep, replacing, language)
    if isinstance(done, Problem):
        click.echo(as_notes([done], language), err=True)
        return 1
    click.echo("\n".join(_told(done, language)))
    notes = (*(done.master.remarks if done.master else ()), *done.problems)
    if notes:
        click.echo(as_notes(notes, language))
    return int(any(problem.is_error for problem in notes))


def _find(library: Library, episode: str, language: Language) -> Document:
    """The version of the episode that is meant: where no language is, that in the site's first one."""
    found = called(library, episode)
    if found:
        return found[0] if len(found) == 1 else library.original(found[0])
    message = language.text("There is no episode {episode}.", episode=episode)
    if guess := similar_episode(library, episode):
        message += " " + language.text("Did you mean {guess}?", guess=guess)
    raise click.ClickException(message)


def _add(
    root: Path,
    library: Library,
    document: Document,
    file: Path,
    keep: bool,
    replacing: bool,
    language: Language,
) -> Added | Problem:
    if refusal := refuse_closed(file):
        return refusal
    if not replacing and (path := audio_at_stake(root, document, file, keep=keep)):
        return refusals.exists(path)
    if keep:
        return keep_audio(root, document, file)
    program = find_ffmpeg()
    if not program:
        return refusals.no_ffmpeg()
    return add_recording(root, library, document, file, program, progress(language))


def _told(done: Added, language: Language) -> Iterator[str]:
    """What was made, in a few lines."""
    facts = done.facts
    yield f"{facts.path}: {language.duration(facts.seconds)}, {language.size(facts.size)}"
    if done.master:
        before, after = done.master.before, done.master.after
        yield language.text(
            "Loudness: {loudness} LUFS (before: {before}), true peak: {peak} dBTP",
            loudness=one_decimal(after.loudness, language),
            before=one_decimal(before.loudness, language),
            peak=one_decimal(after.peak, language),
        )
