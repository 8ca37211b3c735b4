"""The boxes that MP4 files are made of (ISO 14496-12, 4.2)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_HEADER = struct.Struct(">I4sQ")
_SMALL = 8
_LARGE = 16
FARTHEST = 1 << 40
"""Bytes; a box that claims to reach farther is damage."""

_MOST_CHILDREN = 1_000
_LARGEST_READ = 16_000_000
"""What is more or larger is left out."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box by its `name`; its content stands between the offsets `start` and `end`, as it claims."""

    name: bytes
    start: int
    end: int


def boxes(stream: BinaryIO, start: int, end: int, most: int = _MOST_CHILDREN) -> Iterator[Box]:
    """The boxes that follow one another between `start` and `end`; the last one may claim to end later."""
    position = start
    for _ in range(most):
        stream.seek(position)
        header = stream.read(min(_LARGE, end - position))
        if len(header) < _SMALL:
            return
        size, name, large_size = _HEADER.unpack(header.ljust(_LARGE, b"\0"))
        content = position + (_LARGE if size == 1 else _SMALL)
        following = position + large_size if size == 1 else position + size if size else end
        if not content <= following <= FARTHEST:
            return
        yield Box(name, content, following)
        if following > end:
            return
        position = following


def find(stream: BinaryIO, box: Box, *path: bytes) -> Box | None:
    """The first box inside `box` that the names of `path` lead to."""
    for name in path:
        found = next((child for child in boxes(stream, box.start, box.end) if child.name == name), None)
        if found is None:
            return None
        box = found
    return box


def read(stream: BinaryIO, box: Box | None) -> bytes:
    """The content of a box that holds no others; empty where there is none, or too much."""
    if box is None or box.end - box.start > _LARGEST_READ:
        return b""
    stream.seek(box.start)
    return stream.read(box.end - box.start)
