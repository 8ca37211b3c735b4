"""What an MP3 tells of itself: its ID3 tag, with cover and chapters, written anew.

ID3v2.3 (id3.org/id3v2.3.0) with texts in UTF-16: Apple, AntennaPod, cars and Windows all read it, while 2.4 is unknown
to some and its sizes are misread by others. Chapters after id3.org/id3v2-chapters-1.0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from string import printable
from typing import Any
from urllib.parse import quote

from babel.core import get_global
from mutagen import id3
from mutagen.id3 import CTOCFlags, Encoding, PictureType

from .facts import AudioChapter

_FRAMES: Any = id3
"""The classes of mutagen's frames, which have no types."""

_TEXT = Encoding.UTF16
_HEADER = 10
"""Bytes that a tag begins with, and each of its frames."""

_UNKNOWN_OFFSET = 0xFFFFFFFF
_MOST_CHAPTERS = 255
"""A table of contents counts its chapters in one byte."""

_PNG = b"\x89PNG"


@dataclass(frozen=True, slots=True)
class NewTags:
    """What is written: texts (empty: not at all), `language` a code of BCP 47, `cover` a JPEG or PNG.

    `number` is the episode's in its show, `season` its season's.
    """

    title: str
    artist: str
    album: str
    description: str
    language: str
    day: date | None = None
    number: int | None = None
    season: int | None = None
    cover: bytes = b""
    chapters: tuple[AudioChapter, ...] = ()


def write_tags(file: Path, tags: NewTags, seconds: float) -> None:
    """Write `tags` into MP3 `file`, `seconds` long, in the place of any that it has."""
    tag = _FRAMES.ID3()
    for frame in (*_texts(tags), *_chapters(tags, seconds)):
        tag.add(frame)
    if tags.cover:
        media_type = "image/png" if tags.cover.startswith(_PNG) else "image/jpeg"
        cover = PictureType.COVER_FRONT
        tag.add(_FRAMES.APIC(encoding=Encoding.LATIN1, mime=media_type, type=cover, desc="", data=tags.cover))
    tag.update_to_v23()
    tag.save(file, v2_version=3)
    if tags.chapters:
        _sort_chapters(file)


def _texts(tags: NewTags) -> Iterator[Any]:
    language = _three_letters(tags.language)
    for kind, text in (
        (_FRAMES.TIT2, tags.title),
        (_FRAMES.TPE1, tags.artist),
        (_FRAMES.TALB, tags.album),
        (_FRAMES.TLAN, language),
        (_FRAMES.TCON, "Podcast"),
        (_FRAMES.TDRC, tags.day.isoformat() if tags.day else ""),
        (_FRAMES.TRCK, str(tags.number or "")),
        (_FRAMES.TPOS, str(tags.season or "")),
    ):
        if text:
            yield kind(encoding=_TEXT, text=[text])
    if tags.description:
        yield _FRAMES.COMM(encoding=_TEXT, lang=language, desc="", text=[tags.description])


def _chapters(tags: NewTags, seconds: float) -> Iterator[Any]:
    """A frame for each chapter, which ends where the next one begins, and their table of contents."""
    kept = tags.chapters[:_MOST_CHAPTERS]
    starts = [*(chapter.start for chapter in kept), seconds]
    names = [f"chp{number:03}" for number in range(len(kept))]
    for name, chapter, (start, end) in zip(names, kept, pairwise(starts), strict=True):
        yield _FRAMES.CHAP(
            element_id=name,
            start_time=round(start * 1000),
            end_time=round(max(start, end) * 1000),
            start_offset=_UNKNOWN_OFFSET,
            end_offset=_UNKNOWN_OFFSET,
            sub_frames=list(_of_chapter(chapter)),
        )
    if kept:
        flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
        title = [_FRAMES.TIT2(encoding=_TEXT, text=[tags.title])]
        yield _FRAMES.CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=title)


def _of_chapter(chapter: AudioChapter) -> Iterable[Any]:
    yield _FRAMES.TIT2(encoding=_TEXT, text=[chapter.title])
    if chapter.url:
        yield _FRAMES.WXXX(encoding=_TEXT, desc="chapter url", url=quote(chapter.url, safe=printable))


def _sort_chapters(file: Path) -> None:
    """Put the chapters' frames in the order of their names, which is that of the audio, for whoever reads no table.

    mutagen writes frames by their size (https://github.com/quodlibet/mutagen/issues/506).
    """
    with file.open("r+b") as stream:
        header = stream.read(_HEADER)
        frames = list(_split(stream.read(_FRAMES.BitPaddedInt(header[6:]))))
        chapters = iter(sorted((frame for frame in frames if frame.startswith(b"CHAP")), key=_after_header))
        stream.seek(_HEADER)
        stream.writelines(next(chapters) if frame.startswith(b"CHAP") else frame for frame in frames)


def _split(data: bytes) -> Iterator[bytes]:
    """The frames of a tag, header and all, up to its padding."""
    start = 0
    while data[start : start + 1].strip(b"\0"):
        end = start + _HEADER + int.from_bytes(data[start + 4 : start + 8])
        yield data[start:end]
        start = end


def _after_header(frame: bytes) -> bytes:
    return frame[_HEADER:]


def _three_letters(language: str) -> str:
    """The code of ISO 639-2 for `language`: `cs` → `ces`; `und` where there is none."""
    code = language.partition("-")[0]
    if len(code) == 3:
        return code
    aliases = get_global("language_aliases").items()
    return min((alias for alias, meant in aliases if meant == code and len(alias) == 3), default="und")
