"""What a publication has promised, each promise by its name: what `content/withdrawn.yml` withdraws.

    /clanky/papillon/             a page, a redirect, a feed: its address on the site
    urn:uuid:0b6f…                an episode in all feeds: its guid
    urn:uuid:0b6f… 2026-03-01T05:00:00Z    that it was published then
    /podcast/audio/a.cs.mp3       where its audio is
    https://web.example/          where the whole site is

A name that ends in `*` stands for all that begin like it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from ..ledger.entries import Ledger, PublishedItem
from ..settings import Withdrawal


def on_site(url: str, site: str) -> str:
    """`url` as a path from the root of `site`, whatever host and folder that has; one elsewhere stays as it is."""
    parts = urlsplit(site)
    path = url.removeprefix(f"{parts.scheme}://{parts.netloc}")
    base = parts.path or "/"
    return f"/{path.removeprefix(base)}" if path.startswith(base) else path


def publication_date(item: PublishedItem) -> str:
    """The promise that `item` keeps its date."""
    return f"{item.guid} {item.date}"


def promises(ledger: Ledger) -> Iterator[str]:
    """The names of all that `ledger` promises but its redirects, which give way to pages."""
    yield ledger.site
    yield from (on_site(url, ledger.site) for url in ledger.urls)
    for item in ledger.items:
        yield item.guid
        yield publication_date(item)
        yield on_site(item.enclosure, ledger.site)


@dataclass(frozen=True)
class Withdrawn:
    """The withdrawals that count, of what was promised below `site` (absolute)."""

    entries: tuple[Withdrawal, ...]
    site: str

    @classmethod
    def by(cls, entries: Iterable[Withdrawal], site: str, today: date) -> Withdrawn:
        """Those of `entries` that count `today`."""
        return cls(tuple(entry for entry in entries if entry.since <= today), site)

    def has(self, promise: str) -> bool:
        """Whether `promise` is withdrawn."""
        return any(self.means(entry, promise) for entry in self.entries)

    def means(self, entry: Withdrawal, promise: str) -> bool:
        """Whether `entry` withdraws `promise`."""
        what = entry.what if entry.what == self.site else on_site(entry.what, self.site)
        return promise.startswith(what[:-1]) if what.endswith("*") else promise == what
