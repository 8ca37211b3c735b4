"""A text with the marks that Git leaves where two changes met → one of its two sides; in code the marks are text."""

from __future__ import annotations

import re

from ..problems import Position, Problem, Severity
from .source import SourceFile

_MARK = re.compile(r"<{7}(?= |$)|>{7} (?=\S)")
"""What begins or ends a conflict; a line of equals signs alone underlines a heading."""

_SIDE = re.compile(r"(?:={7}|\|{7})(?= |$)")
"""What parts the sides of a conflict; between them may stand what both come from."""

_FENCE = re.compile(r"\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?P<marks>`{3,}(?!.*`)|~{3,})(?P<rest>.*)")
"""A line above or below a block of code (CommonMark 4.5), also in an item of a list."""


def settled(source: SourceFile) -> tuple[SourceFile, tuple[Problem, ...]]:
    """`source` with the first side of each conflict; other lines are emptied, so that all keep their numbers."""
    text = source.text
    if "<<<<<<<" not in text and ">>>>>>> " not in text:
        return source, ()
    kept: list[str] = []
    first = 0
    fence = ""
    is_inside = is_dropped = False
    for number, line in enumerate(text.split("\n"), 1):
        is_mark = (is_inside or not fence) and _MARK.match(line) is not None
        if is_mark:
            first = first or number
            is_inside, is_dropped = line[0] == "<", False
        elif is_inside and _SIDE.match(line):
            is_mark = is_dropped = True
        kept.append("" if is_mark or is_dropped else line)
        fence = _fence_behind(kept[-1], fence)
    if not first:
        return source, ()
    return SourceFile(source.path, "\n".join(kept)), (_conflict(Position(source.path, first)),)


def _fence_behind(line: str, fence: str) -> str:
    """The marks that opened the block of code around what follows `line`, if any; `fence` are those around `line`."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found["marks"]
    return "" if found["marks"].startswith(fence) and not found["rest"].strip() else fence


def _conflict(at: Position) -> Problem:
    return Problem(
        "merge-conflict",
        Severity.ERROR,
        at,
        "Two changes met here, and Git left both with its marks (<<<<<<<, =======, >>>>>>>).",
        "Decide which of the lines between the marks should stay, and delete the others with the marks.",
    )
