"""Chapters that the audio itself holds: ID3 CHAP and CTOC, Vorbis comments, Nero's and QuickTime's of MP4."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate, islice, repeat
from os import SEEK_END
from typing import BinaryIO
from urllib.parse import urlsplit

from . import id3, ogg
from .boxes import Box, boxes, find, read
from .content import M4A, MP3, Content
from .mp4 import SOUND, Track, durations, edit_list, find_movie, samples, tracks

MOST_CHAPTERS = 1_000
"""More than this is damage, not a table of contents."""

_LONGEST = 500
_BREAKS = {"Cc", "Zl", "Zp"}
_MOST_NESTED = 10
_COMMENT = re.compile(r"CHAPTER(\d{3})(NAME|URL)?")
_TIME = re.compile(r"(\d+):([0-5]?\d):([0-5]?\d(?:[.,]\d+)?)", re.ASCII)
_NOT_IN_LINKS = re.compile(r"[\s\x00-\x1f\x7f<>\"]")
_NERO_UNITS = 10_000_000
_Entry = tuple[float, str, str]
"""A chapter as it is found: its start in seconds, title and link."""


@dataclass(frozen=True, slots=True)
class AudioChapter:
    """A chapter of the audio: `start` in seconds, its title, and a link where it has one (absolute)."""

    start: float
    title: str
    url: str = ""


def read_chapters(stream: BinaryIO, content: Content, seconds: float) -> tuple[AudioChapter, ...]:
    """The chapters that begin within `seconds`, in the order of their table; those without a title are left out."""
    read_from = _of_id3 if content is MP3 else _of_mp4 if content is M4A else _of_comments
    found = (
        AudioChapter(start, plain(title), _link(url))
        for start, title, url in islice(read_from(stream), MOST_CHAPTERS)
        if 0 <= start < seconds
    )
    return tuple(chapter for chapter in found if chapter.title)


def plain(text: str) -> str:
    """`text` in one line of at most 500 letters: composed (NFC), without control characters and spaces around."""
    shown = (" " if unicodedata.category(letter) in _BREAKS else letter for letter in text[: 2 * _LONGEST])
    return " ".join(unicodedata.normalize("NFC", "".join(shown)).replace("\ufeff", "").split())[:_LONGEST]


def _link(text: str) -> str:
    """`text` if it is an absolute address of the web."""
    text = text.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    is_one = parts.scheme in {"http", "https"} and parts.netloc and not _NOT_IN_LINKS.search(text)
    return text if is_one else ""


def _of_id3(stream: BinaryIO) -> Iterable[_Entry]:
    """CHAP in the order of CTOC (ID3v2 Chapter Frame Addendum 1.0); by time where no table names them."""
    chapters: dict[bytes, _Entry] = {}
    contents: dict[bytes, list[bytes]] = {}
    roots: list[bytes] = []
    for frame in id3.frames(stream, {"CHAP", "CTOC"}):
        name, _, rest = frame.data.partition(b"\0")
        if frame.name == "CHAP" and len(rest) >= 16 and len(chapters) < MOST_CHAPTERS:
            chapters[name] = _of_frame(frame, len(name) + 1)
        elif frame.name == "CTOC" and len(rest) >= 2:
            contents[name] = rest[2:].split(b"\0", rest[1])[: rest[1]]
            roots += [name] if rest[0] & 2 else []
    listed = _leaves(roots[:1] or list(contents)[:1], contents)
    return [chapters[name] for name in listed if name in chapters] or sorted(chapters.values())


def _of_frame(chapter: id3.Frame, start: int) -> _Entry:
    title = url = ""
    for frame in id3.frames_within(chapter, start + 16, {"TIT2", "WXXX"}):
        if frame.name == "TIT2":
            title = title or id3.text(frame.data)
        elif frame.name == "WXXX":
            url = url or id3.described(frame.data, 1)[1].partition(b"\0")[0].decode("latin-1")
    return int.from_bytes(chapter.data[start : start + 4]) / 1000, title, url


def _leaves(names: list[bytes], contents: dict[bytes, list[bytes]]) -> list[bytes]:
    """The entries of tables of contents, each once; a table within another one is replaced by its entries."""
    for _ in range(_MOST_NESTED):
        names = [entry for name in names for entry in contents.get(name, [name])][:MOST_CHAPTERS]
    return list(dict.fromkeys(names))


def _of_comments(stream: BinaryIO) -> Iterable[_Entry]:
    """CHAPTER001, CHAPTER001NAME, CHAPTER001URL (xiph.org, ChapterExtension), by time."""
    parts: dict[str, dict[str, str]] = {}
    for name, value in ogg.comments(stream):
        if key := _COMMENT.fullmatch(name):
            parts.setdefault(key[1], {}).setdefault(key[2] or "", value)
    found = ((_TIME.fullmatch(part.get("", "").strip()), part) for part in parts.values())
    return sorted(
        (
            int(time[1]) * 3600 + int(time[2]) * 60 + float(time[3].replace(",", ".")),
            part.get("NAME", ""),
            part.get("URL", ""),
        )
        for time, part in found
        if time
    )


def _of_mp4(stream: BinaryIO) -> Iterable[_Entry]:
    """QuickTime's, which may have links (GarageBand writes those into a second track of texts); else Nero's."""
    movie = find_movie(stream, stream.seek(0, SEEK_END))
    if movie is None:
        return ()
    found = tracks(stream, movie)
    numbers = next((track.chapters for track in found if track.handler == SOUND), ())
    texts = [
        list(_of_text(stream, movie, track))
        for track in found
        if track.number in numbers and track.handler in {b"text", b"sbtl"}
    ]
    links = {start: link for text in texts for start, _, link in text if link}
    titles = next(filter(None, texts), ())
    return [(start, title, links.get(start, "")) for start, title, _ in titles] or _of_nero(stream, movie)


def _of_text(stream: BinaryIO, movie: Box, track: Track) -> Iterator[_Entry]:
    """A track of texts (QuickTime File Format, Chapter Lists): each sample is a title, maybe with a link."""
    lengths = (
        length for count, length in durations(stream, track) for length in islice(repeat(length), count)
    )
    scale, edits = edit_list(stream, movie, track)
    delay = edits[0][0] / scale if scale and edits and edits[0][1] < 0 else 0.0
    for begin, sample in zip(
        accumulate(lengths, initial=0), samples(stream, track, MOST_CHAPTERS), strict=False
    ):
        length = int.from_bytes(sample[:2])
        text, rest = sample[2 : 2 + length], sample[2 + length :]
        encoding = "utf-16" if text[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
        yield begin / (track.scale or 1) + delay, text.decode(encoding, "replace"), _text_link(rest)


def _text_link(extensions: bytes) -> str:
    """The address in a text's box `href`, behind two places in the text (3GPP TS 26.245, 5.17.1.5)."""
    stream = BytesIO(extensions)
    link = next((read(stream, box) for box in boxes(stream, 0, len(extensions)) if box.name == b"href"), b"")
    return link[5 : 5 + link[4]].decode("utf-8", "replace") if len(link) > 5 else ""


def _of_nero(stream: BinaryIO, movie: Box) -> Iterator[_Entry]:
    """The box `chpl`: a count, then times in tenths of a microsecond with titles of up to 255 bytes."""
    data = read(stream, find(stream, movie, b"udta", b"chpl"))
    position = 9 if data[:1] == b"\1" else 5
    for _ in range(data[position - 1] if len(data) >= position else 0):
        if position + 9 > len(data):
            return
        start, length = int.from_bytes(data[position : position + 8]), data[position + 8]
        position += 9
        yield start / _NERO_UNITS, data[position : position + length].decode("utf-8", "replace"), ""
        position += length
