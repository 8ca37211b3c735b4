"""ID3v2 tags → their frames, read so that no tag, however large or hostile, costs more than a moment.

mutagen unpacks compressed frames of any size and merges repeated ones in quadratic time; nothing here does.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

_HEADER = struct.Struct(">3sBBB4s")
_APE = struct.Struct("<8sIIII")
_APE_SIZE, _APE_HAS_HEADER, _APE_IS_HEADER = 32, 1 << 31, 1 << 29
_UNSYNCHRONISED, _EXTENDED, _FOOTER = 0x80, 0x40, 0x10
_FRAME_UNSYNCHRONISED = 0x02
_MOST_TAGS = 16
_MOST_FRAMES = 10_000
_LARGEST_FRAME = 16_000_000
_LARGEST_UNSYNCHRONISED = 64_000_000
"""Bytes; what is larger is left out."""

_WIDE = re.compile(rb"((?:..)*?)\0\0", re.DOTALL)
_NAME = re.compile(rb"[A-Z][A-Z0-9]{2,3}")
_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")
_LONG_NAMES = {"TT2": "TIT2", "TP1": "TPE1", "TAL": "TALB", "PIC": "APIC", "WXX": "WXXX"}
"""ID3v2.2's names of the frames that are read here → those of the later versions."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame by its name (ID3v2.3's and 2.4's), its content, and the tag's version: 2, 3 or 4."""

    name: str
    data: bytes
    version: int


def tag_size(head: bytes) -> int:
    """The bytes of the tag (ID3v2, or APEv2 with a header) that `head`, 32 bytes, begins with; 0: none."""
    if head.startswith(b"ID3") and len(head) >= _HEADER.size:
        *_, flags, digits = _HEADER.unpack_from(head)
        return _HEADER.size + _synchsafe(digits) + (_HEADER.size if flags & _FOOTER else 0)
    if head.startswith(b"APETAGEX") and len(head) >= _APE_SIZE:
        _, _, size, _, flags = _APE.unpack_from(head)
        return _APE_SIZE + int(size) if flags & _APE_IS_HEADER else 0
    return 0


def after_tags(stream: BinaryIO) -> int:
    """Where the content begins: behind the ID3v2 tags (id3.org, 2.4.0 structure, 3.1), often several."""
    start = 0
    for _ in range(_MOST_TAGS):
        stream.seek(start)
        head = stream.read(_HEADER.size)
        size = tag_size(head) if head.startswith(b"ID3") else 0
        if not size:
            break
        start += size
    return start


def before_tags(stream: BinaryIO, size: int) -> int:
    """Where the content ends: before ID3v1, APEv2, Lyrics3 and a closing ID3v2 tag; `size` is the file's."""
    end = size
    for _ in range(_MOST_TAGS):
        start = max(0, end - 128)
        stream.seek(start)
        closing = _closing_tag(stream.read(end - start))
        if not 0 < closing <= end:
            break
        end -= closing
    return end


def _closing_tag(tail: bytes) -> int:
    """The bytes of the tag that ends with `tail`, 128 bytes; 0 where none does."""
    if tail.startswith(b"TAG") and len(tail) == 128:
        return 128
    if tail[-32:].startswith(b"APETAGEX"):
        _, _, size, _, flags = _APE.unpack_from(tail[-32:])
        return int(size) + (_APE_SIZE if flags & _APE_HAS_HEADER else 0)
    if tail.endswith(b"LYRICS200") and tail[-15:-9].isdigit():
        return int(tail[-15:-9]) + 15
    if tail[-10:].startswith(b"3DI"):
        return _synchsafe(tail[-4:]) + 2 * _HEADER.size
    return 0


def frames(stream: BinaryIO, names: Collection[str]) -> Iterator[Frame]:
    """The frames of those names in all tags at the head of the file; no others are read.

    Compressed, encrypted and huge ones are left out.
    """
    start = 0
    for _ in range(_MOST_TAGS):
        stream.seek(start)
        head = stream.read(_HEADER.size)
        if len(head) < _HEADER.size or not head.startswith(b"ID3"):
            return
        _, version, _, flags, digits = _HEADER.unpack(head)
        size = _synchsafe(digits)
        if version == 2 and flags & _EXTENDED:
            return  # the whole tag is compressed
        if version in {2, 3} and flags & _UNSYNCHRONISED:
            data = _resynchronised(stream.read(size)) if size <= _LARGEST_UNSYNCHRONISED else b""
            yield from _frames(BytesIO(data), 0, len(data), version, flags, names)
        elif version in {2, 3, 4}:
            begin = start + _HEADER.size
            yield from _frames(stream, begin, begin + size, version, flags, names)
        start += tag_size(head)


