"""The truth about an audio file: size, duration, MIME type, or the one thing that is wrong with it."""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from mutagen.mp3 import MPEGInfo
from mutagen.mp4 import MP4, MP4Info
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis

from ..problems import Position, Problem
from . import refusals
from .content import LFS_POINTER, M4A, MP3, NOTHING, OPUS, UNKNOWN, WEB_PAGE, Content, identify
from .frames import SUMMARY_REACH, count_seconds, tells_duration
from .truncation import is_mp3_cut, is_mp4_cut

_LONGEST = 7 * 24 * 3600.0
_PLAUSIBLE_BITRATE = range(4_000, 400_000)
"""Bits per second an MP3 may have on average; where its header says otherwise, the header lies."""

_NO_SOUND = {
    NOTHING: refusals.empty,
    UNKNOWN: refusals.unreadable,
    LFS_POINTER: refusals.lfs_pointer,
    WEB_PAGE: refusals.web_page,
}


@dataclass(frozen=True, slots=True)
class AudioChapter:
    """A chapter that the audio itself holds: `start` in seconds, `url` absolute where it has a link."""

    start: float
    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class AudioFacts:
    """`path` is relative to the project; `size` in bytes, `seconds` of sound, `media_type` a MIME type.

    `sha256` (hex) is empty where nobody has counted it; `url` (absolute) is where the audio is stored, empty
    where the site itself holds it.
    """

    path: str
    size: int
    seconds: float
    media_type: str
    chapters: tuple[AudioChapter, ...] = ()
    sha256: str = ""
    url: str = ""


def read_facts(root: Path, path: str, at: Position) -> AudioFacts | Problem:
    """The facts about the audio `path` (relative to the project's `root`), or why it cannot be published.

    `at` is where the front matter names the file. Never raises, whatever the file holds.
    """
    try:
        if not _is_inside(root, path):
            return refusals.outside(path, at)
        file = root / path
        if not file.is_file():
            return refusals.missing(root, path, at)
        with file.open("rb") as stream:
            return _read(stream, path, file.stat().st_size, at)
    except (OSError, ValueError) as error:
        return refusals.closed(path, error, at)


def _is_inside(root: Path, path: str) -> bool:
    """Whether `path`, symbolic links followed, stays in its folder of the project (`podcast/`)."""
    parts = PurePosixPath(path).parts
    if not parts or parts[0] in {"/", ".."}:
        return False
    return Path(realpath(root / path)).is_relative_to(realpath(root / parts[0]))


def _read(stream: BinaryIO, path: str, size: int, at: Position) -> AudioFacts | Problem:
    ending = PurePosixPath(path).suffix.lower()
    content = identify(stream)
    if content is UNKNOWN and ending in MP3.endings:
        content = MP3  # padding or damage may stand before the first frame: reading will tell
    refusal = _refusal(path, ending, content, at)
    if refusal:
        return refusal
    try:
        seconds, is_cut = _measure(stream, content, size)
    except Exception:  # noqa: BLE001 - mutagen raises errors of every kind on damaged bytes
        return refusals.unreadable(path, at)
    if not 0 < seconds < _LONGEST:
        return refusals.unreadable(path, at)
    if is_cut:
        return refusals.cut(path, at)
    return AudioFacts(path, size, seconds, content.media_type)


def _refusal(path: str, ending: str, content: Content, at: Position) -> Problem | None:
    """What keeps the file from being read at all, or from being played."""
    if content in _NO_SOUND:
        return _NO_SOUND[content](path, at)
    if ending not in content.endings:
        return refusals.wrong_format(path, ending, content, at)
    if not content.media_type:
        return refusals.unsupported(path, content, at)
    return None


def _measure(stream: BinaryIO, content: Content, size: int) -> tuple[float, bool]:
    """The seconds of sound that the file tells of, and whether it was cut off before their end."""
    stream.seek(0)
    if content is MP3:
        return _measure_mp3(stream, size)
    opened = (MP4 if content is M4A else OggOpus if content is OPUS else OggVorbis)(stream)
    info: Any = opened.info
    if isinstance(info, MP4Info) and not info.codec.startswith("mp4a"):
        return 0.0, False
    return float(info.length), content is M4A and is_mp4_cut(stream, size)


def _measure_mp3(stream: BinaryIO, size: int) -> tuple[float, bool]:
    """The duration by mutagen where the file counts its frames, else by our count: mutagen would guess."""
    info = MPEGInfo(stream)
    with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        first = data[info.frame_offset : info.frame_offset + SUMMARY_REACH]
        is_cut = is_mp3_cut(first, size - info.frame_offset)
        if tells_duration(first) and info.length > 0 and int(size * 8 / info.length) in _PLAUSIBLE_BITRATE:
            return float(info.length), is_cut
        return count_seconds(data, info.frame_offset), is_cut
