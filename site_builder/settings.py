"""`content/site.yml`, `topics.yml` and `series.yml` → frozen settings (shows: `site_builder.show_settings`).

Texts in these files that readers see are given per language: `title: {cs: …, en: …}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .accessibility import Accessibility, AutomaticTest, read_accessibility, read_test
from .languages import (
    CATALOGUES,
    NO_CATALOGUE,
    Catalogue,
    CatalogueError,
    Language,
    Texts,
    is_language,
    read_catalogue,
)
from .per_language import every_language, filled
from .problems import Position, Problem, Severity
from .publicity import FundedProject, check_statement, missing_statement, read_projects
from .reading import front_matter
from .reading.front_matter import Value, parse_fields
from .reading.source import is_lost, read_source
from .schema import fields as read
from .schema.fields import FieldType, Reading
from .schema.validate import read_fields, record, unreadable

SITE = "content/site.yml"
TOPICS = "content/topics.yml"
SERIES = "content/series.yml"

THIS_MACHINE = frozenset(("localhost", "127.0.0.1"))
"""Hosts where a site may be tried out without https."""


@dataclass(frozen=True, slots=True)
class LanguageSettings:
    """What the site says of itself in one language; `publicity` is the line beside the Union's emblem."""

    language: Language
    title: str
    tagline: str = ""
    description: str = ""
    publicity: str = ""


@dataclass(frozen=True, slots=True)
class Storage:
    """Where audio lies that Git doesn't hold: `remote` as rclone names it, `url` the public base (absolute)."""

    remote: str
    url: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The site. The first of `languages` lies at `/`, each other below its code.

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

    @property
    def first(self) -> str:
        """The code of the site's first language."""
        return next(iter(self.languages))


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic or a series: its id and its label in each language."""

    id: str
    labels: Texts
    at: Position


LANGUAGE_FIELDS = (
    FieldType("name", read.text, required=True),
    FieldType("title", read.text, required=True),
    FieldType("tagline", read.text),
    FieldType("description", read.text),
    FieldType("publicity", read.text),
    FieldType("catalogue", read.file),
)
_TEXTS = read.per_language(read.text)
_SECRET = re.compile(r"(?:key|pass(?:word)?|secret|token|sas_url)\s*=", re.IGNORECASE)
"""An option of rclone's whose value nobody else may know."""


def _remote(value: Value, reading: Reading) -> str | None:
    """A storage as rclone names it; what opens it is no business of a file that everybody reads."""
    remote = read.text(value, reading)
    if remote and _SECRET.search(remote):
        reading.refuse(
            "storage-secret",
            value.at,
            "The storage's password or key must not be in this file: everybody can read it.",
            "Change it, as it is known now; give the new one to rclone in environment variables, as the README says.",
        )
        return None
    return remote


def _public(value: Value, reading: Reading) -> str | None:
    """A public address below which audio lies: https, as podcast apps want it, but on the editor's own machine."""
    url = read.web_address(value, reading)
    if url and url.startswith("http://") and urlsplit(url).hostname not in THIS_MACHINE:
        reading.refuse(
            "storage-without-https",
            value.at,
            "The storage's public address is {url}; podcast apps want https.",
            "Write https:// at its beginning, and see that the storage answers there.",
            url=url,
        )
        return None
    return url


def _as_it_is(value: Value, reading: Reading) -> Value:
    """A value that is read when the site's languages are known."""
    return value


_STORAGE = record(
    Storage,
    '{remote: "…", url: "https://…/"}',
    FieldType("remote", _remote, required=True),
    FieldType("url", _public, required=True),
)
SITE_FIELDS = (
    FieldType("languages", _as_it_is, required=True),
    FieldType("timezone", read.text),
    FieldType("operator", _TEXTS),
    FieldType("contact", read.text),
    FieldType("storage", _STORAGE),
    FieldType("projects", _as_it_is),
    FieldType("accessibility", _as_it_is),
)


def read_settings(root: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The site's settings, or None where they are too broken to go on; and what is wrong with them."""
    fields, reading, hidden = open_settings(root, SITE, ZoneInfo("UTC"), SITE_FIELDS)
    values = read_fields(fields, SITE_FIELDS, reading, hidden)
    zone = _zone(values.get("timezone", "UTC"), fields, reading)
    languages = _languages(root, values.get("languages"), reading)
    if not languages:
        return None, tuple(reading.problems)
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
            values.get("operator", {}),
            values.get("contact", ""),
            values.get("storage"),
            projects,
            read_accessibility(values.get("accessibility"), languages, reading),
            test,
        ),
        tuple(reading.problems),
    )


