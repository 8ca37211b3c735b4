"""Episodes that were published: an app knows each by its guid, sorts them by date and plays what it has fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..documents import Document
from ..ledger.entries import PublishedFeed, PublishedItem
from ..library import Library, has_expired
from ..problems import Position, Problem, Severity
from ..settings import WITHDRAWN
from .pages import Pages
from .promises import Withdrawn, in_feed, of_podcast, on_its_date


def lost_episodes(
    before: Pages, after: Pages, library: Library, withdrawn: Withdrawn, now: datetime
) -> Iterator[Problem]:
    """What would change for listeners in the feeds that are still there."""
    feeds = {after.ledger.path(feed.url): feed for feed in after.ledger.feeds}
    for feed in before.ledger.feeds:
        path = before.ledger.path(feed.url)
        comparison = _Comparison(path, before, after, library, withdrawn, now)
        yield from comparison.of(feed, feeds[path]) if path in feeds else comparison.moved(feed)


@dataclass(frozen=True)
class _Comparison:
    """Compares the feed at `path` of the publication `before` with that of a new one, `after`."""

    path: str
    before: Pages
    after: Pages
    library: Library
    withdrawn: Withdrawn
    now: datetime

    def of(self, feed: PublishedFeed, newer: PublishedFeed) -> Iterator[Problem]:
        """What `newer` breaks of `feed`."""
        if feed.guid not in {"", newer.guid} and not self.withdrawn.has(of_podcast(self.path, feed.guid)):
            yield self._other_podcast(feed)
        by_guid = {item.guid: item for item in newer.items}
        by_source = {self._source(item, self.after): item for item in newer.items}
        known = {item.guid for item in feed.items}
        for item in feed.items:
            same = by_guid.get(item.guid)
            if same:
                yield from self._changed(item, same)
                continue
            other = by_source.get(self._source(item, self.before))
            if other and other.guid not in known:
                yield self._other_guid(item, other)
            elif not self._is_meant(item):
                yield self._gone(item, feed.language)

    def moved(self, feed: PublishedFeed) -> Iterator[Problem]:
        """What is broken where `feed` is gone: who is led on to another feed knows its episodes by their guids.

        The same recording may have been another episode's before as well: that one keeps its own guid.
        """
        known = {item.guid for item in self.before.ledger.items}
        by_audio = {item.sha256: item for item in self.after.ledger.items if item.guid not in known}
        there = {item.guid for item in self.after.ledger.items}
        for item in feed.items:
            other = by_audio.get(item.sha256)
            if other and item.guid not in there and not self._is_meant(item):
                yield self._other_guid(item, other)

    def _source(self, item: PublishedItem, pages: Pages) -> str:
        """The file of an episode's page; its address where it is of no file."""
        path = pages.ledger.path(item.page)
        page = pages.by_path.get(path)
        return page.source if page and page.source else path

    def _document(self, item: PublishedItem, pages: Pages) -> Document | None:
        return self.library.by_path.get(self._source(item, pages))

    def _is_meant(self, item: PublishedItem) -> bool:
        document = self._document(item, self.before)
        page = self.before.ledger.path(item.page)
        return (
            self.withdrawn.has(item.guid)
            or self.withdrawn.has(in_feed(item, self.path))
            or (document is None and self.withdrawn.has(page))
            or (document is not None and has_expired(document, self.now))
        )

    def _changed(self, item: PublishedItem, same: PublishedItem) -> Iterator[Problem]:
        document = self._document(same, self.after)
        if same.date != item.date and not self.withdrawn.has(on_its_date(item, self.path)):
            yield self._date_moved(item, document)
        where, here = self.before.ledger.path(item.enclosure), self.after.ledger.path(same.enclosure)
        is_same_audio = (item.sha256, item.length, item.type) == (same.sha256, same.length, same.type)
        is_told = same.audio_changed > item.audio_changed
        if (is_same_audio and where == here) or is_told:
            return
        if not is_same_audio:
            yield self._audio_replaced(item, document)
        elif not self.withdrawn.has(where):
            yield self._audio_moved(item, document, where, here)

    def _other_guid(self, item: PublishedItem, other: PublishedItem) -> Problem:
        document = self._document(other, self.after)
        return Problem(
            "published-guid-changed",
            Severity.ERROR,
            _where(document, "guid"),
            "The episode is published with another guid; with this one every app would take it for a new episode.",
            "Write the old one: guid: {guid}",
            {"guid": item.guid},
            "guid",
        )

    def _other_podcast(self, feed: PublishedFeed) -> Problem:
        show = next(
            (show for show in self.library.shows.values() if show.where("guid").path == feed.source), None
        )
        return Problem(
            "published-podcast-guid",
            Severity.ERROR,
            show.where("guid") if show else Position(feed.source or WITHDRAWN),
            "The podcast is published with the guid {guid}; with another one directories would take it for another "
            "podcast.",
            "Write the old one. If another is meant, say so in {file}: {entry}",
            {
                "guid": feed.guid,
                **self.withdrawn.entry(of_podcast(self.path, feed.guid)),
            },
            "guid",
        )

    def _gone(self, item: PublishedItem, language: str) -> Problem:
        feeds = (feed for feed in self.after.ledger.feeds if feed.language == language)
        elsewhere = next((other for feed in feeds for other in feed.items if other.guid == item.guid), None)
        document = self._document(elsewhere, self.after) if elsewhere else self._document(item, self.before)
        source = self._source(item, self.before)
        field = "guid" if elsewhere else "draft" if document and document.draft else "audio"
        return Problem(
            "published-episode-gone",
            Severity.ERROR,
            document.where(field) if document else Position(WITHDRAWN if source.startswith("/") else source),
            "The episode is in the feed {feed}, and would be gone from it: listeners' apps would delete it.",
            "Move its files back. If it is to be gone from that feed, say so in {file}: {entry}"
            if elsewhere
            else "Bring it back. If it is to be gone, write the day of that into its field expires, or say so in "
            "{file}: {entry}",
            {"feed": self.path, **self.withdrawn.entry(in_feed(item, self.path))},
        )

    def _date_moved(self, item: PublishedItem, document: Document | None) -> Problem:
        date = _written(datetime.fromisoformat(item.date).astimezone(self.library.settings.zone))
        return Problem(
            "published-date-moved",
            Severity.ERROR,
            _where(document, "date"),
            "The episode is published with the date {date}; another one would move it in listeners' apps.",
            "Write the old one: date: {date}. If another is meant, say so in {file}: {entry}",
            {"date": date, **self.withdrawn.entry(on_its_date(item, self.path))},
            "date",
        )

    def _audio_replaced(self, item: PublishedItem, document: Document | None) -> Problem:
        return Problem(
            "published-audio-replaced",
            Severity.ERROR,
            _where(document, "audio"),
            "The episode is published with other audio, and nothing says that it was replaced on purpose.",
            "Put back the old file. If other audio is meant, say so in the front matter: audio_changed: {when}",
            {"when": self._later(item)},
            "audio_changed",
        )

    def _audio_moved(self, item: PublishedItem, document: Document | None, where: str, here: str) -> Problem:
        return Problem(
            "published-audio-moved",
            Severity.ERROR,
            _where(document, "audio"),
            "The audio is published at {where}, and would be at {here}: apps that ask at the old address would get "
            "nothing.",
            "Keep the file's name and place. If the new address is meant, say so in the front matter: "
            "audio_changed: {when}, or for all audio at once in {file}: {entry}"
            if where.rpartition("/")[0] != here.rpartition("/")[0]
            else "Keep the file's name and place. If the new address is meant, say so in the front matter: "
            "audio_changed: {when}",
            {
                "where": where,
                "here": here,
                "when": self._later(item),
                **self.withdrawn.entry(f"{where.rpartition('/')[0]}/*"),
            },
            "audio_changed",
        )

    def _later(self, item: PublishedItem) -> str:
        """Today; with the time, if its audio has changed today already."""
        now = self.now.astimezone(self.library.settings.zone)
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        before = datetime.fromisoformat(item.audio_changed) if item.audio_changed else None
        if before is None or before < midnight:
            return f"{now:%Y-%m-%d}"
        return f"{max(now, before + timedelta(minutes=1)).astimezone(now.tzinfo):%Y-%m-%d %H:%M}"


def _written(moment: datetime) -> str:
    """How front matter would say `moment`: with seconds, and of an hour that comes twice which one, only if need be."""
    return moment.isoformat(" ") if moment.fold else f"{moment:%Y-%m-%d %H:%M:%S}".removesuffix(":00")


def _where(document: Document | None, field: str) -> Position:
    return document.where(field) if document else Position(WITHDRAWN)
