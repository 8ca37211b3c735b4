"""What a picture's file really is: its format, size and colours, from its header alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image

Image.MAX_IMAGE_PIXELS = None  # only headers are read here: a picture that claims to be huge costs nothing

_PLAIN = frozenset({"RGB", "L", "P", "1"})
"""Modes of Pillow without transparency, in colours that every screen shows (CMYK is for printing)."""

_SIDEWAYS = frozenset({5, 6, 7, 8})
"""EXIF's orientations of pictures that are shown turned by a quarter."""

_SVG_HEAD = 4096
"""Bytes of a drawing in which its `<svg …>` must be."""

_DRAWN = 1200
"""The width of a drawing that has none of its own: as wide as a text can show it."""

_NUMBER = r"(-?\d+(?:\.\d+)?)(?:px)?[\s,]*"


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """`width` and `height` in pixels as it is shown, `size` in bytes, `format` as Pillow calls it (`JPEG`).

    `is_plain` where it has neither transparency nor colours for printing.
    """

    path: str
    format: str
    width: int
    height: int
    size: int
    is_plain: bool


def read_picture(root: Path, path: str) -> PictureFacts | None:
    """The facts about the picture `path` (relative to the project's `root`); None where it can't be read as one."""
    try:
        with Image.open(root / path) as picture:
            is_plain = picture.mode in _PLAIN and "transparency" not in picture.info
            kind = picture.format or ""
            width, height = picture.size
            if kind == "JPEG" and picture.getexif().get(ExifTags.Base.Orientation) in _SIDEWAYS:
                width, height = height, width
            return PictureFacts(path, kind, width, height, (root / path).stat().st_size, is_plain)
    except Exception:  # noqa: BLE001 - a damaged header makes Pillow raise errors of every kind
        return None


def read_drawing(root: Path, path: str) -> PictureFacts | None:
    """The same about a drawing in SVG; None where it says neither its size nor its proportions."""
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
    return PictureFacts(path, "SVG", width, height, (root / path).stat().st_size, is_plain=False)


def _numbers(written: str, count: int) -> tuple[float, ...]:
    """The `count` numbers in `written`, without units or in pixels; none where the last two are no size."""
    parts = re.fullmatch(_NUMBER * count, written.strip())
    numbers = tuple(map(float, parts.groups())) if parts else ()
    return numbers if numbers and min(numbers[-2:]) >= 1 else ()
