"""A page's view → its graph."""

from __future__ import annotations

from ...documents import Document, Kind
from ...shows import Show
from ..edition import Edition
from ..frame import Subject
from ..views import Html, View
from .page import listed, page_id, trail, web_page
from .parts import translations
from .podcast import episode, series
from .script import Data, as_json, as_script
from .site import publisher, website
from .works import work

_NO_TEXTS = (Kind.PAGE, Kind.EVENT, Kind.PERSON)


def site_data(edition: Edition) -> str:
    """What all pages of a language begin with: the publisher and the website, as JSON."""
    return as_json([publisher(edition), website(edition)])


def linked_data(edition: Edition, view: View, subject: Subject | None, site: str) -> Html:
    """The graph of a page as the content of a script: the site (`site_data`), the page, what it is about.

    `subject` is the document, podcast or topic that the page is of.
    """
    main = _main(edition, view, subject)
    page = web_page(edition, view, main)
    entries = (page | _page_translations(edition, subject, page), trail(edition, view), main)
    return as_script(site, as_json([entry for entry in entries if entry]))


def _main(edition: Edition, view: View, subject: Subject | None) -> Data | None:
    """What the page is about; None where that is the page itself."""
    if isinstance(subject, Show):
        return series(edition, view, subject)
    if not isinstance(subject, Document):
        return listed(edition, view) if view.layout in ("section", "index") else None
    if subject.kind is not Kind.EPISODE:
        return work(edition, view, subject)
    show = edition.library.show_of(subject)
    return episode(edition, view, show, subject) if show else None


def _page_translations(edition: Edition, subject: Subject | None, page: Data) -> Data:
    """What is no text itself (an event, a person) has translated pages."""
    if isinstance(subject, Document) and subject.kind in _NO_TEXTS:
        return translations(edition, subject, page["@type"], page_id(""))
    return {}
