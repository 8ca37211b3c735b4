"""Addresses that were published: pages, redirects and feeds must go on answering."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from ..documents import Document
from ..ledger.entries import Ledger, PublishedPage
from ..library import Library
from ..plan.urls import PLAYER
from ..problems import Position, Problem, Severity
from ..settings import SITE, WITHDRAWN
from .promises import Withdrawn, leading_on

_MEANT = (
    "Bring it back. If it has another address now, name this one in its front matter: redirect_from: [{what}]; if it "
    "is to be gone, say so in {file}: {entry}"
)


class Answers:
    """What answers in a new build: at which `paths`, where the `redirects` lead, and the `places` of files' pages."""

    def __init__(self, new: Ledger) -> None:
        """`new` is the ledger of that build."""
        pages = [(new.path(page.url), page) for page in new.pages]
        self.redirects = {new.path(each.url): new.path(each.to) for each in new.redirects}
        self.paths = {path for path, _ in pages} | self.redirects.keys()
        self.places: dict[str, str] = {}
        for path, page in sorted(pages, key=lambda pair: len(pair[0])):
            self.places.setdefault(page.source, path)  # the page before its parts


def sources_of(ledger: Ledger) -> Mapping[str, str]:
    """The files of the pages of `ledger`, by their paths."""
    return {ledger.path(page.url): page.source for page in ledger.pages if page.source}


def lost_pages(
    published: Ledger, answers: Answers, library: Library, withdrawn: Withdrawn, now: datetime
) -> Iterator[Problem]:
    """Published pages with nothing at their addresses, or with another page.

    The further pages of a list come and go with what it lists.
    """
    by_url = {page.url: page for page in published.pages}
    for page in published.pages:
        path = published.path(page.url)
        whole = published.path(_whole(page, by_url).url)
        if page.number > 1 or withdrawn.has(path) or withdrawn.has(whole):
            continue
        document = library.by_path.get(page.source)
        if path in answers.paths:
            if document and whole == path:
                yield from _taken(document, path, answers, withdrawn)
        elif whole != path and whole not in answers.paths:  # the whole page is lost, and told of
            continue
        elif document is None:
            yield _gone(page, path, withdrawn)
        elif whole != path:
            if not any(has_expired(version, now) for version in library.versions[document.id].values()):
                yield _part_gone(document, path, withdrawn)
        elif not has_expired(document, now):
            yield _moved(document, path, answers, withdrawn, now)


def lost_redirects(
    published: Ledger, answers: Answers, library: Library, withdrawn: Withdrawn
) -> Iterator[Problem]:
    """Former addresses that led on and now lead nowhere, or elsewhere, though their page is still there."""
    sources = sources_of(published)
    for redirect in published.redirects:
        path, to = map(published.path, (redirect.url, redirect.to))
        document = library.by_path.get(sources.get(to, ""))
        if path in answers.paths:
            if document and answers.places.get(document.path) and not to.endswith(PLAYER):
                yield from _taken(document, path, answers, withdrawn)
        elif to in answers.paths and not withdrawn.has(path):
            yield Problem(
                "published-redirect-gone",
                Severity.ERROR,
                document.where("redirect_from") if document else Position(WITHDRAWN),
                "The former address {what} led to this page, and now it leads nowhere.",
                "Write it into the field redirect_from again; if it is to be gone, say so in {file}: {entry}",
                {"what": path, "file": WITHDRAWN, "entry": withdrawn.entry(path)},
                "redirect_from",
            )


def lost_files(published: Ledger, new: Ledger, withdrawn: Withdrawn) -> Iterator[Problem]:
    """Files that texts link to and others may too, such as PDFs, that are gone."""
    there = {new.path(file.url) for file in new.files}
    for file in published.files:
        path = published.path(file.url)
        if path not in there and not withdrawn.has(path):
            yield Problem(
                "published-file-gone",
                Severity.ERROR,
                Position(file.source),
                "The file {what} is published, but the new site lacks it: links to it would lead nowhere.",
                "Bring it back. If it is to be gone, say so in {file}: {entry}",
                {"what": path, "file": WITHDRAWN, "entry": withdrawn.entry(path)},
            )


