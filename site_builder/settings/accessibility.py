"""What the operator declares of the site's accessibility, and what the last automatic test found.

Rules: Commission Implementing Decision (EU) 2018/1523 (the model statement); Czech Act 99/2019 Coll., section 8.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..languages import Texts
from ..problems import Position, Problem, Severity
from ..reading import front_matter
from ..reading.front_matter import Value
from ..schema import fields as read
from ..schema import podcasting
from ..schema.fields import FieldType, Reading
from ..schema.validate import named_fields, read_named_fields, record, refuse_value
from .per_language import every_language, filled

TEST = "content/accessibility.json"
"""The last automatic test: written by the command that tests the finished site, read here."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that tested the site; `findings` is how many faults it found."""

    name: str
    version: str
    findings: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault: `rule` of `tool` is broken `count` times on `page` (a path of the site)."""

    page: str
    tool: str
    rule: str
    count: int


@dataclass(frozen=True, slots=True)
class AutomaticTest:
    """The last automatic test of `pages` pages in `languages` (codes)."""

    date: date
    pages: int
    languages: tuple[str, ...]
    tools: tuple[Tool, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Content that isn't accessible: `reason` is `fault`, `burden` (disproportionate) or `exempt` (outside the law)."""

    text: Texts
    reason: str = "fault"


@dataclass(frozen=True, slots=True)
class Enforcement:
    """Whom to turn to where the operator doesn't answer well; `email` and `website` may be empty."""

    name: Texts
    address: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Accessibility:
    """What the operator declares. `status` is `full`, `partial` or `none`, `method` `self` or `third-party`.

    Both are empty, and dates are None, where an official must still settle them. `at` is where the status stands.
    """

    at: Position
    status: str = ""
    method: str = ""
    prepared: date | None = None
    reviewed: date | None = None
    contact: str = ""
    obstacles: tuple[Obstacle, ...] = ()
    enforcement: Enforcement | None = None


_TEXTS = read.per_language(read.text)
_OBSTACLE = record(
    Obstacle,
    "{reason: fault, text: {cs: …, en: …}}",
    FieldType("text", _TEXTS, required=True),
    FieldType("reason", read.one_of("fault", "burden", "exempt")),
)
_ENFORCEMENT = record(
    Enforcement,
    "{name: {cs: …, en: …}, address: …, email: …, website: …}",
    FieldType("name", _TEXTS, required=True),
    FieldType("address", read.text),
    FieldType("email", podcasting.mail_address),
    FieldType("website", read.web_address),
)
ACCESSIBILITY_FIELDS = (
    FieldType("status", read.one_of("full", "partial", "none")),
    FieldType("method", read.one_of("self", "third-party")),
    FieldType("prepared", read.day),
    FieldType("reviewed", read.day),
    FieldType("contact", podcasting.mail_address),
    FieldType("obstacles", read.list_of(_OBSTACLE)),
    FieldType("enforcement", _ENFORCEMENT),
)


def read_accessibility(
    value: Value | None, languages: Collection[str], reading: Reading
) -> Accessibility | None:
    """The operator's declaration, its texts in all `languages`; None where the site makes none."""
    if value is None:
        return None
    if not isinstance(value, front_matter.Mapping):
        refuse_value(value, "{status: partial, method: self, prepared: 2026-03-01, contact: …}", reading)
        return None
    fields = named_fields(value.fields, ACCESSIBILITY_FIELDS, reading)
    values = read_named_fields(fields, ACCESSIBILITY_FIELDS, reading, at=value.at)
    for name, key, texts in _texts(values):
        every_language(key, texts, languages, fields[name], reading)
    if "obstacles" in values:
        values["obstacles"] = tuple(
            Obstacle(filled(found.text, languages), found.reason) for found in values["obstacles"]
        )
    if body := values.get("enforcement"):
        values["enforcement"] = Enforcement(
            filled(body.name, languages), body.address, body.email, body.website
        )
    return Accessibility(fields["status"].at if "status" in fields else value.at, **values)


def _texts(values: dict[str, Any]) -> list[tuple[str, str, Texts]]:
    """The texts for readers: the field that they stand in, what they are called there, and they themselves."""
    bodies = [values["enforcement"]] if "enforcement" in values else []
    return [
        *(("obstacles", "text", obstacle.text) for obstacle in values.get("obstacles", ())),
        *(("enforcement", "name", body.name) for body in bodies),
    ]


def read_test(root: Path) -> tuple[AutomaticTest | None, tuple[Problem, ...]]:
    """The last automatic test of the project at `root`, None where none is on record; and what is wrong with it."""
    file = root / TEST
    if not file.is_file():
        return None, ()
    try:
        return _test(json.loads(file.read_bytes())), ()
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError):
        return None, (
            Problem(
                "accessibility-test-broken",
                Severity.ERROR,
                Position(TEST),
                "The record of the last accessibility test can't be read.",
                "Nobody writes this file by hand: test the site again, or bring back its last version.",
            ),
        )


def _test(data: dict[str, Any]) -> AutomaticTest:
    """The test that the file tells; raises one of Python's errors where it has another form."""
    return AutomaticTest(
        date.fromisoformat(data["date"]),
        int(data["pages"]),
        tuple(str(code) for code in data["languages"]),
        tuple(Tool(str(tool["name"]), str(tool["version"]), int(tool["findings"])) for tool in data["tools"]),
        tuple(
            Finding(str(found["page"]), str(found["tool"]), str(found["rule"]), int(found["count"]))
            for found in data["findings"]
        ),
    )
