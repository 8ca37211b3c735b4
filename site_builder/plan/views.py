"""What the templates draw: one frozen `View` a page, every text, date and URL already in the page's language.

URLs are absolute paths on the site (`/en/articles/x/`, with the base path of `site_url`) unless said otherwise.
Texts are plain text, to be escaped by the template; fields that hold HTML are of type `Html`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from ..accessibility import Enforcement
from ..markdown import Heading

Html = NewType("Html", str)


@dataclass(frozen=True, slots=True)
class Link:
    """`language` is set where the page behind the link is in another language than this one."""

    label: str
    url: str
    current: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Switch:
    """One language of the switcher. `untranslated`: the page has no translation, the link leads to the section.

    `invitation` tells in that language that the page is in it too, `decline` says there that it was read; both are
    empty for the present language and where there is no translation.
    """

    language: str
    label: str
    url: str
    current: bool = False
    untranslated: bool = False
    invitation: str = ""
    decline: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """`<link rel=alternate hreflang>`; `url` is absolute with host."""

    hreflang: str
    url: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date: `<time datetime="{iso}">{text}</time>`."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """`width` and `height` in CSS pixels, 0 where unknown."""

    url: str
    alt: str
    credit: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A page as it appears in a list. `kind` is the folder name, `kind_label` what readers see ("Article").

    `facts` are short texts shown in a row, such as the reading time, a place or a duration.
    """

    kind: str
    kind_label: str
    title: str
    url: str
    description: str = ""
    date: Stamp | None = None
    picture: PictureView | None = None
    facts: tuple[str, ...] = ()
    topics: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A heading with cards, and where there are more of them. `kind` may be empty."""

    heading: str
    cards: tuple[Card, ...]
    more: Link | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class HomePartView:
    """A part of the home page: `hero` (`links` are its buttons), `text`, `shelf`, `topics` (`links`)."""

    name: str
    shelf: Shelf | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a list hasn't got because it is in another language only: `text` with their number, the list there."""

    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class Pager:
    """Pagination of a listing: links to the pages around the present one (`current`), the first and the last.

    Where pages between two links are left out stands a link without URL.
    """

    pages: tuple[Link, ...]
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, slots=True)
class SeriesView:
    """The series that a document is a part of, or the show of an episode; `number` is the part's of `count`.

    `parts` are all of them, the oldest first, the present one marked as current; a show has a link to its page
    (`more`) in their place.
    """

    label: str
    number: int
    count: int
    previous: Link | None = None
    next: Link | None = None
    parts: tuple[Link, ...] = ()
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the page's facts ("Place: Brno"); `links` where the values are pages, else `text` or `stamp`."""

    label: str
    text: str = ""
    links: tuple[Link, ...] = ()
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An `<audio>` source: `media_type` is its MIME type, `size` as read ("3.4 MB")."""

    url: str
    media_type: str
    size: str


@dataclass(frozen=True, slots=True)
class ChapterView:
    """`start` in whole seconds, `time` as read ("1:05"); the link is `#t={start}`.

    `url` is a page that the chapter speaks of, `image` a picture for it; both may be empty.
    """

    start: int
    time: str
    title: str
    url: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without interruption; `start` in whole seconds."""

    start: int
    time: str
    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A soundbite from second `start` to second `end`, as a URL's fragment writes them; `time` and `length` as read."""

    start: str
    end: str
    time: str
    length: str
    title: str


@dataclass(frozen=True, slots=True)
class Player:
    """An episode's audio. `language` is the audio's, `borrowed` says that it isn't the page's own.

    `key` is what the listener's device remembers the place under. `duration` is `seconds` as read ("4 min 12 s");
    `transcript_language`, `chapters_language` and `passages_language` may differ from the page's, as the audio's
    does. `embed_url` (absolute with host) is
    the page that other sites show in a frame.
    """

    key: str
    source: Source
    show: str
    embed_url: str
    seconds: float
    duration: str
    language: str
    language_label: str
    borrowed: bool
    synthetic_voice: bool
    chapters: tuple[ChapterView, ...] = ()
    chapters_language: str = ""
    passages: tuple[Passage, ...] = ()
    passages_language: str = ""
    transcript: tuple[Turn, ...] = ()
    transcript_language: str = ""
    transcript_url: str = ""
    chapters_url: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, for autodiscovery and for subscribing; `url` is absolute with host, `language` its own."""

    title: str
    url: str
    media_type: str
    language: str


@dataclass(frozen=True, slots=True)
class Subscription:
    """How to subscribe to one feed; `apps` are links that open it in an app, `label` is its language's name."""

    feed: Feed
    language: str
    label: str
    apps: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SilentEpisode:
    """An episode without transcript and why; `language` is the reason's where it isn't the page's.

    Without a reason it is to have one by `deadline`, if that is still to come.
    """

    page: Link
    reason: str
    language: str = ""
    deadline: Stamp | None = None


