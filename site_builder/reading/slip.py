"""What a slip of syntax is."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    hint: str = "Write: {right}"
    values: dict[str, str] = field(default_factory=dict)
    is_sure: bool = True
    is_error: bool = True


def shown(line: str) -> str:
    """`line` as a hint repeats it."""
    line = line.strip()
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
