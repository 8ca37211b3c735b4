"""Everything that is uploaded in place of good audio: one clear problem each, at once."""

from __future__ import annotations

import struct
import time
import tracemalloc
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from site_builder.audio.facts import AudioFacts
from site_builder.report import EDITOR_LANGUAGES, editor_language, rows

from .judging import facts, refusal
from .mp3 import frame, id3, id3v1, summary
from .mp4 import TYPE, box, without
from .ogg import FIRST, LAST, opus, opus_head, page

SOUND = frame() * 300
FTYP = box(b"ftyp", TYPE)
FINE = ""
MEMORY = 5_000_000


def tagged(*frames: bytes, version: int = 4, claimed: int | None = None) -> bytes:
    body = b"".join(frames)
    size = len(body) if claimed is None else claimed
    digits = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3" + bytes((version, 0, 0)) + digits + body + SOUND


def frame_of_tag(name: bytes, content: bytes, *, flags: int = 0, version: int = 4) -> bytes:
    size = len(content)
    digits = (
        bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0)) if version == 4 else struct.pack(">I", size)
    )
    return name + digits + struct.pack(">H", flags) + content


@cache
def bomb() -> bytes:
    """Zeros that unpack to 100 MB."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()


def zip_bomb(name: bytes, version: int) -> bytes:
    flags = 0x09 if version == 4 else 0x80
    content = struct.pack(">I", 0x7F7F7F7F) + bomb()
    return tagged(frame_of_tag(name, content, flags=flags, version=version), version=version)


def nested_chapters() -> bytes:
    content = b""
    for _ in range(300):
        content = frame_of_tag(b"CHAP", b"c\0" + bytes(16) + content)
    return tagged(content)


def nested_boxes() -> bytes:
    inner = b""
    for _ in range(3000):
        inner = box(b"moov", box(b"trak", inner))
    return FTYP + inner


def damaged(data: bytes, place: int) -> bytes:
    place %= len(data)
    return data[:place] + bytes((data[place] ^ 0xFF,)) + data[place + 1 :]


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


MADE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing": ("a.mp3", lambda: b"", "audio-empty"),
    "a web page": ("a.mp3", lambda: b"<!doctype html><title>404</title>", "audio-is-html"),
    "an XML error": ("a.m4a", lambda: b"<Error><Code>NoSuchKey</Code></Error>", "audio-is-html"),
    "a JSON error": ("a.mp3", lambda: b'{"message": "Not Found"}', "audio-wrong-format"),
    "an LFS pointer": (
        "a.opus",
        lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
        "audio-lfs-pointer",
    ),
    "Czech text": ("a.mp3", lambda: "Přepis dílu: dobrý den.\n".encode() * 300, "audio-wrong-format"),
    "PDF": ("a.mp3", lambda: b"%PDF-1.7\n" + bytes(99), "audio-wrong-format"),
    "ZIP": ("a.m4a", lambda: b"PK\x03\x04" + bytes(99), "audio-wrong-format"),
    "gzip": ("a.mp3", lambda: b"\x1f\x8b\x08" + bytes(99), "audio-wrong-format"),
    "AMR": ("a.amr", lambda: b"#!AMR\n" + bytes(99), "audio-unsupported"),
    "WMA": ("a.wma", lambda: bytes.fromhex("3026b2758e66cf11") + bytes(99), "audio-unsupported"),
    "MIDI": ("a.mid", lambda: b"MThd\0\0\0\x06" + bytes(99), "audio-unsupported"),
    "zeros": ("a.mp3", lambda: bytes(20_000_000), "audio-unreadable"),
    "ones": ("a.mp3", lambda: b"\xff" * 20_000_000, "audio-unreadable"),
    "false starts": ("a.mp3", lambda: b"\xff\xfb\x50" * 7_000_000, "audio-unreadable"),
    "tiny tags": ("a.mp3", lambda: b"ID3\x04\0\0\0\0\0\0" * 1_000_000, "audio-unreadable"),
    "frames in pieces": ("a.mp3", lambda: (frame(32) * 2 + b"\0") * 20_000, FINE),
    "tags alone": ("a.mp3", lambda: id3(9000) + id3v1(), "audio-unreadable"),
    "a tag that claims 256 MB": ("a.mp3", lambda: tagged(claimed=0xFFFFFFF), "audio-unreadable"),
    "a tag of 100,000 frames": (
        "a.mp3",
        lambda: tagged(*(frame_of_tag(b"TIT2", b"\x03%d" % number) for number in range(100_000))),
        FINE,
    ),
    "a frame that claims 256 MB": ("a.mp3", lambda: tagged(b"APIC\x7f\x7f\x7f\x7f\0\0\x03"), FINE),
    "a bomb in a title": ("a.mp3", lambda: zip_bomb(b"TIT2", 4), FINE),
    "a bomb in a chapter": ("a.mp3", lambda: zip_bomb(b"CHAP", 4), FINE),
    "a bomb in an older tag": ("a.mp3", lambda: zip_bomb(b"APIC", 3), FINE),
    "chapters in chapters": ("a.mp3", nested_chapters, FINE),
    "a huge picture": (
        "a.mp3",
        lambda: tagged(frame_of_tag(b"APIC", b"\0image/png\0\x03\0" + bytes(30_000_000))),
        FINE,
    ),
    "upper case": ("A.MP3", lambda: SOUND, FINE),
    "no ending": ("a", lambda: SOUND, "audio-wrong-format"),
    "another ending": ("a.txt", lambda: SOUND, "audio-wrong-format"),
    "a header and no sound": ("a.mp3", lambda: summary(b"Xing", 9000), "audio-truncated"),
    "an MP4 without moov": ("a.m4a", lambda: FTYP + box(b"mdat", bytes(9999)), "audio-unreadable"),
    "a moov of 500 MB": (
        "a.m4a",
        lambda: FTYP + box(b"moov", bytes(99), size=500_000_000),
        "audio-truncated",
    ),
    "a moov without tracks": (
        "a.m4a",
        lambda: FTYP + box(b"moov", box(b"mvhd", bytes(100))),
        "audio-unreadable",
    ),
    "a moov of crumbs": ("a.m4a", lambda: FTYP + box(b"moov", box(b"trak") * 2_000_000), "audio-unreadable"),
    "crumbs": ("a.m4a", lambda: FTYP + box(b"free") * 2_000_000, "audio-unreadable"),
    "a box of absurd size": (
        "a.m4a",
        lambda: FTYP + b"\0\0\0\x01moov" + b"\x7f" * 8 + bytes(99),
        "audio-unreadable",
    ),
    "boxes in boxes": ("a.m4a", nested_boxes, "audio-unreadable"),
    "an Ogg of nothing": ("a.ogg", lambda: page() * 1000, "audio-unsupported"),
    "an Ogg of headers": ("a.opus", lambda: page(opus_head(), flags=FIRST), "audio-truncated"),
    "an Ogg without sound": ("a.opus", lambda: page(opus_head(), flags=FIRST | LAST), "audio-unreadable"),
    "an Ogg of crumbs": (
        "a.opus",
        lambda: page(opus_head(), flags=FIRST) + page() * 400_000 + page(serial=2, flags=LAST),
        "audio-unreadable",
    ),
    "an Ogg of comments": (
        "a.opus",
        lambda: (
            page(opus_head(), flags=FIRST)
            + page((b"OpusTags" + bytes(4) + b"\xff\xff\xff\x7f").ljust(255 * 255, b"\0"), is_open=True)
            + page(bytes(255 * 255), is_open=True) * 300
            + page(b"", position=48_000, flags=LAST)
        ),
        FINE,
    ),
    "an Ogg of beginnings": (
        "a.opus",
        lambda: opus() + b"OggSOggS" * 10_000,
        "audio-truncated",
    ),
    "a wrong checksum at first": ("a.opus", lambda: damaged(opus(), 23), "audio-unreadable"),
    "a wrong checksum at last": ("a.opus", lambda: damaged(opus(), -1), "audio-unreadable"),
}
"""What the file is called, what it holds, and which problem that is; `FINE` where it plays after all."""

RECORDED: dict[str, tuple[str, str, Callable[[bytes], bytes], str]] = {
    "JPEG": ("image.jpg", "a.mp3", bytes, "audio-wrong-format"),
    "PNG": ("image.png", "a.m4a", bytes, "audio-wrong-format"),
    "a film": ("film.mp4", "a.m4a", bytes, "audio-wrong-format"),
    "a film as such": ("film.mp4", "a.mp4", bytes, "audio-unsupported"),
    "WebM": ("a.webm", "a.opus", bytes, "audio-wrong-format"),
    "WAV": ("a.wav", "a.wav", bytes, "audio-unsupported"),
    "FLAC": ("a.flac", "a.mp3", bytes, "audio-wrong-format"),
    "AIFF": ("a.aiff", "a.aiff", bytes, "audio-unsupported"),
    "Apple Lossless": ("alac.m4a", "a.m4a", bytes, "audio-unsupported"),
    "MP3 as M4A": ("xing.mp3", "a.m4a", bytes, "audio-wrong-format"),
    "M4A as MP3": ("a.m4a", "a.mp3", bytes, "audio-wrong-format"),
    "Opus as MP3": ("a.opus", "a.mp3", bytes, "audio-wrong-format"),
    "half an MP3": ("xing.mp3", "a.mp3", half, "audio-truncated"),
    "half an M4A": ("fast.m4a", "a.m4a", half, "audio-truncated"),
    "half an M4A, its table last": ("a.m4a", "a.m4a", half, "audio-truncated"),
    "half an Opus": ("a.opus", "a.opus", half, "audio-truncated"),
    "half a Vorbis": ("a.ogg", "a.ogg", half, "audio-truncated"),
    "MP3, variable, no header": ("bare.mp3", "a.mp3", bytes, FINE),
    "M4A, its table lost": ("a.m4a", "a.m4a", lambda data: without(data, b"moov"), "audio-unreadable"),
    "M4A, its codec unknown": (
        "a.m4a",
        "a.m4a",
        lambda data: data.replace(b"mp4a", b"ac-3"),
        "audio-unsupported",
    ),
    "M4A, its times lost": ("a.m4a", "a.m4a", lambda data: without(data, b"stts"), "audio-unreadable"),
}
"""The same with a recording and what is done to it first."""


def check(root: Path, name: str, data: bytes, code: str) -> None:
    started = time.process_time()
    found = facts(root, name, data)
    assert time.process_time() - started < 2
    if code == FINE:
        assert isinstance(found, AudioFacts), found
        return
    problem = refusal(found)
    assert problem.code == code
    czech, english = (rows([problem], editor_language(language))[0] for language in EDITOR_LANGUAGES)
    assert czech.message != english.message
    assert czech.hint != english.hint
    assert "{" not in czech.message + czech.hint + english.message + english.hint


@pytest.mark.parametrize("kind", MADE)
def test_what_is_no_audio(root: Path, kind: str) -> None:
    name, make, code = MADE[kind]
    check(root, name, make(), code)


@pytest.mark.parametrize(
    "kind", [kind for kind in MADE if "bomb" in kind or "huge" in kind or "claims" in kind]
)
def test_nothing_is_unpacked_or_read_that_is_not_needed(root: Path, kind: str) -> None:
    name, make, _ = MADE[kind]
    data = make()
    tracemalloc.start()
    facts(root, name, data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MEMORY


@pytest.mark.parametrize("kind", RECORDED)
def test_what_was_a_recording(root: Path, recordings: Path, kind: str) -> None:
    recording, name, change, code = RECORDED[kind]
    check(root, name, change((recordings / recording).read_bytes()), code)
