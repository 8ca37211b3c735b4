"""In which sizes and formats a picture is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

import PIL
from PIL import features

from ..kept import version
from .facts import VECTOR, PictureFacts

WIDTHS = (240, 480, 800, 1200, 1680)
"""Pixels: from a face in a list to a lead picture on a sharp screen, and steps that save something."""

WIDEST = WIDTHS[-1]

USUAL = 1200
"""Pixels: what is shown where there is no choice (feeds, other sites, old browsers)."""

_MUCH = 1.1
"""A size must be so many times the one before."""

ENDINGS = {"WEBP": "webp", "JPEG": "jpg", "PNG": "png"}


@dataclass(frozen=True, slots=True, order=True)
class Recipe:
    """How one file of the site is made of the picture at `path`: scaled, and in which format.

    `digest` is that of the picture and of the code that makes the file. Where `format` is empty, the picture stays as
    it is but for what its camera wrote.
    """

    path: str
    digest: str
    width: int
    height: int
    format: str
    is_even: bool = False

    @property
    def name(self) -> str:
        """What tells it from all others, and so does its URL."""
        return f"{self.digest}-{self.width}.{ENDINGS[self.format]}"


def whole(facts: PictureFacts) -> Recipe:
    """The picture as it is."""
    return Recipe(facts.path, "", facts.width, facts.height, "")


def recipes(facts: PictureFacts, widest: int = WIDEST) -> tuple[Recipe, ...]:
    """All sizes of a picture that is shown at most `widest` pixels wide, never larger than it is.

    First those for all browsers and then those in WebP, each from the smallest on; a moving picture is itself the only
    one, and a vector drawing needs none.
    """
    if not facts.is_resized:
        return () if facts.format == VECTOR else (whole(facts),)
    widths = [width for width in WIDTHS if width <= widest and width * _MUCH < facts.width]
    last = min(facts.width, widest)
    if not widths or widths[-1] < last:
        widths.append(last)
    return tuple(_scaled(facts, width, kind) for kind in (fallback(facts), "WEBP") for width in widths)


def fallback(facts: PictureFacts) -> str:
    """The format for browsers that don't know WebP."""
    return "PNG" if facts.is_clear or facts.is_even else "JPEG"


def usual(made: tuple[Recipe, ...]) -> Recipe:
    """The one of `recipes` that is shown where there is no choice."""
    plain = [recipe for recipe in made if recipe.format != "WEBP"]
    return next((recipe for recipe in reversed(plain) if recipe.width <= USUAL), plain[0])


def digest(facts: PictureFacts) -> str:
    """The digest of all that is made of a picture. Raises `OSError` where it can't be read any more."""
    return blake2b(f"{facts.digest} {_version()}".encode(), digest_size=6).hexdigest()


def _scaled(facts: PictureFacts, width: int, kind: str) -> Recipe:
    height = max(1, round(width * facts.height / facts.width))
    return Recipe(facts.path, digest(facts), width, height, kind, facts.is_even)


@cache
def _version() -> str:
    """Other code makes other files, which have other addresses."""
    libraries = (PIL.__version__, *map(features.version, ("webp", "jpg", "zlib", "littlecms2")))
    return version([Path(__file__).with_name(name) for name in ("encoding.py", "exif.py")], *libraries)
