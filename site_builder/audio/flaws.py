"""Why a file that holds a playable format has no duration."""

from __future__ import annotations

from enum import Enum, auto


class Flaw(Enum):
    """`CUT`: the end is missing. `UNFINISHED`: no table of what it holds. `UNREADABLE`: no sound in it."""

    CUT = auto()
    UNFINISHED = auto()
    UNREADABLE = auto()
