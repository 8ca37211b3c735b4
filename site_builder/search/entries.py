"""What the search knows of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said from `second` on, plain."""

    second: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A page to be found.

    `kind` and `topics` are ids, `date` is ISO 8601 or empty. `keywords` are labels of topics, names of people,
    places; `html` is the text as the page has it, in pieces, `spoken` its transcript.
    """

    kind: str
    url: str
    title: str
    date: str = ""
    description: str = ""
    topics: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    html: Sequence[str] = ()
    spoken: tuple[Spoken, ...] = ()
