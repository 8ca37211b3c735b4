"""A photograph as a camera takes it → the same in the sizes and formats that pages show, and nothing else in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

from .exif import upright
from .recipe import Recipe

_OPTIONS: dict[str, dict[str, Any]] = {
    "WEBP": {"quality": 78, "method": 4, "alpha_quality": 90},
    "JPEG": {"quality": 80, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
}
_EVEN = _OPTIONS | {"WEBP": {"lossless": True, "quality": 40, "method": 2}}
"""Drawings and pictures of screens would blur, and are small this way too."""

_PROFILED = frozenset({"RGB", "RGBA", "L", "CMYK"})
"""Modes that a colour profile can speak of."""


def encoded(file: Path, recipes: Iterable[Recipe]) -> Iterator[tuple[Recipe, bytes]]:
    """The picture in `file` by each of `recipes`, the largest first. Raises what Pillow does where it is damaged."""
    wanted = sorted(recipes, key=lambda recipe: -recipe.width)
    with Image.open(file) as opened:
        share = max(wanted[0].width, wanted[0].height) / max(opened.size)
        needed = (int(opened.width * share), int(opened.height * share))
        opened.draft(None, needed)  # a JPEG is decoded no larger than needed: several times faster
        picture = _in_plain_colours(upright(opened))
    for recipe in wanted:
        scaled = picture.resize((recipe.width, recipe.height), Image.Resampling.LANCZOS, reducing_gap=3)
        data = BytesIO()
        scaled.save(data, recipe.format, **(_EVEN if recipe.is_even else _OPTIONS)[recipe.format])
        yield recipe, data.getvalue()


def _in_plain_colours(picture: Image.Image) -> Image.Image:
    """In sRGB, with transparency where there is any, and without all that the file said beside its pixels."""
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point([value >> 8 for value in range(1 << 16)], "L")
    profile = picture.info.get("icc_profile")
    kind = "RGBA" if "A" in picture.mode or "a" in picture.mode or "transparency" in picture.info else "RGB"
    if picture.mode not in _PROFILED or "transparency" in picture.info:
        picture = picture.convert(kind)
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            picture = ImageCms.profileToProfile(picture, own, _SRGB, outputMode=kind) or picture
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile of other colours than the picture's, or a damaged one
    plain = picture.convert(kind)
    plain.info = {}
    return plain


_SRGB = ImageCms.createProfile("sRGB")
