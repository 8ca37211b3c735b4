"""The text of a file with replacements made in it, and the bytes that it then has: all else stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..problems import Position
from ..repairs import Replacement
from .alignment import Aligned

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `start` to `end` of a text become `new`."""

    start: int
    end: int
    new: str


def edit_of(repair: Replacement, text: str) -> Edit | None:
    """`repair` as offsets in `text`; None where what it replaces isn't what stands there."""
    start = offset_of(repair.at, text)
    if start is None or not text.startswith(repair.old, start):
        return None
    return Edit(start, start + len(repair.old), repair.new)


def offset_of(at: Position, text: str) -> int | None:
    """The place as a count of characters from the start of `text`; None where it has no such place."""
    start = 0
    for _ in range(at.line - 1):
        start = text.find("\n", start) + 1
        if not start:
            return None
    end = text.find("\n", start)
    offset = start + at.column - 1
    return offset if start <= offset <= (len(text) if end < 0 else end) else None


def touches(one: Edit, other: Edit) -> bool:
    """Whether the two can't both be made at once."""
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def with_edits(text: str, edits: Iterable[Edit]) -> str:
    """`text` after `edits`, none of which touches another."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += text[at : edit.start], edit.new
        at = edit.end
    return "".join((*parts, text[at:]))


def as_seen(data: bytes, text: str) -> str:
    """What an editor sees in the file with `data`, of which `text` was read, before anything is made of its letters."""
    try:
        return Aligned(data.decode()).read()
    except UnicodeDecodeError:
        return text


def rewritten(data: bytes, text: str, edits: Iterable[Edit], *, is_resaved: bool) -> bytes | None:
    """The bytes of a file with `edits`; `data` are those it has, `text` is what was read of them.

    None where something would get lost: characters that the reading could not tell, or, in a file that isn't to be
    saved again, what it tells in another way than by line ends and the form of letters.
    """
    if data and not text:
        return None
    if is_resaved:
        is_lost = text.count(_UNKNOWN) > data.count(_UNKNOWN.encode())
        return None if is_lost else with_edits(text, edits).encode()
    try:
        aligned = Aligned(data.decode())
    except UnicodeDecodeError:
        return None
    if aligned.read() != text:
        return None
    placed = []
    for edit in edits:
        start, end = aligned.place(edit.start), aligned.place(edit.end)
        if start is None or end is None:
            return None
        placed.append(Edit(start, end, edit.new.replace("\n", aligned.line_end)))
    return with_edits(aligned.written, placed).encode()
