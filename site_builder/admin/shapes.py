"""What the readers of the schema take: reader → shape, for whoever asks an editor for such a value.

A reader that was made of something (`one_of("full", "trailer")`) is asked for that, so that nothing is said twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import getclosurevars
from typing import Any

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


def shape_of(reader: Reader) -> Shape:
    """What `reader` takes."""
    return _KNOWN.get(reader) or _made(reader)


def _made(reader: Reader) -> Shape:
    return _MADE[reader.__qualname__.partition(".")[0]](getclosurevars(reader).nonlocals)


def _whole(pattern: re.Pattern[str]) -> str:
    """A pattern that must fit the whole text, as JavaScript has it."""
    return f"^(?:{pattern.pattern})$"


_MADE: Mapping[str, Callable[[Mapping[str, Any]], Shape]] = {
    "one_of": lambda made_of: Choice(tuple(made_of["choices"])),
    "known": lambda made_of: Choice(tuple(made_of["exact"].values())),
    "list_of": lambda made_of: Many(shape_of(made_of["item"])),
    "record": lambda made_of: Parts(tuple(made_of["schema"])),
    "text_up_to": lambda made_of: Text(limit=made_of["limit"]),
    "_formed": lambda made_of: Text(pattern=_whole(made_of["pattern"])),
}
"""The shapes of readers by what they were made by."""

_KNOWN: Mapping[Reader, Shape] = {
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
    kinds.ids: Many(Text()),  # or one alone
    kinds.chapters: Many(_made(kinds.CHAPTER)),  # or the name of a file that holds them
}
"""The shapes of readers by themselves; of those that take several forms, the one that is usual."""
