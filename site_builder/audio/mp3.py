"""The duration of an MP3, exact to the frame, and whether its end is missing."""

from __future__ import annotations

from typing import BinaryIO

from .flaws import Flaw
from .frames import LARGEST_FRAME, Walk, are_frames, find_frame, kind_of, walk
from .id3 import after_tags, before_tags
from .summary import REACH, read_summary

_SLACK = 4
"""Frames by which encoders and editors are off without harm."""

_LONGEST_CLAIM = 7 * 24 * 3600
"""Seconds; a header that claims more lies."""

_PIECES = 4
_PIECE = 16_384
"""How many pieces of how many bytes prove that a file is filled with frames to its end."""


def measure(stream: BinaryIO, size: int) -> float | Flaw:
    """Seconds of sound: frames times the samples in each, the frame of a Xing, Info or VBRI header not counted.

    The delay and the padding of encoders are in frames and count, though players may leave them out.
    A header is believed where it proves itself; else the frames are counted, and it only tells of a missing end.
    `size` is the file's, in bytes.
    """
    start, end = after_tags(stream), before_tags(stream, size)
    first = find_frame(stream, start, end)
    if first is None:
        return Flaw.UNREADABLE
    stream.seek(first)
    head = stream.read(3 * LARGEST_FRAME)
    kind = kind_of(head)
    frame = kind.frame.match(head) if kind else None
    summary = read_summary(frame[0][:REACH]) if frame else None
    if kind is None or frame is None or summary is None:
        return _seconds(walk(stream, first, end), is_complete=False)
    claimed = summary.frames * kind.samples / kind.rate
    start = first + frame.end()
    is_full = summary.size > 0 and summary.size in {end - first, end - start}
    if 0 < claimed < _LONGEST_CLAIM and summary.is_intact and is_full and _is_filled(stream, start, end):
        return claimed
    found = walk(stream, start, end)
    if 0 < claimed < _LONGEST_CLAIM:
        is_complete = summary.frames <= found.frames + _SLACK
        is_lie = is_full and found.damage < _PIECE
        return _seconds(found, is_complete) if is_complete or is_lie else Flaw.CUT
    return Flaw.CUT if end - first + _PIECE < summary.size else _seconds(found, is_complete=False)


def _is_filled(stream: BinaryIO, start: int, end: int) -> bool:
    """Whether pieces from all over the file are frames: a copy that broke off may be filled up with zeros."""
    step = (end - start - _PIECE) / (_PIECES - 1)
    if step < _PIECE:
        return False
    for number in range(_PIECES):
        stream.seek(start + round(number * step))
        if not are_frames(stream.read(_PIECE)):
            return False
    return True


def _seconds(found: Walk, is_complete: bool) -> float | Flaw:
    """The seconds of a walk, or what its damage means; `is_complete`: nothing that was promised is missing."""
    if found.sound <= found.damage and not is_complete:
        return Flaw.UNREADABLE
    return found.seconds if found.is_whole or is_complete else Flaw.CUT
