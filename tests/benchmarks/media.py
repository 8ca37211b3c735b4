"""The smallest valid files of each sort that a podcast and its pages need, made without any other program."""

from __future__ import annotations

from random import Random
from struct import pack

COVER_SIDE = 1400
MP3_FRAMES = 77
SECONDS_PER_FRAME = 1152 / 44_100


def mp3(frames: int = MP3_FRAMES) -> bytes:
    """Silence: MPEG-1 Layer III, mono, 44.1 kHz, 32 kbit/s, `frames` frames of 26 ms after an Info header."""
    header = bytes((0xFF, 0xFB, 0x10, 0xC0))
    size = 144 * 32_000 // 44_100
    silence = header.ljust(size, b"\0")
    side_information = bytes(17)
    info = header + side_information + b"Info" + pack(">III", 3, frames, size * (frames + 1))
    return info.ljust(size, b"\0") + silence * frames


def _segment(marker: int, payload: bytes) -> bytes:
    return pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def cover(side: int = COVER_SIDE) -> bytes:
    """A square baseline JPEG of one colour (YCbCr 4:4:4).

    Its Huffman tables know three codes: no change of the colour (0), a change of six bits (10), end of the
    block (0); a block that repeats the one before costs two bits.
    """
    direct = _segment(0xC4, bytes((0x00, 1, 1, *[0] * 14, 0, 6)))
    alternating = _segment(0xC4, bytes((0x10, 1, *[0] * 15, 0)))
    quantisation = _segment(0xDB, bytes((0, *[8] * 64)))
    frame = _segment(0xC0, pack(">BHHB", 8, side, side, 3) + bytes((1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0)))
    scan = _segment(0xDA, bytes((3, 1, 0, 2, 0, 3, 0, 0, 63, 0)))
    blocks = (-(-side // 8)) ** 2
    # A change of six bits: 32..63 as they are, -63..-32 plus 63. Here the colour is a dark blue.
    first = "".join(f"10{value:06b}0" for value in (0b001111, 0b100100, 0b010000))
    bits = first + "0" * (6 * (blocks - 1))
    bits += "1" * (-len(bits) % 8)
    data = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")
    jfif = _segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    return b"\xff\xd8" + jfif + quantisation + frame + direct + alternating + scan + data + b"\xff\xd9"


def drawing(random: Random) -> str:
    """An SVG of 1200 by 675 with a dozen circles."""
    circles = "".join(
        f'<circle cx="{random.randrange(1200)}" cy="{random.randrange(675)}" r="{random.randrange(30, 160)}"'
        f' fill="hsl({random.randrange(360)} 60% 50% / .6)"/>'
        for _ in range(12)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675" width="1200" height="675">'
        f'<rect width="1200" height="675" fill="#f4f1ea"/>{circles}</svg>\n'
    )


def transcript(lines: list[str], speakers: tuple[str, ...]) -> str:
    """A WebVTT file with a cue for each of `lines`, as long as the audio of `mp3`; speakers take turns."""
    step = MP3_FRAMES * SECONDS_PER_FRAME / len(lines)
    cues = (
        f"00:{number * step:06.3f} --> 00:{(number + 1) * step:06.3f}\n"
        f"<v {speakers[number // 3 % len(speakers)]}>{line}"
        for number, line in enumerate(lines)
    )
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"
