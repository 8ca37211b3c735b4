"""What a show and an episode can say in a feed beyond plain RSS: the terms of the podcast namespace, frozen.

Front matter and `show.yml` are read into these (`site_builder.schema.podcasting`), feeds are written of them.
Sources: https://podcastindex.org/namespace/1.0, one file of `docs/tags/` per tag. Files are project paths, links
absolute URLs, times seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .languages import Texts
from .problems import Position


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody's part beyond hosting and speaking: `person` by id, `role` of the Podcast Taxonomy, lower case."""

    person: str
    role: str


@dataclass(frozen=True, slots=True)
class License:
    """`name` is an identifier of the SPDX list in lower case (`cc-by-4.0`), or a name of one's own with `url`."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A place that the content is about (`rel` `subject`) or made at (`creator`).

    `geo` is a geo URI (RFC 5870), `osm` an OpenStreetMap object (`R438171`), `country` ISO 3166-1 alpha-2.
    """

    name: str
    geo: str = ""
    osm: str = ""
    country: str = ""
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Funding:
    """A page on which listeners can support the show; `titles` per language."""

    url: str
    titles: Texts


@dataclass(frozen=True, slots=True)
class UpdateFrequency:
    """How often episodes come: in words, and as an RRULE (RFC 5545) from `starts` on."""

    titles: Texts
    rrule: str = ""
    starts: date | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True)
class RemoteItem:
    """Another podcast, by the `podcast:guid` of its feed; `url` is the feed's."""

    guid: str
    url: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Free text for machines (`podcast:txt`): proof of ownership and the like."""

    text: str
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Artwork:
    """A picture of the show for one purpose or more (`artwork`, `social`, `banner`, …); `path` is its file."""

    path: str
    alt: str
    purposes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Soundbite:
    """A passage worth hearing by itself; its title may be empty: then the episode's stands for it."""

    start: float
    duration: float
    title: str
    at: Position


@dataclass(frozen=True, slots=True)
class Social:
    """Where an episode is discussed: `protocol` of the namespace's list (`activitypub`), `url` of the post."""

    protocol: str
    url: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True)
class TitledLink:
    """A page with its title: the same content elsewhere (a video), a page for supporting an episode."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class AlternateAudio:
    """The episode's audio in another form: `path` of its file, `title` as apps offer it ("Opus, small")."""

    path: str
    title: str
    at: Position
