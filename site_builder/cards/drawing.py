"""A card → PNG. What cards of one look and site share is drawn once, each letter too: the rest is laying them out.

A card has 16 colours, two pixels a byte: little to squeeze, and letters with smooth edges all the same.
"""

from __future__ import annotations

import re
import struct
import unicodedata
import zlib
from functools import cache, lru_cache

from PIL import Image

from .card import HEIGHT, WIDTH, ShareCard
from .face import Face, known
from .lines import balanced, shortened
from .looks import ACCENT, INK, LEAVES, look_of, palette
from .mark import PATHS, leaf
from .stamp import stamp

_SPARE = 2
"""Pixels left of the card: their byte is what PNG wants before each row (filter 0, none)."""

_LEFT, _TEXT = 80, 760
"""Where texts begin and how wide they may be, in pixels."""

_SIZES = ((78, 3), (68, 4), (58, 4), (50, 5), (43, 6))
"""Sizes of a title in pixels, and how many lines of each there may be."""

_SPACES = re.compile(" +")

_NAME, _NOTE, _BESIDE_MARK = 34, 30, 72
_LEADING, _MIDDLE = 1.24, 350


def draw(card: ShareCard) -> bytes:
    """The card as PNG: 1,200 × 630 pixels."""
    canvas = _ground(card.look, card.site).copy()
    title = _said(card.title) or _said(card.site)
    face, lines = _fitting(title)
    step = round(face.size * _LEADING)
    note = _line(card.note, _NOTE, ACCENT, _TEXT)
    top = _MIDDLE - step * (len(lines) - 1) // 2 + (_NOTE if note else 0)
    if note:
        _face(_NOTE, ACCENT).write(canvas, note, _SPARE + _LEFT, top - round(face.size * 0.95) - 22)
    for number, line in enumerate(lines):
        face.write(canvas, line, _SPARE + _LEFT, top + step * number + face.size // 4)
    return _png(canvas, palette(look_of(card.look)))


def _said(text: str) -> str:
    """What of `text` can be written; nothing where no letter of it can."""
    kept = _SPACES.sub(" ", known(unicodedata.normalize("NFC", text))).strip()
    return kept if any(char.isalnum() for char in kept) else ""


def _line(text: str, size: int, colours: tuple[int, int], width: int) -> str:
    """As much of `text` as one line of `width` pixels holds."""
    face, said = _face(size, colours), _said(text)
    return said if face.width(said) <= width else shortened(said, face.width, width, 1)[0]


def _fitting(title: str) -> tuple[Face, tuple[str, ...]]:
    """The largest size at which `title` has room, and its lines; if none has, its beginning at the smallest."""
    for size, most in _SIZES:
        face = _face(size, INK)
        if lines := balanced(title, face.width, _TEXT, most):
            return face, lines
    return face, shortened(title, face.width, _TEXT, most)


@cache
def _face(size: int, colours: tuple[int, int]) -> Face:
    return Face(size, colours)


@lru_cache(maxsize=1)
def _ground(look: str, site: str) -> Image.Image:
    """What all cards of a look share: pattern, mark and the site's name."""
    canvas = Image.new("L", (_SPARE + WIDTH, HEIGHT))
    marks = (*look_of(look).pattern, (_LEFT, 56, 56))
    for size in {size for _, _, size in marks}:
        for path, places in zip(PATHS, LEAVES, strict=True):
            colours, cover = stamp(leaf(path, size), *places)
            for x, y in ((x, y) for x, y, other in marks if other == size):
                canvas.paste(colours, (_SPARE + x, y), cover)
    name = _line(site, _NAME, INK, _TEXT - _BESIDE_MARK)
    _face(_NAME, INK).write(canvas, name, _SPARE + _LEFT + _BESIDE_MARK, 97)
    return canvas


def _png(canvas: Image.Image, palette: bytes) -> bytes:
    """The picture as PNG with 4 bits a pixel (https://www.w3.org/TR/png-3/)."""
    rows = canvas.convert("P").tobytes("raw", "P;4")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette),
            _chunk(b"IDAT", zlib.compress(rows, 1)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
