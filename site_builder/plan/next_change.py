"""When the same content will make another site: a publication is due then, though nobody has changed anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from ..documents import Document, EventDetails


def next_change(documents: Iterable[Document], now: datetime) -> datetime | None:
    """The first moment after `now` at which the same `documents` make another site."""
    moments = (moment for document in documents if not document.draft for moment in _moments(document))
    in_utc = (moment.astimezone(UTC) for moment in moments)  # by one clock the hour that comes twice is one
    return min((moment for moment in in_utc if moment > now), default=None)


def _moments(document: Document) -> Iterator[datetime]:
    """When readers first see `document`, last see it, and see that an event is over."""
    if document.date:
        yield document.date
    if document.expires:
        yield document.expires
    if isinstance(document.details, EventDetails) and (end := document.details.end):
        yield end
