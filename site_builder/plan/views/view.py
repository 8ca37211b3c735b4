"""A page as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from ...markdown import Heading
from .chrome import Publicity, Sharing
from .listening import Player, Subscription
from .parts import (
    NO_HTML,
    Alternate,
    Card,
    Elsewhere,
    Fact,
    Html,
    Link,
    OutdatedView,
    Pager,
    PictureView,
    SeriesView,
    Shelf,
    Stamp,
    Switch,
)
from .searching import Search
from .statement import Statement


@dataclass(frozen=True, slots=True)
class HomePartView:
    """A part of the home page: `hero` (`links` are its buttons), `text`, `shelf`, `topics` (`links`), `nothing`."""

    name: str
    shelf: Shelf | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One page.

    `layout` names its template in `overrides/layouts/`:

    `home`      its parts in their order; `body` is the text among them
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

    What is `hidden` is not for search engines. `outdated` is set on a translation that is older than its original.

    `subscribe` are the feeds of the page's podcast, its own language's first; `linked_data` is JSON-LD that may
    stand in a `<script>`, `sharing` what other sites show of the page; `publicity` is set where the page is of
    other projects than the site's first.
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
    body: Html = NO_HTML
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
    linked_data: Html = NO_HTML
    publicity: Publicity | None = None
    statement: Statement | None = None
    outdated: OutdatedView | None = None
    sharing: Sharing | None = None
    draft: bool = False
    scheduled: bool = False
    hidden: bool = False
