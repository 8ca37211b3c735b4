"""Ogg Opus and Ogg Vorbis: pages, comments and duration (RFC 3533, RFC 7845, the Vorbis I specification)."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from .flaws import Flaw

_HEADER = struct.Struct("<4sBBqIIIB")
_LARGEST_PAGE = _HEADER.size + 255 + 255 * 255
_CHECKSUM = slice(22, 26)
_LAST = 4
_NO_POSITION = -1
_OPUS_RATE = 48_000
_MOST_PAGES = 100_000
"""Ten hours in pages of a second, and some more."""

_MOST_COMMENT_PAGES = 2_000
_MOST_COMMENTS = 10_000
_MOST_CANDIDATES = 64
"""Places near the end that look like the beginning of the last page."""

_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the number of its stream, the samples up to its end (-1: none end here), and where it ends."""

    serial: int
    position: int
    is_last: bool
    end: int
    segments: bytes
    raw: bytes

    @property
    def is_intact(self) -> bool:
        """Whether its checksum is right: a CRC with the highest bit first, of which zlib knows the mirror image."""
        claimed = self.raw[_CHECKSUM].translate(_REVERSED)
        content = self.raw[: _CHECKSUM.start] + bytes(4) + self.raw[_CHECKSUM.stop :]
        mirrored = zlib.crc32(content.translate(_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
        return int.from_bytes(claimed) == mirrored

    @property
    def packets(self) -> list[bytes]:
        """Its packets; the last one may go on in the next page."""
        found, start = [], _HEADER.size + len(self.segments)
        end = start
        for length in self.segments:
            end += length
            if length < 255:
                found.append(self.raw[start:end])
                start = end
        return found if start == end else [*found, self.raw[start:end]]


def measure(stream: BinaryIO, size: int) -> float | Flaw:
    """Seconds of sound by the positions that pages tell; `size` is the file's, in bytes.

    The last page must say that it is the last (RFC 3533, 6): ffmpeg, opusenc and oggenc keep to it. A file that
    ends with another page was cut there, or a recorder left the mark out, and some players refuse the file.
    """
    first, last = _page(stream, 0), _last_page(stream, size)
    if first is None or not first.is_intact:
        return Flaw.UNREADABLE
    if isinstance(last, Flaw):
        return last
    if last.serial != first.serial or last.position == _NO_POSITION:
        return _seconds_of_all(stream)
    begin, rate = _beginning(stream, first)
    return (last.position - begin) / rate if rate else Flaw.UNREADABLE


def comments(stream: BinaryIO) -> Iterator[tuple[str, str]]:
    """The names, in capitals, and values of the comments (Vorbis I, 5.2.1): the second packet of the stream."""
    first = _page(stream, 0)
    packet, _ = _second_packet(stream, first) if first else (b"", 0)
    data = packet[len(b"OpusTags" if packet.startswith(b"OpusTags") else b"\x03vorbis") :]
    position = 4 + int.from_bytes(data[:4], "little")
    count = int.from_bytes(data[position : position + 4], "little")
    position += 4
    for _ in range(min(count, _MOST_COMMENTS)):
        start = position + 4
        position = start + int.from_bytes(data[position:start], "little")
        if position > len(data):
            return
        name, _, value = data[start:position].partition(b"=")
        yield name.decode("ascii", "replace").upper(), value.decode("utf-8", "replace")


def _seconds_of_all(stream: BinaryIO) -> float:
    """The seconds of streams that follow one another in a file (RFC 3533, 4), read page by page."""
    streams: dict[int, tuple[int, int]] = {}
    ends: dict[int, int] = {}
    position = 0
    for _ in range(_MOST_PAGES):
        page = _page(stream, position)
        if page is None:
            break
        if page.serial not in streams:
            streams[page.serial] = _beginning(stream, page)
        if page.position != _NO_POSITION:
            ends[page.serial] = page.position
        position = page.end
    found = ((begin, rate, ends.get(serial, 0)) for serial, (begin, rate) in streams.items())
    return sum(max(0, end - begin) / rate for begin, rate, end in found if rate)


def _page(stream: BinaryIO, start: int) -> Page | None:
    """The page that begins at the offset `start`, if it is there as a whole."""
    stream.seek(start)
    head = stream.read(_HEADER.size)
    if len(head) < _HEADER.size or not head.startswith(b"OggS"):
        return None
    _, _, flags, position, serial, _, _, count = _HEADER.unpack(head)
    segments = stream.read(count)
    size = sum(segments)
    body = stream.read(size)
    if len(segments) < count or len(body) < size:
        return None
    raw = head + segments + body
    return Page(serial, position, bool(flags & _LAST), start + len(raw), segments, raw)


def _last_page(stream: BinaryIO, size: int) -> Page | Flaw:
    """The page that ends the file, or what is wrong there."""
    start = max(0, size - _LARGEST_PAGE)
    stream.seek(start)
    tail = stream.read(_LARGEST_PAGE)
    flaw = None
    places = [sync.start() for sync in re.finditer(b"OggS", tail)]
    for place in reversed(places[-_MOST_CANDIDATES:]):
        page = _page(stream, start + place)
        if page is None:
            flaw = Flaw.CUT
        elif not page.is_intact:
            flaw = Flaw.UNREADABLE
        else:
            return page if page.is_last and (flaw is None or page.end == size) else flaw or Flaw.OPEN_ENDED
    return flaw or Flaw.CUT


def _beginning(stream: BinaryIO, first: Page) -> tuple[int, int]:
    """The position at which the sound of a stream begins, and its rate; rate 0: it is no sound."""
    head = next(iter(first.packets), b"")
    if head.startswith(b"\x01vorbis"):
        return 0, int.from_bytes(head[12:16], "little")
    if not head.startswith(b"OpusHead"):
        return 0, 0
    skipped = int.from_bytes(head[10:12], "little")
    _, behind = _second_packet(stream, first)
    page = _page(stream, behind)
    if page is None or page.serial != first.serial or page.is_last:
        return skipped, _OPUS_RATE
    # A piece of a longer stream, as recorders of live streams write it, begins late (RFC 7845, 4.3).
    return skipped + max(0, page.position - sum(map(_opus_samples, page.packets))), _OPUS_RATE


def _second_packet(stream: BinaryIO, first: Page) -> tuple[bytes, int]:
    """The packet that the pages behind `first` begin with, and where the page ends that holds its end."""
    parts, position = [], first.end
    for _ in range(_MOST_COMMENT_PAGES):
        page = _page(stream, position)
        if page is None:
            break
        position = page.end
        if page.serial == first.serial and page.segments:
            parts.append(page.packets[0])
            if len(page.packets) > 1 or page.segments[-1] < 255:
                break
    return b"".join(parts), position


def _opus_samples(packet: bytes) -> int:
    """The samples of an Opus packet, at 48 kHz (RFC 6716, 3.1 and 3.2.5)."""
    if not packet:
        return 0
    configuration, code = packet[0] >> 3, packet[0] & 3
    if configuration < 12:
        size = (480, 960, 1920, 2880)[configuration & 3]
    elif configuration < 16:
        size = (480, 960)[configuration & 1]
    else:
        size = (120, 240, 480, 960)[configuration & 3]
    return size * ((1, 2, 2)[code] if code < 3 else packet[1] & 0x3F if len(packet) > 1 else 0)
