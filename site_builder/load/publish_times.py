"""Episodes whose date says only the day appear at the time that their show usually does."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, time

from ..documents import Document, Kind
from ..shows import Show, show_folder


def at_publish_times(
    documents: Iterable[Document], shows: Mapping[str, Show], files: Container[str]
) -> tuple[Document, ...]:
    """`documents`, episodes without the time of day with that of their show; `files` are those of the project."""
    if all(show.publish_time == time() for show in shows.values()):
        return tuple(documents)
    return tuple(
        document if document.kind is not Kind.EPISODE else _timed(document, shows, files)
        for document in documents
    )


def _timed(document: Document, shows: Mapping[str, Show], files: Container[str]) -> Document:
    show = shows.get(show_folder(document.path, files))
    if document.is_timed or document.date is None or show is None:
        return document
    usual = datetime.combine(document.date, show.publish_time, document.date.tzinfo)
    return replace(document, date=usual)
