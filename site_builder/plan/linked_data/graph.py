"""A page's view → its graph."""

from __future__ import annotations

from collections.abc import Iterator

from ...documents import Document, Kind
from ...shows import Show
from ..edition import Edition
from ..views import Html, View
from .page import listed, page_id, trail, web_page
from .parts import translations
from .podcast import episode, series
from .script import Data, as_script
from .site import publisher, website
from .works import work

_NO_TEXTS = (Kind.PAGE, Kind.EVENT, Kind.PERSON)


def linked_data(edition: Edition, view: View, subject: Document | Show | None) -> Html:
    """The graph of a page as the content of a script: the site, the page, what it is about.

    `subject` is the document or podcast that the page is of.
    """
    main = _main(edition, view, subject)
    return as_script([entry for entry in _entries(edition, view, subject, main) if entry])


def _entries(
    edition: Edition, view: View, subject: Document | Show | None, main: Data | None
) -> Iterator[Data | None]:
    yield publisher(edition)
    yield website(edition)
    page = web_page(edition, view, main)
    yield page | _page_translations(edition, subject, page)
    yield trail(edition, view)
    yield main


def _main(edition: Edition, view: View, subject: Document | Show | None) -> Data | None:
    """What the page is about; None where that is the page itself."""
    if isinstance(subject, Show):
        return series(edition, view, subject)
    if subject is None:
        return listed(edition, view) if view.layout in ("section", "index") else None
    if subject.kind is not Kind.EPISODE:
        return work(edition, view, subject)
    show = edition.library.show_of(subject)
    return episode(edition, view, show, subject) if show else None


def _page_translations(edition: Edition, subject: Document | Show | None, page: Data) -> Data:
    """What is no text itself (an event, a person) has translated pages."""
    if isinstance(subject, Document) and subject.kind in _NO_TEXTS:
        return translations(edition, subject, page["@type"], page_id(""))
    return {}
