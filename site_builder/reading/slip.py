"""What a slip of syntax is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LONGEST_SHOWN = 200
"""Characters of a line that a hint repeats."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a line of a header, in `column`, and the line that was `meant`.

    `is_sure` if nothing else can have been meant. The texts are those of a `Problem`.
    """

    code: str
    column: int
    meant: str
    message: str
    hint: str
    values: Mapping[str, str]
    is_sure: bool = True
    is_error: bool = True


def slip(
    code: str,
    column: int,
    meant: str,
    message: str,
    hint: str,
    is_sure: bool = True,
    is_error: bool = True,
    **values: str,
) -> Slip:
    """A slip whose texts have the places of `values` and `{right}`, the line that was `meant`."""
    return Slip(code, column, meant, message, hint, {**values, "right": shown(meant)}, is_sure, is_error)


def shown(line: str) -> str:
    """`line` as a hint repeats it."""
    line = line.strip()
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
