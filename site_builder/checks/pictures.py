"""Pictures must be what their names say, tell nobody where they were taken, and be large enough for their place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from posixpath import splitext
from urllib.parse import unquote

from ..documents import Document, Kind
from ..library import Library
from ..pictures.facts import VECTOR, PictureFacts
from ..problems import Position, Problem, Severity
from ..references import ToFile, follow
from ..repairs import Renaming, Stripping

HEAVIEST = 15_000_000
"""Bytes of a picture; Git keeps each version of it for ever, and whoever copies the project loads them all."""

HEAVIEST_MOVING = 2_000_000
"""Bytes of a moving picture, which readers get as it is."""

NARROWEST = 600
"""Pixels of a page's picture: the width at which a phone shows it sharp."""

NARROWEST_PORTRAIT = 240
"""Pixels of a person's portrait."""

ENDINGS = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "GIF": (".gif",),
    "AVIF": (".avif",),
}
"""Of the files of each format, by Pillow's names; the usual one first."""

_STRIPPED = frozenset({"JPEG", "PNG", "WEBP"})
"""Formats that what a camera wrote can be taken out of."""


def check_pictures(library: Library, now: datetime) -> Iterator[Problem]:
    """What is wrong with the files of pictures, and with how documents show them."""
    covers = {show.image for show in library.shows.values()} | {d.cover for _, d in library.episodes}
    photos = [facts for facts in library.pictures.values() if _is_photo(facts)]
    for facts in photos:
        if facts.tells_place:
            yield _tells_place(facts)
        if facts.path not in covers:  # they have stricter checks of their own
            yield from _file(facts)
    for document in library.documents if photos else ():
        yield from _too_small(document, library)
        yield from _without_credit(document, library)


def _is_photo(facts: PictureFacts | None) -> bool:
    """Whether a picture is made of pixels."""
    return facts is not None and facts.format != VECTOR


def _file(facts: PictureFacts) -> Iterator[Problem]:
    stem, ending = splitext(facts.path)
    right = ENDINGS[facts.format]
    if ending.lower() not in right:
        yield _other_format(facts, ending, Renaming(facts.path, stem + right[0]))
    if facts.is_moving and facts.size > HEAVIEST_MOVING:
        yield _heavy(
            facts,
            HEAVIEST_MOVING,
            "The moving picture has {size} MB, and everybody who opens the page has to load it.",
            "Make it shorter or smaller, below {limit} MB, or link to a video instead.",
        )
    elif facts.size > HEAVIEST:
        yield _heavy(
            facts,
            HEAVIEST,
            "The picture has {size} MB, which stay in the project for ever.",
            "Save it below {limit} MB: a side of 4,000 pixels is enough.",
        )


def _too_small(document: Document, library: Library) -> Iterator[Problem]:
    facts = library.pictures.get(document.picture.path) if document.picture else None
    narrowest = NARROWEST_PORTRAIT if document.kind is Kind.PERSON else NARROWEST
    if facts and _is_photo(facts) and facts.width < narrowest:
        yield Problem(
            "picture-too-small",
            Severity.WARNING,
            document.where("image"),
            "The picture is only {width} pixels wide, so readers will see it blurred or very small.",
            "Use one that is at least {limit} pixels wide; saving this one larger would not make it sharper.",
            {"width": str(facts.width), "limit": str(narrowest)},
            "image",
        )


def _without_credit(document: Document, library: Library) -> Iterator[Problem]:
    """Pictures of the text that don't say whose work they are; what is drawn in SVG is the text's own."""
    text = library.texts[document.path]
    places = [
        place
        for place, reference in enumerate(text.references)
        if reference.is_picture
        and not reference.credit
        and isinstance(target := follow(reference.target, document, library), ToFile)
        and _is_photo(library.pictures.get(target.path))
    ]
    located = text.located().references if places else ()
    for place in places:
        yield Problem(
            "picture-credit",
            Severity.ERROR,
            located[place].at,
            "The picture {name} doesn't say whose work it is.",
            "Write it in quotation marks behind the file's name; readers see it below the picture: "
            '![what it shows]({name} "Photo: Jana Nováková")',
            {"name": unquote(located[place].target)},
        )


def _tells_place(facts: PictureFacts) -> Problem:
    can_be_stripped = facts.format in _STRIPPED
    return Problem(
        "picture-tells-place",
        Severity.ERROR,
        Position(facts.path),
        "The picture says where on Earth it was taken (GPS), which may be somebody's home.",
        "Take that out before you share the file: site-builder fix --write. "
        "Readers of the site don't get it, but everybody who opens the project does."
        if can_be_stripped
        else "Save it as JPEG without the place before you share the file.",
        repair=Stripping(facts.path) if can_be_stripped else None,
    )


def _other_format(facts: PictureFacts, ending: str, repair: Renaming) -> Problem:
    return Problem(
        "picture-other-format",
        Severity.WARNING,
        Position(facts.path),
        "The picture ends in “{ending}” but is of the format {format}, so some programs refuse it.",
        "Rename the file: its ending should be {right}.",
        {"ending": ending, "format": facts.format, "right": ENDINGS[facts.format][0]},
        repair=repair,
    )


def _heavy(facts: PictureFacts, limit: int, message: str, hint: str) -> Problem:
    values = {"size": str(round(facts.size / 1_000_000)), "limit": str(limit // 1_000_000)}
    return Problem("picture-heavy", Severity.WARNING, Position(facts.path), message, hint, values)
