"""The news of one language → the bytes of an Atom 1.0 feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from .entries import AtomEntry, AtomFeed
from .podcast import GENERATOR
from .texts import cleaned

NEWEST = 50
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_TAG_YEAR = 2026
"""The year in every tag: fixed, as an id must not change when a page's date is mended."""


def entry_id(host: str, kind: str, name: str, language: str) -> str:
    """The permanent id of a page, a tag URI (RFC 4151): it follows neither title nor slug."""
    return f"tag:{host},{_TAG_YEAR}:{kind}/{name}/{language}"


def atom_feed(feed: AtomFeed, entries: Iterable[AtomEntry]) -> bytes:
    """The feed with the newest of `entries`. The same data gives the same bytes."""
    feed = cleaned(feed)
    newest = sorted(entries, key=lambda entry: (entry.published, entry.id), reverse=True)[:NEWEST]

    atom = FeedGenerator()
    atom.id(feed.url)
    atom.title(feed.title or feed.link)
    atom.updated(max((entry.updated for entry in newest), default=_NEVER))
    atom.link([{"href": feed.url, "rel": "self", "type": "application/atom+xml"}])
    atom.link([{"href": feed.link, "rel": "alternate", "type": "text/html"}])
    atom.subtitle(feed.subtitle)
    atom.author(name=feed.author)
    atom.language(feed.language)
    atom.generator(GENERATOR)
    for entry in newest:
        _add(atom, cleaned(entry))
    xml: bytes = atom.atom_str(pretty=True)
    return xml


def _add(atom: FeedGenerator, entry: AtomEntry) -> None:
    added = atom.add_entry(order="append")
    added.id(entry.id)
    added.title(entry.title or entry.link)
    added.link(href=entry.link, rel="alternate", type="text/html")
    added.published(entry.published)
    added.updated(entry.updated)
    if entry.summary:
        added.summary(entry.summary, type="text")
    if entry.content:
        added.content(entry.content, type="html")
    for name in filter(None, entry.authors):
        added.author(name=name)
    for topic in filter(None, entry.topics):
        added.category(term=topic)
