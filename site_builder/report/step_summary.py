"""The page that GitHub shows for a step of a workflow: all problems, where annotations are ten at the most."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from ..languages import Language
from ..problems import Problem
from .floods import without_floods
from .rows import Row, rows, visible
from .text import summary

_RESERVE = 1_000
"""Bytes for the sentence that tells how many problems had no place."""

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_SIGNS = {"error": "❌", "warning": "⚠️"}


def as_step_summary(problems: Iterable[Problem], language: Language, size: int) -> str:
    """Markdown of at most `size` bytes: a heading with the numbers, then the problems of each file in a table."""
    found = tuple(problems)
    shown = without_floods(found)
    first, *others = summary(found, language).splitlines()
    text = f"## {_escaped(first)}\n" + "".join(f"\n{_escaped(line)}\n" for line in others)
    head = "\n| | {place} | {what} | {how} |\n|---|---|---|---|\n".format(
        place=language.text("Place"), what=language.text("What is wrong"), how=language.text("What to do")
    )
    pieces, room, told = [text], size - _RESERVE - len(text.encode()), 0
    for path, of_file in groupby(rows(shown, language), key=lambda row: row.path):
        opening = f"\n### {_escaped(path)}\n{head}"
        for row in of_file:
            piece = opening + _line(row)
            room -= len(piece.encode())
            if room < 0:
                rest = language.plural(
                    "{n} more problem had no place here.",
                    "{n} more problems had no place here.",
                    len(shown) - told,
                )
                return "".join((*pieces, f"\n{_escaped(rest)}\n"))
            pieces.append(piece)
            opening, told = "", told + 1
    return "".join(pieces)


def _line(row: Row) -> str:
    kind = f"{_SIGNS[row.severity]} {row.kind}"
    message, hint = _escaped(row.message), _escaped(row.hint)
    return f"| {kind} | {row.line}:{row.column} | {message} {_escaped(f'[{row.code}]')} | {hint} |\n"


def _escaped(text: str) -> str:
    """`text` as Markdown that shows it: every mark of ASCII as a character reference, in one line."""
    return _PUNCTUATION.sub(lambda mark: f"&#{ord(mark[0])};", visible(text))
