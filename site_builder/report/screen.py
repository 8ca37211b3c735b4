"""Problems on a terminal: each with the line that it is about, a mark below the place, and colours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..languages import Language
from ..problems import Problem
from ..repairs import Replacement
from .excerpt import Excerpt, excerpt
from .rows import Lines, Row, rows, visible
from .text import place

_WHOLE = re.compile(r"!?\[[^\]]*\](?:\([^)]*\))?|<[^>]*>")
"""What begins at a place and is to blame as a whole: a link or a list, a tag."""

_FIELD = re.compile(r"[ -]*[\w-]+:\s+")
_VALUE, _WORD = re.compile(r"\S+(?: +[^\s#]\S*)*"), re.compile(r"[\w-]+")

_LEAST = 40
"""Columns that are written to even where the terminal has fewer."""

_STYLES = {"strong": "1", "error": "1;31", "warning": "1;33", "quiet": "2", "added": "32", "removed": "31"}
"""Colours by what they mean (ECMA-48, Select Graphic Rendition)."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal that is `columns` wide; without `has_colours` nothing is coloured."""

    columns: int = 80
    has_colours: bool = False

    def paint(self, text: str, style: str) -> str:
        """`text` in the colours of `style`."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.has_colours and text else text


def as_screen(problems: Iterable[Problem], language: Language, root: Path, screen: Screen) -> str:
    """The problems of the project at `root`, each a block of lines: what, the line of the file, what to do."""
    found = tuple(problems)
    lines = Lines(root)
    return "\n\n".join(
        "\n".join(_block(problem, row, lines.of(row.path, row.line), screen))
        for problem, row in zip(found, rows(found, language), strict=True)
    )


def _block(problem: Problem, row: Row, line: str, screen: Screen) -> Iterable[str]:
    kind = screen.paint(row.kind, row.severity)
    code = screen.paint(f"[{row.code}]", "quiet")
    yield f"{screen.paint(place(row), 'strong')}: {kind}: {visible(row.message)} {code}"
    if any(map(str.isalnum, line)):
        gutter = f"{row.line:>5} │ "
        shown = excerpt(
            line, row.column - 1, _extent(problem, line), max(screen.columns, _LEAST) - len(gutter)
        )
        yield from _quoted(shown, gutter, row, screen)
    if row.hint:
        yield f"    {visible(row.hint)}"


def _quoted(shown: Excerpt, gutter: str, row: Row, screen: Screen) -> Iterable[str]:
    below = f"{'│ ':>{len(gutter)}}"
    yield f"{screen.paint(gutter, 'quiet')}{shown.text}"
    yield f"{screen.paint(below, 'quiet')}{shown.indent}{screen.paint(shown.mark, row.severity)}"


def _extent(problem: Problem, line: str) -> int:
    """How many characters of `line`, from the problem's column on, are to blame."""
    repair, rest = problem.repair, line[problem.at.column - 1 :]
    if (
        isinstance(repair, Replacement)
        and repair.at == problem.at
        and repair.old
        and rest.startswith(repair.old)
    ):
        return len(repair.old)
    told = [value for value in (*problem.values.values(), problem.field) if value and rest.startswith(value)]
    if told:
        return max(map(len, told))
    field = _FIELD.match(line)
    is_value = field is not None and field.end() == problem.at.column - 1
    thing = _WHOLE.match(rest) or (_VALUE if is_value else _WORD).match(rest)
    return len(thing[0]) if thing else 1
