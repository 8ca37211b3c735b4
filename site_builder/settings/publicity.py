"""What the site says of the Union's money: the statement beside the emblem, and the projects that it pays for.

Rules: Regulation (EU) 2021/1060, Articles 47 and 50, Annex IX.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ..languages import Texts
from ..problems import Position, Problem, Severity
from ..reading import front_matter
from ..reading.front_matter import Value
from ..schema import fields as read
from ..schema.fields import FieldType, Reading
from ..schema.validate import named_fields, read_named_fields, refuse_value
from .per_language import every_language, filled

STATEMENTS: Mapping[str, tuple[str, ...]] = {
    "cs": ("Spolufinancováno Evropskou unií", "Financováno Evropskou unií"),
    "en": ("Co-funded by the European Union", "Funded by the European Union"),
}
"""The statements that Annex IX, point 1.2, allows, word for word; other languages than these aren't checked."""


@dataclass(frozen=True, slots=True)
class FundedProject:
    """A project: pages name it by its `id`; `number` and `fund` are empty where the settings don't say them.

    `page` is the file of the content that describes it, its aims and results (Article 50, point 1 a), empty for none.
    """

    id: str
    name: Texts
    number: str = ""
    fund: Texts = field(default_factory=dict)
    page: str = ""
    positions: Mapping[str, Position] = field(default_factory=dict, compare=False)


_TEXTS = read.per_language(read.text)
PROJECT_FIELDS = (
    FieldType("name", _TEXTS, required=True),
    FieldType("number", read.text),
    FieldType("fund", _TEXTS),
    FieldType("page", read.file),
)
_FORM = "id: {name: {cs: …, en: …}, number: …, fund: {cs: …, en: …}, page: …}"


def read_projects(
    value: Value | None, languages: Collection[str], reading: Reading
) -> dict[str, FundedProject]:
    """The projects by their ids, the site's own first; their texts are there in all `languages`."""
    if value is None:
        return {}
    if not isinstance(value, front_matter.Mapping):
        refuse_value(value, _FORM, reading)
        return {}
    projects: dict[str, FundedProject] = {}
    for name, entry in value.fields.items():
        read.slug(front_matter.Scalar(name, entry.at), reading)
        if not isinstance(entry.value, front_matter.Mapping):
            refuse_value(entry.value, _FORM, reading)
            continue
        fields = named_fields(entry.value.fields, PROJECT_FIELDS, reading)
        values = read_named_fields(fields, PROJECT_FIELDS, reading, at=entry.at)
        for text in values.keys() & {"name", "fund"}:
            every_language(text, values[text], languages, fields[text], reading)
            values[text] = filled(values[text], languages)
        if "name" in values:
            positions = {field: found.at for field, found in fields.items()}
            projects[name] = FundedProject(name, **values, positions=positions)
    return projects


def missing_statement(language: str, at: Position) -> Problem:
    """There are projects, but the pages in `language` would show no emblem."""
    return Problem(
        "publicity-missing",
        Severity.WARNING,
        at,
        "The Union co-funds projects here, but there is no statement beside its emblem in the language: {language}.",
        "Add the field publicity to that language; without it its pages show neither emblem nor project.",
        {"language": language},
    )


def check_statement(language: str, statement: str, at: Position, reading: Reading) -> None:
    """Refuse a statement in other words than Annex IX has: abbreviated, or with a fund's name in it."""
    allowed = STATEMENTS.get(language)
    if allowed and statement not in allowed:
        reading.refuse(
            "publicity-wording",
            at,
            "The statement beside the Union's emblem has words of its own: {statement}.",
            "Regulation (EU) 2021/1060 has fixed words for it. Write: {allowed}",
            statement=statement,
            allowed=" / ".join(allowed),
        )
