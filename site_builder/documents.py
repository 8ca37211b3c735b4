"""The content after validation: frozen, typed, in one language each.

Times are aware `datetime`s in the site's time zone; paths are POSIX and relative to the project's root.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property

from .podcasting import (
    AlternateAudio,
    Credit,
    License,
    Location,
    Social,
    Soundbite,
    TitledLink,
)
from .problems import Position
from .reading.front_matter import Scalar


class Kind(StrEnum):
    """The kind of a document: the name of its folder."""

    ARTICLE = "articles"
    INTERVIEW = "interviews"
    EXAMPLE = "examples"
    EVENT = "events"
    PRESENTATION = "presentations"
    PERSON = "people"
    PAGE = "pages"
    EPISODE = "episodes"


CONTENT, PODCAST = "content", "podcast"
"""The folders of the project that hold the content."""

FLAT_KINDS = (Kind.PERSON, Kind.PAGE, Kind.EPISODE)
"""Kinds whose new pages are files side by side; one of another kind gets a folder, for its pictures too."""

PICTURE_ENDINGS = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif")
"""Endings of the pictures that browsers show."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the content: `path` of the file, its alternative text and its credit."""

    path: str
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page that front matter names: `target` is the path as it is written, as in a link of a text."""

    target: str
    at: Position


@dataclass(frozen=True, slots=True)
class FormerAddress:
    """An address that a page had, without percent-encoding.

    `address` is a path from the site's root (`/clanky/stara/`, `/stara.html`), a whole URL, or a former slug alone.
    """

    address: str
    at: Position


@dataclass(frozen=True, slots=True)
class Button:
    """A link that stands out; it leads `to` a page, or to a section by the name of its kind."""

    title: str
    to: PageLink


@dataclass(frozen=True, slots=True)
class HomePart:
    """A part of the home page: `hero` (title, description, picture), `text`, `topics`, `newest` or `pages`.

    `buttons` are the hero's own, None for the usual ones; `kind` and `count` (0: the usual one) say what is newest;
    `title` heads the chosen `pages`.
    """

    name: str
    at: Position
    buttons: tuple[Button, ...] | None = None
    kind: Kind | None = None
    count: int = 0
    title: str = ""
    pages: tuple[PageLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of an episode: `start` in seconds, `url` an absolute link, `image` a file of the project."""

    start: float
    title: str
    at: Position
    url: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True)
class NoDetails:
    """Nothing beyond what every kind has (articles)."""


@dataclass(frozen=True, slots=True)
class InterviewDetails:
    """`guests` answer; the authors ask."""

    guests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExampleDetails:
    """`country` is an ISO 3166 alpha-2 code."""

    country: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class EventDetails:
    """When and where; `registration` is a URL. `starts` is None only where the field is missing or wrong.

    `ends_on_a_day` says that of its end only the day is known.
    """

    starts: datetime | None = None
    ends: datetime | None = None
    place: str = ""
    registration: str = ""
    ends_on_a_day: bool = False

    @property
    def end(self) -> datetime | None:
        """The moment from which it is over; an event of which only the day is known lasts until midnight."""
        last = self.ends or self.starts
        return last + timedelta(days=1) if last and last.time() == time() else last

    def is_over(self, now: datetime) -> bool:
        """Whether it has ended by `now`."""
        return self.end is not None and self.end <= now


@dataclass(frozen=True, slots=True)
class PresentationDetails:
    """`event` is where it was given, `held` when; `slides` a file of the content."""

    speakers: tuple[str, ...] = ()
    event: str = ""
    held: date | None = None
    slides: str = ""


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """`role` is what they do, `website` their URL; a `team` is several people under one name, or an organisation."""

    role: str = ""
    website: str = ""
    team: bool = False


@dataclass(frozen=True, slots=True)
class PageDetails:
    """`menu` is the page's place in the menu (`header`, `footer` or nowhere), `order` its rank there.

    `home` is what the home page is composed of. An `unlisted` page is only where a link leads to it: no list, no
    search and no search engine knows it.
    """

    menu: str = ""
    order: int = 0
    unlisted: bool = False
    home: tuple[HomePart, ...] = ()


