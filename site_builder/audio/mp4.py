"""The tracks of an MP4 and how long they sound (ISO 14496-12)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, repeat
from typing import BinaryIO

from .boxes import FARTHEST, Box, boxes, find, read
from .flaws import Flaw

SOUND, PICTURES = b"soun", b"vide"
_MOST_BOXES = 100_000
"""On the first level: ten hours in fragments of a second, and some more."""

_CUT = {b"moov", b"moof", b"mdat", b"free", b"udta", b"meta", b"uuid", b"mfra"}
"""Boxes whose end may be missing."""

_COUNTS = re.compile(rb"\s*(?:[0-9A-Fa-f]{8}\s+){3}([0-9A-Fa-f]{16})\s")
_MOST_PADDING = 10_000
_MOST_EDITS = 1_000
_LARGEST_SAMPLE = 66_000
_PAIR, _TRIPLE = struct.Struct(">II"), struct.Struct(">III")
_EDIT, _LONG_EDIT = struct.Struct(">Iii"), struct.Struct(">Qqi")
_HAS_DURATION, _HAS_SIZE, _HAS_FLAGS, _HAS_OFFSET = 0x100, 0x200, 0x400, 0x800


@dataclass(frozen=True, slots=True)
class Track:
    """A track: its number, what it is (`SOUND`, `PICTURES`, `text` …), its codec, and where its boxes are.

    `scale` is its time's, in units a second; `chapters` are the numbers of the tracks that hold its chapters.
    """

    number: int
    handler: bytes
    codec: bytes
    scale: int
    chapters: tuple[int, ...]
    box: Box
    table: Box


def find_movie(stream: BinaryIO, size: int) -> Box | None:
    """The box that tells of the tracks, at whichever end of the file it is."""
    return next((box for box in boxes(stream, 0, size, _MOST_BOXES) if box.name == b"moov"), None)


def tracks(stream: BinaryIO, movie: Box) -> tuple[Track, ...]:
    """The tracks that can be read."""
    found = (_track(stream, box) for box in boxes(stream, movie.start, movie.end) if box.name == b"trak")
    return tuple(track for track in found if track)


def measure(stream: BinaryIO, size: int) -> float | Flaw:
    """Seconds of the first sound track, as its edit list plays it; `size` is the file's, in bytes."""
    movie, end, fragments = None, 0, []
    for box in boxes(stream, 0, size, _MOST_BOXES):
        end = box.end if box.name in _CUT else end  # other programs put tags of their own behind the boxes
        if box.name == b"moov":
            movie = movie or box
        elif box.name == b"moof":
            fragments.append(box)
    if end > size:
        return Flaw.CUT
    if movie is None:
        return Flaw.UNFINISHED
    sound = next((track for track in tracks(stream, movie) if track.handler == SOUND), None)
    if sound is None or not sound.scale:
        return Flaw.UNREADABLE
    if max(_offsets(stream, sound), default=0) >= size:
        return Flaw.CUT
    units = sum(count * duration for count, duration in durations(stream, sound))
    usual = _usual_duration(stream, movie, sound)
    units += sum(_fragment_units(stream, fragment, sound, usual) for fragment in fragments)
    movie_scale, edits = edit_list(stream, movie, sound)
    if not edits or not movie_scale:
        return _without_padding(stream, movie, units) / sound.scale
    return _played(units, sound.scale, movie_scale, edits)


def edit_list(stream: BinaryIO, movie: Box, track: Track) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The movie's units a second, and the edits of a track (8.6.6).

    Each is its length in the movie's units and where it begins in the track's; -1: nothing is played.
    """
    header = read(stream, find(stream, movie, b"mvhd"))
    scale = _scale(header)
    data = read(stream, find(stream, track.box, b"edts", b"elst"))
    entry = _LONG_EDIT if data[:1] == b"\1" else _EDIT
    count = min(max(0, len(data) - 8) // entry.size, _MOST_EDITS)
    whole = data[8 : 8 + count * entry.size]
    return scale, tuple((length, begin) for length, begin, _ in entry.iter_unpack(whole))


def items(stream: BinaryIO, movie: Box) -> Iterator[Box]:
    """The tags of a movie, as iTunes keeps them."""
    meta = find(stream, movie, b"udta", b"meta")
    found = find(stream, Box(meta.name, meta.start + 4, meta.end), b"ilst") if meta else None
    return boxes(stream, found.start, found.end) if found else iter(())


def durations(stream: BinaryIO, track: Track) -> Iterator[tuple[int, int]]:
    """How many samples have which duration, in the track's units (8.6.1.2)."""
    return _pairs(read(stream, find(stream, track.table, b"stts")))


def samples(stream: BinaryIO, track: Track, most: int) -> Iterator[bytes]:
    """What the first samples of a track hold, at `most` so many (8.7.3 to 8.7.5)."""
    offsets = _offsets(stream, track)
    sizes = islice(_sizes(stream, track), most)
    chunks = list(islice(_triples(read(stream, find(stream, track.table, b"stsc"))), most))
    for index, offset in enumerate(islice(offsets, most)):
        if offset > FARTHEST:
            return
        while len(chunks) > 1 and chunks[1][0] <= index + 1:
            del chunks[0]
        position = offset
        for size in islice(sizes, chunks[0][1] if chunks else 1):
            stream.seek(position)
            yield stream.read(min(size, _LARGEST_SAMPLE))
            position += size


