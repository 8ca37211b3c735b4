"""What the accessibility statement declares must agree with what is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..library import Library, is_published
from ..problems import Position, Problem, Severity
from .transcripts import without_transcript


def check_accessibility(library: Library, now: datetime) -> Iterator[Problem]:
    """Full compliance is declared although the last test, the declaration itself or an episode says otherwise."""
    declared, test = library.settings.accessibility, library.settings.accessibility_test
    if declared is None or declared.status != "full":
        return
    silent = [d.path for d, _ in without_transcript(library) if is_published(d, now)]
    faults = sum(finding.count for finding in test.findings) if test else 0
    if faults:
        message = "The site is declared fully accessible, but the last automatic test found faults: {found}."
        yield _not_full(declared.at, message, str(faults))
    if any(obstacle.reason != "exempt" for obstacle in declared.obstacles):
        message = "The site is declared fully accessible, but the statement lists what isn't: {found}."
        yield _not_full(declared.at, message, "obstacles")
    if silent:
        message = "The site is declared fully accessible, but these episodes have no transcript: {found}."
        yield _not_full(declared.at, message, ", ".join(silent))


def _not_full(at: Position, message: str, found: str) -> Problem:
    return Problem(
        "accessibility-not-full",
        Severity.ERROR,
        at,
        message,
        "Mend that and test the site again, or write: status: partial",
        {"found": found},
        "status",
    )