def read_topics(
    root: Path, settings: Settings, path: str = TOPICS
) -> tuple[dict[str, Topic], tuple[Problem, ...]]:
    """The topics, or the series (by `path`), by id, in the order of the file."""
    if not (root / path).exists():
        return {}, ()
    fields, reading, hidden = open_settings(root, path, settings.zone, ())
    topics = {
        name: Topic(name, filled({"": name}, settings.languages), Position(path)) for name in sorted(hidden)
    }
    for name, found in fields.items():
        read.slug(front_matter.Scalar(name, found.at), reading)
        labels = _TEXTS(found.value, reading)
        if labels:
            every_language(name, labels, settings.languages, found, reading)
        topics[name] = Topic(name, filled(labels or {"": name}, settings.languages), found.at)
    return topics, tuple(reading.problems)


def open_settings(
    root: Path, path: str, zone: ZoneInfo, schema: tuple[FieldType, ...]
) -> tuple[dict[str, front_matter.Field], Reading, frozenset[str]]:
    """The fields of file `path`, a reading with its mistakes of syntax, and the fields that those hide."""
    reading = Reading(path, zone)
    if not (root / path).is_file():
        reading.problems.append(settings_missing(path))
        return {}, reading, unreadable(reading.problems, schema)
    source, problems = read_source(root, path)
    fields, syntax = parse_fields(path, source.text)
    reading.problems.extend(problems + syntax)
    lost = problems if is_lost(source, problems) else ()
    return fields, reading, unreadable(lost + syntax, schema)


def settings_missing(path: str) -> Problem:
    """The settings file `path` isn't there, though something needs it."""
    return Problem(
        "settings-missing",
        Severity.ERROR,
        Position(path),
        "The file {path} is missing.",
        "Create it; the README shows what it holds.",
        {"path": path},
    )


def _zone(name: str, fields: dict[str, front_matter.Field], reading: Reading) -> ZoneInfo:
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


def _languages(root: Path, value: Value | None, reading: Reading) -> dict[str, LanguageSettings]:
    """The languages by their codes; none where one is too broken, as every file may depend on any of them."""
    if value is None:
        return {}
    if not isinstance(value, front_matter.Mapping):
        reading.refuse(
            "not-per-language",
            value.at,
            "Here should be the languages of the site.",
            "Write a line for each of them: its code, then its name and the title of the site in it.",
        )
        return {}
    languages: dict[str, LanguageSettings] = {}
    for code, entry in value.fields.items():
        fields = entry.value.fields if isinstance(entry.value, front_matter.Mapping) else {}
        found: dict[str, Any] = read_fields(fields, LANGUAGE_FIELDS, reading, at=entry.at)
        if not is_language(code):
            reading.refuse(
                "not-a-language",
                entry.at,
                "“{language}” is not the code of a language.",
                "Write the code by ISO 639: cs for Czech, en for English, uk for Ukrainian.",
                language=code,
            )
        elif "name" in found and "title" in found:
            at = fields["catalogue"].at if "catalogue" in fields else entry.at
            catalogue = _catalogue(root, code, found.pop("catalogue", None), at, reading)
            language = Language(code, found.pop("name"), f"{code}/" if languages else "", catalogue)
            languages[code] = LanguageSettings(language, **found)
            if "publicity" in found:
                check_statement(code, found["publicity"], fields["publicity"].at, reading)
    return languages if len(languages) == len(value.fields) else {}


def _catalogue(root: Path, code: str, path: str | None, at: Position, reading: Reading) -> Catalogue:
    """The texts of language `code`: those in `path`, a file of the content, else those that come with the tool."""
    file = root / path if path else CATALOGUES / f"{code}.po"
    if not file.exists():
        reading.refuse(
            "catalogue-missing",
            at,
            "There is no catalogue of texts for the language “{language}”.",
            "Translate the texts into a .po file and name it in the field catalogue; ask whoever looks after the site.",
            language=code,
        )
        return NO_CATALOGUE
    try:
        return read_catalogue(file)
    except CatalogueError as error:
        reading.refuse(
            "catalogue-broken",
            at,
            "The catalogue of texts for the language “{language}” can't be used: {error}.",
            "Mend the .po file or bring back its last version; ask whoever looks after the site.",
            language=code,
            error=str(error),
        )
        return NO_CATALOGUE
