"""What a picture's file really is: its format, size and colours, from its header alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

Image.MAX_IMAGE_PIXELS = None  # only headers are read here: a picture that claims to be huge costs nothing

_PLAIN = frozenset({"RGB", "L", "P", "1"})
"""Modes of Pillow without transparency, in colours that every screen shows (CMYK is for printing)."""


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """`width` and `height` in pixels, `size` in bytes, `format` as Pillow calls it (`JPEG`).

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
            return PictureFacts(path, kind, *picture.size, (root / path).stat().st_size, is_plain)
    except Exception:  # noqa: BLE001 - a damaged header makes Pillow raise errors of every kind
        return None
