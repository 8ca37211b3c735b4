"""Pages that front matter names (texts of an episode, parts of the home page) must be there, and pages have a text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..documents import Document, EpisodeDetails, HomePart, Kind, PageDetails, PageLink
from ..library import Library
from ..markdown import Reference
from ..problems import Position, Problem, Severity, warning
from ..references import External, ToFile, follow
from ..schema.pages import LISTED
from .links import check_link

_OF_TEXT = (Kind.ARTICLE, Kind.INTERVIEW, Kind.EXAMPLE, Kind.PAGE)


def check_pages(library: Library, now: datetime) -> Iterator[Problem]:
    """Paths that lead to no page, or to one that isn't published; a home page's parts on another page; empty pages."""
    for document in library.documents:
        details = document.details
        if _is_without_text(document, library):
            yield warning(
                "text-missing",
                Position(document.path),
                "The page has no text: its title and description are all that there is to read.",
                "Write the text below the header, or let the page wait: draft: true",
            )
        if isinstance(details, EpisodeDetails):
            for page in details.read:
                yield from _check_page(page, document, library, now, "read")
        if isinstance(details, PageDetails) and details.home:
            if document.name != "index":
                yield _elsewhere(document)
            for page in _named(details.home):
                yield from _check_page(page, document, library, now, "home")


def _is_without_text(document: Document, library: Library) -> bool:
    """Whether a page looks broken for want of one: of other kinds, facts tell. A header alone is told already."""
    if document.kind not in _OF_TEXT or document.name == "index" or document.draft:
        return False
    html = library.texts[document.path].parts
    return "title" in document.positions and all(not part or part.isspace() for part in html)


def _named(parts: tuple[HomePart, ...]) -> Iterator[PageLink]:
    """The pages that the home page names; a button may name a section instead."""
    for part in parts:
        yield from part.pages
        yield from (button.to for button in part.buttons or () if button.to.target not in LISTED)


def _elsewhere(document: Document) -> Problem:
    return Problem(
        "home-elsewhere",
        Severity.ERROR,
        document.where("home"),
        "Only the home page is composed of parts.",
        "Delete the field home here; it belongs to content/index.{language}.md.",
        {"language": document.language},
        "home",
    )


def _check_page(
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
