"""The page that searches, and the dialog that scripts lay over other pages to search from there.

Both hold the words of the scripts, as scripts have none of their own. The page lists all titles too: without
scripts they are what there is to search in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ..documents import Kind
from ..languages import mark
from .edition import Edition, moment_of
from .frame import Editions, Page, head_title
from .kinds import SECTION_LABELS, SECTIONS
from .podcast import show_link
from .statement import statement_link
from .views import Choice, Link, Search, Titles, View

KINDS = {**{kind: SECTION_LABELS[kind] for kind in SECTIONS}, Kind.PAGE: mark("Other pages")}
"""The kinds that can be searched in, in the order of the form's list."""

_ALL = {
    Kind.ARTICLE: (mark("All {n} article"), mark("All {n} articles")),
    Kind.INTERVIEW: (mark("All {n} interview"), mark("All {n} interviews")),
    Kind.EXAMPLE: (mark("All {n} example"), mark("All {n} examples")),
    Kind.EPISODE: (mark("All {n} episode"), mark("All {n} episodes")),
    Kind.EVENT: (mark("All {n} event"), mark("All {n} events")),
    Kind.PRESENTATION: (mark("All {n} presentation"), mark("All {n} presentations")),
    Kind.PERSON: (mark("All {n} person"), mark("All {n} people")),
    Kind.PAGE: (mark("All {n} page"), mark("All {n} pages")),
}


def search_page(editions: Editions, edition: Edition) -> Page:
    """The page that searches in this language."""
    versions = {other.code: other.urls.search(other.code) for other in editions}
    build = partial(_view, editions, edition)
    return Page(versions[edition.code], edition.language.text("Search"), versions, build, listed=False)


def search_dialog(edition: Edition) -> Search:
    """The form as it lies over other pages: without filters and titles."""
    return Search(edition.urls.search(edition.code), _words(edition), topics=_topics(edition))


def _view(editions: Editions, edition: Edition, versions: Mapping[str, str]) -> View:
    title = edition.language.text("Search")
    return View(
        layout="search",
        kind="search",
        **editions.frame(edition, versions),
        title=title,
        head_title=head_title(edition, title),
        description=edition.language.text("Search everything published here."),
        search=_search(edition),
        hidden=True,
    )


def _search(edition: Edition) -> Search:
    titles = tuple(_titles(edition))
    years = {str(moment.year) for document in edition.documents if (moment := moment_of(document))}
    return Search(
        edition.urls.search(edition.code),
        _words(edition),
        tuple(Choice(kind.value, _kind(edition, kind)) for kind in KINDS if edition.of_kind(kind)),
        _topics(edition),
        tuple(Choice(year, year) for year in sorted(years, reverse=True)),
        titles,
        sum(len(shelf.links) for shelf in titles),
    )


def _topics(edition: Edition) -> tuple[Choice, ...]:
    links = ((topic.id, edition.topic_link(topic)) for topic in edition.topics)
    return tuple(Choice(topic, link.label, link.url) for topic, link in links)


def _titles(edition: Edition) -> Iterator[Titles]:
    """All titles: those with a date by year, the newest first, then the others by kind."""
    found: dict[str, list[Link]] = {}
    others: dict[str, list[Link]] = {_kind(edition, kind): [] for kind in KINDS}
    for document in edition.documents:
        moment = moment_of(document)
        shelf = found.setdefault(str(moment.year), []) if moment else others[_kind(edition, document.kind)]
        shelf.append(edition.document_link(document))
    others[_kind(edition, Kind.PAGE)] += [show_link(edition, show) for show in edition.library.shows.values()]
    if statement := statement_link(edition):
        others[_kind(edition, Kind.PAGE)].append(statement)
    for heading, links in (*sorted(found.items(), reverse=True), *others.items()):
        if links:
            yield Titles(heading, tuple(links))


def _kind(edition: Edition, kind: Kind) -> str:
    return edition.language.text(KINDS[kind])


def _words(edition: Edition) -> Mapping[str, object]:
    language, urls = edition.language, edition.urls
    return {
        "page": urls.search(edition.code),
        "index": urls.search_index(edition.code),
        "language": language.tag,
        "found": language.plural_forms(mark("{n} result"), mark("{n} results")),
        "nothing": language.text("Nothing was found for “{query}”."),
        "nothingFiltered": language.text("Nothing was found with these filters."),
        "corrected": language.text("Showing results for “{query}”."),
        "searching": language.text("Searching…"),
        "failed": language.text("The search can't be loaded. Check your connection and try again."),
        "second": language.text("in the recording at {time}"),
        "more": language.plural_forms(mark("Show {n} more result"), mark("Show {n} more results")),
        "kinds": {kind.value: language.text(label) for kind, label in KINDS.items()},
        "all": {kind.value: language.plural_forms(one, many) for kind, (one, many) in _ALL.items()},
    }
