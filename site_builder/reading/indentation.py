"""The lines of one field → the same lines, with items and fields of one list beginning in one column."""

from __future__ import annotations

from collections.abc import Sequence

from .slips import FIELD


def aligned(lines: Sequence[str]) -> list[str]:
    """`lines` with those moved that begin a column or two beside their neighbours; the first one names the field.

    An item below an item that is a text can't be its part, so it begins where that one does.
    """
    columns: dict[bool, list[int]] = {True: [], False: []}
    result = list(lines[:1])
    above = lines[0] if lines else ""
    for line in lines[1:]:
        text = line.lstrip(" ")
        is_item = text.startswith("- ")
        if not text or text.startswith("#") or not (is_item or FIELD.match(text)):
            result.append(line)
            continue
        indent = _right_indent(len(line) - len(text), columns[is_item], above)
        columns[is_item].append(indent)
        if is_item:
            columns[False].append(indent + len(text) - len(text[2:].lstrip(" ")))
        above = " " * indent + text
        result.append(above)
    return result


def _right_indent(indent: int, known: Sequence[int], above: str) -> int:
    """Where a line indented by `indent` should begin; `known` are the columns of its like, the last one latest."""
    if not known or (indent in known and indent <= known[-1]):
        return indent
    if indent > known[-1] and above.rstrip().endswith(":"):
        return indent
    return min(reversed(known), key=lambda column: abs(column - indent))
