"""The typeface of the cards at one size: how wide its texts are, and its letters, each drawn once.

The typeface is Literata (SIL Open Font License, `font/OFL.txt`), cut to the letters of Europe's Latin and Cyrillic
scripts. Its kerning stands beside it in JSON: Pillow reads it only with a library that not every machine has.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from .stamp import stamp

FOLDER = Path(__file__).parent / "font"


@cache
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((FOLDER / "literata.json").read_text(encoding="utf-8"))
    return facts


def known(text: str) -> str:
    """`text` without the letters that the typeface lacks."""
    letters = _facts()["letters"]
    return text if all(char in letters for char in text) else "".join(c for c in text if c in letters)


class Face:
    """The typeface at `size` pixels, in `colours` of a palette (`stamp`)."""

    def __init__(self, size: int, colours: tuple[int, int]) -> None:
        self.size = size
        self._font = ImageFont.truetype(FOLDER / "literata.woff", size, layout_engine=ImageFont.Layout.BASIC)
        self._ascent = self._font.getmetrics()[0]
        self._kerning: dict[str, dict[str, int]] = _facts()["kerning"]
        self._unit = size / _facts()["units"]
        self._colours = colours
        self._widths: dict[str, float] = {}
        self._drawn: dict[str, tuple[Image.Image, Image.Image, int, int]] = {}

    def width(self, text: str) -> float:
        """How wide `text` is, in pixels."""
        return sum([self._advance(char) for char in text]) + sum(
            [self._kern(*pair) for pair in pairwise(text)]
        )

    def write(self, canvas: Image.Image, text: str, x: float, baseline: int) -> None:
        """Draw `text` on `canvas` from `x` on."""
        before = ""
        for char in text:
            x += self._kern(before, char)
            if char != " ":
                colours, cover, left, top = self._letter(char)
                canvas.paste(colours, (round(x) + left, baseline + top), cover)
            x += self._advance(char)
            before = char

    def _advance(self, char: str) -> float:
        width = self._widths.get(char)
        if width is None:
            width = self._widths[char] = self._font.getlength(char)
        return width

    def _kern(self, left: str, right: str) -> float:
        pairs = self._kerning.get(left)
        return pairs.get(right, 0) * self._unit if pairs else 0.0

    def _letter(self, char: str) -> tuple[Image.Image, Image.Image, int, int]:
        """The letter in colours, where it covers what is below it, and its place from the pen and the baseline."""
        found = self._drawn.get(char)
        if found is None:
            left, top, right, bottom = (int(edge) for edge in self._font.getbbox(char))
            shape = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
            ImageDraw.Draw(shape).text((-left, -top), char, 255, self._font)
            found = *stamp(shape, *self._colours), left, top - self._ascent
            self._drawn[char] = found
        return found
