"""What feeds are made of: URLs are absolute, dates aware and in the site's time zone, texts plain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..podcasting import License, Location, Note, RemoteItem, Social, Soundbite, TitledLink


@dataclass(frozen=True, slots=True)
class FeedPerson:
    """Somebody in an episode; `role` is one of the Podcast Taxonomy, in lower case (`sound designer`)."""

    name: str
    role: str
    href: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True)
class FeedEnclosure:
    """An episode's audio; `size` in bytes, `seconds` of sound, `media_type` a MIME type, `sha256` hex or empty.

    `title` is what apps call it among several (32 characters at most); the episode's own has none.
    """

    url: str
    size: int
    media_type: str
    seconds: float
    sha256: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class FeedTranscript:
    """A transcript; `language` is a BCP 47 tag."""

    url: str
    language: str
    media_type: str = "text/vtt"


@dataclass(frozen=True, slots=True)
class FeedImage:
    """A picture with its size in pixels; `purposes` are tokens of `podcast:image`."""

    url: str
    alt: str = ""
    width: int = 0
    height: int = 0
    media_type: str = ""
    purposes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedFunding:
    """A page on which listeners can support the show."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class FeedFrequency:
    """How often episodes come, in words and as an RRULE (RFC 5545) from `starts` (ISO 8601) on."""

    title: str
    rrule: str = ""
    starts: str = ""
    complete: bool = False


@dataclass(frozen=True, slots=True)
class FeedTrailer:
    """The show's trailer: `season` where it is that season's."""

    title: str
    url: str
    date: datetime
    size: int
    media_type: str
    season: int | None = None


@dataclass(frozen=True, slots=True)
class FeedChannel:
    """A podcast in one language. `url` is the feed's own address, `link` the show's page.

    `guid` is the podcast's permanent UUID, another one for each language's feed. `categories` are Apple's
    names, a subcategory after ` > `. `image` ends in `.jpg`, `.jpeg` or `.png`. `people` are those of every
    episode. `stylesheet` is the URL of what makes the feed readable in a browser, empty for none. `publicity` says
    whose money it is made with: the description ends with it.
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
    license: License | None = None
    location: Location | None = None
    funding: tuple[FeedFunding, ...] = ()
    frequency: FeedFrequency | None = None
    trailers: tuple[FeedTrailer, ...] = ()
    podroll: tuple[RemoteItem, ...] = ()
    publisher: RemoteItem | None = None
    txt: tuple[Note, ...] = ()
    ai_content: bool | None = None
    images: tuple[FeedImage, ...] = ()
    locked: bool = True
    block: bool = False
    blocked_services: tuple[str, ...] = ()
    complete: bool = False
    podping: bool = False
    hub: str = ""
    new_feed_url: str = ""
    stylesheet: str = ""
    publicity: str = ""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An episode. `content` is the HTML of its notes; `image` and `chapters_url` may be empty.

    `synthetic_voice` is the sentence that says so, with which the description ends; empty where people speak.
    `publicity` follows it where the episode is of other projects than the channel.
    `people` replace the channel's, so they repeat the hosts. `alternates` are other forms of the enclosure's
    audio. `season_name` and `label` are how apps show season and number.
    """

    guid: str
    title: str
    link: str
    description: str
    date: datetime
    enclosure: FeedEnclosure
    content: str = ""
    explicit: bool = False
    season: int | None = None
    season_name: str = ""
    number: int | None = None
    label: str = ""
    type: str = "full"
    image: str = ""
    people: tuple[FeedPerson, ...] = ()
    transcripts: tuple[FeedTranscript, ...] = ()
    chapters_url: str = ""
    soundbites: tuple[Soundbite, ...] = ()
    alternates: tuple[FeedEnclosure, ...] = ()
    license: License | None = None
    location: Location | None = None
    funding: tuple[FeedFunding, ...] = ()
    social: tuple[Social, ...] = ()
    content_links: tuple[TitledLink, ...] = ()
    ai_content: bool | None = None
    block: bool = False
    synthetic_voice: str = ""
    publicity: str = ""


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
