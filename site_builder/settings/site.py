"""`content/site.yml` → frozen settings.

Texts in it that readers see are given per language: `title: {cs: …, en: …}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..languages import Texts
from ..problems import Problem
from ..reading.front_matter import Field, Value
from ..schema import fields as read
from ..schema.fields import FieldType, Reading
from ..schema.validate import named_fields, read_named_fields
from .accessibility import Accessibility, AutomaticTest, read_accessibility, read_test
from .admin import Admin, read_admin
from .file import open_settings
from .host import elsewhere, host_name
from .languages import LanguageSettings, read_languages
from .mkdocs import read_mkdocs
from .per_language import every_language, filled
from .publicity import FundedProject, missing_statement, read_projects
from .storage import STORAGE, Storage

SITE = "content/site.yml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The site. The first of `languages` lies at `/`, each other below its code.

    `address` is where the site will lie (https://…), as editors know it; empty where nobody says it. `cname` is the
    host of its own domain, which GitHub Pages wants to be told; empty where it needn't be.

    `projects` are those that the Union co-funds, by their ids; a page that names none is of the first.
    """

    languages: Mapping[str, LanguageSettings]
    zone: ZoneInfo
    operator: Texts
    contact: str = ""
    storage: Storage | None = None
    projects: Mapping[str, FundedProject] = field(default_factory=dict)
    accessibility: Accessibility | None = None
    accessibility_test: AutomaticTest | None = None
    admin: Admin = field(default_factory=Admin)
    address: str = ""
    cname: str = ""

    @property
    def first(self) -> str:
        """The code of the site's first language."""
        return next(iter(self.languages))


def _as_it_is(value: Value, reading: Reading) -> Value:
    """A value that is read when the site's languages are known."""
    return value


SITE_FIELDS = (
    FieldType("languages", _as_it_is, required=True),
    FieldType("timezone", read.text),
    FieldType("operator", read.per_language(read.text)),
    FieldType("contact", read.text),
    FieldType("storage", STORAGE),
    FieldType("projects", _as_it_is),
    FieldType("accessibility", _as_it_is),
    FieldType("admin", read_admin),
    FieldType("cname", host_name),
)


def read_settings(root: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The site's settings, or None where they are too broken to go on; and what is wrong with them."""
    fields, reading, hidden = open_settings(root, SITE, ZoneInfo("UTC"), SITE_FIELDS)
    fields = named_fields(fields, SITE_FIELDS, reading)
    values = read_named_fields(fields, SITE_FIELDS, reading, hidden)
    zone = _zone(values.get("timezone", "UTC"), fields, reading)
    languages = read_languages(root, values.get("languages"), reading)
    address, mkdocs_problems = read_mkdocs(root)
    reading.problems.extend(mkdocs_problems)
    cname = values.get("cname", "")
    if cname and address:
        reading.problems.extend(elsewhere(cname, address, fields["cname"].value.at))
    if not languages:
        return None, tuple(reading.problems)
    operator = values.get("operator", {})
    if operator:
        every_language("operator", operator, languages, fields["operator"], reading)
        operator = filled(operator, languages)
    projects = read_projects(values.get("projects"), languages, reading)
    reading.problems.extend(
        missing_statement(code, fields["projects"].at)
        for code, entry in languages.items()
        if projects and not entry.publicity
    )
    test, test_problems = read_test(root)
    reading.problems.extend(test_problems)
    return (
        Settings(
            languages,
            zone,
            operator,
            values.get("contact", ""),
            values.get("storage"),
            projects,
            read_accessibility(values.get("accessibility"), languages, reading),
            test,
            values.get("admin", Admin()),
            address,
            cname,
        ),
        tuple(reading.problems),
    )


def _zone(name: str, fields: dict[str, Field], reading: Reading) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        reading.refuse(
            "unknown-timezone",
            fields["timezone"].at,
            "There is no time zone “{name}”.",
            "For example: Europe/Prague",
            name=name,
        )
        return ZoneInfo("UTC")
