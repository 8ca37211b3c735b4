"""The planned site → its ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from ..documents import PICTURE_ENDINGS
from ..library import Library
from ..media.digests import sha256_of
from ..plan.edition import Edition
from ..plan.frame import Page
from ..plan.site import Site
from ..references import ToFile, follow
from ..settings import SITE, Topic
from ..shows import Show
from .entries import (
    LEDGER,
    Ledger,
    PublishedFeed,
    PublishedFile,
    PublishedItem,
    PublishedPage,
    PublishedRedirect,
)
from .sources import content_digest
from .written import as_json


def ledger_file(site: Site, root: Path) -> Iterator[tuple[str, bytes]]:
    """The file of what `ledger_of` gives: its path in the site's folder and its bytes."""
    yield LEDGER, as_json(ledger_of(site, root))


def ledger_of(site: Site, root: Path) -> Ledger:
    """What `site`, made of the project at `root`, promises."""
    linked = frozenset(_linked_drawings(site.library))
    pages = (
        PublishedPage(page.url, edition.code, _source(page), page.number)
        for edition in site.editions
        for page in site.pages
        if page.versions.get(edition.code) == page.url
    )
    return Ledger(
        site.urls.absolute(site.urls.base),
        tuple(sorted(pages, key=lambda page: page.url)),
        tuple(PublishedRedirect(redirect.url, redirect.to) for redirect in site.redirects),
        tuple(feed for edition in site.editions for feed in _feeds(edition, root)),
        _utc(site.next_change) if site.next_change else "",
        site.is_preview,
        tuple(
            PublishedFile(url, path)
            for url, path in site.files.items()
            if path not in site.library.audio
            and (path in linked or not path.lower().endswith(PICTURE_ENDINGS))
        ),
        content_digest(root),
    )


def _source(page: Page) -> str:
    """The file of a page; of all that is on a topic, the file of topics with the topic's id behind #."""
    if isinstance(page.subject, Topic):
        return f"{page.subject.at.path}#{page.subject.id}"
    return page.source


def _linked_drawings(library: Library) -> Iterator[str]:
    """Drawings that texts lead to, as they do to a PDF; those that are only shown may be exchanged."""
    for document in library.documents:
        for reference in library.texts[document.path].references:
            if not reference.is_picture and reference.target.partition("#")[0].lower().endswith(".svg"):
                target = follow(reference.target, document, library)
                if isinstance(target, ToFile):
                    yield target.path


def _feeds(edition: Edition, root: Path) -> Iterator[PublishedFeed]:
    urls, code = edition.urls, edition.code
    yield PublishedFeed(urls.atom_feed(code), code, source=SITE)
    for show in edition.library.shows.values():
        if edition.episodes_with_audio(show):
            items = tuple(_items(edition, show, root))
            yield PublishedFeed(
                urls.podcast_feed(show, code), code, items, show.where("title").path, show.guid.get(code, "")
            )


def _items(edition: Edition, show: Show, root: Path) -> Iterator[PublishedItem]:
    for episode in edition.episodes_with_audio(show):
        details, audio = episode.details, episode.audio
        yield PublishedItem(
            details.guid,
            _utc(episode.date),
            edition.urls.page(episode.document),
            edition.urls.enclosure(audio),
            audio.size,
            audio.media_type,
            audio.sha256 or sha256_of(root / audio.path),
            _utc(details.audio_changed) if details.audio_changed else "",
        )


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
