"""MP4 files made of boxes, byte by byte (ISO 14496-12, 4.2)."""

from __future__ import annotations

import struct

TYPE = b"M4A \0\0\0\0M4A mp42isom"


def box(name: bytes, *content: bytes, size: int | None = None) -> bytes:
    """A box with its size, or with another one that it only claims."""
    data = b"".join(content)
    return struct.pack(">I", len(data) + 8 if size is None else size) + name + data


def without(data: bytes, name: bytes) -> bytes:
    """`data` with the boxes of a name made unknown ones."""
    return data.replace(name, b"free")
