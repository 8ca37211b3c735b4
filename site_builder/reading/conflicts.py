"""A text with the marks that Git leaves where two changes met → one of its two sides."""

from __future__ import annotations

import re

from ..problems import Position, Problem, Severity
from .source import SourceFile

_MARK = re.compile(r"^(?:<{7}(?= |$)|>{7} (?=\S))", re.MULTILINE)
"""What begins or ends a conflict; a line of equals signs alone underlines a heading."""

_SIDE = re.compile(r"(?:={7}|\|{7})(?= |$)")
"""What parts the sides of a conflict; between them may stand what both come from."""


def settled(source: SourceFile) -> tuple[SourceFile, tuple[Problem, ...]]:
    """`source` with the first side of each conflict; other lines are emptied, so that all keep their numbers."""
    text = source.text
    if not (("<<<<<<<" in text or ">>>>>>> " in text) and (first := _MARK.search(text))):
        return source, ()
    kept: list[str] = []
    is_inside = is_dropped = False
    for line in text.split("\n"):
        is_mark = _MARK.match(line) is not None
        if is_mark:
            is_inside, is_dropped = line[0] == "<", False
        elif is_inside and _SIDE.match(line):
            is_mark = is_dropped = True
        kept.append("" if is_mark or is_dropped else line)
    at = Position(source.path, text.count("\n", 0, first.start()) + 1)
    return SourceFile(source.path, "\n".join(kept)), (_conflict(at),)


def _conflict(at: Position) -> Problem:
    return Problem(
        "merge-conflict",
        Severity.ERROR,
        at,
        "Two changes met here, and Git left both with its marks (<<<<<<<, =======, >>>>>>>).",
        "Decide which of the lines between the marks should stay, and delete the others with the marks.",
    )
