"""Files that pages and feeds name: styles, scripts, the index of the search, chapters and transcripts of episodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..problems import Problem
from .site import LiveSite
from .telling import wrong_type


@dataclass(frozen=True, slots=True)
class Named:
    """A file of the site's host; `types` are the names of its type (MIME), the best one first, none if any will do."""

    url: str
    types: tuple[str, ...] = ()


def named(site: LiveSite, urls: Iterable[str], types: tuple[str, ...] = ()) -> Iterator[Named]:
    """Those of `urls`, which a page or a feed of `site` names, that lie on its host."""
    return (Named(site.live(site.address(url)), types) for url in urls if site.is_here(url))


def inspect_named(site: LiveSite, file: Named) -> Iterator[Problem]:
    """What is wrong with a file that is named."""
    answer = site.found(file.url, "HEAD")
    if isinstance(answer, Problem):
        yield answer
    elif file.types and answer.media_type not in file.types:
        yield wrong_type(file.url, answer.headers.get("Content-Type") or "?", file.types[0])
