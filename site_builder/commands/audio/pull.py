"""`site-builder audio pull`: stored audio back into the checkout."""

from __future__ import annotations

from pathlib import Path

import click

from ...languages import Language
from ...media.pull import fetch, missing_audio
from ...problems import Problem
from ..loading import open_library
from ..options import message_language
from ..reporting import report
from .episodes import choose, episodes_or_files
from .opened import open_lock, open_storage, storage_of, transfer


@click.command(short_help="Bring stored audio back.")
@episodes_or_files
@message_language
def pull(words: tuple[str, ...], language: Language) -> int:
    """Bring back the audio of episodes from the storage where its file is missing.

    Run it in the project's folder. No file that is there is touched.
    """
    root = Path()
    library = open_library(root)
    rclone = open_storage(storage_of(library), root)
    chosen = choose(library, words)
    present = frozenset(path for path in chosen if (root / path).exists())
    problems: list[Problem] = []
    for facts in missing_audio(open_lock(root, language), chosen, present):
        with transfer(facts, language) as progress:
            problem = fetch(rclone, facts, chosen[facts.path], progress)
        if problem:
            problems.append(problem)
        else:
            click.echo(facts.path)
    return report(problems, language)
