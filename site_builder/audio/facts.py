"""The truth about an audio file: size, duration, MIME type, or the one thing that is wrong with it."""

from __future__ import annotations

import struct
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from ..problems import Position, Problem
from ..reading.below import below
from ..reading.front_matter import Scalar
from . import mp3, mp4, ogg, refusals
from .chapters import AudioChapter, read_chapters
from .content import LFS_POINTER, M4A, MP3, NOTHING, UNKNOWN, WEB_PAGE, Content, identify
from .flaws import Flaw

__all__ = ["LONGEST", "AudioChapter", "AudioFacts", "read_facts"]

LONGEST = 7 * 24 * 3600.0
"""Seconds; what claims to be longer is damaged."""

_NO_SOUND = {
    NOTHING: refusals.empty,
    UNKNOWN: refusals.unreadable,
    LFS_POINTER: refusals.lfs_pointer,
    WEB_PAGE: refusals.web_page,
}

_FLAWS = {
    Flaw.CUT: refusals.cut,
    Flaw.OPEN_ENDED: refusals.open_ended,
    Flaw.UNFINISHED: refusals.unfinished,
    Flaw.UNREADABLE: refusals.unreadable,
}

_DAMAGE = (ValueError, LookupError, ArithmeticError, struct.error)
"""What reading damaged bytes may raise."""


@dataclass(frozen=True, slots=True)
class AudioFacts:
    """`path` is relative to the project; `size` in bytes, `seconds` of sound, `media_type` a MIME type.

    `chapters` are those that the audio itself holds. `sha256` (hex) is empty where nobody has counted it; `url`
    (absolute) is where the audio is stored, empty where the site itself holds it.
    """

    path: str
    size: int
    seconds: float
    media_type: str
    chapters: tuple[AudioChapter, ...] = ()
    sha256: str = ""
    url: str = ""


def read_facts(
    root: Path, path: str, at: Position, written: Scalar | None = None, taken: Collection[str] = ()
) -> AudioFacts | Problem:
    """The facts about the audio `path` (relative to the project's `root`), or why it cannot be published.

    `at` is where the front matter names the file, as `written`; no other file that is `taken` can be meant. Never
    raises, whatever the file holds. Reads the head and the end of most files, and all of those MP3s whose header
    cannot be trusted.
    """
    try:
        if not _is_inside(root, path):
            return refusals.outside(path, at)
        file = root / path
        if not file.is_file():
            return refusals.missing(root, path, at, written, taken)
        with file.open("rb") as stream:
            return _read(stream, path, file.stat().st_size, at)
    except (OSError, ValueError) as error:
        return refusals.closed(path, error, at)


def _is_inside(root: Path, path: str) -> bool:
    """Whether `path`, symbolic links followed, stays in its folder of the project (`podcast/`)."""
    top, *rest = PurePosixPath(path).parts or ("..",)
    return top not in {"/", ".."} and below(root / top, "/".join(rest)) is not None


def _read(stream: BinaryIO, path: str, size: int, at: Position) -> AudioFacts | Problem:
    ending = PurePosixPath(path).suffix.lower()
    content = identify(stream)
    if content is UNKNOWN and ending in MP3.endings:
        content = MP3  # padding or damage may stand before the first frame: reading will tell
    refusal = _refusal(path, ending, content, at)
    if refusal:
        return refusal
    try:
        seconds = (mp3 if content is MP3 else mp4 if content is M4A else ogg).measure(stream, size)
        if isinstance(seconds, Flaw):
            return _FLAWS[seconds](path, at)
        if not 0 < seconds < LONGEST:
            return refusals.unreadable(path, at)
    except _DAMAGE:
        return refusals.unreadable(path, at)
    return AudioFacts(path, size, seconds, content.media_type, _chapters(stream, content, seconds))


def _chapters(stream: BinaryIO, content: Content, seconds: float) -> tuple[AudioChapter, ...]:
    """The chapters that the audio holds; damaged ones do not make the sound worse."""
    try:
        return read_chapters(stream, content, seconds)
    except _DAMAGE:
        return ()


def _refusal(path: str, ending: str, content: Content, at: Position) -> Problem | None:
    """What keeps the file from being read at all, or from being played."""
    if content in _NO_SOUND:
        return _NO_SOUND[content](path, at)
    if ending not in content.endings:
        return refusals.wrong_format(path, ending, content, at)
    if not content.media_type:
        return refusals.unsupported(path, content, at)
    return None
