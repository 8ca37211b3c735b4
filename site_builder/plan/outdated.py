"""What tells readers that the original has gone on since a translation was made."""

from __future__ import annotations

from ..documents import Document
from .edition import Edition
from .views import OutdatedView


def outdated_view(edition: Edition, document: Document) -> OutdatedView | None:
    """The notice on the page of `document`; None where it is in step, or its original isn't published."""
    found = edition.outdated.get(document.path)
    original = edition.library.by_path.get(found.original) if found else None
    if not found or not original:
        return None
    return OutdatedView(
        edition.document_link(original),
        edition.language.language_name(original.language),
        edition.stamp(found.since) if found.since else None,
    )
