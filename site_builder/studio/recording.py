"""What a recording is made of, as ffmpeg describes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem
from . import refusals

_DURATION = re.compile(r"^  Duration: (\d+):(\d\d):(\d\d\.\d+)", re.MULTILINE)
_TRACK = re.compile(
    r"^  Stream #0:\d+(?:\[\w+\])?(?:\(\w+\))?: Audio: (\w+)[^\n]*?, (\d+) Hz, ([^,\n]+)(?:[^\n]*?, (\d+) kb/s)?",
    re.MULTILINE,
)
_CHANNELS = {"mono": 1, "stereo": 2, "1 channels": 1, "2 channels": 2}


@dataclass(frozen=True, slots=True)
class Track:
    """A track of sound: `rate` in Hz, `layout` of its channels in ffmpeg's words, `kilobits` a second (0: unknown)."""

    codec: str
    rate: int
    layout: str
    kilobits: int

    @property
    def is_surround(self) -> bool:
        """Whether it has more channels than two."""
        return self.layout not in _CHANNELS

    @property
    def channels(self) -> int:
        """1 or 2, as which it is listened to."""
        return _CHANNELS.get(self.layout, 2)


@dataclass(frozen=True, slots=True)
class Recording:
    """A file with sound: `seconds` as its header claims (0: it claims nothing)."""

    file: Path
    seconds: float
    tracks: tuple[Track, ...]


def read_recording(file: Path, description: str) -> Recording:
    """The recording `file` by ffmpeg's `description` of it."""
    claim = _DURATION.search(description)
    seconds = int(claim[1]) * 3600 + int(claim[2]) * 60 + float(claim[3]) if claim else 0.0
    tracks = (
        Track(found[1], int(found[2]), found[3].strip(), int(found[4] or 0))
        for found in _TRACK.finditer(description)
    )
    return Recording(file, seconds, tuple(tracks))


def refuse_closed(file: Path) -> Problem | None:
    """Why `file` can't even be opened, if so."""
    try:
        if not file.exists():
            return refusals.missing(file)
        if file.is_dir():
            return refusals.folder(file)
        with file.open("rb") as stream:
            return None if stream.read(1) else refusals.empty(file)
    except (OSError, ValueError) as error:
        return refusals.closed(file, error)
