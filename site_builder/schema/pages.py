"""Pages that front matter names by the path of their file, and what the home page is composed of."""

from __future__ import annotations

from functools import partial

from ..documents import Button, HomePart, Kind, PageLink
from ..problems import Position
from ..reading.front_matter import Mapping, Scalar, Value
from ..similar import similar_name
from . import fields as read
from .fields import FieldType, Reader, Reading
from .validate import record

MOST_NEWEST = 12
"""Pages of one kind that the home page may show: all of them are in the section."""

PLAIN = ("hero", "text", "topics")
"""Parts of the home page that can be a word alone: the first holds its heading."""

PARTS = (*PLAIN, "newest: articles", "pages: [o-nas.cs.md]")
"""All parts, as an editor writes them."""

LISTED = tuple(kind.value for kind in Kind if kind not in (Kind.PERSON, Kind.PAGE))
"""Kinds whose newest documents can be shown."""


def page(value: Value, reading: Reading) -> PageLink | None:
    """The path of a page's file from this one; whether there is such a page, only the whole content knows."""
    written = read.text(value, reading)
    return PageLink(written, value.at) if written else None


def home(value: Value, reading: Reading) -> tuple[HomePart, ...] | None:
    """The parts of the home page; those of `PLAIN` once, and the first of them always."""
    before = len(reading.problems)
    parts: tuple[HomePart, ...] | None = read.list_of(_home_part)(value, reading)
    if parts is None:
        return None
    names = [part.name for part in parts]
    for index, part in enumerate(parts):
        if part.name in PLAIN and part.name in names[:index]:
            reading.refuse(
                "home-repeated",
                part.at,
                "The part “{name}” is on the home page twice.",
                "Leave it where it should stand and delete the other one.",
                name=part.name,
            )
    if "hero" not in names and len(reading.problems) == before:
        reading.refuse(
            "home-without-hero",
            value.at,
            "The home page has no heading: its part hero is missing.",
            "Put hero in the list; it shows the page's title, description and picture.",
        )
    return parts


def _home_part(value: Value, reading: Reading) -> HomePart | None:
    """A part of the home page: a word, or fields of which one names it."""
    if isinstance(value, Scalar):
        if value.text in PLAIN:
            return HomePart(value.text, value.at)
        _refuse(value.text, value.at, reading)
        return None
    names = value.fields if isinstance(value, Mapping) else {}
    name = next((name for name in _WITH_FIELDS if name in names), None)
    if name is None:
        _refuse(", ".join(names), value.at, reading)
        return None
    part: HomePart | None = _WITH_FIELDS[name](value, reading)
    return part


def _refuse(written: str, at: Position, reading: Reading) -> None:
    close = similar_name(written, (*PLAIN, *_WITH_FIELDS))
    reading.refuse(
        "home-part",
        at,
        "“{written}” is not a part of the home page.",
        "Did you mean “{close}”?" if close else "The parts are: {parts}",
        written=written,
        close=close,
        parts=", ".join(PARTS),
    )


def _count(value: Value, reading: Reading) -> int | None:
    """How many of the newest are shown."""
    count = read.integer(value, reading)
    if count is not None and count > MOST_NEWEST:
        reading.refuse(
            "home-count",
            value.at,
            "The home page shows {limit} pages of one kind at the most.",
            "Lower the number; the section lists all of them.",
            limit=str(MOST_NEWEST),
        )
        return None
    return count


def _kind(value: Value, reading: Reading) -> Kind | None:
    written = read.one_of(*LISTED)(value, reading)
    return Kind(written) if written else None


_BUTTON = record(
    Button,
    "{title: …, to: o-nas.cs.md}",
    FieldType("title", read.text, required=True),
    FieldType("to", page, required=True),
)


def _hero(hero: tuple[Button, ...], at: Position) -> HomePart:
    return HomePart("hero", at, buttons=hero)


def _newest(newest: Kind, at: Position, count: int = 0) -> HomePart:
    return HomePart("newest", at, kind=newest, count=count)


_part = partial(record, with_position=True)

_WITH_FIELDS: dict[str, Reader] = {
    "hero": _part(
        _hero, "hero: [{title: …, to: …}]", FieldType("hero", read.list_of(_BUTTON), required=True)
    ),
    "newest": _part(
        _newest,
        "{newest: articles, count: 3}",
        FieldType("newest", _kind, required=True),
        FieldType("count", _count),
    ),
    "pages": _part(
        partial(HomePart, "pages"),
        "{title: …, pages: [o-nas.cs.md]}",
        FieldType("title", read.text, required=True),
        FieldType("pages", read.list_of(page), required=True),
    ),
}
