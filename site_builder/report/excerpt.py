"""A line of a file as it fits on a terminal, and the mark below a place of it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from .rows import visible

_TAB = "    "
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`text` is what is shown of the line; `indent` and `mark` are the line below it."""

    text: str
    indent: str
    mark: str


def excerpt(line: str, start: int, length: int, columns: int) -> Excerpt:
    """What `columns` of a terminal can show of `line`, with a mark below the `length` characters from `start` on."""
    start = min(start, len(line))
    room = columns - 2 * len(_CUT)
    marked = _first(_shown(line[start : start + min(length, room)]), room)
    room -= _width(marked)
    before = _shown(line[max(0, start - columns) : start])
    after = _shown(line[start + length : start + length + columns])
    right = _first(after, max(room - _width(before), room // 2))
    left = _last(before, room - _width(right))
    opening = _CUT if len(left) < len(before) or start > columns else ""
    closing = _CUT if len(right) < len(after) or len(line) > start + length + columns else ""
    return Excerpt(
        f"{opening}{left}{marked}{right}{closing}",
        " " * _width(opening + left),
        "^" + "~" * (_width(marked) - 1),
    )


def _first(text: str, columns: int) -> str:
    """As much of the beginning of `text` as `columns` hold."""
    end = width = 0
    while end < len(text) and (width := width + _width(text[end])) <= columns:
        end += 1
    return text[:end]


def _last(text: str, columns: int) -> str:
    """The end of `text` that takes at most so many `columns`."""
    start, width = len(text), 0
    while start and (width := width + _width(text[start - 1])) <= columns:
        start -= 1
    return text[start:]


def _shown(text: str) -> str:
    return visible(text.replace("\t", _TAB))


def _width(text: str) -> int:
    """Columns that `text` takes: two for characters of the Far East and most emoji, none for what joins another."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
