"""The accessibility statement: what the operator declares, what tests found, which episodes can't be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from ..checks.transcripts import transcript_deadline, without_transcript
from ..languages import mark
from ..markdown import Heading
from ..settings import Accessibility, AutomaticTest
from .edition import Edition
from .frame import Editions, Page, head_title
from .views import Link, SilentEpisode, Stamp, Statement, TestView, View

STATEMENT = mark("Accessibility statement")
DESCRIPTION = mark("How accessible this website is, and what to do where it isn't.")
HEADINGS = {
    "status": mark("Compliance status"),
    "inaccessible": mark("Content that isn't accessible"),
    "preparation": mark("How the statement was prepared"),
    "feedback": mark("Feedback and contact"),
    "enforcement": mark("Enforcement"),
}
"""The sections of the model statement."""

_NOBODY = ".example"
"""A top-level domain without addresses (RFC 2606): what stands there is to be replaced."""


def statement_link(edition: Edition) -> Link | None:
    """A link to the statement, where there is one."""
    if edition.library.settings.accessibility is None:
        return None
    return Link(edition.language.text(STATEMENT), edition.urls.accessibility(edition.code))


def statement_pages(editions: Editions, edition: Edition) -> Iterator[Page]:
    """The page of the statement; none where the settings declare nothing."""
    declared = edition.library.settings.accessibility
    if declared is None:
        return
    versions = {other.code: other.urls.accessibility(other.code) for other in editions}
    build = partial(_statement_view, editions, edition, declared)
    days = [day for day in (declared.prepared, declared.reviewed) if day]
    modified = max(days).isoformat() if days else ""
    title = edition.language.text(STATEMENT)
    yield Page(versions[edition.code], title, versions, build, modified=modified)


def _statement_view(
    editions: Editions, edition: Edition, declared: Accessibility, versions: Mapping[str, str]
) -> View:
    language = edition.language
    title = language.text(STATEMENT)
    return View(
        layout="statement",
        kind="pages",
        **editions.frame(edition, versions),
        title=title,
        head_title=head_title(edition, title),
        description=language.text(DESCRIPTION),
        contents=tuple(Heading(2, name, language.text(label)) for name, label in HEADINGS.items()),
        updated=_stamp(edition, declared.reviewed or declared.prepared),
        statement=_statement(edition, declared),
    )


def _statement(edition: Edition, declared: Accessibility) -> Statement:
    settings, code = edition.library.settings, edition.code
    contact = declared.contact or settings.contact
    body = declared.enforcement
    is_whole = all((declared.status, declared.method, declared.prepared, body))
    return Statement(
        operator=edition.language.typeset(settings.operator.get(code, "")),
        site=edition.urls.absolute(edition.urls.home(code)),
        status=declared.status,
        obstacles={
            reason: tuple(
                edition.language.typeset(found.text[code])
                for found in declared.obstacles
                if found.reason == reason
            )
            for reason in ("fault", "burden", "exempt")
        },
        silent=tuple(_silent(edition)),
        test=_test(edition, settings.accessibility_test) if settings.accessibility_test else None,
        method=declared.method,
        prepared=_stamp(edition, declared.prepared),
        reviewed=_stamp(edition, declared.reviewed),
        contact=contact,
        enforcement=body,
        body=body.name[code] if body else "",
        is_draft=not is_whole or not contact or contact.endswith(_NOBODY),
    )


def _silent(edition: Edition) -> Iterator[SilentEpisode]:
    """Every episode without transcript, whatever its language, with the reason."""
    for document, details in without_transcript(edition.library):
        own = document.language if details.no_transcript and document.language != edition.code else ""
        deadline = transcript_deadline(document)
        is_to_come = not details.no_transcript and deadline is not None and edition.now <= deadline
        day = edition.stamp(deadline.date()) if deadline and is_to_come else None
        yield SilentEpisode(edition.document_link(document), details.no_transcript, own, day)


def _test(edition: Edition, test: AutomaticTest) -> TestView:
    language = edition.language
    pages = language.plural("{n} page", "{n} pages", test.pages)
    names = ", ".join(language.language_name(code) for code in test.languages)
    return TestView(
        edition.stamp(test.date),
        f"{pages} ({names})",
        tuple(
            (f"{tool.name} {tool.version}", language.plural("{n} fault", "{n} faults", tool.findings))
            for tool in test.tools
        ),
        tuple(
            f"{found.page}: {found.tool}, {found.rule} ({found.count}×)"  # the page may be gone by now
            for found in test.findings
        ),
    )


def _stamp(edition: Edition, day: date | None) -> Stamp | None:
    return edition.stamp(day) if day else None
