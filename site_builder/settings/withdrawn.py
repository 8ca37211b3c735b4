"""`content/withdrawn.yml`: what was published and isn't to be any more, with the reason, for reviewers to see.

withdrawn:
  - what: /clanky/stary-clanek/
    why: The figures were wrong.
    since: 2026-11-26
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from ..languages import mark
from ..problems import Position, Problem
from ..reading.front_matter import Value
from ..schema import fields as read
from ..schema.fields import FieldType, Reading
from ..schema.validate import read_fields, record
from .file import open_settings

WITHDRAWN = "content/withdrawn.yml"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """`what` is an address or a guid (`site_builder.guard.promises`), which counts from the day `since` on."""

    what: str
    why: str
    since: date
    at: Position


def _reason(value: Value, reading: Reading) -> str | None:
    """Why something is withdrawn, in words."""
    found = read.text(value, reading)
    if found and not any(map(str.isalpha, found)):
        reading.refuse(
            "no-reason",
            value.at,
            "“{written}” doesn't say why it is withdrawn.",
            "Write it in a few words: who reviews the change decides by them.",
            written=found,
        )
        return None
    return found


WITHDRAWAL_FIELDS = (
    FieldType("what", read.text, required=True),
    FieldType("why", _reason, required=True),
    FieldType("since", read.day, required=True),
)

_FIELDS = (
    FieldType(
        "withdrawn",
        read.list_of(
            record(
                Withdrawal,
                "{what: /clanky/stary-clanek/, why: …, since: 2026-11-26}",
                *WITHDRAWAL_FIELDS,
                with_position=True,
            )
        ),
    ),
)


def read_withdrawn(root: Path, zone: ZoneInfo) -> tuple[tuple[Withdrawal, ...], tuple[Problem, ...]]:
    """What is withdrawn, in the order of the file, and what is wrong there; a site needn't have it."""
    if not (root / WITHDRAWN).exists():
        return (), ()
    fields, reading, hidden = open_settings(root, WITHDRAWN, zone, _FIELDS)
    values = read_fields(fields, _FIELDS, reading, hidden)
    return values.get("withdrawn", ()), tuple(map(_below_its_name, reading.problems))


def _below_its_name(problem: Problem) -> Problem:
    """Who has pasted an entry into a new file is to learn what such a file begins with."""
    is_of_all = problem.code == "not-fields" and not problem.values
    return (
        replace(problem, hint=mark("Write above the list a line with: withdrawn:")) if is_of_all else problem
    )
