"""Ogg files made of pages, byte by byte (RFC 3533, 6)."""

from __future__ import annotations

import struct

FIRST, LAST = 2, 4


def page(*packets: bytes, position: int = 0, serial: int = 1, flags: int = 0, is_open: bool = False) -> bytes:
    """A page of packets with its checksum; all are whole, or the last one `is_open` and goes on in the next page."""
    lacing = b"".join(b"\xff" * (len(packet) // 255) + bytes((len(packet) % 255,)) for packet in packets)
    lacing = lacing[:-1] if is_open else lacing
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, position, serial, 0, 0, len(lacing))
    raw = head + lacing + b"".join(packets)
    return raw[:22] + struct.pack("<I", checksum(raw)) + raw[26:]


def checksum(raw: bytes) -> int:
    """The CRC of a page, bit by bit."""
    crc = 0
    for byte in raw:
        crc ^= byte << 24
        for _ in range(8):
            crc = crc << 1 ^ (0x104C11DB7 if crc & 1 << 31 else 0)
    return crc


def opus_head(skipped: int = 312) -> bytes:
    """The first packet of an Opus stream."""
    return b"OpusHead" + struct.pack("<BBHIhB", 1, 1, skipped, 48_000, 0, 0)


def comments(packet: bytes, *entries: str) -> bytes:
    """The packet of comments that begins with `packet`."""
    parts = [entry.encode() for entry in ("encoder", *entries)]
    sized = [struct.pack("<I", len(part)) + part for part in parts]
    return packet + sized[0] + struct.pack("<I", len(entries)) + b"".join(sized[1:])


def opus(*entries: str, seconds: int = 8) -> bytes:
    """An Opus stream of silence with comments: a page a second."""
    silence = [b"\x0b\x32" + bytes(4)] * 1
    sound = [
        page(*silence, position=312 + 48_000 * second, flags=LAST if second == seconds else 0)
        for second in range(1, seconds + 1)
    ]
    return page(opus_head(), flags=FIRST) + page(comments(b"OpusTags", *entries)) + b"".join(sound)
