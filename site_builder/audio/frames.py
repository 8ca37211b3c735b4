"""The duration of an MP3 counted frame by frame (ISO 11172-3 and 13818-3, 2.4.1.3)."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from mmap import mmap

_SYNC = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][\x10-\xef]")
_COUNT_OF_FRAMES = re.compile(rb"(?:Xing|Info)...[\x01\x03\x05\x07\x09\x0b\x0d\x0f]|VBRI", re.DOTALL)
_SUMMARY = re.compile(rb"Xing|Info|VBRI")
SUMMARY_REACH = 160
"""Bytes of the first frame in which its summary (Xing, Info, VBRI) begins and says what it counts."""

_MPEG1, _MPEG2, _MPEG25 = 0b11, 0b10, 0b00
_KBIT = {
    _MPEG1: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    _MPEG2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    _MPEG25: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {_MPEG1: (44100, 48000, 32000), _MPEG2: (22050, 24000, 16000), _MPEG25: (11025, 12000, 8000)}


def tells_duration(first_frame: bytes) -> bool:
    """Whether the first frame's bytes hold a Xing, Info or VBRI header with a count of frames."""
    return bool(_COUNT_OF_FRAMES.search(first_frame[:SUMMARY_REACH]))


def count_seconds(data: bytes | mmap, start: int) -> float:
    """The seconds of Layer III sound in `data` from `start` on: whole frames, tags and damage skipped."""
    frames = _frames()
    samples: Counter[int] = Counter()
    position = start
    if _SUMMARY.search(data[start : start + SUMMARY_REACH]):
        position += frames.get(data[start : start + 3], (0, 0, 0))[0]
    while position >= 0:
        frame = frames.get(data[position : position + 3])
        if frame is None:
            position = _next_frame(data, position)
            continue
        size, length, rate = frame
        position += size
        if position > len(data):
            break
        samples[rate] += length
    return sum(count / rate for rate, count in samples.items())


def _next_frame(data: bytes | mmap, position: int) -> int:
    """The offset of the next frame that another frame or the end of the data follows; -1: there is none."""
    frames = _frames()
    for sync in _SYNC.finditer(data, position):
        frame = frames.get(sync[0])
        if frame:
            following = sync.start() + frame[0]
            if following == len(data) or data[following : following + 3] in frames:
                return sync.start()
    return -1


@cache
def _frames() -> dict[bytes, tuple[int, int, int]]:
    """The first three bytes of each possible header → bytes of the frame, samples in it, samples a second."""
    found = {}
    for version, rates in _RATES.items():
        samples = 1152 if version == _MPEG1 else 576
        for protection in (0, 1):
            second = 0b11100010 | version << 3 | protection
            for index, kbit in enumerate(_KBIT[version], start=1):
                for rate_index, rate in enumerate(rates):
                    for padding in (0, 1):
                        size = samples // 8 * kbit * 1000 // rate + padding
                        third = index << 4 | rate_index << 2 | padding << 1
                        for private in (0, 1):
                            found[bytes((0xFF, second, third | private))] = size, samples, rate
    return found
