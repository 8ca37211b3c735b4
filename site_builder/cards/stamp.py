"""A shape with smooth edges → the few colours of a palette."""

from __future__ import annotations

from PIL import Image


def stamp(shape: Image.Image, first: int, last: int) -> tuple[Image.Image, Image.Image]:
    """The `shape` (mode L: how much it covers each pixel) in the colours `first` (faint) … `last` (full).

    With it, a mask of where it covers anything at all.
    """
    count = last - first + 1
    steps = [(level * count + 127) // 255 for level in range(256)]
    colours = shape.point([first + step - 1 if step else 0 for step in steps])
    return colours, shape.point([255 if step else 0 for step in steps])
