"""What all pages of one language share, and what stands in their heads for other sites."""

from __future__ import annotations

from dataclasses import dataclass

from .listening import Feed, Source
from .parts import Link


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
class Sharing:
    """What other sites show where the page is linked (https://ogp.me); URLs are absolute with host.

    `type` is OpenGraph's, `locale` and `other_locales` are such as `cs_CZ`. `image` is the page's card, `is_own`
    where it tells of this page and not of its section. `published` and `modified` are moments, ISO 8601.
    """

    type: str
    locale: str
    other_locales: tuple[str, ...]
    image: str
    image_type: str
    image_width: int
    image_height: int
    image_alt: str
    is_own: bool
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    audio: Source | None = None
