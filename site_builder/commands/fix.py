"""`site-builder fix`: repairs that have one right answer, shown and made."""

from __future__ import annotations

from pathlib import Path

import click

from ..clock import build_time
from ..fix import as_diff, carry_out, refusals_told, round_of
from ..languages import Language
from ..problems import Problem, in_order
from ..project import prepare
from ..report import Screen, counted
from .check import ANYWHERE, problems_of
from .options import message_language, project_folder
from .reporting import terminal

MOST_ROUNDS = 20
"""How often it looks again: a repair can bring another one to light."""


@click.command(short_help="Mend what has one right answer.")
@project_folder
@message_language
@click.option("--write", is_flag=True, help="Change the files; without it, the changes are only shown.")
def fix(folder: Path, language: Language, write: bool) -> int:
    """Mend what has one right answer in DIR, the project's folder: encodings, dates, names of fields and of files.

    It shows the changes; --write makes them. Exit status 0: nothing is left to mend (warnings allowed). 1: there is.
    2: the tool itself failed.
    """
    mended = 0
    for _ in range(MOST_ROUNDS):
        problems = prepare(folder, ANYWHERE, build_time()).problems
        step = round_of(folder, problems)
        if step.changes:
            click.echo(as_diff(step, language, terminal() or Screen()))
        # Without --write there is one round, and what touches another repair would wait for the next one.
        mendable = sum(problem.repair is not None for problem in problems)
        mended += step.mended if write else mendable - len(step.refusals)
        if not write or not step.changes:
            break
        carry_out(folder, step.changes)
    if step.refusals:
        click.echo(refusals_told(step, language), err=True)
    left = in_order(problems_of(folder))
    _tell(mended, [problem for problem in left if write or problem.repair is None], language, write=write)
    return int(any(problem.is_error or problem.repair for problem in left))


def _tell(mended: int, left: list[Problem], language: Language, *, write: bool) -> None:
    """How many problems were or would be mended, and how many people have to mend."""
    if mended and write:
        click.echo(language.plural("{n} problem is mended.", "{n} problems are mended.", mended), err=True)
    elif mended:
        told = language.plural(
            "{n} problem would be mended by: site-builder fix --write",
            "{n} problems would be mended by: site-builder fix --write",
            mended,
        )
        click.echo(told, err=True)
    if left:
        message = "Left for people to mend: {problems}. site-builder check tells what to do."
        click.echo(language.text(message, problems=counted(left, language)), err=True)
    elif write or not mended:
        click.echo(language.text("No problems."), err=True)
