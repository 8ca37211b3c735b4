"""Addresses that were published: pages, redirects and feeds must go on answering, with what they answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..documents import Document
from ..ledger.entries import Ledger, PublishedPage
from ..library import Library, has_expired
from ..problems import Position, Problem, Severity
from ..settings import SITE, WITHDRAWN
from .promises import Withdrawn, leading_on


class Pages:
    """The pages of a ledger: which is at a path, and where one of another ledger is here.

    An episode is known by its guid, as listeners' apps know it; any other page by the file that it is made of. Parts
    of a page, such as an episode's player alone, go with the whole one.
    """

    def __init__(self, ledger: Ledger) -> None:
        """`ledger` is that of one build."""
        self.ledger = ledger
        self.by_path = {ledger.path(page.url): page for page in ledger.pages}
        self.redirects = {ledger.path(each.url): ledger.path(each.to) for each in ledger.redirects}
        self.paths = self.by_path.keys() | self.redirects.keys()
        self._guids = {ledger.path(item.page): item.guid for item in ledger.items}
        self._places: dict[tuple[str, str], str] = {}
        for path, page in sorted(self.by_path.items(), key=lambda pair: len(pair[0])):
            if page.source and page.number == 1:
                self._places.setdefault((page.source, page.language), path)  # the page before its parts
        for path, guid in self._guids.items():
            if path in self.by_path:
                self._places[guid, self.by_path[path].language] = path

    def whole(self, path: str) -> str:
        """The path of the page that the one at `path` is a part of; the same where that is whole."""
        page = self.by_path[path]
        above = f"{path.rstrip('/').rpartition('/')[0]}/"
        is_part = page.source and above in self.by_path and self.by_path[above].source == page.source
        return above if is_part else path

    def place(self, others: Pages, path: str) -> str | None:
        """The path here of the whole page that `others` have at `path`; None where it isn't here."""
        page = others.by_path[path]
        by_guid = self._places.get((others._guids.get(path, ""), page.language))
        return by_guid or self._places.get((page.source, page.language))

    def document(self, path: str, library: Library) -> Document | None:
        """The file in `library` of the page at `path`."""
        return library.by_path.get(self.by_path[path].source) if path in self.by_path else None

    def at(self, path: str, field: str, library: Library) -> Position:
        """Where in `library` the page at `path`, or the one that this leads on to, says `field`; at least its file."""
        page = self.by_path.get(self.redirects.get(path, path))
        source, _, topic = page.source.partition("#") if page else ("", "", "")
        if document := library.by_path.get(source):
            return document.where(field)
        if topic in library.topics:
            return library.topics[topic].at
        return Position(source or WITHDRAWN)


def lost_pages(
    before: Pages, after: Pages, library: Library, withdrawn: Withdrawn, now: datetime
) -> Iterator[Problem]:
    """Published pages with nothing at their addresses, or with another page.

    The further pages of a list come and go with what it lists.
    """
    for path, page in before.by_path.items():
        whole = before.whole(path)
        if page.number > 1 or withdrawn.has(path) or withdrawn.has(whole):
            continue
        here, document = after.place(before, whole), before.document(path, library)
        if whole != path:
            is_whole_there = here is not None and whole in after.paths  # else that is told of
            is_lost = is_whole_there and path not in after.paths
            if document and is_lost and not _has_expired_somewhere(document, library, now):
                yield _part_gone(document, path, withdrawn)
        elif here is not None:
            yield from _elsewhere(path, after, here, library, withdrawn)
        elif document and path not in after.redirects and not has_expired(document, now):
            yield _hidden(document, path, withdrawn, now)
        elif not document and path not in after.paths:
            yield _gone(page, path, library, withdrawn)


def lost_redirects(before: Pages, after: Pages, library: Library, withdrawn: Withdrawn) -> Iterator[Problem]:
    """Former addresses that led on and now lead nowhere, or elsewhere, though their page is still there."""
    for path, to in before.redirects.items():
        if to in before.by_path and before.whole(to) != to:
            continue  # a player's goes with its page's, and can't be written
        here = after.place(before, to) if to in before.by_path else None
        if here is None and before.document(to, library) is None:  # its file has another name
            here = after.redirects.get(to, to if to in after.by_path else None)
        if path in after.paths:
            if here is not None:
                yield from _elsewhere(path, after, here, library, withdrawn)
        elif (here is not None or to in after.paths) and not withdrawn.has(path):
            yield Problem(
                "published-redirect-gone",
                Severity.ERROR,
                after.at(here or to, "redirect_from", library),
                "The former address {what} led to {here}, and now it leads nowhere.",
                "Write it into the field redirect_from again; if it is to be gone, say so in {file}: {entry}",
                {
                    "what": path,
                    "here": here or to,
                    **withdrawn.entry(path),
                },
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
                "Bring it back; if it lies elsewhere now, keep a copy at the old place. If it is to be gone, say so in "
                "{file}: {entry}",
                {"what": path, **withdrawn.entry(path)},
            )


