"""What a publication has promised, each promise by its name: what `content/withdrawn.yml` withdraws.

    /clanky/papillon/                       that a page, a feed, a file, or a way on to a page is at this address
    /clanky/motyl/ /clanky/papillon/        that the former address leads on to the page's present one
    urn:uuid:0b6f… /podcast/feed.xml        that an episode with this guid is in this feed
    urn:uuid:0b6f… /podcast/feed.xml 2026-03-01T05:00:00Z      that it was published then
    /podcast/audio/a.cs.mp3                 that its audio is there
    /podcast/feed.xml 9d1ffe6c-…            that the podcast has this guid
    / cs                                    that the site begins with this language
    https://web.example/                    that the whole site is there

Addresses are paths from the site's root, or whole URLs; one that ends in `*` stands for all that begin like it. A guid
alone stands for the episode in all feeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from json import dumps
from urllib.parse import unquote

from ..ledger.entries import Ledger, PublishedItem
from ..settings import WITHDRAWN, Withdrawal

_ADDRESS = re.compile("/|https?://")


def leading_on(path: str, to: str) -> str:
    """The promise that `path` leads on to the page at `to`."""
    return f"{path} {to}"


def in_feed(item: PublishedItem, feed: str) -> str:
    """The promise that `item` is in the feed at the path `feed`."""
    return f"{item.guid} {feed}"


def on_its_date(item: PublishedItem, feed: str) -> str:
    """The promise that `item` keeps its date there."""
    return f"{in_feed(item, feed)} {item.date}"


def of_podcast(feed: str, guid: str) -> str:
    """The promise that the podcast of the feed at the path `feed` keeps its guid."""
    return f"{feed} {guid}"


def first_language(ledger: Ledger) -> str:
    """The language whose pages begin at the site's root."""
    return next((page.language for page in ledger.pages if page.url == ledger.base), "")


def of_first_language(language: str) -> str:
    """The promise that the site begins with `language`."""
    return f"/ {language}"


def promises(ledger: Ledger) -> Iterator[str]:
    """The names of all that `ledger` promises."""
    yield ledger.site
    yield of_first_language(first_language(ledger))
    yield from map(ledger.path, ledger.urls)
    yield from (ledger.path(file.url) for file in ledger.files)
    for redirect in ledger.redirects:
        path = ledger.path(redirect.url)
        yield path
        yield leading_on(path, ledger.path(redirect.to))
    for feed in ledger.feeds:
        path = ledger.path(feed.url)
        yield of_podcast(path, feed.guid)
        for item in feed.items:
            yield item.guid
            yield in_feed(item, path)
            yield on_its_date(item, path)
            yield ledger.path(item.enclosure)


@dataclass(frozen=True)
class Withdrawn:
    """The withdrawals that count `today`, of what was promised below `site` (absolute)."""

    entries: tuple[Withdrawal, ...]
    site: str
    today: date

    @classmethod
    def by(cls, entries: Iterable[Withdrawal], site: str, today: date) -> Withdrawn:
        """Those of `entries` that count `today`."""
        return cls(tuple(entry for entry in entries if entry.since <= today), site, today)

    def entry(self, promise: str) -> Mapping[str, str]:
        """Where and how it would be said that `promise` is withdrawn: a hint's `file` and `entry`."""
        entry = f"- {{what: {dumps(promise, ensure_ascii=False)}, why: …, since: {self.today}}}"
        return {"file": WITHDRAWN, "entry": entry}

    def has(self, promise: str) -> bool:
        """Whether `promise` is withdrawn."""
        return any(self.means(entry, promise) for entry in self.entries)

    def means(self, entry: Withdrawal, promise: str) -> bool:
        """Whether `entry` withdraws `promise`, however its address is written."""
        if entry.what in (promise, self.site):
            return promise == entry.what
        what, promise = _below(entry.what, self.site), unquote(promise)
        if what == "/" != entry.what:  # the site before it had https, and not its home page
            return False
        if what.endswith("*") and _ADDRESS.match(what):
            return promise.startswith(what[:-1])
        return promise in {what, f"{what}/"}


@cache
def _below(what: str, site: str) -> str:
    """What an entry says as a promise says it: below `site` from its root, percent-encoding undone."""
    host = re.escape(site.partition("://")[2])
    return unquote(re.sub(f"^https?://{host}", "/", what, flags=re.IGNORECASE))
