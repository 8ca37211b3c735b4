"""What pages are put together of: links, dates, pictures, cards and lists of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

Html = NewType("Html", str)
NO_HTML = Html("")


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
    """`width` and `height` in CSS pixels, 0 where unknown.

    `srcset` are the sizes that a browser may choose from, `webp` the same in WebP; both are empty where there is only
    `url`, which is what every browser and other sites can show.
    """

    url: str
    alt: str
    credit: str
    width: int = 0
    height: int = 0
    srcset: str = ""
    webp: str = ""


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
class OutdatedView:
    """The `original` has changed since the page was translated from `language` (its name here), on day `since`."""

    original: Link
    language: str
    since: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the page's facts ("Place: Brno"); `links` where the values are pages, else `text` or `stamp`."""

    label: str
    text: str = ""
    links: tuple[Link, ...] = ()
    stamp: Stamp | None = None