def lost_feeds(
    before: Pages, after: Pages, library: Library, withdrawn: Withdrawn, now: datetime
) -> Iterator[Problem]:
    """Feeds that aren't where apps ask for them, unless all their episodes were to end."""
    there = {after.ledger.path(feed.url) for feed in after.ledger.feeds}
    for feed in before.ledger.feeds:
        path = before.ledger.path(feed.url)
        documents = [before.document(before.ledger.path(item.page), library) for item in feed.items]
        is_over = bool(documents) and all(document and has_expired(document, now) for document in documents)
        if path not in there and not is_over and not withdrawn.has(path):
            yield Problem(
                "published-feed-gone",
                Severity.ERROR,
                Position(feed.source or SITE),
                "The feed {what} is gone: all who subscribed to it would hear nothing more.",
                "Bring it back: a feed's address follows from the podcast's folder and the site's languages. "
                "If it is to be gone, say so in {file}: {entry}",
                {"what": path, **withdrawn.entry(path)},
            )


def _has_expired_somewhere(document: Document, library: Library, now: datetime) -> bool:
    """Whether a version of the page has expired: the player may have played that one's audio."""
    return any(has_expired(version, now) for version in library.versions[document.id].values())


def _gone(page: PublishedPage, path: str, library: Library, withdrawn: Withdrawn) -> Problem:
    source = page.source.partition("#")[0]
    can_move = source.endswith(".md") or source in {topic.at.path for topic in library.topics.values()}
    return Problem(
        "published-page-gone",
        Severity.ERROR,
        Position(source or WITHDRAWN),
        "The page {what} is published, but the new site lacks it: links to it would lead nowhere.",
        "Bring it back. If it has another address now, say there: redirect_from: [{what}]; if it is to be gone, say "
        "so in {file}: {entry}"
        if can_move
        else "Bring back what it showed. If it is to be gone, say so in {file}: {entry}",
        {"what": path, **withdrawn.entry(path)},
    )


def _part_gone(document: Document, path: str, withdrawn: Withdrawn) -> Problem:
    return Problem(
        "published-page-gone",
        Severity.ERROR,
        document.where("audio"),
        "The player for other websites is published at {what}, but this page plays nothing any more.",
        "Give the episode its audio again. If it is to be gone, say so in {file}: {entry}",
        {"what": path, **withdrawn.entry(path)},
    )


def _elsewhere(
    path: str, after: Pages, here: str, library: Library, withdrawn: Withdrawn
) -> Iterator[Problem]:
    """That links to `path` don't lead to their page any more, which is `here`; nothing where they do."""
    if here in (path, after.redirects.get(path)):
        return
    if path not in after.paths:
        yield Problem(
            "published-page-moved",
            Severity.ERROR,
            after.at(here, "slug", library),
            "The page is published at {what}, and would be at {here}: links to the old address would lead nowhere.",
            "Write the old address beside the labels of that topic: redirect_from: [{what}]"
            if "#" in after.by_path[here].source
            else "Write the old address there: redirect_from: [{what}]",
            {"what": path, "here": here},
            "redirect_from",
        )
    elif not withdrawn.has(leading_on(path, here)):
        yield Problem(
            "published-address-taken",
            Severity.ERROR,
            after.at(here, "slug", library),
            "Links to this page lead to {what}, but another page would be there: this one would be at {here}.",
            "Give the other page another address, and write the old one of this page into its field redirect_from. "
            "If that is meant, say so in {file}: {entry}",
            {"what": path, "here": here, **withdrawn.entry(leading_on(path, here))},
            "redirect_from",
        )


def _hidden(document: Document, path: str, withdrawn: Withdrawn, now: datetime) -> Problem:
    """That the page of `document` is there for nobody: a draft, scheduled, or not in the build that is compared."""
    is_later = document.date is not None and document.date > now
    field = "draft" if document.draft else "date" if is_later else "title"
    is_kept_back = document.draft or is_later
    return Problem(
        "published-page-hidden",
        Severity.ERROR,
        document.where(field),
        "The page is published at {what}, but now it is a draft or scheduled: links to it would lead nowhere."
        if is_kept_back
        else "The page is published at {what}, but the site was built without it: links to it would lead nowhere.",
        "Publish it again. If it is to be gone, take its file away and say so in {file}: {entry}"
        if is_kept_back
        else "Build the site again.",
        {"what": path, **withdrawn.entry(path)},
        field,
    )
