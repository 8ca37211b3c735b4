"""Links and pictures in texts must lead somewhere, and to what readers can see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..documents import PICTURE_ENDINGS, Document, Kind
from ..library import Library, is_published
from ..markdown import Reference, Rendered
from ..markdown.addresses import is_external, shortened
from ..problems import Problem, Severity
from ..references import External, Nowhere, ToDocument, ToFile, follow
from ..similar import similar_file
from .files import not_a_picture


def check_links(library: Library, now: datetime) -> Iterator[Problem]:
    """Dead links, missing anchors, links from published pages to those that aren't, pictures that are none."""
    for document in library.documents:
        text = library.texts[document.path]
        if any(_check_references(text, document, library, now)):
            yield from _check_references(text.located(), document, library, now)


def _check_references(
    text: Rendered, document: Document, library: Library, now: datetime
) -> Iterator[Problem]:
    for reference in text.references:
        if not reference.target:
            yield _empty(reference)
        elif reference.is_picture:
            yield from _check_picture(reference, document, library)
        else:
            yield from check_link(reference, document, library, now)


def _check_picture(reference: Reference, document: Document, library: Library) -> Iterator[Problem]:
    match follow(reference.target, document, library):
        case External(url) if is_external(url):
            yield _foreign(reference)
        case External(url):
            yield _dead(reference, Nowhere(url), library)
        case Nowhere() as nowhere:
            yield _dead(reference, nowhere, library)
        case ToDocument(target):
            yield not_a_picture(target.path, reference.at)
        case ToFile(path) if not path.lower().endswith(PICTURE_ENDINGS):
            yield not_a_picture(path, reference.at)


def check_link(
    reference: Reference, document: Document, library: Library, now: datetime
) -> Iterator[Problem]:
    """What is wrong with a link of `document`."""
    match follow(reference.target, document, library):
        case Nowhere() as nowhere if not _is_broken_page(nowhere, library):
            yield _dead(reference, nowhere, library)
        case ToDocument() as target:
            if target.fragment and not _has_anchor(library, target):
                yield _no_anchor(reference, target.fragment)
            if is_published(document, now) and not is_published(target.document, now):
                yield _unpublished(reference, target.document)
        case External(url) if url.startswith("#") and url[1:] not in {"", *library.texts[document.path].ids}:
            yield _no_anchor(reference, url[1:])


def _is_broken_page(target: Nowhere, library: Library) -> bool:
    """Whether a file of a page is there, but too broken to be one: that is told already."""
    return target.path.endswith(".md") and target.path in library.files


def _has_anchor(library: Library, target: ToDocument) -> bool:
    """Whether any language version of the target has the anchor; an episode also has one for each second."""
    versions = library.versions[target.document.id].values()
    if target.document.kind is Kind.EPISODE and target.fragment.startswith("t="):
        return True
    return any(target.fragment in library.texts[version.path].ids for version in versions)


def _dead(reference: Reference, target: Nowhere, library: Library) -> Problem:
    known = library.media if reference.is_picture else library.media | library.by_path.keys()
    close = similar_file(target.path, known, reference.at.path)
    what = (
        "The picture “{target}” doesn't exist."
        if reference.is_picture
        else "The link “{target}” leads nowhere."
    )
    hint = "Did you mean {close}?" if close else "Link to the other file by its path from this one."
    if reference.is_picture and not close:
        hint = "Put the file beside this one and write its name."
    elif target.is_rooted:
        hint = "Link to the file itself, by its path from this one: ../articles/night-bus.cs.md"
    return Problem(
        "dead-picture" if reference.is_picture else "dead-link",
        Severity.ERROR,
        reference.at,
        what,
        hint,
        {"target": reference.target, "close": close},
    )


def _empty(reference: Reference) -> Problem:
    return Problem(
        "empty-address",
        Severity.ERROR,
        reference.at,
        "The picture has no address." if reference.is_picture else "The link has no address.",
        "Write the address between the round brackets: [text](address).",
    )


def _foreign(reference: Reference) -> Problem:
    return Problem(
        "foreign-picture",
        Severity.ERROR,
        reference.at,
        "The picture is loaded from another site: {target}",
        "Save it beside this file and write its name; nobody else should learn who reads the page.",
        {"target": shortened(reference.target)},
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
