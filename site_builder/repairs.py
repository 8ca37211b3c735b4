"""What has one right answer, as data: how a file would be mended. A check that knows it says so in its `Problem`.

`site-builder fix` (`site_builder.fix`) shows and applies them; nothing else does.
"""

from __future__ import annotations

from dataclasses import dataclass

from .problems import Position


@dataclass(frozen=True, slots=True)
class Replacement:
    """The text `old`, which begins at `at`, becomes `new`. Either may hold line ends, and `old` or `new` be empty.

    Lines and columns count in the file's text as it was read (`reading.source`): Unicode, NFC, LF.
    """

    at: Position
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Resaving:
    """The text file is written as it was read: UTF-8 without a byte order mark, LF."""

    path: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """The file gets the path `to`; what names it in other files follows."""

    path: str
    to: str


@dataclass(frozen=True, slots=True)
class Stripping:
    """The picture loses what its camera and programs wrote into it (EXIF and its like), and stands upright."""

    path: str


Repair = Replacement | Resaving | Renaming | Stripping
