"""From the engine's positions (line and byte in the text) to those an editor sees (line and character in the file)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from html import unescape
from itertools import accumulate, groupby, takewhile
from urllib.parse import unquote

from ..problems import Position
from .rendered import Written

_DEFINITION = re.compile(r"[ >]*\[(?!\^)[^\]\n]+\]:")
_DEFINITION_THEN_TEXT = re.compile(rf"^{_DEFINITION.pattern}.*\n[ >]*[^\s>\[]", re.MULTILINE)
_OPENER = re.compile(r"[\[!<]")
_LONGEST_ROW = 500
_PLAIN = r"[^\[\]\\`]|\\.|`[^`]*+`|`"
_NESTED = rf"(?:{_PLAIN}|\[(?:{_PLAIN}|\[(?:{_PLAIN})*+\])*+\])*+"
_LINK = re.compile(rf"!?\[{_NESTED}\]\(\s*(<[^<>\n]*>|[^\s<()]*(?:\([^\s()]*\)[^\s()]*)*)", re.DOTALL)
"""A link or picture up to its address; in its text, brackets may nest twice: those of a picture, and some in its."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_FARTHEST = 2000
"""Characters from the beginning of a link in which its address is looked for."""


class Source:
    r"""The text of a page, lines ended by `\n`, whose first line stands at `at` in its file."""

    def __init__(self, text: str, at: Position) -> None:
        self.text = text
        self._at = at
        self._has_escaped_bars = "\\|" in text
        # Where the last conversion ended: going on from there keeps a line with thousands of links linear.
        self._line, self._encoded, self._byte, self._column = 0, b"", 1, 1

    @property
    def start(self) -> Position:
        """Where the text begins."""
        return self._in_file(1, 1)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _displaced(self) -> dict[int, int]:
        glued = "]:" in self.text and _DEFINITION_THEN_TEXT.search(self.text)
        return _displaced(self._lines) if glued else {}

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self._lines)]

    def at_offset(self, offset: int) -> Position:
        """The position of the `offset`th character of the text."""
        line = bisect_right(self._starts, offset)
        return self._in_file(line, offset - self._starts[line - 1] + 1)

    def at_byte(self, line: int, byte: int) -> Position:
        """The position of what the engine found on `line` at `byte`, both counted from 1."""
        return self._in_file(*self._place(line, byte))

    def at_line(self, line: int, column: int) -> Position:
        """The position of a character of the text, both counted from 1."""
        return self._in_file(line, column)

    def line(self, number: int) -> str:
        """The text of line `number`, counted from 1."""
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def line_of(self, line: int, byte: int) -> int:
        """The line of what the engine found on `line` at `byte`."""
        return self._place(line, byte)[0]

    def address(self, target: str, line: int, byte: int) -> Written | None:
        """Where the `target` of the link or picture stands that the engine found on `line` at `byte`."""
        start = self.offset(line, byte)
        found = _LINK.match(self.text, start, start + _FARTHEST)
        if found and _same(found[1].removeprefix("<").removesuffix(">"), target):
            return Written(found[1], self.at_offset(found.start(1)))
        return None

    def offset(self, line: int, byte: int) -> int:
        """The place that the engine calls `line` and `byte`, in characters from the start of the text."""
        line, column = self._place(line, byte)
        return self._starts[line - 1] + column - 1

    def offset_of(self, at: Position) -> int:
        """The position `at` in the file, in characters from the start of the text."""
        return self._starts[at.line - self._at.line] + at.column - 1

    def has_at(self, at: Position, written: str) -> bool:
        """Whether `written` stands at that position in the file."""
        return self.text.startswith(written, self.offset_of(at))

    def _place(self, line: int, byte: int) -> tuple[int, int]:
        line = min(max(line + self._displaced.get(line, 0), 1), len(self._lines))
        text = self._lines[line - 1]
        column = byte if text.isascii() else self._character(line, byte)
        return line, _past_escaped_bars(text, column) if self._has_escaped_bars else column

    def _character(self, line: int, byte: int) -> int:
        if line != self._line or byte < self._byte:
            self._line, self._encoded, self._byte, self._column = line, self._lines[line - 1].encode(), 1, 1
        self._column += len(self._encoded[self._byte - 1 : byte - 1].decode(errors="ignore"))
        self._byte = byte
        return self._column

    def _in_file(self, line: int, column: int) -> Position:
        return Position(self._at.path, self._at.line + line - 1, column)


def _same(typed: str, target: str) -> bool:
    """Whether the engine made `target` of what was `typed`."""
    return unquote(unescape(_ESCAPED.sub(r"\1", typed))) == unquote(target)


def _past_escaped_bars(line: str, column: int) -> int:
    r"""Mend the column of a link in a table, where the engine doesn't count the backslash of `\|`."""
    if _OPENER.match(line, column - 1):
        return column
    escaped = line.count("\\|", max(0, column - _LONGEST_ROW), column)
    opener = _OPENER.search(line, column - 1, column + escaped)
    return opener.start() + 1 if opener else column


def _displaced(lines: list[str]) -> dict[int, int]:
    """How far each line lies below where the engine puts it.

    The engine forgets the link definitions (`[a]: https://…`) with which a paragraph begins.
    """
    below: dict[int, int] = {}
    for has_text, group in groupby(enumerate(lines, start=1), key=lambda line: bool(line[1].strip(" >\t"))):
        paragraph = list(group) if has_text else []
        definitions = sum(1 for _ in takewhile(lambda line: _DEFINITION.match(line[1]), paragraph))
        if definitions:
            below |= {number: definitions for number, _ in paragraph}
    return below
