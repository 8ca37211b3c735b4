"""MP3 files made of frames, byte by byte (ISO 11172-3, 2.4.1)."""

from __future__ import annotations

import struct

KBIT = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)


def frame(kbit: int = 64, *, padding: int = 0) -> bytes:
    """A silent frame of MPEG 1 Layer III, 44.1 kHz, mono: 1152 samples."""
    size = 144_000 * kbit // 44_100 + padding
    header = bytes((0xFF, 0xFB, KBIT.index(kbit) << 4 | padding << 1, 0xC0))
    return header.ljust(size, b"\0")


def frame_of_mpeg2(kbit_index: int = 8) -> bytes:
    """A silent frame of MPEG 2 Layer III, 64 kbit/s, 22.05 kHz, mono: 576 samples."""
    size = 72_000 * 64 // 22_050
    return bytes((0xFF, 0xF3, kbit_index << 4, 0xC0)).ljust(size, b"\0")


def summary(name: bytes, frames: int | None) -> bytes:
    """A first frame with a Xing or Info header (mono: after 17 bytes of side information)."""
    flags = 0 if frames is None else 1
    count = b"" if frames is None else struct.pack(">I", frames)
    content = frame(64)[:21] + name + struct.pack(">I", flags) + count
    return content.ljust(len(frame(64)), b"\0")


def vbri(frames: int, size: int) -> bytes:
    """A first frame with Fraunhofer's VBRI header, 32 bytes behind the frame's own."""
    header = b"VBRI" + struct.pack(">HHHIIHHHH", 1, 0, 75, size, frames, 0, 1, 2, 0)
    return (frame(64)[:36] + header).ljust(len(frame(64)), b"\0")


def id3(size: int) -> bytes:
    """An ID3v2 tag of `size` bytes after its header, all padding."""
    digits = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x04\x00\x00" + digits + bytes(size)


def footed_id3(size: int, *, is_last: bool = False) -> bytes:
    """An ID3v2.4 tag with a footer; where it `is_last`, nothing but the footer tells of it."""
    digits = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    start = b"JUNK" if is_last else b"ID3\x04"
    return start + b"\0\x10" + digits + bytes(size) + b"3DI\x04\0\x10" + digits


def id3v1() -> bytes:
    """The oldest tag, at the end of the file."""
    return b"TAG" + "Díl".encode("latin-1").ljust(125, b"\0")


def lyrics3(size: int) -> bytes:
    """A Lyrics3v2 tag full of false frames."""
    text = b"LYRICSBEGIN" + (frame()[:4] * size)[:size]
    return text + b"%06d" % len(text) + b"LYRICS200"


def ape(size: int, *, has_header: bool = True) -> bytes:
    """An APEv2 tag full of false frames."""
    items = (frame()[:4] * size)[:size]
    flags = 0x80000000 if has_header else 0
    ends = [
        b"APETAGEX" + struct.pack("<4I", 2000, size + 32, 1, flags | kind) + bytes(8) for kind in (1 << 29, 0)
    ]
    return (ends[0] if has_header else b"") + items + ends[1]


def free_frame(size: int, *, padding: int = 0) -> bytes:
    """A silent frame of `size` bytes that names no bitrate (MPEG 1, 44.1 kHz, mono)."""
    return bytes((0xFF, 0xFB, padding << 1, 0xC0)).ljust(size + padding, b"\0")
