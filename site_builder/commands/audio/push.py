"""`site-builder audio push`: audio out of the checkout into the storage."""

from __future__ import annotations

from pathlib import Path

import click

from ...languages import Language
from ...media.lock import update_lock
from ...media.push import is_stored, read_audio, store
from ...problems import Problem
from ..loading import open_library
from ..options import message_language
from ..reporting import report
from .episodes import choose, episodes_or_files
from .opened import open_lock, open_storage, storage_of, transfer


@click.command(short_help="Store audio outside of Git.")
@episodes_or_files
@message_language
def push(words: tuple[str, ...], language: Language) -> int:
    """Upload the audio of episodes to the storage that content/site.yml names, and note it in the lock.

    Run it in the project's folder. What is stored already stays as it is; a changed audio gets a new address. When
    interrupted, run it again.
    """
    root = Path()
    library = open_library(root)
    storage = storage_of(library)
    rclone = open_storage(storage, root)
    known = open_lock(root, language)
    problems: list[Problem] = []
    for path, at in choose(library, words).items():
        is_elsewhere = path in known and bool(known[path].url)
        if not (root / path).exists() and (is_elsewhere or not words):
            continue
        read = read_audio(root, path, at, storage.url)
        if isinstance(read, Problem):
            problems.append(read)
            continue
        facts, digests = read
        if is_stored(known.get(path), facts.sha256):
            continue
        with transfer(facts, language) as progress:
            refusal = store(rclone, facts, digests, at, progress)
        found = (refusal,) if refusal else update_lock(root, facts)
        problems += found
        if not found:
            click.echo(facts.url)
    return report(problems, language)