def lost_feeds(published: Ledger, new: Ledger, withdrawn: Withdrawn) -> Iterator[Problem]:
    """Feeds that aren't where apps ask for them."""
    there = {new.path(feed.url) for feed in new.feeds}
    for feed in published.feeds:
        path = published.path(feed.url)
        if path not in there and not withdrawn.has(path):
            yield Problem(
                "published-feed-gone",
                Severity.ERROR,
                Position(feed.source or SITE),
                "The feed {what} is gone: all who subscribed to it would hear nothing more.",
                "Bring it back: a feed's address follows from the podcast's folder and the site's languages. "
                "If it is to be gone, say so in {file}: {entry}",
                {"what": path, "file": WITHDRAWN, "entry": withdrawn.entry(path)},
            )


def has_expired(document: Document, now: datetime) -> bool:
    """Whether its front matter says that it is gone."""
    return document.expires is not None and document.expires <= now


def _whole(page: PublishedPage, by_url: Mapping[str, PublishedPage]) -> PublishedPage:
    """The page that `page` is a part of, as the player alone is of an episode's; itself where it is whole."""
    above = by_url.get(f"{page.url.rstrip('/').rpartition('/')[0]}/")
    return above if above and page.source and above.source == page.source else page


def _gone(page: PublishedPage, path: str, withdrawn: Withdrawn) -> Problem:
    return Problem(
        "published-page-gone",
        Severity.ERROR,
        Position(page.source or WITHDRAWN),
        "The page {what} is published, but the new site lacks it: links to it would lead nowhere.",
        _MEANT,
        {"what": path, "file": WITHDRAWN, "entry": withdrawn.entry(path)},
    )


def _part_gone(document: Document, path: str, withdrawn: Withdrawn) -> Problem:
    return Problem(
        "published-page-gone",
        Severity.ERROR,
        document.where("audio"),
        "The player for other websites is published at {what}, but this page plays nothing any more.",
        "Give the episode its audio again. If it is to be gone, say so in {file}: {entry}",
        {"what": path, "file": WITHDRAWN, "entry": withdrawn.entry(path)},
    )


def _moved(document: Document, path: str, answers: Answers, withdrawn: Withdrawn, now: datetime) -> Problem:
    """That the page of `document` is elsewhere now, or nowhere."""
    here = answers.places.get(document.path)
    if here is None:
        return _hidden(document, path, withdrawn, now)
    return Problem(
        "published-page-moved",
        Severity.ERROR,
        document.where("slug"),
        "The page is published at {what}, and would be at {here}: links to the old address would lead nowhere.",
        "Write the old address into its front matter: redirect_from: [{what}]",
        {"what": path, "here": here},
        "redirect_from",
    )


def _taken(document: Document, path: str, answers: Answers, withdrawn: Withdrawn) -> Iterator[Problem]:
    """That links to `document` at `path` would show something else, if they would."""
    here = answers.places.get(document.path)
    if here in (None, path) or answers.redirects.get(path) == here or withdrawn.has(leading_on(path, here)):
        return
    yield Problem(
        "published-address-taken",
        Severity.ERROR,
        document.where("slug"),
        "Links to this page lead to {what}, but another page would be there: this one would be at {here}.",
        "Give the other page another address, and write the old one of this page into its field redirect_from. If "
        "that is meant, say so in {file}: {entry}",
        {"what": path, "here": here, "file": WITHDRAWN, "entry": withdrawn.entry(leading_on(path, here))},
        "redirect_from",
    )


def _hidden(document: Document, path: str, withdrawn: Withdrawn, now: datetime) -> Problem:
    """That the page of `document` is there for nobody: a draft, or scheduled."""
    is_later = document.date is not None and document.date > now
    field = "draft" if document.draft else "date" if is_later else "title"
    return Problem(
        "published-page-hidden",
        Severity.ERROR,
        document.where(field),
        "The page is published at {what}, but now it is a draft or scheduled: links to it would lead nowhere.",
        "Publish it again. If it is to be gone, take its file away and say so in {file}: {entry}",
        {"what": path, "file": WITHDRAWN, "entry": withdrawn.entry(path)},
        field,
    )
