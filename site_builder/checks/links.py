"""Links and pictures in texts must lead somewhere, and to what readers can see."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from difflib import get_close_matches

from ..documents import Document, Kind
from ..library import Library, is_published
from ..markdown import Reference
from ..problems import Problem, Severity
from ..references import External, Nowhere, ToDocument, follow


def check_links(library: Library, now: datetime) -> Iterator[Problem]:
    """Dead links, missing anchors, and links from published pages to those that aren't."""
    for document in library.documents:
        for reference in library.texts[document.path].references:
            yield from _check_reference(reference, document, library, now)


def _check_reference(
    reference: Reference, document: Document, library: Library, now: datetime
) -> Iterator[Problem]:
    match follow(reference.target, document, library):
        case Nowhere() as nowhere if nowhere.path not in library.files:
            yield _dead(reference, nowhere, library)
        case ToDocument() as target:
            if target.fragment and not _has_anchor(library, target):
                yield _no_anchor(reference, target.fragment)
            if is_published(document, now) and not is_published(target.document, now):
                yield _unpublished(reference, target.document)
        case External(url) if url.startswith("#") and url[1:] not in {"", *library.texts[document.path].ids}:
            yield _no_anchor(reference, url[1:])


def _has_anchor(library: Library, target: ToDocument) -> bool:
    """Whether any language version of the target has the anchor; an episode also has one for each second."""
    versions = library.versions[target.document.id].values()
    if target.document.kind is Kind.EPISODE and target.fragment.startswith("t="):
        return True
    return any(target.fragment in library.texts[version.path].ids for version in versions)


def _dead(reference: Reference, target: Nowhere, library: Library) -> Problem:
    known: Collection[str] = library.files | library.by_path.keys()
    close = get_close_matches(target.path, known, 1, 0.75)
    what = (
        "The picture “{target}” doesn't exist."
        if reference.is_picture
        else "The link “{target}” leads nowhere."
    )
    hint = "Did you mean {close}?" if close else "Link to the other file by its path from this one."
    if target.is_rooted:
        hint = "Link to the file itself, by its path from this one: ../articles/night-bus.cs.md"
    return Problem(
        "dead-picture" if reference.is_picture else "dead-link",
        Severity.ERROR,
        reference.at,
        what,
        hint,
        {"target": reference.target, "close": close[0] if close else ""},
    )


def _no_anchor(reference: Reference, fragment: str) -> Problem:
    return Problem(
        "dead-anchor",
        Severity.ERROR,
        reference.at,
        "There is no heading with the anchor “#{fragment}” on the page that the link leads to.",
        "The anchor of the heading “## Night bus” is #night-bus.",
        {"fragment": fragment},
    )


def _unpublished(reference: Reference, target: Document) -> Problem:
    return Problem(
        "link-to-unpublished",
        Severity.ERROR,
        reference.at,
        "The link leads to a page that isn't published: {path}.",
        "Publish that page first (see its fields draft, date and expires), or take the link out.",
        {"path": target.path},
    )
