"""What the first frame of an MP3 says of all the others: the Xing, Info and VBRI headers.

Xing and Info stand behind the side information (the LAME tag, rev. 1), VBRI 32 bytes behind the frame's own header.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

REACH = 256
"""Bytes of the first frame in which all that is read here stands."""

_NAME = re.compile(rb"Xing|Info|VBRI")
_NAME_REACH = 44
_HAS_FRAMES, _HAS_BYTES = 1, 2
_CHECKSUM = 154
"""The offset of LAME's checksum from the header's name."""

_CHECKED_BY_FFMPEG = 190


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of `frames` without this one and of bytes (`size`) with it; 0 where they are not given.

    `is_intact`: a checksum says that it is as the encoder wrote it.
    """

    frames: int
    size: int
    is_intact: bool


def read_summary(frame: bytes) -> Summary | None:
    """The summary in the first `frame` of an MP3, if there is one."""
    frame = frame.ljust(REACH, b"\0")
    name = _NAME.search(frame, 0, _NAME_REACH)
    if name is None:
        return None
    start = name.start()
    if name[0] == b"VBRI":
        return Summary(_number(frame, start + 14), _number(frame, start + 10), is_intact=False)
    flags, position, counts = _number(frame, start + 4), start + 8, [0, 0]
    for index, flag in enumerate((_HAS_FRAMES, _HAS_BYTES)):
        if flags & flag:
            counts[index] = _number(frame, position)
            position += 4
    return Summary(counts[0], counts[1], _is_intact(frame, start + _CHECKSUM))


def _number(frame: bytes, position: int) -> int:
    return int.from_bytes(frame[position : position + 4])


def _is_intact(frame: bytes, position: int) -> bool:
    """Whether LAME's checksum at `position` is that of all before it; ffmpeg counts 190 bytes, its own as zero."""
    before, checksum = frame[:position], int.from_bytes(frame[position : position + 2])
    by_ffmpeg = (before + bytes(2) + frame[position + 2 :])[:_CHECKED_BY_FFMPEG]
    return checksum != 0 and checksum in {_crc16(before), _crc16(by_ffmpeg)}


def _crc16(data: bytes) -> int:
    """CRC-16 with the polynomial 0x8005, the lowest bit first."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
