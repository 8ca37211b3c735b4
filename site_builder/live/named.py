"""Files that pages and feeds name: styles, scripts, the index of the search, chapters and transcripts of episodes."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem
from .site import LiveSite
from .telling import wrong_type


def inspect_named(site: LiveSite, url: str, types: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong with the file at `url`, whose type has the names `types` (any if empty)."""
    answer = site.found(url, "HEAD")
    if isinstance(answer, Problem):
        yield answer
    elif types and answer.media_type not in types:
        yield wrong_type(url, answer.headers.get("Content-Type") or "?", types[0])
