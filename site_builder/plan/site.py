"""The plan of the whole site: every page and file with its URL, and what two of them claim at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial

from ..cards.card import ShareCard
from ..documents import Document, Kind
from ..history.translations import Outdated
from ..library import Library, has_appeared
from ..pictures.recipe import Recipe
from ..problems import Position, Problem, Severity
from ..settings import SITE
from .chrome import chrome
from .documents import document_view
from .edition import Edition, last_change
from .frame import Editions, Page
from .home import home_page
from .kinds import SECTIONS
from .listings import listing_pages, people_page, section, topic, topics_page
from .meta import with_meta
from .next_change import next_change
from .pictures import copied_files, published_pictures
from .podcast import embed_page, episode_view, show_page
from .redirects import Redirect, redirects_of
from .related import related
from .search import search_page
from .statement import statement_pages
from .style import style_page
from .urls import Urls
from .views import Chrome


@dataclass(frozen=True)
class Site:
    """Everything that will be published. `library` holds what is published, `files` URLs → project paths.

    `redirects` lead on from addresses that pages had before, sorted by these. A preview is for those who write, and is
    never published: drafts and scheduled pages are in it too. `next_change` is when the same content will make another
    site, if ever.
    """

    library: Library
    urls: Urls
    editions: Editions
    chromes: Mapping[str, Chrome]
    pages: tuple[Page, ...]
    files: Mapping[str, str]
    redirects: tuple[Redirect, ...] = ()
    is_preview: bool = False
    next_change: datetime | None = None

    @cached_property
    def pictures(self) -> Mapping[str, Recipe]:
        """The files that are made of the pictures on pages and in feeds: their URLs, and how."""
        return published_pictures(self.library, self.urls)

    @property
    def cards(self) -> tuple[ShareCard, ...]:
        """The pictures that are shown where other sites link to the pages, each once."""
        return tuple(dict.fromkeys(page.card for page in self.pages if page.card))


def plan(
    library: Library,
    site_url: str,
    now: datetime,
    *,
    preview: bool = False,
    outdated: Mapping[str, Outdated] | None = None,
) -> tuple[Site, tuple[Problem, ...]]:
    """The site that `library` makes at `now` below `site_url`; a preview holds drafts and scheduled pages too.

    `outdated` are the translations (paths) that are older than their originals.
    """
    published = library.published(now, preview=preview)
    urls = Urls.of(library.settings, site_url, library.shows.values())
    editions = Editions(
        {
            code: Edition(entry, published, urls, now, outdated or {}, preview)
            for code, entry in library.settings.languages.items()
        }
    )
    appeared = (document for document in library.documents if has_appeared(document, now))
    kinds = {document.kind for document in (*published.documents, *appeared)}
    pages = tuple(
        page
        for edition in editions
        for page in with_meta(editions, edition, _pages(editions, edition, kinds))
    )
    there = {page.url for page in pages}
    chromes = {edition.code: chrome(library.settings, editions, edition, there) for edition in editions}
    redirects, problems = redirects_of(published, urls, pages, now)
    due = next_change(library.documents, now)
    site = Site(published, urls, editions, chromes, pages, _files(published, urls), redirects, preview, due)
    return site, (*_clashes(pages), *problems)


def _pages(editions: Editions, edition: Edition, kinds: Collection[Kind]) -> Iterator[Page]:
    """Those of one language; `kinds` have a list, though all that it showed may have expired."""
    yield home_page(editions, edition)
    yield from _lists(editions, edition, kinds)
    yield search_page(editions, edition)
    yield from statement_pages(editions, edition)
    yield style_page(editions, edition)
    neighbours = related(edition.documents)
    for document in (*edition.documents, *edition.unlisted):
        if document.id != (Kind.PAGE, "index"):
            yield _document_page(editions, edition, document, neighbours)
        if document.kind is Kind.EPISODE and (player := embed_page(edition, document)):
            yield player


def _lists(editions: Editions, edition: Edition, kinds: Collection[Kind]) -> Iterator[Page]:
    """The pages that list others: of people and topics where the site has any, of shows even without episodes."""
    for kind in SECTIONS:
        if kind is Kind.EPISODE:
            for show in edition.library.shows.values():
                yield show_page(editions, edition, show)
        elif kind in kinds:
            yield from (
                (people_page(editions, edition),)
                if kind is Kind.PERSON
                else listing_pages(editions, edition, section(kind))
            )
    topics = edition.library.topics.values()
    if topics:
        yield topics_page(editions, edition)
    for subject in topics:
        yield from listing_pages(editions, edition, topic(subject))


def _document_page(
    editions: Editions, edition: Edition, document: Document, neighbours: Mapping[str, tuple[Document, ...]]
) -> Page:
    urls = edition.urls
    versions = {code: urls.page(version) for code, version in edition.library.versions[document.id].items()}
    draw = episode_view if document.kind is Kind.EPISODE else document_view
    build = partial(draw, editions, edition, document, neighbours.get(document.path, ()))
    return Page(
        versions[edition.code],
        document.title,
        versions,
        build,
        document.path,
        last_change([document]),
        document.where("slug"),
        listed=not document.is_unlisted,
        kind=document.kind.value,
        subject=document,
    )


def _files(library: Library, urls: Urls) -> dict[str, str]:
    """The files of the content that are copied as they are: drawings and slides, audio."""
    return dict(sorted((urls.media(path), path) for path in copied_files(library)))


def _clashes(pages: tuple[Page, ...]) -> Iterator[Problem]:
    """Two pages at one URL; none has capital letters, so a disk that ignores them sees no other clashes."""
    first: dict[str, Page] = {}
    for page in pages:
        other = first.setdefault(page.url, page)
        if other is page:
            continue
        later, earlier = (page, other) if page.at else (other, page)
        yield Problem(
            "same-url",
            Severity.ERROR,
            later.at or Position(SITE),
            "The page has the same address as another one: {url} ({other}).",
            "Give one of them another slug." if later.source else "Give one of the topics another name.",
            {"url": page.url, "other": earlier.source or earlier.title},
            "slug",
        )
