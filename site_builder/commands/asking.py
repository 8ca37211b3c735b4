"""Many questions to servers, several at a time, while a terminal shows how far it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import click

from ..languages import Language

Found = TypeVar("Found")

AT_ONCE = 8
"""Requests: enough to be quick, too few to look like an attack."""


def ask_all(questions: Iterable[Callable[[], Iterable[Found]]], language: Language) -> list[Found]:
    """What `questions` to servers find, in their order."""
    asked = list(questions)
    answers: list[Found] = []
    label = language.text("Asking the servers")
    with (
        ThreadPoolExecutor(AT_ONCE) as pool,
        click.progressbar(length=len(asked), label=label, file=sys.stderr) as bar,
    ):
        for found in pool.map(lambda question: tuple(question()), asked):
            answers += found
            bar.update(1)
    return answers
