"""MP4 files made of boxes, byte by byte (ISO 14496-12, 4.2)."""

from __future__ import annotations

import struct

TYPE = b"M4A \0\0\0\0M4A mp42isom"


def box(name: bytes, *content: bytes, size: int | None = None) -> bytes:
    """A box with its size, or with another one that it only claims."""
    data = b"".join(content)
    return struct.pack(">I", len(data) + 8 if size is None else size) + name + data


def without(data: bytes, name: bytes) -> bytes:
    """`data` with the boxes of a name made unknown ones."""
    return data.replace(name, b"free")


def full(name: bytes, *numbers: int, data: bytes = b"", version: int = 0) -> bytes:
    """A box with a version and no flags, then numbers of four bytes, then `data`."""
    return box(
        name, bytes((version, 0, 0, 0)), b"".join(struct.pack(">I", number) for number in numbers), data
    )


def text(title: str, link: str = "", *, encoding: str = "utf-8") -> bytes:
    """A sample of a track of texts, with its link behind it (3GPP TS 26.245, 5.17.1.5)."""
    shown = title.encode(encoding)
    target = link.encode()
    href = box(b"href", bytes(4), bytes((len(target),)), target, b"\0") if link else b""
    return struct.pack(">H", len(shown)) + shown + box(b"encd", bytes(4)) + href


def movie(*tracks: tuple[bytes, list[tuple[int, bytes]]], user_data: bytes = b"", delay: int = 0) -> bytes:
    """An M4A of ten silent seconds whose sound names all the other `tracks` as its chapters.

    Each is a handler and its samples, with their durations in milliseconds. `delay` (milliseconds) comes first.
    """
    sound = (b"soun", [(1000, bytes(8))] * 10)
    content = b"".join(sample for _, samples in (sound, *tracks) for _, sample in samples)
    start, boxes, offset = len(box(b"ftyp", TYPE)) + 8, [], 0
    for number, (handler, samples) in enumerate((sound, *tracks), start=1):
        places = [
            start + offset + sum(len(sample) for _, sample in samples[:index])
            for index in range(len(samples))
        ]
        offset += sum(len(sample) for _, sample in samples)
        is_sound = handler == b"soun"
        table = box(
            b"stbl",
            full(b"stsd", 1, data=box(b"mp4a" if is_sound else handler, bytes(28))),
            full(b"stts", len(samples), *(part for length, _ in samples for part in (1, length))),
            full(b"stsc", 1, 1, 1, 1),
            full(b"stsz", 0, len(samples), *(len(sample) for _, sample in samples)),
            full(b"stco", len(samples), *places),
        )
        media = box(
            b"mdia",
            full(b"mdhd", 0, 0, 1000, 0),
            full(b"hdlr", 0, data=handler + bytes(13)),
            box(b"minf", table),
        )
        names = struct.pack(f">{len(tracks)}I", *range(2, len(tracks) + 2))
        edits = full(b"elst", 2, delay, 0xFFFFFFFF, 1 << 16, 0, 0, 1 << 16)
        parts = [full(b"tkhd", 0, 0, number, 0, 0), media]
        parts += [box(b"tref", box(b"chap", names))] if is_sound and tracks else []
        parts += [box(b"edts", edits)] if delay and not is_sound else []
        boxes.append(box(b"trak", *parts))
    header = full(b"mvhd", 0, 0, 1000, 10_000)
    return box(b"ftyp", TYPE) + box(b"mdat", content) + box(b"moov", header, *boxes, box(b"udta", user_data))


def nero(*chapters: tuple[float, str]) -> bytes:
    """Nero's box of chapters, their starts in seconds."""
    entries = [
        struct.pack(">QB", round(start * 10_000_000), len(title.encode())) + title.encode()
        for start, title in chapters
    ]
    return box(b"chpl", b"\x01\0\0\0" + bytes(4) + bytes((len(chapters),)), *entries)
