"""An edition → what its Atom feed says (the podcasts': `site_builder.finish.podcasts`)."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from ..documents import Document
from ..feeds.atom import NEWEST, atom_feed, entry_id
from ..feeds.entries import AtomEntry, AtomFeed
from ..plan.edition import Edition
from ..plan.publicity import publicity_text
from .text_in_feeds import text_in_feeds


def atom_of(edition: Edition) -> bytes:
    """The Atom feed of everything dated in this language."""
    urls, code = edition.urls, edition.code
    dated = [(document.date, document) for document in edition.documents if document.date]
    newest = sorted(dated, key=lambda pair: pair[0])[-NEWEST:]
    feed = AtomFeed(
        url=urls.absolute(urls.atom_feed(code)),
        title=edition.settings.title,
        link=urls.absolute(urls.home(code)),
        subtitle=f"{edition.settings.description} {publicity_text(edition)}".strip(),
        language=code,
        author=edition.settings.title,
    )
    return atom_feed(feed, [_entry(edition, document, date) for date, document in newest])


def _entry(edition: Edition, document: Document, date: datetime) -> AtomEntry:
    urls = edition.urls
    host = urlsplit(urls.origin).hostname or "localhost"
    return AtomEntry(
        id=entry_id(host, document.kind.value, document.name, document.language),
        title=document.title,
        link=urls.absolute(urls.page(document)),
        summary=document.description,
        published=date,
        updated=document.modified or date,
        content=text_in_feeds(edition, document),
        authors=tuple(link.label for link in edition.person_links(document.authors)),
        topics=tuple(link.label for link in edition.topic_links(document)),
    )
