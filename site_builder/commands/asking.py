"""Many questions to servers, several at a time, while a terminal shows how far it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

import click

from ..languages import Language
from ..problems import Problem

AT_ONCE = 8
"""Requests: enough to be quick, too few to look like an attack."""


def ask_all(questions: Sequence[Callable[[], Iterable[Problem]]], language: Language) -> list[Problem]:
    """The problems that `questions` to servers find, in their order."""
    problems: list[Problem] = []
    label = language.text("Asking the servers")
    with (
        ThreadPoolExecutor(AT_ONCE) as pool,
        click.progressbar(length=len(questions), label=label, file=sys.stderr) as bar,
    ):
        for found in pool.map(lambda question: tuple(question()), questions):
            problems += found
            bar.update(1)
    return problems
