"""What the readers of the schema take: reader → shape, for whoever asks an editor for such a value.

A reader that was made of something (`one_of("full", "trailer")`) is asked for that, so that nothing is said twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import getclosurevars
from typing import Any

from ..schema.fields import LONGEST_SLUG, FieldType, Reader


@dataclass(frozen=True, slots=True)
class Text:
    """A text: of at most `limit` characters, and of the form of the regular expression `pattern`; 0 and "": any."""

    limit: int = 0
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of `values`."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """A value of the sort `name`: `flag`, `integer`, `moment`, `day`, `file`, `country`, `guid`, `web`."""

    name: str


@dataclass(frozen=True, slots=True)
class Many:
    """A list of `item`s."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Parts:
    """A value of `fields` of its own."""

    fields: tuple[FieldType, ...]


Shape = Text | Choice | Plain | Many | Parts


def shape_of(reader: Reader) -> Shape:
    """What `reader` takes; of readers that take several forms, the one that is usual."""
    name = reader.__qualname__.partition(".")[0]
    if name in _SIMPLE:
        return _SIMPLE[name]
    found = getclosurevars(reader)
    return _MADE[name]({**found.globals, **found.nonlocals})


_SIMPLE: Mapping[str, Shape] = {
    "text": Text(),
    "title": Text(),
    "slug": Text(LONGEST_SLUG, r"^[a-z0-9]+(-[a-z0-9]+)*$"),
    "flag": Plain("flag"),
    "integer": Plain("integer"),
    "moment": Plain("moment"),
    "day": Plain("day"),
    "file": Plain("file"),
    "country": Plain("country"),
    "guid": Plain("guid"),
    "web_address": Plain("web"),
    "offset": Text(pattern=r"^(\d{1,3}:)?\d{1,2}:[0-5]\d$"),
    "page": Text(),
    "names": Many(Text()),
    "_ids": Many(Text()),  # or one alone
    "former_addresses": Many(Text()),
}
"""The shapes of readers by their names."""

_MADE: Mapping[str, Callable[[Mapping[str, Any]], Shape]] = {
    "one_of": lambda of: Choice(tuple(of["choices"])),
    "known": lambda of: Choice(tuple(of["exact"].values())),
    "list_of": lambda of: Many(shape_of(of["item"])),
    "record": lambda of: Parts(tuple(of["schema"])),
    "text_up_to": lambda of: Text(limit=of["limit"]),
    "_formed": lambda of: Text(pattern=f"^(?:{of['pattern'].pattern})$"),
    "_chapters": lambda of: Many(shape_of(of["_CHAPTER"])),  # or the name of a file that holds them
}
"""The shapes of readers that were made of something, by the names of what made them."""
