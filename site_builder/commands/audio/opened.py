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
from ...media.rclone import Progress, Rclone, find_rclone
from ...refusals import RefusalError
from ...settings import Storage
from ..reporting import report


def open_lock(root: Path, language: Language) -> Mapping[str, AudioFacts]:
    """What the lock knows. A damaged one ends the command: what it doesn't tell would seem not to be stored."""
    known, problems = read_lock(root)
    if problems:
        raise click.exceptions.Exit(report(problems, language))
    return known


def storage_of(library: Library) -> Storage:
    """The storage that the settings name."""
    if library.settings.storage is None:
        raise RefusalError(
            "No storage is named: add “storage” to content/site.yml; docs/podcast.md says how."
        )
    return library.settings.storage


def open_storage(storage: Storage, root: Path) -> Rclone:
    """The storage, by way of rclone."""
    program = find_rclone()
    if program is None:
        raise RefusalError("Storing audio needs rclone, and there is none. Install it by: make audio")
    return Rclone(program, storage.remote, root)


@contextmanager
def transfer(facts: AudioFacts, language: Language) -> Iterator[Progress]:
    """Tell how far the audio has gone: by a bar on a terminal, else by its name."""
    label = f"{facts.path} ({language.size(facts.size)})"
    with click.progressbar(length=facts.size, label=label, file=sys.stderr) as bar:
        yield bar.update
