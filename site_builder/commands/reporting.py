"""How commands tell what they found: the problems on standard output, how many there are on standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from ..languages import Language
from ..problems import Problem, in_order
from ..report import FORMATS, Screen, as_screen, as_step_summary, summary, without_floods

_LARGEST = 1_048_576
"""Bytes that GitHub takes as the summary of a step (docs.github.com: Workflow commands for GitHub Actions)."""


def report(
    problems: Iterable[Problem], language: Language, form: str = "text", root: Path | None = None
) -> int:
    """Print `problems` in the form of that name; the exit status that they mean: 1 where one is an error.

    `root` is the project's folder, where the problems are about its files: a terminal shows their lines.
    """
    found = in_order(problems)
    shown = without_floods(found)
    screen = terminal()
    if form == "text" and screen and root is not None:
        told = as_screen(shown, language, root, screen)
    else:
        told = FORMATS[form](shown, language)
    if told:
        click.echo(told)
    click.echo(summary(found, language), err=True)
    _summarise(found, language)
    return int(any(problem.is_error for problem in found))


def terminal() -> Screen | None:
    """What standard output is shown on; None where it goes into a file or another program.

    `NO_COLOR` (no-color.org) and a terminal that is `dumb` are heeded.
    """
    if not sys.stdout.isatty():
        return None
    has_colours = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(shutil.get_terminal_size().columns, has_colours)


def _summarise(problems: tuple[Problem, ...], language: Language) -> None:
    """Add the problems to the page of this step, where GitHub runs it."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    with Path(path).open("ab") as page:
        room = _LARGEST - page.tell()
        if room > 0:
            page.write(as_step_summary(problems, language, room).encode())