@dataclass(frozen=True, slots=True)
class EpisodeDetails:
    """`audio` and `transcript` are files of `podcast/`, empty where this language has none of its own.

    `no_transcript` is the reason why there is none; `label` replaces the number where apps show it; `chapters`
    are those of the front matter and `chapters_file` a JSON file of them, where it names one; `read` are the texts
    that it belongs to. `audio_changed` is when other audio took the place of what had been published, or its address
    changed: the word that the guard asks for.
    """

    guid: str = ""
    audio: str = ""
    alternate_audio: tuple[AlternateAudio, ...] = ()
    transcript: str = ""
    no_transcript: str = ""
    season: int | None = None
    number: int | None = None
    label: str = ""
    type: str = "full"
    explicit: bool = False
    synthetic_voice: bool = False
    ai_content: bool | None = None
    cover: str = ""
    hosts: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    chapters_file: str = ""
    soundbites: tuple[Soundbite, ...] = ()
    location: Location | None = None
    license: License | None = None
    funding: tuple[TitledLink, ...] = ()
    social: tuple[Social, ...] = ()
    content_links: tuple[TitledLink, ...] = ()
    block: bool = False
    read: tuple[PageLink, ...] = ()
    audio_changed: datetime | None = None

    @property
    def audio_files(self) -> tuple[str, ...]:
        """Its audio in every form."""
        return self.audio, *(other.path for other in self.alternate_audio)


Details = (
    NoDetails
    | InterviewDetails
    | ExampleDetails
    | EventDetails
    | PresentationDetails
    | PersonDetails
    | PageDetails
    | EpisodeDetails
)


PEOPLE_FIELDS = ("authors", "hosts", "guests", "speakers", "credits")
"""The fields that name people by their id."""


@dataclass(frozen=True)
class Document:
    """One page of the content in one language.

    `name` is the path below the kind's folder without language and ending: the same `kind` and `name` is the
    same page in another language. `positions` tells where each front-matter field stands, `refused` names
    those whose values were wrong: a problem is known already, and their absence means nothing. `written` has the
    names and files of the front matter as they stand there, by field and name. `is_timed` says whether `date` has the
    time of day. `project` are the ids of the projects that paid for the page, where the site's own didn't. Readers get
    its texts set by the rules of `typography`, if that is on; who comes to `redirect_from` is led to the page. The text
    itself isn't kept: it is rendered file by file (`site_builder.markdown`).
    """

    kind: Kind
    name: str
    language: str
    path: str
    title: str
    description: str = ""
    slug: str = ""
    date: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    series: str = ""
    picture: Picture | None = None
    draft: bool = False
    expires: datetime | None = None
    project: tuple[str, ...] = ()
    typography: bool = True
    redirect_from: tuple[FormerAddress, ...] = ()
    details: Details = NoDetails()
    positions: dict[str, Position] = field(default_factory=dict, compare=False)
    refused: frozenset[str] = frozenset()
    written: dict[tuple[str, str], Scalar] = field(default_factory=dict, compare=False)
    is_timed: bool = field(default=True, compare=False)

    @property
    def id(self) -> tuple[Kind, str]:
        """What all language versions of the page share."""
        return self.kind, self.name

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Everybody who wrote the page or speaks in it, without repeats, in the order of the fields."""
        return tuple(dict.fromkeys(name for field in PEOPLE_FIELDS for name in self.named(field)))

    @property
    def modified(self) -> datetime | None:
        """When it was changed last; a day without the hour, the day on which it was published, isn't before that."""
        return max(self.updated, self.date) if self.updated and self.date else self.updated

    @property
    def is_unlisted(self) -> bool:
        """Whether no list and no search shows it."""
        return isinstance(self.details, PageDetails) and self.details.unlisted

    def named(self, field: str) -> tuple[str, ...]:
        """The ids of the people in `field`, one of `PEOPLE_FIELDS`; empty where the kind has no such field."""
        if field == "authors":
            return self.authors
        found: tuple[str | Credit, ...] = getattr(self.details, field, ())
        return tuple(name.person if isinstance(name, Credit) else name for name in found)

    def value(self, field: str) -> Scalar | None:
        """The value of `field` as it stands in the file, where the field names one thing of the project."""
        return next((scalar for (name, _), scalar in self.written.items() if name == field), None)

    def where(self, field: str, name: str = "") -> Position:
        """The position of `field`, or of the `name` in its list; that of the file's first line where it has none."""
        found = self.written.get((field, name)) if name else None
        return found.at if found else self.positions.get(field, Position(self.path))
