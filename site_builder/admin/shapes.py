"""What the readers of the schema take: reader → shape, for whoever asks an editor for such a value.

A reader that others are made by (`one_of("full", "trailer")`) is asked what it was made of, so that nothing is said twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from inspect import getclosurevars

from ..schema import fields as read
from ..schema import kinds, pages
from ..schema.fields import FieldType, Reader


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

_SIMPLE: Mapping[Reader, Shape] = {
    read.text: Text(),
    read.slug: Text(read.LONGEST_SLUG, r"^[a-z0-9]+(-[a-z0-9]+)*$"),
    read.flag: Plain("flag"),
    read.integer: Plain("integer"),
    read.moment: Plain("moment"),
    read.day: Plain("day"),
    read.file: Plain("file"),
    read.country: Plain("country"),
    read.guid: Plain("guid"),
    read.web_address: Plain("web"),
    read.offset: Text(pattern=r"^(\d{1,3}:)?\d{1,2}:[0-5]\d$"),
    pages.page: Text(),
}


def shape_of(reader: Reader) -> Shape:
    """What `reader` takes; of readers that take several forms, the one that is usual."""
    if reader in _SIMPLE:
        return _SIMPLE[reader]
    made_of = getclosurevars(reader).nonlocals
    match reader.__qualname__.partition(".")[0]:
        case "one_of":
            return Choice(tuple(made_of["choices"]))
        case "known":
            return Choice(tuple(made_of["exact"].values()))
        case "list_of":
            return Many(shape_of(made_of["item"]))
        case "record":
            return Parts(tuple(made_of["schema"]))
        case "text_up_to":
            return Text(limit=made_of["limit"])
        case "_formed":
            return Text(pattern=_whole(made_of["pattern"]))
    return _USUAL[reader]


def _whole(pattern: re.Pattern[str]) -> str:
    """A pattern that must fit the whole text, as JavaScript has it."""
    return f"^(?:{pattern.pattern})$"


_USUAL: Mapping[Reader, Shape] = {
    kinds.ids: Many(Text()),  # or one alone
    kinds.chapters: Many(shape_of(kinds.CHAPTER)),  # or the name of a file that holds them
}
