"""What a picture's file really is: its format, size and colours, from its header alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from ..audio.boxes import boxes
from ..problems import Problem
from .exif import shown_size, tells_place
from .limits import is_bomb
from .refusals import bomb, cut_off, empty, heic, lfs_pointer, no_picture

Image.MAX_IMAGE_PIXELS = None  # `limits` has our own limit, and a picture beyond it is never decoded

VECTOR = "SVG"

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
"""What browsers show, by Pillow's names."""

_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_AVIF_BRANDS = frozenset({b"avif", b"avis"})

_LFS_POINTER = b"version https://git-lfs.github.com/spec/"

_PLAIN = frozenset({"RGB", "L", "P", "1"})
"""Modes of Pillow without transparency, in colours that every screen shows (CMYK is for printing)."""

_CLEAR = frozenset({"RGBA", "LA", "PA", "La", "RGBa"})
"""Those with transparency."""

_FEW = frozenset({"P", "1"})
"""Those of few colours."""

_END = {"JPEG": b"\xff\xd9", "PNG": b"IEND"}
_TAIL = 1 << 16
"""Bytes at the end of a file in which the picture's own end nearly always is."""

_SVG_HEAD = 4096
"""Bytes of a drawing in which its `<svg …>` must be."""

_DRAWN = 1200
"""The width of a drawing that has none of its own: as wide as a text can show it."""

_NUMBER = r"(-?\d+(?:\.\d+)?)(?:px)?[\s,]*"


@dataclass(frozen=True)
class PictureFacts:
    """`width` and `height` in pixels as it is shown, `size` in bytes, `format` as Pillow calls it (`JPEG`).

    `is_plain` where it has neither transparency nor colours for printing, `is_clear` where it has transparency,
    `is_even` where it has few colours or large areas of one, as drawings and pictures of screens do; `is_moving`
    where it has several frames; `tells_place` where it says on what place of the Earth it was taken.
    """

    path: str
    format: str
    width: int
    height: int
    size: int
    is_plain: bool
    is_clear: bool = False
    is_even: bool = False
    is_moving: bool = False
    tells_place: bool = False
    file: Path = field(default=Path(), compare=False)

    @property
    def is_resized(self) -> bool:
        """Whether pages show it in sizes made of it, and not the file itself."""
        return self.format not in (VECTOR, "GIF") and not self.is_moving

    @cached_property
    def digest(self) -> str:
        """What is in the file, in short; it is read as a whole only if a page shows it. Raises `OSError`."""
        return blake2b(self.file.read_bytes(), digest_size=16).hexdigest()


def read_picture(root: Path, path: str) -> PictureFacts | Problem:
    """The facts about the picture `path` (relative to the project's `root`), or why it can't be shown."""
    file = root / path
    with file.open("rb") as stream:
        head = stream.read(64)
        if not head:
            return empty(path)
        if _is_heif(head):
            return heic(path)
        if head.startswith(_LFS_POINTER):
            return lfs_pointer(path)
        try:
            return _read(stream, file, path)
        except Exception:  # noqa: BLE001 - a damaged header makes Pillow raise errors of every kind
            return no_picture(path)


def _read(stream: BinaryIO, file: Path, path: str) -> PictureFacts | Problem:
    size = file.stat().st_size
    with Image.open(stream, formats=_FORMATS) as picture:
        start = stream.tell()
        width, height = shown_size(picture)
        if is_bomb(width, height):
            return bomb(path, width, height)
        kind = (picture.format or "").replace("MPO", "JPEG")  # a JPEG with more pictures after its end
        is_clear = picture.mode in _CLEAR or "transparency" in picture.info
        facts = PictureFacts(
            path,
            kind,
            width,
            height,
            size,
            is_plain=picture.mode in _PLAIN and not is_clear,
            is_clear=is_clear,
            is_even=kind == "PNG" and (picture.mode in _FEW or size * 2 < width * height),
            is_moving=getattr(picture, "is_animated", False) and picture.format != "MPO",
            tells_place=tells_place(picture),
            file=file,
        )
        return cut_off(path) if _is_cut_off(stream, kind, start, size) else facts


def _is_heif(head: bytes) -> bool:
    """Whether it is a picture as iPhones take it: no AVIF, though in the same box (ISO 23008-12, 10)."""
    if head[4:8] != b"ftyp":
        return False
    brands = {head[place : place + 4] for place in range(8, min(len(head), int.from_bytes(head[:4])), 4)}
    return bool(brands & _HEIF_BRANDS) and not brands & _AVIF_BRANDS


def _is_cut_off(stream: BinaryIO, kind: str, start: int, size: int) -> bool:
    """Whether the picture doesn't end in the file; what is before `start` is its header, or a part of it."""
    if kind == "AVIF":
        return any(box.end > size for box in boxes(stream, 0, size))
    if kind not in _END:
        return False  # Pillow has read these to their end
    for place in (max(start, size - _TAIL), start):
        stream.seek(place)
        if _END[kind] in stream.read():
            return False
    return True


def read_drawing(root: Path, path: str) -> PictureFacts | None:
    """The facts about a drawing in SVG; None where it says neither its size nor its proportions."""
    with (root / path).open("rb") as file:
        head = file.read(_SVG_HEAD).decode(errors="replace")
    tag = re.search(r"<svg\b[^>]*>", head)
    attributes = dict(re.findall(r"\s(width|height|viewBox)\s*=\s*[\"']([^\"']*)", tag[0])) if tag else {}
    size = _numbers(f"{attributes.get('width')} {attributes.get('height')}", 2)
    box = _numbers(attributes.get("viewBox", ""), 4)
    if not size and box:
        size = (_DRAWN, _DRAWN * box[3] / box[2])
    if not size:
        return None
    width, height = map(round, size)
    return PictureFacts(path, VECTOR, width, height, (root / path).stat().st_size, is_plain=False)


def _numbers(written: str, count: int) -> tuple[float, ...]:
    """The `count` numbers in `written`, without units or in pixels; none where the last two are no size."""
    parts = re.fullmatch(_NUMBER * count, written.strip())
    numbers = tuple(map(float, parts.groups())) if parts else ()
    return numbers if numbers and min(numbers[-2:]) >= 1 else ()