def frames_within(frame: Frame, start: int, names: Collection[str]) -> Iterator[Frame]:
    """The frames of those names within another one (a chapter's) from offset `start` of its content on."""
    return _frames(BytesIO(frame.data), start, len(frame.data), frame.version, 0, names)


def text(data: bytes) -> str:
    """The first string of a text frame: a byte for the encoding, then the strings (2.4.0 frames, 4.2)."""
    return _decoded(data[:1], _cut(data, 1)[0])


def described(data: bytes, start: int) -> tuple[str, bytes]:
    """A description that stands at `start` in the encoding that the first byte names, and what follows it."""
    description, rest = _cut(data, start)
    return _decoded(data[:1], description), rest


def _cut(data: bytes, start: int) -> tuple[bytes, bytes]:
    """The string at `start`, and what follows its end: a zero, in UTF-16 two at an even distance."""
    if data[:1] not in (b"\x01", b"\x02"):
        found, _, rest = data[start:].partition(b"\0")
        return found, rest
    wide = _WIDE.match(data, start)
    return (wide[1], data[wide.end() :]) if wide else (data[start:], b"")


def _decoded(encoding: bytes, data: bytes) -> str:
    number = encoding[0] if encoding else 0
    return data.decode(_ENCODINGS[number], errors="replace") if number < len(_ENCODINGS) else ""


def _frames(
    stream: BinaryIO, start: int, end: int, version: int, tag_flags: int, names: Collection[str]
) -> Iterator[Frame]:
    position = start + (_extended_size(stream, start, version) if tag_flags & _EXTENDED else 0)
    header_size, name_size = (6, 3) if version == 2 else (10, 4)
    for _ in range(_MOST_FRAMES):
        stream.seek(position)
        head = stream.read(header_size)
        if position + header_size > end or not _NAME.fullmatch(head[:name_size]):
            return
        size, flags = _size_and_flags(stream, position, end, head, version)
        position += header_size
        name = head[:name_size].decode("ascii")
        name = _LONG_NAMES.get(name, name)
        if name in names and 0 < size <= min(_LARGEST_FRAME, end - position):
            stream.seek(position)
            if version == 4 and tag_flags & _UNSYNCHRONISED:
                flags |= _FRAME_UNSYNCHRONISED
            data = _content(stream.read(size), flags, version)
            if data is not None:
                yield Frame(name, data, version)
        position += size


def _extended_size(stream: BinaryIO, start: int, version: int) -> int:
    stream.seek(start)
    size = stream.read(4)
    return _synchsafe(size) if version == 4 else int.from_bytes(size) + 4


def _size_and_flags(stream: BinaryIO, position: int, end: int, head: bytes, version: int) -> tuple[int, int]:
    if version == 2:
        return int.from_bytes(head[3:6]), 0
    flags = int.from_bytes(head[8:10])
    plain, synchsafe = int.from_bytes(head[4:8]), _synchsafe(head[4:8])
    if version == 3 or plain == synchsafe:
        return plain, flags
    # Old versions of iTunes wrote plain sizes into ID3v2.4: the one that leads to another frame is right.
    stream.seek(position + 10 + synchsafe)
    following = stream.read(4)
    if position + 10 + synchsafe == end or _NAME.fullmatch(following) or following == bytes(4):
        return synchsafe, flags
    stream.seek(position + 10 + plain)
    return (plain if _NAME.fullmatch(stream.read(4)) else synchsafe), flags


def _content(data: bytes, flags: int, version: int) -> bytes | None:
    """A frame's content behind what its flags add (2.3.0, 3.3.1; 2.4.0 structure, 4.1); None: it cannot be read."""
    if version == 3:
        return None if flags & 0xC0 else data[1:] if flags & 0x20 else data
    if version == 4:
        if flags & 0x0C:
            return None
        data = data[(1 if flags & 0x40 else 0) + (4 if flags & 0x01 else 0) :]
        return _resynchronised(data) if flags & _FRAME_UNSYNCHRONISED else data
    return data


def _resynchronised(data: bytes) -> bytes:
    return data.replace(b"\xff\0", b"\xff")


def _synchsafe(digits: bytes) -> int:
    size = 0
    for digit in digits:
        size = size << 7 | digit & 0x7F
    return size
