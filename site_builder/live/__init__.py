"""A published site, asked over HTTP → problems: what readers, podcast apps and search engines would stumble over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial

from ..problems import Problem
from .enclosures import inspect_enclosure
from .feeds import inspect_feed
from .headers import inspect_headers
from .missing import inspect_missing
from .named import inspect_named
from .opening import open_site
from .pages import inspect_page
from .redirects import inspect_redirect
from .robots import inspect_robots
from .security import inspect_security
from .site import LiveSite

__all__ = ["LiveSite", "inspections", "inspections_of_named", "open_site"]


def inspections(site: LiveSite, now: datetime) -> Iterator[Callable[[], Iterable[Problem]]]:
    """Everything that there is to ask of `site`, each in a few requests; they can be made in any order."""
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


def inspections_of_named(site: LiveSite) -> Iterator[Callable[[], Iterable[Problem]]]:
    """A request for each file that the answers to `inspections` have named, however many of them did."""
    yield from (partial(inspect_named, site, url, types) for url, types in sorted(site.named.items()))
