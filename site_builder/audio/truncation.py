"""Files that were cut off, by what they say of their own length: a copy that broke off keeps the old claim."""

from __future__ import annotations

import re
from typing import BinaryIO

_SUMMARY = re.compile(rb"(?:Xing|Info)(.{4})", re.DOTALL)
_HAS_FRAMES, _HAS_BYTES = 1, 2
_SLACK = 4096
"""Bytes by which encoders are off without harm: a frame or two, and tags after the sound."""


def mp3_bytes(first_frame: bytes) -> int:
    """The bytes of sound that the first frame's Xing or Info header counts; 0 where it doesn't."""
    summary = _SUMMARY.search(first_frame)
    flags = int.from_bytes(summary[1]) if summary else 0
    if summary is None or not flags & _HAS_BYTES:
        return 0
    start = summary.end() + (4 if flags & _HAS_FRAMES else 0)
    return int.from_bytes(first_frame[start : start + 4])


def is_mp3_cut(first_frame: bytes, size: int) -> bool:
    """Whether an MP3 has fewer than its own count of bytes; `size` is from the first frame to the end."""
    return size + _SLACK < mp3_bytes(first_frame)


def is_mp4_cut(stream: BinaryIO, size: int) -> bool:
    """Whether a box of an MP4 ends after the file's `size` bytes (ISO 14496-12, 4.2)."""
    position = 0
    while 0 <= position + 8 <= size:
        stream.seek(position)
        header = stream.read(16)
        length = int.from_bytes(header[:4])
        if length == 1:
            length = int.from_bytes(header[8:16])
        if length < 8:  # 0: up to the end of the file
            return False
        position += length
    return position > size
