"""What the commands about stored audio begin with: the content, the lock and the storage, or a clear refusal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from ...audio.facts import AudioFacts
from ...languages import Language
from ...library import Library
from ...load import load
from ...media.lock import read_lock
from ...media.named import named_audio
from ...media.rclone import Progress, Rclone, StorageError, find_rclone
from ...problems import Position, Problem, in_order
from ...report import as_text, summary
from ...settings import Storage

episodes_or_files = click.argument("words", metavar="[EPISODE_OR_FILE]...", nargs=-1)
"""Episodes by their names or files, audio by its path; none of them means everything."""


def open_library(root: Path, language: Language) -> Library:
    """The content of the project at `root`."""
    library, _ = load(root)
    if library is None:
        raise click.ClickException(language.text("content/site.yml can't be read; run site-builder check."))
    return library


def open_lock(root: Path, language: Language) -> Mapping[str, AudioFacts]:
    """What the lock knows. A damaged one ends the command: what it doesn't tell would seem not to be stored."""
    known, problems = read_lock(root)
    if problems:
        raise click.exceptions.Exit(report(problems, language))
    return known


def choose(library: Library, words: tuple[str, ...], language: Language) -> Mapping[str, Position]:
    """The audio that `words` mean, and where it is named."""
    chosen, unknown = named_audio(library.documents, words)
    if unknown:
        message = "There is no episode and no audio of an episode called {words}."
        raise click.ClickException(language.text(message, words=", ".join(sorted(unknown))))
    return chosen


def storage_of(library: Library, language: Language) -> Storage:
    """The storage that the settings name."""
    if library.settings.storage is None:
        message = "No storage is named: add “storage” to content/site.yml; the README says how."
        raise click.ClickException(language.text(message))
    return library.settings.storage


def open_storage(storage: Storage, root: Path, language: Language) -> Rclone:
    """The storage, by way of rclone."""
    program = find_rclone()
    if program is None:
        message = "Storing audio needs rclone, and there is none. Install it by: make audio"
        raise click.ClickException(language.text(message))
    return Rclone(program, storage.remote, root)


@contextmanager
def storage_errors(language: Language) -> Iterator[None]:
    """Say in the editor's `language` that the storage failed; why, it tells in its own."""
    try:
        yield
    except StorageError as error:
        raise click.ClickException(language.text("The storage fails: {error}", error=error)) from error


@contextmanager
def transfer(facts: AudioFacts, language: Language) -> Iterator[Progress]:
    """Tell how far the audio has gone: by a bar on a terminal, else by its name."""
    label = f"{facts.path} ({language.size(facts.size)})"
    with (
        storage_errors(language),
        click.progressbar(length=facts.size, label=label, file=sys.stderr) as bar,
    ):
        yield bar.update


def report(problems: Iterable[Problem], language: Language) -> int:
    """Print `problems`; the exit status that they mean."""
    found = in_order(problems)
    if found:
        click.echo(as_text(found, language))
    click.echo(summary(found, language), err=True)
    return int(any(problem.is_error for problem in found))
