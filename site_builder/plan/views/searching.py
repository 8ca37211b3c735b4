"""The form that searches, and all titles for readers without scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .parts import Link


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a form's list: `value` is what the search index calls it, `url` the page of all that it chooses."""

    value: str
    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of one year's pages, or of one kind's that have no date."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What the search form offers (`url` answers it), and `count` titles for readers without scripts.

    `words` is what scripts say and need to know, as JSON has it, under the names that `assets/search/` uses.
    """

    url: str
    words: Mapping[str, object]
    kinds: tuple[Choice, ...] = ()
    topics: tuple[Choice, ...] = ()
    years: tuple[Choice, ...] = ()
    titles: tuple[Titles, ...] = ()
    count: int = 0
