"""Versions of one page in several languages must agree in what isn't language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..documents import Document
from ..library import Library
from ..problems import Problem, Severity


def check_translations(library: Library, now: datetime) -> Iterator[Problem]:
    """Translations whose date, topics, series or projects differ from the original's."""
    for versions in library.versions.values():
        original, *translations = versions.values()
        for document in translations:
            if document.date and original.date and document.date != original.date:
                yield _differs(document, "date", original)
            is_readable = "topics" not in document.refused | original.refused
            if is_readable and set(document.topics) != set(original.topics):
                yield _differs(document, "topics", original)
            if "project" not in document.refused | original.refused and document.project != original.project:
                yield _differs(document, "project", original)
            if document.series != original.series and "series" not in document.refused | original.refused:
                yield _differs(document, "series", original)


def _differs(document: Document, field: str, original: Document) -> Problem:
    return Problem(
        "translation-differs",
        Severity.WARNING,
        document.where(field),
        "The field “{field}” differs from the original: {other}.",
        "Write the same in both languages.",
        {"field": field, "other": original.path},
        field,
    )
