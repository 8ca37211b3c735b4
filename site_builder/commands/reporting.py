"""How commands tell what they found: the problems on standard output, how many there are on standard error."""

from __future__ import annotations

from collections.abc import Iterable

import click

from ..languages import Language
from ..problems import Problem, in_order
from ..report import FORMATS, summary


def report(problems: Iterable[Problem], language: Language, form: str = "text") -> int:
    """Print `problems` in the form of that name; the exit status that they mean: 1 where one is an error."""
    found = in_order(problems)
    if found:
        click.echo(FORMATS[form](found, language))
    click.echo(summary(found, language), err=True)
    return int(any(problem.is_error for problem in found))
