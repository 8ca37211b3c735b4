"""What feeds are made of: URLs are absolute, dates aware and in the site's time zone, texts plain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FeedPerson:
    """Somebody in an episode; `role` is a lower-case role of the Podcast Taxonomy (`host`, `guest`)."""

    name: str
    role: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class FeedEnclosure:
    """An episode's audio; `size` in bytes, `media_type` a MIME type."""

    url: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True)
class FeedTranscript:
    """A transcript; `language` is a BCP 47 tag."""

    url: str
    language: str
    media_type: str = "text/vtt"


@dataclass(frozen=True, slots=True)
class FeedChannel:
    """A podcast in one language. `url` is the feed's own address, `link` the show's page.

    `guid` is the podcast's permanent UUID, another one for each language's feed. `categories` are Apple's
    names, a subcategory after ` > `. `image` ends in `.jpg` or `.png`. `people` are those of every episode.
    """

    url: str
    guid: str
    title: str
    link: str
    description: str
    language: str
    author: str
    owner_name: str
    owner_email: str
    categories: tuple[str, ...]
    image: str
    explicit: bool = False
    type: str = "episodic"
    copyright: str = ""
    people: tuple[FeedPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An episode. `content` is the HTML of its notes; `image` and `chapters_url` may be empty.

    `synthetic_voice` is the sentence that says so, with which the description ends; empty where people speak.
    `people` replace the channel's, so they repeat the hosts.
    """

    guid: str
    title: str
    link: str
    description: str
    date: datetime
    enclosure: FeedEnclosure
    seconds: float
    content: str = ""
    explicit: bool = False
    season: int | None = None
    number: int | None = None
    type: str = "full"
    image: str = ""
    people: tuple[FeedPerson, ...] = ()
    transcripts: tuple[FeedTranscript, ...] = ()
    chapters_url: str = ""
    synthetic_voice: str = ""


@dataclass(frozen=True, slots=True)
class AtomFeed:
    """The news of one language. `url` is the feed's own address, `link` the page it belongs to."""

    url: str
    title: str
    link: str
    subtitle: str
    language: str
    author: str


@dataclass(frozen=True, slots=True)
class AtomEntry:
    """A page of the site: `id` never changes (`atom.entry_id`), `summary` is plain, `content` is HTML."""

    id: str
    title: str
    link: str
    summary: str
    published: datetime
    updated: datetime
    content: str = ""
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
