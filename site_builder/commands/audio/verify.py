"""`site-builder audio verify`: whether listeners get what the lock says."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from ...languages import Language
from ...problems import Problem
from ..loading import open_library
from ..options import message_language
from ..reporting import report
from .episodes import choose, episodes_or_files
from .opened import open_lock

AT_ONCE = 8
"""Requests: enough to be quick, too few to look like an attack."""


@click.command(short_help="Ask for stored audio as podcast apps do.")
@episodes_or_files
@message_language
def verify(words: tuple[str, ...], language: Language) -> int:
    """Ask for the stored audio of episodes at its public addresses: for its length, its type and a part of it.

    Run it in the project's folder. Exit status as of check: 0 all is well, 1 there are errors.
    """
    from ...media.public import examine  # noqa: PLC0415 - no other command needs to import an HTTP client

    root = Path()
    chosen = choose(open_library(root, language), words, language)
    known = open_lock(root, language)
    stored = [(known[path], at) for path, at in chosen.items() if path in known and known[path].url]
    problems: list[Problem] = []
    with (
        ThreadPoolExecutor(AT_ONCE) as pool,
        click.progressbar(
            length=len(stored), label=language.text("Asking the servers"), file=sys.stderr
        ) as bar,
    ):
        for found in pool.map(lambda entry: examine(*entry), stored):
            problems += found
            bar.update(1)
    return report(problems, language)
