"""What a file holds, told by its bytes and never by its name."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import BinaryIO

_HEAD = 4096
_ID3 = struct.Struct(">5sB4B")
_BOX = struct.Struct(">I4sQ")
"""Size, name, and the size of a box too large for the first (ISO 14496-12, 4.2)."""

_SMALLEST_BOX = 8
_LARGEST_MOOV = 64_000_000
_LARGEST_FILE = 1 << 40
"""Bytes; a box that claims more is damaged."""


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
    (rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|html|head|body)", WEB_PAGE),
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
    (rb"PK\x03\x04", Content("ZIP", (".zip",))),
    (rb".{4}ftyp(?:hei[cfs]|avif|mif1|msf1)", Content("HEIF", (".heic", ".avif"))),
    (rb".{4}ftyp3g", Content("3GP", (".3gp",))),
    (rb".{4}(?:ftyp|moov|mdat|wide|free|skip)", M4A),
    (rb"\xff\xfe|\xfe\xff", _TEXT),
    (rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb]", MP3),
    (rb"\xff[\xe4\xe5\xf4\xf5\xfc\xfd]", Content("MPEG Layer II", (".mp2", ".mpa"))),
    (rb"\xff[\xf0\xf1\xf8\xf9]", Content("AAC (ADTS)", (".aac",))),
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f-\xff]")
_KNOWN = tuple((re.compile(pattern, re.DOTALL), content) for pattern, content in _SIGNATURES)


def identify(stream: BinaryIO) -> Content:
    """What the file open in `stream` holds; `UNKNOWN` where its bytes do not tell."""
    if not stream.read(1):
        return NOTHING
    stream.seek(_after_id3(stream))
    head = stream.read(_HEAD)
    found = next((content for pattern, content in _KNOWN if pattern.match(head)), UNKNOWN)
    if found is M4A:
        return _kind_of_mp4(head, _moov(stream))
    if found is UNKNOWN and head and not _BINARY.search(head):
        return _TEXT
    return found


def _after_id3(stream: BinaryIO) -> int:
    """Where the content begins: behind the ID3v2 tags (id3.org, 3.1), of which there may be several."""
    start = 0
    while True:
        stream.seek(start)
        tag = stream.read(_ID3.size)
        if len(tag) < _ID3.size or not tag.startswith(b"ID3"):
            return start
        _, flags, *digits = _ID3.unpack(tag)
        size = 0
        for digit in digits:
            size = size << 7 | digit & 0x7F
        footer = _ID3.size if flags & 0x10 else 0
        start += _ID3.size + size + footer


def _kind_of_mp4(head: bytes, moov: bytes) -> Content:
    """A film has a video track (ISO 14496-12, 8.4.5), but in an M4A it may be one of chapter pictures."""
    if b"vmhd" in moov and head[8:11] not in {b"M4A", b"M4B"}:
        return _VIDEO
    return _LOSSLESS if b"alac" in moov else M4A


def _moov(stream: BinaryIO) -> bytes:
    """The box that tells the tracks of an MP4; empty where there is none."""
    position = 0
    while True:
        stream.seek(position)
        header = stream.read(_BOX.size)
        if len(header) < _BOX.size:
            return b""
        size, name, large_size = _BOX.unpack(header)
        if name == b"moov":
            return stream.read(min(size, _LARGEST_MOOV))
        size = large_size if size == 1 else size
        if not _SMALLEST_BOX <= size < _LARGEST_FILE:
            return b""
        position += size
