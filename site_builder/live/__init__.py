"""A published site, asked over HTTP → problems: what readers, podcast apps and search engines would stumble over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial

from ..fetching import Web
from ..problems import Problem
from .enclosures import inspect_enclosure
from .feeds import inspect_feed
from .headers import inspect_headers
from .missing import inspect_missing
from .named import Named, inspect_named
from .opening import open_site
from .pages import inspect_page
from .redirects import inspect_redirect
from .robots import inspect_robots
from .security import inspect_security
from .site import LiveSite

__all__ = ["inspect_site"]

Inspection = Callable[[], Iterable[Problem | Named]]
"""What asks a site in a few requests: it gives what is wrong, and the files that pages and feeds name."""


def inspect_site(
    web: Web, url: str, now: datetime, ask_all: Callable[[Iterable[Inspection]], list[Problem | Named]]
) -> tuple[Problem, ...]:
    """What is wrong with the site at `url` (a slash at its end).

    `ask_all` makes inspections, in any order or several at a time, and gives what they have found.
    """
    site, problems = open_site(web, url, now)
    if site is None:
        return problems
    found = ask_all(_inspections(site, now))
    named = {each.url: each for each in found if isinstance(each, Named)}  # many pages name the same files
    found += ask_all(partial(inspect_named, site, file) for file in named.values())
    return (*problems, *(each for each in found if isinstance(each, Problem)))


def _inspections(site: LiveSite, now: datetime) -> Iterator[Inspection]:
    """Everything that there is to ask of `site`."""
    ledger = site.ledger
    yield partial(inspect_security, site, now)
    yield partial(inspect_headers, site)
    yield partial(inspect_missing, site)
    yield partial(inspect_robots, site)
    yield from (partial(inspect_feed, site, feed, now) for feed in ledger.feeds)
    audio = {item.enclosure: item for item in ledger.items}
    yield from (partial(inspect_enclosure, site, item) for item in audio.values())
    yield from (partial(inspect_redirect, site, redirect) for redirect in ledger.redirects)
    yield from (partial(inspect_page, site, page) for page in ledger.pages)
    yield from (partial(inspect_named, site, Named(site.live(file.url))) for file in ledger.files)
