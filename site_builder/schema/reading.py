"""What the readers of fields share: what they are, what they note, how a value would be mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from ..languages import mark
from ..problems import Position, Problem, Severity
from ..reading.front_matter import Scalar, Value
from ..repairs import Replacement


@dataclass(frozen=True, slots=True)
class Reading:
    """What the readers of one file share: its path, the site's time zone, and the problems found so far.

    `site` is the site's address, where a value depends on it.
    """

    path: str
    zone: ZoneInfo
    problems: list[Problem] = field(default_factory=list)
    site: str = ""

    def refuse(
        self,
        code: str,
        at: Position,
        message: str,
        hint: str,
        *,
        repair: Replacement | None = None,
        **values: str,
    ) -> None:
        """Note a problem of severity error at `at`; `values` fill the places of the two texts."""
        self.problems.append(Problem(code, Severity.ERROR, at, message, hint, values, repair=repair))

    def warn(
        self,
        code: str,
        at: Position,
        message: str,
        hint: str,
        *,
        repair: Replacement | None = None,
        **values: str,
    ) -> None:
        """Say that something is wrong with a value, which counts all the same."""
        self.problems.append(Problem(code, Severity.WARNING, at, message, hint, values, repair=repair))


ONE_VALUE = mark("Here should be a single value, not a list and not fields.")
"""What is said of a value that has none of its own to repeat."""

Reader = Callable[[Value, Reading], Any]


@dataclass(frozen=True, slots=True)
class FieldType:
    """A field of a schema: its name, how its value is read, whether it must be there.

    `example` is a value for this very file, where an editor could hardly make one up.
    """

    name: str
    read: Reader
    required: bool = False
    example: Callable[[Reading], str] | None = None


def replaced(value: Value, right: str, *, bare: bool = False) -> Replacement | None:
    """The repair of a value by the `right` one, in the same quotes or `bare`.

    None where it can't be told what the file has.
    """
    if not isinstance(value, Scalar) or value.quote is None or not value.text:
        return None
    quote = value.quote
    old = f"{quote}{value.text}{quote}"
    return Replacement(value.at, old, right if bare else f"{quote}{right}{quote}")
