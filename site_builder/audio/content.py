"""What a file holds, told by its bytes and never by its name."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from dataclasses import dataclass
from os import SEEK_END
from typing import BinaryIO

from .id3 import after_tags
from .mp4 import PICTURES, SOUND, find_movie, tracks

_HEAD = 4096
_STILL = {b"jpeg", b"png "}
"""Codecs of a picture that accompanies sound."""


@dataclass(frozen=True, slots=True)
class Content:
    """A kind of content: its name, the endings it may have, and its MIME type where podcast apps play it."""

    name: str
    endings: tuple[str, ...] = ()
    media_type: str = ""


MP3 = Content("MP3", (".mp3",), "audio/mpeg")
M4A = Content("M4A", (".m4a",), "audio/x-m4a")
OPUS = Content("Ogg Opus", (".opus", ".ogg", ".oga"), "audio/ogg")
VORBIS = Content("Ogg Vorbis", (".ogg", ".oga"), "audio/ogg")
PLAYABLE = (MP3, M4A, OPUS, VORBIS)

NOTHING = Content("nothing")
UNKNOWN = Content("unknown")
LFS_POINTER = Content("Git LFS")
WEB_PAGE = Content("HTML")
_TEXT = Content("text", (".txt",))
_LOSSLESS = Content("Apple Lossless", (".m4a",))
_VIDEO = Content("MP4 video", (".mp4", ".m4v", ".mov"))

_SIGNATURES: tuple[tuple[bytes, Content], ...] = (
    (rb"version https://git-lfs\.github\.com/spec/", LFS_POINTER),
    (rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|html|head|body|error)", WEB_PAGE),
    (rb"(?:\xef\xbb\xbf)?\s*[{\[]\s*[\"{\]}]", Content("JSON", (".json",))),
    (rb"OggS.{23,300}?OpusHead", OPUS),
    (rb"OggS.{23,300}?\x01vorbis", VORBIS),
    (rb"OggS", Content("Ogg", (".ogg", ".oga", ".ogv", ".spx"))),
    (rb"RIFF.{4}WAVE|RF64.{4}WAVE", Content("WAV", (".wav",))),
    (rb"RIFF.{4}AVI ", Content("AVI", (".avi",))),
    (rb"RIFF.{4}WEBP", Content("WebP", (".webp",))),
    (rb"fLaC", Content("FLAC", (".flac",))),
    (rb"FORM.{4}AIF[FC]", Content("AIFF", (".aiff", ".aif"))),
    (rb"caff", Content("CAF", (".caf",))),
    (rb"MThd", Content("MIDI", (".mid", ".midi"))),
    (rb"#!AMR", Content("AMR", (".amr",))),
    (rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Content("Windows Media", (".wma", ".wmv", ".asf"))),
    (rb"\x1a\x45\xdf\xa3", Content("Matroska/WebM", (".webm", ".mkv", ".mka"))),
    (rb"\xff\xd8\xff", Content("JPEG", (".jpg", ".jpeg"))),
    (rb"\x89PNG\r\n\x1a\n", Content("PNG", (".png",))),
    (rb"GIF8[79]a", Content("GIF", (".gif",))),
    (rb"%PDF-", Content("PDF", (".pdf",))),
    (rb"\x1f\x8b", Content("gzip", (".gz",))),
    (rb"\x00\x00\x01[\xb3\xba]", Content("MPEG video", (".mpg", ".mpeg"))),
    (rb"FLV\x01", Content("Flash video", (".flv",))),
    (rb"PK\x03\x04", Content("ZIP", (".zip",))),
    (rb".{4}ftyp(?:hei[cfs]|avif|mif1|msf1)", Content("HEIF", (".heic", ".avif"))),
    (rb".{4}ftyp3g", Content("3GP", (".3gp",))),
    (rb".{4}(?:ftyp|moov|mdat|wide|free|skip)", M4A),
    (rb"\xff\xfe|\xfe\xff", _TEXT),
    (rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb]", MP3),
    (rb"\xff[\xe4\xe5\xf4\xf5\xfc\xfd]", Content("MPEG Layer II", (".mp2", ".mpa"))),
    (rb"\xff[\xf0\xf1\xf8\xf9]", Content("AAC (ADTS)", (".aac",))),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_KNOWN = tuple((re.compile(pattern, re.DOTALL), content) for pattern, content in _SIGNATURES)


def identify(stream: BinaryIO) -> Content:
    """What the file open in `stream` holds; `UNKNOWN` where its bytes do not tell."""
    if not stream.read(1):
        return NOTHING
    stream.seek(after_tags(stream))
    head = stream.read(_HEAD)
    found = next((content for pattern, content in _KNOWN if pattern.match(head)), UNKNOWN)
    if found is M4A:
        return _kind_of_mp4(stream, head)
    return _TEXT if found is UNKNOWN and _is_text(head) else found


def _is_text(head: bytes) -> bool:
    """Whether the beginning of a file is text in UTF-8; a letter may be cut at its end."""
    try:
        return bool(getincrementaldecoder("utf-8")().decode(head)) and not _CONTROL.search(head)
    except UnicodeDecodeError:
        return False


def _kind_of_mp4(stream: BinaryIO, head: bytes) -> Content:
    """A film has a track of pictures, but in an M4A they may be a cover, or the chapters'."""
    size = stream.seek(0, SEEK_END)
    movie = find_movie(stream, size)
    found = tracks(stream, movie) if movie else ()
    of_chapters = {number for track in found for number in track.chapters}
    films = (track for track in found if track.handler == PICTURES and track.number not in of_chapters)
    if head[8:11] not in {b"M4A", b"M4B"} and any(track.codec not in _STILL for track in films):
        return _VIDEO
    sound = next((track for track in found if track.handler == SOUND), None)
    if sound is None or sound.codec == b"mp4a":
        return M4A
    if sound.codec == b"alac":
        return _LOSSLESS
    return Content(f"MP4 ({sound.codec.decode('ascii', 'replace').strip()})", (".mp4", ".m4a"))
