"""What the audio says of itself: title, artist, album, and the picture on its cover."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path
from typing import Any, BinaryIO

from mutagen.flac import Picture

from . import id3, ogg
from .boxes import Box, find, read
from .chapters import plain
from .content import M4A, MP3, OPUS, VORBIS, Content, identify
from .mp4 import find_movie, items

_read_picture: Callable[[bytes], Any] = Picture
_FRONT_COVER = 3
_OF_ID3 = {"TIT2": "title", "TPE1": "artist", "TALB": "album"}
_OF_COMMENTS = {"TITLE": "title", "ARTIST": "artist", "ALBUM": "album"}
_OF_MP4 = {b"\xa9nam": "title", b"\xa9ART": "artist", b"\xa9alb": "album"}


@dataclass(frozen=True, slots=True)
class Tags:
    """The texts in the audio's tags; empty where there is none."""

    title: str = ""
    artist: str = ""
    album: str = ""


def read_tags(path: Path) -> Tags:
    """The tags of the audio file at `path`. Raises `OSError` where it cannot be read, and nothing else."""
    with path.open("rb") as stream:
        return Tags(**{name: plain(text) for name, text in _texts(stream, identify(stream)).items()})


def read_cover(path: Path) -> bytes | None:
    """The front cover within the audio file at `path`, else its first picture. Raises `OSError` only."""
    with path.open("rb") as stream:
        pictures = [picture for picture in _pictures(stream, identify(stream)) if picture[1]]
    return next(
        (data for kind, data in sorted(pictures, key=lambda picture: picture[0] != _FRONT_COVER)), None
    )


def _texts(stream: BinaryIO, content: Content) -> Mapping[str, str]:
    """The first text of each tag by the name of its field."""
    if content is MP3:
        found = [(_OF_ID3[frame.name], id3.text(frame.data)) for frame in id3.frames(stream, _OF_ID3)]
    elif content is M4A:
        found = [
            (_OF_MP4[item.name], data.decode("utf-8", "replace")) for item, data in _items(stream, {*_OF_MP4})
        ]
    elif content in {OPUS, VORBIS}:
        found = [(_OF_COMMENTS[name], value) for name, value in ogg.comments(stream) if name in _OF_COMMENTS]
    else:
        found = []
    return dict(reversed(found))


def _pictures(stream: BinaryIO, content: Content) -> Iterator[tuple[int, bytes]]:
    """Kinds and bytes of the pictures."""
    if content is MP3:
        return (_of_frame(frame) for frame in id3.frames(stream, {"APIC"}))
    if content is M4A:
        return ((_FRONT_COVER, data) for _, data in _items(stream, {b"covr"}))
    if content in {OPUS, VORBIS}:
        values = (value for name, value in ogg.comments(stream) if name == "METADATA_BLOCK_PICTURE")
        return (picture for value in values if (picture := _of_comment(value)))
    return iter(())


def _of_frame(frame: id3.Frame) -> tuple[int, bytes]:
    """Encoding, MIME type (three letters in ID3v2.2), kind, description, picture (2.4.0 frames, 4.14)."""
    kind = 4 if frame.version == 2 else frame.data.find(b"\0", 1) + 1
    return frame.data[kind] if len(frame.data) > kind else 0, id3.described(frame.data, kind + 1)[1]


def _of_comment(value: str) -> tuple[int, bytes] | None:
    try:
        picture = _read_picture(base64.b64decode(value))
    except Exception:  # noqa: BLE001 - mutagen raises errors of every kind on damaged bytes
        return None
    return picture.type, picture.data


def _items(stream: BinaryIO, names: set[bytes]) -> Iterator[tuple[Box, bytes]]:
    """The items of those names in an MP4's list of tags, and what they hold behind type and language."""
    movie = find_movie(stream, stream.seek(0, SEEK_END))
    for item in items(stream, movie) if movie else ():
        if item.name in names:
            yield item, read(stream, find(stream, item, b"data"))[8:]
