"""What the commands about stored audio begin with: the lock and the storage, or a clear refusal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from ...audio.facts import AudioFacts
from ...languages import Language
from ...library import Library
from ...media.lock import read_lock
from ...media.rclone import Progress, Rclone, StorageError, find_rclone
from ...settings import Storage
from ..reporting import report


def open_lock(root: Path, language: Language) -> Mapping[str, AudioFacts]:
    """What the lock knows. A damaged one ends the command: what it doesn't tell would seem not to be stored."""
    known, problems = read_lock(root)
    if problems:
        raise click.exceptions.Exit(report(problems, language))
    return known


def storage_of(library: Library, language: Language) -> Storage:
    """The storage that the settings name."""
    if library.settings.storage is None:
        message = "No storage is named: add “storage” to content/site.yml; docs/podcast.md says how."
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
