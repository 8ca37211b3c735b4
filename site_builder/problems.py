"""What can be wrong with the content, as data.

A stage never raises for bad content: it returns the `Problem`s it found and goes on. Their texts are English
message ids, translated when they are printed (`site_builder.report`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .repairs import Repair


class Severity(StrEnum):
    """`error` stops the publication, `warning` does not."""

    ERROR = "error"
    WARNING = "warning"


class Position(NamedTuple):
    """A place in a file: `path` relative to the project, POSIX; `line` and `column` count from 1, in characters.

    Every field, link and heading has one: a tuple is made three times as fast as a frozen dataclass.
    """

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    `message` says what is wrong and `hint` what to do; both are English message ids whose `{places}` are
    filled from `values` after translation. `field` is the front-matter field, if one is to blame. `repair` is how the
    file would be mended, where there is one right answer.
    """

    code: str
    severity: Severity
    at: Position
    message: str
    hint: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    field: str | None = None
    repair: Repair | None = None

    @property
    def is_error(self) -> bool:
        """Whether it stops the publication."""
        return self.severity is Severity.ERROR


def error(code: str, at: str | Position, message: str, hint: str, **values: str) -> Problem:
    """A problem that stops the publication: at a place, or at the beginning of the file or the URL `at`."""
    return Problem(code, Severity.ERROR, _position(at), message, hint, values)


def warning(code: str, at: str | Position, message: str, hint: str, **values: str) -> Problem:
    """A problem that doesn't stop the publication: at a place, or at the beginning of the file or the URL `at`."""
    return Problem(code, Severity.WARNING, _position(at), message, hint, values)


def _position(at: str | Position) -> Position:
    return Position(at) if isinstance(at, str) else at


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """`problems` by file, line and column, each said once; an error before a warning of the same words."""
    unique = {(p.at, p.code, p.message, tuple(sorted(p.values.items())), not p.is_error): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))
