"""Parts of a whole, the oldest first: the documents of a series, the episodes of a show."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..documents import Document
from ..shows import Show
from .edition import Edition, newest_first
from .views import Link, SeriesView


def series_of(edition: Edition, document: Document, show: Show | None) -> SeriesView | None:
    """The place of `document` in its series, or of an episode in its `show`; None where it is the only part."""
    series = edition.library.series.get(document.series)
    if show:
        label = show.title[edition.code]
        more = Link(edition.language.text("All episodes"), edition.urls.show(show.name, edition.code))
        return _place(edition, document, edition.episodes_of(show), label, more)
    if series:
        parts = edition.by_series.get(series.id, ())
        return _place(edition, document, parts, edition.language.typeset(series.labels[edition.code]))
    return None


def _place(
    edition: Edition, document: Document, parts: Sequence[Document], label: str, more: Link | None = None
) -> SeriesView | None:
    """`document` among `parts`, which are the newest first."""
    count = len(parts)
    if count < 2:
        return None
    index = bisect_left(parts, newest_first(document), key=newest_first)
    return SeriesView(
        label,
        count - index,
        count,
        previous=edition.document_link(parts[index + 1]) if index + 1 < count else None,
        next=edition.document_link(parts[index - 1]) if index else None,
        parts=() if more else tuple(_part(edition, part, document) for part in reversed(parts)),
        more=more,
    )


def _part(edition: Edition, part: Document, present: Document) -> Link:
    return Link(edition.title(part), edition.urls.page(part), current=part is present)
