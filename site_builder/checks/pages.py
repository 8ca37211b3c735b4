"""Pages that front matter names (the texts of an episode) must be there, and be what readers can see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..documents import Document, EpisodeDetails, PageLink
from ..library import Library
from ..markdown import Reference
from ..problems import Problem, Severity
from ..references import External, ToFile, follow
from .links import check_link


def check_pages(library: Library, now: datetime) -> Iterator[Problem]:
    """Paths that lead to no page, or to one that isn't published."""
    for document in library.documents:
        if isinstance(document.details, EpisodeDetails):
            for page in document.details.read:
                yield from check_page(page, document, library, now, "read")


def check_page(
    page: PageLink, document: Document, library: Library, now: datetime, field: str
) -> Iterator[Problem]:
    """What is wrong with `page`, which `field` of `document` names."""
    if isinstance(follow(page.target, document, library), External | ToFile):
        yield Problem(
            "not-a-page",
            Severity.ERROR,
            page.at,
            "“{target}” is not the file of a page.",
            "Write the path of the page's file from this one: ../content/articles/night-bus.cs.md",
            {"target": page.target},
            field,
        )
    else:
        yield from check_link(Reference(page.target, False, page.at, ""), document, library, now)
