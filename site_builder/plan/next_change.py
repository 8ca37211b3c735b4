"""When the same content will make another site: a publication is due then, though nobody has changed anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from ..documents import Document, EventDetails


def next_change(documents: Iterable[Document], now: datetime) -> datetime | None:
    """The first moment after `now` at which the same `documents` make another site."""
    moments = (moment for document in documents if not document.draft for moment in _moments(document))
    # Moments of one zone are compared by what its clocks show, where an hour comes twice.
    later = (moment for moment in moments if moment.timestamp() > now.timestamp())
    return min(later, key=datetime.timestamp, default=None)


def _moments(document: Document) -> Iterator[datetime]:
    """When readers first see `document`, last see it, and see that an event is over."""
    if document.date:
        yield document.date
    if document.expires:
        yield document.expires
    if isinstance(document.details, EventDetails) and (end := document.details.end):
        yield end
