"""The problems that drawing finds, in words."""

from __future__ import annotations

from ..problems import Position, Problem, Severity
from .addresses import shortened


def forbidden_link(at: Position, address: str) -> Problem:
    """A link or a picture in Markdown whose scheme is none of those allowed."""
    return Problem(
        "forbidden-link",
        Severity.ERROR,
        at,
        "The address {address} is not allowed, so it was left out.",
        "Write an address that begins with https:, mailto: or tel:, or the path of a file.",
        {"address": shortened(address)},
    )


def empty_link(at: Position, address: str) -> Problem:
    """A link that neither reads nor shows anything."""
    return Problem(
        "empty-link",
        Severity.ERROR,
        at,
        "The link to {address} has no text, so nobody can tell where it leads.",
        "Write the text between the square brackets: [text](address).",
        {"address": shortened(address)},
    )


def missing_alt(at: Position, address: str) -> Problem:
    """A picture without alternative text."""
    return Problem(
        "missing-alt",
        Severity.ERROR,
        at,
        "The picture {address} has no alternative text, so people who can't see it learn nothing of it.",
        "Say between the square brackets what the picture shows: ![what it shows](file).",
        {"address": shortened(address)},
    )


def h1_in_text(at: Position, text: str) -> Problem:
    """A heading of the first level in the text."""
    return Problem(
        "h1-in-text",
        Severity.WARNING,
        at,
        "The heading “{heading}” is of the first level, which belongs to the page's title.",
        "Begin it with ## instead of #.",
        {"heading": text},
    )


def skipped_heading(at: Position, text: str, level: int, expected: int) -> Problem:
    """A heading of `level` where at most `expected` may come."""
    return Problem(
        "skipped-heading",
        Severity.WARNING,
        at,
        "The heading “{heading}” is of level {level}, but the next level here is {expected}.",
        "Begin it with {hashes}, so that those who listen to the page don't look for a part that isn't there.",
        {"heading": text, "level": str(level), "expected": str(expected), "hashes": "#" * expected},
    )


def too_deep(at: Position) -> Problem:
    """Markup that nests beyond what the sanitiser can take."""
    return Problem(
        "too-deep",
        Severity.ERROR,
        at,
        "The text nests quotes, lists or HTML tags too deeply, so its HTML is shown as text.",
        "Look for tags that are never closed, or for a long run of >, * or -.",
    )
