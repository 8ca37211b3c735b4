"""Links and pictures in texts must lead somewhere, and to what readers can see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from ..documents import PICTURE_ENDINGS, Document, Kind
from ..library import Library, has_expired, is_published
from ..markdown import Reference, Rendered
from ..markdown.addresses import is_external, shortened
from ..problems import Problem, Severity
from ..references import External, Nowhere, ToDocument, ToFile, follow
from ..similar import similar_name
from .dead_links import dead, is_own_address, own_address
from .files import not_a_picture
from .unreachable import unreachable

_NOTE_OF_WORD = re.compile(r"_?(?:ftn|edn)(?:ref)?(\d+)")
"""An anchor by which Word leads to a footnote or an endnote and back."""

_FEW = 8
"""Anchors that are told where none is alike."""


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
            own = own_address(reference, document, library) if is_own_address(url, library) else None
            yield own or unreachable(reference, document, library) or _foreign(reference)
        case External() | Nowhere():
            yield dead(reference, document, library)
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
            yield dead(reference, document, library)
        case ToDocument() as target:
            if target.fragment and not _has_anchor(library, target):
                yield _no_anchor(reference, target.fragment, library.texts[target.document.path])
            if is_published(document, now) and not is_published(target.document, now):
                yield _unpublished(reference, target.document, now)
        case External(url) if url.startswith("#") and url[1:] not in {"", *library.texts[document.path].ids}:
            yield _no_anchor(reference, url[1:], library.texts[document.path])
        case External(url) if is_own_address(url, library):
            if problem := own_address(reference, document, library):
                yield problem
        case External():
            if problem := unreachable(reference, document, library):
                yield problem


def _is_broken_page(target: Nowhere, library: Library) -> bool:
    """Whether a file of a page is there, but too broken to be one: that is told already."""
    return target.path.endswith(".md") and target.path in library.files


def _has_anchor(library: Library, target: ToDocument) -> bool:
    """Whether any language version of the target has the anchor; an episode also has one for each second."""
    versions = library.versions[target.document.id].values()
    if target.document.kind is Kind.EPISODE and target.fragment.startswith("t="):
        return True
    return any(target.fragment in library.texts[version.path].ids for version in versions)


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


def _no_anchor(reference: Reference, fragment: str, text: Rendered) -> Problem:
    """The `text` that the link leads to has other anchors than `fragment`."""
    known = [heading.id for heading in text.headings]
    close = similar_name(fragment, known)
    note = _NOTE_OF_WORD.fullmatch(fragment)
    hint = (
        "It is a footnote of Word. Write [^{note}] in its place, and below the text a line: [^{note}]: the footnote"
        if note
        else "Did you mean “{close}”?"
        if close
        else "Its headings have these anchors: {known}"
        if known
        else "Write the address without #{fragment}: there are no headings on that page."
    )
    shown = ", ".join(f"#{anchor}" for anchor in known[:_FEW]) + (", …" if len(known) > _FEW else "")
    return Problem(
        "dead-anchor",
        Severity.ERROR,
        reference.at,
        "There is no heading with the anchor “#{fragment}” on the page that the link leads to.",
        hint,
        {
            "fragment": fragment,
            "close": close and f"#{close}",
            "known": shown,
            "note": note[1] if note else "",
        },
    )


def _unpublished(reference: Reference, target: Document, now: datetime) -> Problem:
    """A published page leads to `target`, which isn't."""
    if target.draft:
        message = "The link leads to a draft: {path}."
        return _hidden(
            reference, target, message, "Publish that page first (delete draft: true), or take the link out."
        )
    if has_expired(target, now):
        message = "The link leads to a page that ended on {date}: {path}. Readers see its text alone."
        hint = "Take the link out, or write a later day into the field expires of that page."
        # The clock alone must not stop what else is to be published.
        return _hidden(reference, target, message, hint, target.expires, Severity.WARNING)
    message = "The link leads to a page that will be published on {date}: {path}."
    hint = "Add the link when that page is there, or give that page an earlier date."
    return _hidden(reference, target, message, hint, target.date)


def _hidden(
    reference: Reference,
    target: Document,
    message: str,
    hint: str,
    day: datetime | None = None,
    severity: Severity = Severity.ERROR,
) -> Problem:
    values = {"path": target.path, "date": f"{day:%Y-%m-%d %H:%M}" if day else ""}
    return Problem("link-to-unpublished", severity, reference.at, message, hint, values)
