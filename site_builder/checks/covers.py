"""Covers must be what podcast apps show: square, large, plain and truly JPEG or PNG."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from posixpath import splitext

from ..library import Library
from ..pictures.facts import PictureFacts
from ..problems import Position, Problem, Severity
from .files import missing_file

SMALLEST, LARGEST = 1400, 3000
"""Pixels of a side (Apple, Podcaster's Guide to RSS, `<itunes:image>`; PSP-1)."""

HEAVIEST = 512_000
"""Bytes beyond which some apps give up waiting for a cover."""

_ENDINGS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",)}
"""What podcast apps show (Apple, Podcaster's Guide to RSS: "JPEG or PNG"), by Pillow's names."""

_ALL_ENDINGS = frozenset(ending for endings in _ENDINGS.values() for ending in endings)


def check_covers(library: Library, now: datetime) -> Iterator[Problem]:
    """The covers of shows and episodes that apps would refuse, each at the field that names it."""
    for show in library.shows.values():
        yield from _cover(library, show.image, show.where("image"), "image")
        for artwork in show.images:
            yield from missing_file(library, artwork.path, show.where("images"), "images")
    for document, details in library.episodes:
        if details.cover:
            yield from _cover(library, details.cover, document.where("cover"), "cover")


def _cover(library: Library, path: str, at: Position, field: str) -> Iterator[Problem]:
    if path not in library.files:
        yield from missing_file(library, path, at, field)
        return
    facts = library.pictures.get(path)
    ending = splitext(path)[1].lower()
    if facts is None and ending in _ALL_ENDINGS:
        return  # what is wrong with the file itself is told already
    if facts is None or ending not in _ALL_ENDINGS or facts.format not in _ENDINGS:
        yield _not_a_cover(path, at, field)
        return
    if ending not in _ENDINGS[facts.format]:
        yield _wrong_ending(facts, ending, at, field)
    if facts.width != facts.height or not SMALLEST <= facts.width <= LARGEST:
        yield _wrong_size(facts, at, field)
    if not facts.is_plain:
        yield _wrong_colours(path, at, field)
    if facts.size > HEAVIEST:
        yield _heavy(facts, at, field)


def _not_a_cover(path: str, at: Position, field: str) -> Problem:
    """A cover by its place, but no JPEG or PNG."""
    return Problem(
        "not-a-cover",
        Severity.ERROR,
        at,
        "{path} is not a cover that podcast apps show.",
        "Save it as a square JPEG or PNG picture of 1400 to 3000 pixels.",
        {"path": path},
        field,
    )


def _wrong_ending(facts: PictureFacts, ending: str, at: Position, field: str) -> Problem:
    """The ending must be the real type's (Apple, Podcaster's Guide to RSS)."""
    return Problem(
        "cover-ending",
        Severity.ERROR,
        at,
        "The cover {path} ends in “{ending}” but is a {format} picture.",
        "Rename the file: its ending should be {right}.",
        {"path": facts.path, "ending": ending, "format": facts.format, "right": _ENDINGS[facts.format][0]},
        field,
    )


def _wrong_size(facts: PictureFacts, at: Position, field: str) -> Problem:
    """Square, 1400 to 3000 pixels (Apple, A896; PSP-1)."""
    return Problem(
        "cover-size",
        Severity.ERROR,
        at,
        "The cover {path} has {width} × {height} pixels.",
        "Save it as a square picture of {smallest} to {largest} pixels.",
        {
            "path": facts.path,
            "width": str(facts.width),
            "height": str(facts.height),
            "smallest": str(SMALLEST),
            "largest": str(LARGEST),
        },
        field,
    )


def _wrong_colours(path: str, at: Position, field: str) -> Problem:
    """RGB without an alpha channel (Apple, A896)."""
    return Problem(
        "cover-colours",
        Severity.ERROR,
        at,
        "The cover {path} has transparent parts or colours for printing (CMYK).",
        "Save it in RGB colours and without transparency.",
        {"path": path},
        field,
    )


def _heavy(facts: PictureFacts, at: Position, field: str) -> Problem:
    """At most 512 kB is what hosts of podcasts advise (PRX, "Podcast image specifications")."""
    return Problem(
        "cover-heavy",
        Severity.WARNING,
        at,
        "The cover {path} has {size} kB; some apps don't wait for it.",
        "Save it with more compression, below {limit} kB.",
        {"path": facts.path, "size": str(facts.size // 1000), "limit": str(HEAVIEST // 1000)},
        field,
    )
