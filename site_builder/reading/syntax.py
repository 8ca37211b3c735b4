"""Problems of a header's syntax that no repair is known for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..problems import Position, Problem, Severity
from .slip import shown

_FIRST_WORD = re.compile(r"(?P<name>[a-z_]+)[ \t]+(?P<value>\S.*)")


def not_fields(at: Position) -> Problem:
    """Something else than fields stands there: a list, a text."""
    return Problem(
        "not-fields",
        Severity.ERROR,
        at,
        "Here should be fields, one on a line: name, colon, value.",
        'For example: title: "Night bus"',
    )


def no_colon(at: Position, line: str, above: str) -> Problem:
    """A line that is no field; `above` is the field that stands above it."""
    found = _FIRST_WORD.match(line)
    return Problem(
        "header-colon-missing",
        Severity.ERROR,
        at,
        "No name of a field and colon stand at the beginning of this line.",
        "If it belongs to the field above, put it at the end of that line; if it begins a field, write: {right}",
        {"right": shown(f"{found['name']}: {found['value']}") if found else "title: …"},
        (found["name"] if found else "") or above or None,
    )


def list_below_value(at: Position, name: str, items: Sequence[str]) -> Problem:
    """A field with a value behind its name and a list below it, in all `items`."""
    return Problem(
        "value-and-list",
        Severity.ERROR,
        at,
        "Behind “{name}” stands a value, and below it a list.",
        "Write one or the other; all in a list: {right}",
        {"name": name, "right": shown(f"{name}: [{', '.join(items)}]")},
        name,
    )


def syntax_error(at: Position, name: str) -> Problem:
    """A field that can't be read, by a mistake that has no name here."""
    return Problem(
        "header-syntax",
        Severity.ERROR,
        at,
        "This field of the header can't be read.",
        "Behind the name stand a colon and a space, before it no tab. Put the value in straight quotes if it holds "
        'a colon or begins with a mark: title: "Help: now".',
        {},
        name or None,
    )


def too_deep(at: Position, name: str | None) -> Problem:
    """Lists and fields within each other, more deeply than any field needs."""
    return forbidden(at, name, "The lists and fields are nested too deeply here.")


def forbidden(at: Position, name: str | None, message: str, what: str = "") -> Problem:
    """Something that YAML can do beyond plain values."""
    hint = "Write the value itself; if it begins with a mark such as & * !, put it in quotes."
    return Problem("yaml-forbidden", Severity.ERROR, at, message, hint, {"what": what}, name)


def duplicate(name: str, at: Position, first: Position) -> Problem:
    """A field that stands there again."""
    return Problem(
        "duplicate-field",
        Severity.ERROR,
        at,
        "The field “{name}” stands here for the second time (first on line {line}).",
        "Delete one of them.",
        {"name": name, "line": str(first.line)},
        name,
    )


def too_long(at: Position, length: int, limit: int) -> Problem:
    """More characters than any header needs."""
    return Problem(
        "header-too-long",
        Severity.ERROR,
        at,
        "The fields have {length} characters; they may have {limit}.",
        "Move what readers should read below the header, and pictures into files of their own.",
        {"length": str(length), "limit": str(limit)},
    )
