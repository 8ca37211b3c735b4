"""Why a file that holds a playable format has no duration."""

from __future__ import annotations

from enum import Enum, auto


class Flaw(Enum):
    """`CUT`: the end is missing. `OPEN_ENDED`: it may be missing, for nothing marks the end.

    `UNFINISHED`: there is no table of what the file holds. `UNREADABLE`: there is no sound in it.
    """

    CUT = auto()
    OPEN_ENDED = auto()
    UNFINISHED = auto()
    UNREADABLE = auto()
