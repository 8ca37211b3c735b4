"""What cameras and programs write into pictures (places, names, serial numbers, small copies) taken out again.

Sources: JPEG (ITU-T T.81, B.1), PNG (https://www.w3.org/TR/png-3/, 5), WebP (RFC 9649, 2), Exif 2.32.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, JpegImagePlugin

from .exif import turn, upright
from .limits import is_bomb

_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"

_START_OF_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""JPEG's markers that no length follows."""

_APPLICATIONS, _COMMENT = range(0xE0, 0xF0), 0xFE
_JPEG_NEEDS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""The applications' segments that say how to show the picture."""

_AFTER_SCAN = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")

_PNG_NEEDS = frozenset(
    {
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"cICP",
        b"mDCV",
        b"cLLI",
        b"bKGD",
        b"pHYs",
        b"sBIT",
        b"hIST",
    }
    | {b"sPLT", b"acTL", b"fcTL", b"fdAT"}
)
"""The chunks that may be missing and yet say how to show the picture."""

_WEBP_NEEDS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_TELLS = 0x08 | 0x04
"""The flags of `VP8X` for Exif and XMP."""


def stripped(data: bytes) -> bytes:
    """The picture in `data` without anything that isn't needed to show it, standing upright.

    What is coded as pixels stays bit for bit, unless the picture has to be turned. Of other formats than JPEG, PNG and
    WebP, and what is damaged, nothing is changed.
    """
    try:
        return b"".join(_parts(_upright(data)))
    except (ValueError, IndexError, struct.error):
        return data


def _parts(data: bytes) -> Iterator[bytes]:
    if data.startswith(_JPEG):
        return _of_jpeg(data)
    if data.startswith(_PNG):
        return _of_png(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _of_webp(data)
    return iter((data,))


def _of_jpeg(data: bytes) -> Iterator[bytes]:
    """The segments that are needed; what follows the end (films, more pictures) isn't."""
    yield data[:2]
    start = 2
    while True:
        place = start
        while data[place + 1] == 0xFF:  # filling
            place += 1
        marker = data[place + 1]
        if data[place] != 0xFF or marker == 0:
            raise ValueError(marker)
        end = place + 2
        if marker not in _ALONE and marker != _END:
            end += int.from_bytes(data[end : end + 2])
            if end > len(data):
                raise ValueError(end)
        content = data[place + 4 : end]
        if marker == _START_OF_SCAN:
            following = _AFTER_SCAN.search(data, end)
            if following is None:
                raise ValueError(end)
            end = following.start()
        if _is_needed(marker, content):
            yield data[start:end]
        if marker == _END:
            return
        start = end


def _is_needed(marker: int, content: bytes) -> bool:
    if marker in _APPLICATIONS:
        return marker in _JPEG_NEEDS and content.startswith(_JPEG_NEEDS[marker])
    return marker != _COMMENT


def _of_png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    start, name = len(_PNG), b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, start)
        end = start + length + 12
        if end > len(data):
            raise ValueError(end)
        if name[:1].isupper() or name in _PNG_NEEDS:
            yield data[start:end]
        start = end


def _of_webp(data: bytes) -> Iterator[bytes]:
    chunks = []
    start, last = 12, 8 + int.from_bytes(data[4:8], "little")
    if last > len(data):
        raise ValueError(last)
    while start < last:
        name, length = struct.unpack_from("<4sI", data, start)
        end = start + 8 + length + length % 2
        chunk = data[start:end]
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_TELLS]) + chunk[9:]
        if name in _WEBP_NEEDS:
            chunks.append(chunk)
        start = end
    content = b"WEBP" + b"".join(chunks)
    yield b"RIFF" + len(content).to_bytes(4, "little") + content


def _upright(data: bytes) -> bytes:
    """The picture turned as its Exif says; coded anew, as finely as it was, only if there is anything to turn."""
    try:
        with Image.open(BytesIO(data)) as picture:
            is_moving = getattr(picture, "n_frames", 1) > 1 and picture.format != "MPO"
            if turn(picture) is None or is_moving or is_bomb(*picture.size):
                return data
            return _turned(picture)
    except Exception:  # noqa: BLE001 - what is damaged makes Pillow raise errors of every kind
        return data


def _turned(picture: Image.Image) -> bytes:
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        sampling = JpegImagePlugin.get_sampling(picture)
        options = {
            "qtables": picture.quantization,
            "subsampling": sampling,
            "progressive": "progressive" in picture.info,
            "optimize": True,
        }
        kind = "JPEG"
    else:
        kind = picture.format or ""
        options = {"lossless": True} if kind == "WEBP" else {}
    written = BytesIO()
    upright(picture).save(written, kind, icc_profile=picture.info.get("icc_profile"), **options)
    return written.getvalue()