def _track(stream: BinaryIO, box: Box) -> Track | None:
    media = find(stream, box, b"mdia")
    table = find(stream, media, b"minf", b"stbl") if media else None
    if media is None or table is None:
        return None
    header = read(stream, find(stream, box, b"tkhd"))
    number = header[20:24] if header[:1] == b"\1" else header[12:16]
    references = read(stream, find(stream, box, b"tref", b"chap"))
    return Track(
        int.from_bytes(number),
        read(stream, find(stream, media, b"hdlr"))[8:12],
        read(stream, find(stream, table, b"stsd"))[12:16],
        _scale(read(stream, find(stream, media, b"mdhd"))),
        tuple(int.from_bytes(references[at : at + 4]) for at in range(0, len(references), 4)),
        box,
        table,
    )


def _scale(header: bytes) -> int:
    """The units a second that `mvhd` and `mdhd` tell."""
    return int.from_bytes(header[20:24] if header[:1] == b"\1" else header[12:16])


def _pairs(table: bytes) -> Iterator[tuple[int, int]]:
    count = min(int.from_bytes(table[4:8]), max(0, len(table) - 8) // _PAIR.size)
    return _PAIR.iter_unpack(table[8 : 8 + count * _PAIR.size])


def _triples(table: bytes) -> Iterator[tuple[int, int, int]]:
    return _TRIPLE.iter_unpack(table[8 : 8 + (len(table) - 8) // _TRIPLE.size * _TRIPLE.size])


def _offsets(stream: BinaryIO, track: Track) -> Iterator[int]:
    """Where in the file the chunks of a track begin."""
    if short := find(stream, track.table, b"stco"):
        return _numbers(read(stream, short)[8:], "I")
    return _numbers(read(stream, find(stream, track.table, b"co64"))[8:], "Q")


def _sizes(stream: BinaryIO, track: Track) -> Iterable[int]:
    """The bytes of the samples: one number for all, or one for each."""
    table = read(stream, find(stream, track.table, b"stsz"))
    return repeat(int.from_bytes(table[4:8])) if any(table[4:8]) else _numbers(table[12:], "I")


def _numbers(data: bytes, kind: str) -> Iterator[int]:
    number = struct.Struct(f">{kind}")
    return (value for (value,) in number.iter_unpack(data[: len(data) // number.size * number.size]))


def _usual_duration(stream: BinaryIO, movie: Box, track: Track) -> int:
    """The duration of samples in fragments that tell none (8.8.3)."""
    extends = find(stream, movie, b"mvex")
    for box in boxes(stream, extends.start, extends.end) if extends else ():
        if box.name == b"trex":
            data = read(stream, box)
            if int.from_bytes(data[4:8]) == track.number:
                return int.from_bytes(data[12:16])
    return 0


def _fragment_units(stream: BinaryIO, fragment: Box, track: Track, usual: int) -> int:
    """The units of sound in one `moof` (8.8.7 and 8.8.8)."""
    units = 0
    for part in boxes(stream, fragment.start, fragment.end):
        header = read(stream, find(stream, part, b"tfhd")) if part.name == b"traf" else b""
        if int.from_bytes(header[4:8]) != track.number or not header:
            continue
        flags, position = int.from_bytes(header[1:4]), 8
        position += (8 if flags & 1 else 0) + (4 if flags & 2 else 0)
        default = int.from_bytes(header[position : position + 4]) if flags & 8 else usual
        runs = (box for box in boxes(stream, part.start, part.end) if box.name == b"trun")
        units += sum(_run_units(read(stream, run), default) for run in runs)
    return units


def _run_units(run: bytes, default: int) -> int:
    flags, count = int.from_bytes(run[1:4]), int.from_bytes(run[4:8])
    if not flags & _HAS_DURATION:
        return count * default
    start = 8 + (4 if flags & 1 else 0) + (4 if flags & 4 else 0)
    step = 4 * sum(bool(flags & part) for part in (_HAS_DURATION, _HAS_SIZE, _HAS_FLAGS, _HAS_OFFSET))
    places = range(start, min(len(run) - 3, start + count * step), step)
    return sum(int.from_bytes(run[at : at + 4]) for at in places)


def _without_padding(stream: BinaryIO, movie: Box, units: int) -> int:
    """The units that iTunes' tag iTunSMPB counts, where it stands in for an edit list."""
    for item in items(stream, movie):
        if item.name == b"----" and read(stream, find(stream, item, b"name"))[4:] == b"iTunSMPB":
            counts = _COUNTS.match(read(stream, find(stream, item, b"data"))[8:])
            counted = int(counts[1], 16) if counts else 0
            return counted if units - _MOST_PADDING <= counted <= units else units
    return units


def _played(units: int, scale: int, movie_scale: int, edits: tuple[tuple[int, int], ...]) -> float:
    """Seconds that are played of `units`; an edit of no length plays the rest (8.6.6.1)."""
    played = [
        min((units - begin) / scale, length / movie_scale if length else float("inf"))
        for length, begin in edits
        if 0 <= begin < units
    ]
    return sum(played) if played else units / scale
