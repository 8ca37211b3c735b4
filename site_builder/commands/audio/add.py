"""`site-builder audio add`: a recording becomes the audio of an episode."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import click

from ...clock import build_time
from ...documents import Document
from ...languages import Language
from ...library import Library
from ...problems import Problem
from ...studio import refusals
from ...studio.adding import Added, add_recording, audio_at_stake, keep_audio
from ...studio.recording import refuse_closed
from ..loading import open_library
from ..options import message_language
from ..reporting import report
from .episodes import find_episode
from .sound import one_decimal, open_ffmpeg, progress


@click.command(short_help="Make a recording the audio of an episode.")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("episode")
@click.option(
    "--keep", is_flag=True, help="Take an MP3, M4A or Ogg/Opus bit for bit: nothing is encoded or written in."
)
@click.option(
    "--replace", "replacing", is_flag=True, help="Put it in the place of the audio that the episode has."
)
@message_language
def add(file: Path, episode: str, keep: bool, replacing: bool, language: Language) -> int:
    """Make FILE, a recording of any format, the audio of EPISODE.

    EPISODE is called as its file is: papillon-a-cokido, or papillon-a-cokido.en where the language isn't the site's
    first. The recording gets the loudness of podcasts (EBU R128) and is encoded as MP3 with tags, cover and chapters;
    the episode's header and podcast/media.lock.json name it. Run it in the project's folder.
    """
    root = Path()
    library = open_library(root)
    document = find_episode(library, episode)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what isn't whole is taken away, as after Ctrl+C
    done = _add(root, library, document, file, keep, replacing, language)
    if isinstance(done, Problem):
        return report([done], language)
    _tell(done, language)
    return report((*(done.master.remarks if done.master else ()), *done.problems), language)


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
    now = build_time().astimezone(library.settings.zone)
    if keep:
        return keep_audio(root, document, file, now)
    return add_recording(root, library, document, file, open_ffmpeg(), progress(language), now)


def _tell(done: Added, language: Language) -> None:
    """Say what was made."""
    facts = done.facts
    click.echo(f"{facts.path}: {language.duration(facts.seconds)}, {language.size(facts.size)}")
    if done.master:
        before, after = done.master.before, done.master.after
        click.echo(
            language.text(
                "Loudness: {loudness} LUFS (before: {before}), true peak: {peak} dBTP",
                loudness=one_decimal(after.loudness, language),
                before=one_decimal(before.loudness, language),
                peak=one_decimal(after.peak, language),
            )
        )
