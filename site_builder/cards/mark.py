"""The site's mark: three leaves, as `overrides/.icons/site/mark.svg` has them, drawn in a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from PIL import Image, ImageDraw

PATHS = (
    "M31 60C13 56 3 42 4 22c18 4 27 18 27 38z",
    "M32 48C20 36 20 16 32 2c12 14 12 34 0 46z",
    "M33 60c18-4 28-18 27-38-18 4-27 18-27 38z",
)
"""SVG paths in a square of 64, of leaf 1, 2 and 3."""

SQUARE = 64
_FINE = 3
"""Shapes are drawn so many times larger, then made smaller: that smooths their edges."""
_STEPS = 24
_COMMAND = re.compile(r"([MCc])([^MCcz]*)")
_NUMBER = re.compile(r"-?[\d.]+")

Point = tuple[float, float]


@cache
def outline(path: str) -> tuple[Point, ...]:
    """The points of a closed SVG path of curves (commands M, C, c and z)."""
    points: list[Point] = []
    for command, text in _COMMAND.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        corners = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "M":
            points += corners
        for start in range(0, len(corners) - 2, 3):
            x, y = points[-1] if command == "c" else (0.0, 0.0)
            points += _curve(points[-1], *((x + a, y + b) for a, b in corners[start : start + 3]))
    return tuple(points)


@cache
def leaf(path: str, size: int) -> Image.Image:
    """How much a leaf covers each pixel (mode L) of a mark that is `size` pixels wide."""
    scale = size * _FINE / SQUARE
    shape = Image.new("L", (size * _FINE, size * _FINE))
    ImageDraw.Draw(shape).polygon([(x * scale, y * scale) for x, y in outline(path)], fill=255)
    return shape.reduce(_FINE)


def _curve(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    """The points of a cubic Bézier curve after `start`."""
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, first, second, end)
        yield (
            sum(weight * corner[0] for weight, corner in zip(weights, corners, strict=True)),
            sum(weight * corner[1] for weight, corner in zip(weights, corners, strict=True)),
        )
