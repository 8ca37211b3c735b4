"""The lines of one field → the same lines, with items and fields of one list beginning in one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .slips import FIELD


def aligned(lines: Sequence[str]) -> list[str]:
    """`lines` with those moved that begin a column or two beside their neighbours; the first one names the field.

    An item below an item that is a text can't be its part, so it begins where that one does.
    """
    items, fields = _Columns(), _Columns()
    result = list(lines[:1])
    above = lines[0] if lines else ""
    for line in lines[1:]:
        text = line.lstrip(" ")
        is_item = text.startswith("- ")
        if not text or text.startswith("#") or not (is_item or FIELD.match(text)):
            result.append(line)
            continue
        columns = items if is_item else fields
        indent = columns.nearest(len(line) - len(text), may_be_deeper=above.rstrip().endswith(":"))
        columns.add(indent)
        if is_item:
            fields.add(indent + len(text) - len(text[2:].lstrip(" ")))
        above = " " * indent + text
        result.append(above)
    return result


@dataclass(slots=True)
class _Columns:
    """Where lines of one sort begin: all columns, and that of the latest line."""

    known: set[int] = field(default_factory=set)
    latest: int = -1

    def add(self, column: int) -> None:
        self.known.add(column)
        self.latest = column

    def nearest(self, column: int, may_be_deeper: bool) -> int:
        """Where a line that begins in `column` should; deeper than the latest only if the line above opens a list."""
        if not self.known or (column > self.latest and may_be_deeper):
            return column
        if column <= self.latest and column in self.known:
            return column
        return min(self.known, key=lambda known: (abs(known - column), known != self.latest))