@dataclass(frozen=True, slots=True)
class TestView:
    """The last automatic test: its day, what was tested, each tool with its version and findings, each fault."""

    date: Stamp
    scope: str
    tools: tuple[tuple[str, str], ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """The accessibility statement (Decision (EU) 2018/1523). What is empty an official must still settle.

    `status`, `method`, and obstacles by their reason are as in `site_builder.accessibility`; `site` is the address
    of the site.
    """

    operator: str
    site: str
    status: str
    obstacles: Mapping[str, tuple[str, ...]]
    silent: tuple[SilentEpisode, ...]
    test: TestView | None
    method: str
    prepared: Stamp | None
    reviewed: Stamp | None
    contact: str
    enforcement: Enforcement | None
    body: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a form's list: `value` is what the search index calls it, `url` the page of all that it chooses."""

    value: str
    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of one year's pages, or of one kind's that have no date."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What the search form offers (`url` answers it), and `count` titles for readers without scripts.

    `words` is what scripts say and need to know, as JSON has it, under the names that `assets/search/` uses.
    """

    url: str
    words: Mapping[str, object]
    kinds: tuple[Choice, ...] = ()
    topics: tuple[Choice, ...] = ()
    years: tuple[Choice, ...] = ()
    titles: tuple[Titles, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Publicity:
    """The co-funding line beside the emblem of the Union, and the projects that it is about.

    A project without a page that describes it is a link without URL.
    """

    line: str
    projects: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Chrome:
    """What all pages of one language share; `language_name` is the language's own name for itself.

    `menu` marks no entry as current: compare with `View.section_url`.
    """

    language: str
    language_name: str
    site_title: str
    tagline: str
    home_url: str
    base_url: str
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    publicity: Publicity | None
    operator: str
    contact: str
    feeds: tuple[Feed, ...]
    search: str
    open_search: str


@dataclass(frozen=True, slots=True)
class View:
    """One page.

    `layout` names its template in `overrides/layouts/`:

    `home`      its parts in their order; `body` is what the Centre does
    `document`  article, interview, example, event, presentation, page: `facts`, `body`, `related`
    `episode`   a document with `player`
    `statement` a document whose text is `statement`: the accessibility statement
    `person`    `shelves`: what they wrote, where they spoke
    `section`   `shelves[0]` with `pager`: a section, a topic
    `index`     `links`: all topics; `shelves[0]`: all people
    `show`      the podcast: `shelves[0]` its episodes, `links` the site's other podcasts
    `search`    `search`: its form and all titles
    `style`     every component once, in samples
    `embed`     the player alone, for other sites; its `canonical` is the episode

    `read` are the texts that an episode belongs to, `listen` the episodes that belong to a text; `series` is its place
    among the parts of a series or the episodes of a show.

    What is `hidden` is not for search engines.

    `subscribe` are the feeds of the page's podcast, its own language's first; `linked_data` is JSON-LD that may
    stand in a `<script>`; `publicity` is set where the page is of other projects than the site's first.
    """

    layout: str
    kind: str
    language: str
    url: str
    canonical: str
    title: str
    head_title: str
    description: str
    section_url: str = ""
    alternates: tuple[Alternate, ...] = ()
    switches: tuple[Switch, ...] = ()
    breadcrumbs: tuple[Link, ...] = ()
    kicker: str = ""
    body: Html = Html("")
    contents: tuple[Heading, ...] = ()
    date: Stamp | None = None
    updated: Stamp | None = None
    reading_time: str = ""
    authors: tuple[Link, ...] = ()
    topics: tuple[Link, ...] = ()
    links: tuple[Link, ...] = ()
    picture: PictureView | None = None
    facts: tuple[Fact, ...] = ()
    player: Player | None = None
    shelves: tuple[Shelf, ...] = ()
    home: tuple[HomePartView, ...] = ()
    pager: Pager | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    related: tuple[Card, ...] = ()
    series: SeriesView | None = None
    read: tuple[Link, ...] = ()
    listen: tuple[Link, ...] = ()
    share: tuple[Link, ...] = ()
    subscribe: tuple[Subscription, ...] = ()
    search: Search | None = None
    linked_data: Html = Html("")
    publicity: Publicity | None = None
    statement: Statement | None = None
    draft: bool = False
    scheduled: bool = False
    hidden: bool = False
