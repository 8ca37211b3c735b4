"""What all pages of one language share: menu, footer, feeds, the Union's emblem and its line."""

from __future__ import annotations

from collections.abc import Collection

from ..documents import Document, Kind, PageDetails
from ..settings import Settings
from .edition import Edition
from .frame import Editions
from .kinds import SECTION_LABELS, SECTIONS
from .publicity import publicity
from .statement import statement_link
from .subscribing import podcast_feeds
from .views import Chrome, Feed, Link

ATOM = "application/atom+xml"


def chrome(settings: Settings, editions: Editions, edition: Edition, there: Collection[str]) -> Chrome:
    """The shared parts of this language's pages. `there` are the addresses of all pages: no other one is linked."""
    urls, language = edition.urls, edition.language
    statement = statement_link(edition)  # every page must lead to it (Directive (EU) 2016/2102, Article 7)
    sections = tuple(
        Link(language.text(SECTION_LABELS[kind]), urls.section(kind, edition.code))
        for kind in SECTIONS
        if edition.of_kind(kind) and kind is not Kind.PERSON
    )
    lists = (
        Link(language.text("Topics"), urls.topics(edition.code)),
        Link(language.text("People"), urls.section(Kind.PERSON, edition.code)),
    )
    news = language.text("News (Atom)")
    atom = Feed(news, news, urls.absolute(urls.atom_feed(edition.code)), ATOM, edition.code)
    return Chrome(
        language=edition.code,
        language_name=language.name,
        site_title=edition.settings.title,
        tagline=language.typeset(edition.settings.tagline),
        home_url=urls.home(edition.code),
        base_url=urls.base,
        menu=(*sections, *_menu(edition, "header")),
        footer=(
            *(link for link in lists if link.url in there),
            *((statement,) if statement else ()),
            *_menu(edition, "footer"),
        ),
        publicity=publicity(edition),
        operator=language.typeset(settings.operator.get(edition.code, "")),
        contact=settings.contact,
        feeds=(
            atom,
            *(
                feed
                for show in edition.library.shows.values()
                for feed in podcast_feeds(editions, edition, show)
            ),
        ),
        search=urls.search(edition.code),
        open_search=urls.open_search(edition.code) if urls.origin else "",
    )


def _menu(edition: Edition, name: str) -> tuple[Link, ...]:
    """The pages that want to be in menu `name`, by their order."""
    found: list[tuple[int, Document]] = [
        (document.details.order, document)
        for document in edition.of_kind(Kind.PAGE)
        if isinstance(document.details, PageDetails) and document.details.menu == name
    ]
    return tuple(edition.document_link(document) for _, document in sorted(found, key=lambda entry: entry[0]))
