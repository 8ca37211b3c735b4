"""What the ledger holds: every address and every item of a feed that others may rely on.

Addresses are paths on the site's host (`/clanky/papillon/`), as a move of the whole site changes none of them;
those on other hosts are absolute.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

LEDGER = "published.json"
"""Its path in the site's folder."""

VERSION = 1
"""Of its form; a later one is not understood."""


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A page; `source` is the file of the project that it is made of, or that names it; empty for a list of a section.

    That of a topic is the file of topics with the topic's id, `content/topics.yml#housing`. Lists go on on further
    pages: `number` is 1 on the first.
    """

    url: str
    language: str
    source: str = ""
    number: int = 1


@dataclass(frozen=True, slots=True)
class PublishedRedirect:
    """An address that a page had, and the one that it leads to."""

    url: str
    to: str


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file that texts link to, such as a PDF; `source` is the file of the project."""

    url: str
    source: str


@dataclass(frozen=True, slots=True)
class PublishedItem:
    """An episode in a feed: `date` is its pubDate in UTC (ISO 8601), `page` the address of its page.

    `enclosure` is the address of the audio, with its `length` in bytes, its `sha256` (hex) and its MIME `type`.
    `audio_changed` is the word of front matter by which other audio was announced, empty where none ever was.
    """

    guid: str
    date: str
    page: str
    enclosure: str
    length: int
    type: str
    sha256: str
    audio_changed: str = ""


@dataclass(frozen=True, slots=True)
class PublishedFeed:
    """A feed, and its items from all its pages, the newest first.

    That of all pages (Atom) has none here: it holds the newest only. `source` is the file of the project that it is
    settled in, `guid` that of the podcast.
    """

    url: str
    language: str
    items: tuple[PublishedItem, ...] = ()
    source: str = ""
    guid: str = ""


@dataclass(frozen=True)
class Ledger:
    """A publication. `site` is its absolute URL, with a slash at its end.

    `due` is the next moment (UTC, ISO 8601) at which the same content makes another site: a page's date comes, one
    expires, an event ends; empty where none does. A `preview` is never published. `content` stands for the texts that
    it was built of.
    """

    site: str
    pages: tuple[PublishedPage, ...]
    redirects: tuple[PublishedRedirect, ...]
    feeds: tuple[PublishedFeed, ...]
    due: str = ""
    preview: bool = False
    files: tuple[PublishedFile, ...] = ()
    content: str = ""

    @cached_property
    def base(self) -> str:
        """The path of the site on its host, with a slash at both ends."""
        return urlsplit(self.site).path or "/"

    def path(self, url: str) -> str:
        """`url` as a path from the site's root, whatever its base; one that is elsewhere stays as it is."""
        return f"/{url.removeprefix(self.base)}" if url.startswith(self.base) else url

    @cached_property
    def urls(self) -> frozenset[str]:
        """All addresses at which there is a page or a feed."""
        return frozenset(page.url for page in self.pages) | frozenset(feed.url for feed in self.feeds)

    @cached_property
    def answering(self) -> frozenset[str]:
        """All addresses at which readers find something, be it a file or that they are led on."""
        redirects = frozenset(redirect.url for redirect in self.redirects)
        return self.urls | redirects | frozenset(file.url for file in self.files)

    @property
    def items(self) -> tuple[PublishedItem, ...]:
        """The items of all feeds."""
        return tuple(item for feed in self.feeds for item in feed.items)
