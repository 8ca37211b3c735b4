"""`content/site.yml`, `content/topics.yml` and `podcast/show.yml` → frozen settings.

Texts in these files that readers see are given per language: `title: {cs: …, en: …}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .languages import CATALOGUES, Language, read_catalogue
from .problems import Position, Problem, Severity
from .reading import front_matter
from .reading.front_matter import Value, parse_fields
from .reading.source import read_source
from .schema import fields as read
from .schema.fields import FieldType, Reading
from .schema.validate import read_fields

SITE = "content/site.yml"
TOPICS = "content/topics.yml"
SHOW = "podcast/show.yml"

Texts = Mapping[str, str]
"""A text per language code."""


@dataclass(frozen=True, slots=True)
class LanguageSettings:
    """What the site says of itself in one language; `publicity` is the line beside the Union's emblem."""

    language: Language
    title: str
    tagline: str = ""
    description: str = ""
    publicity: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The site. The first of `languages` lies at `/`, each other below its code."""

    languages: Mapping[str, LanguageSettings]
    zone: ZoneInfo
    operator: Texts
    contact: str = ""
    project: str = ""

    @property
    def first(self) -> str:
        """The code of the site's first language."""
        return next(iter(self.languages))


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its id and its label in each language."""

    id: str
    labels: Texts
    at: Position


@dataclass(frozen=True, slots=True)
class Show:
    """The podcast. `guid` is the permanent UUID of each language's feed (podcast namespace, tag `guid`).

    `categories` as Apple lists them, a subcategory after ` > `; `image` a file of `podcast/`.
    """

    guid: Texts
    title: Texts
    description: Texts
    author: str
    owner_name: str
    owner_email: str
    categories: tuple[str, ...]
    image: str
    explicit: bool = False
    hosts: tuple[str, ...] = ()
    copyright: str = ""
    positions: Mapping[str, Position] = field(default_factory=dict)


_LANGUAGE = (
    FieldType("name", read.text, required=True),
    FieldType("title", read.text, required=True),
    FieldType("tagline", read.text),
    FieldType("description", read.text),
    FieldType("publicity", read.text),
    FieldType("catalogue", read.file),
)
_TEXTS = read.per_language(read.text)
_SITE = (
    FieldType("languages", lambda value, reading: value, required=True),
    FieldType("timezone", read.text),
    FieldType("operator", _TEXTS),
    FieldType("contact", read.text),
    FieldType("project", read.text),
)
_OWNER = (FieldType("name", read.text, required=True), FieldType("email", read.text, required=True))


def _owner(value: Value, reading: Reading) -> dict[str, str] | None:
    fields = value.fields if isinstance(value, front_matter.Mapping) else {}
    found = read_fields(fields, _OWNER, reading, at=value.at)
    return found if len(found) == len(_OWNER) else None


_SHOW = (
    FieldType("guid", read.per_language(read.guid), required=True),
    FieldType("title", _TEXTS, required=True),
    FieldType("description", _TEXTS, required=True),
    FieldType("author", read.text, required=True),
    FieldType("owner", _owner, required=True),
    FieldType("categories", read.list_of(read.text), required=True),
    FieldType("image", read.file, required=True),
    FieldType("explicit", read.flag),
    FieldType("hosts", read.list_of(read.text)),
    FieldType("copyright", read.text),
)


def read_settings(root: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The site's settings, or None where they are too broken to go on; and what is wrong with them."""
    fields, reading, unreadable = _open(root, SITE, ZoneInfo("UTC"))
    values = read_fields(fields, _SITE, reading, unreadable)
    zone = _zone(values.get("timezone", "UTC"), fields, reading)
    languages = _languages(root, values.get("languages"), reading)
    if not languages:
        return None, tuple(reading.problems)
    return (
        Settings(
            languages, zone, values.get("operator", {}), values.get("contact", ""), values.get("project", "")
        ),
        tuple(reading.problems),
    )


def read_topics(root: Path, settings: Settings) -> tuple[dict[str, Topic], tuple[Problem, ...]]:
    """The topics by id, in the order of the file."""
    if not (root / TOPICS).exists():
        return {}, ()
    fields, reading, _ = _open(root, TOPICS, settings.zone)
    topics = {}
    for name, found in fields.items():
        if read.slug(front_matter.Scalar(name, found.at), reading) is None:
            continue
        labels = _TEXTS(found.value, reading)
        if labels:
            _every_language(name, labels, settings, found.at, reading)
            topics[name] = Topic(name, labels, found.at)
    return topics, tuple(reading.problems)


def read_show(root: Path, settings: Settings) -> tuple[Show | None, tuple[Problem, ...]]:
    """The podcast's settings; None where there is no podcast or a required field is missing."""
    if not (root / SHOW).exists():
        return None, ()
    fields, reading, unreadable = _open(root, SHOW, settings.zone)
    values = read_fields(fields, _SHOW, reading, unreadable)
    if {field.name for field in _SHOW if field.required} - values.keys():
        return None, tuple(reading.problems)
    for name in ("guid", "title", "description"):
        _every_language(name, values[name], settings, fields[name].at, reading)
    owner = values.pop("owner")
    positions = {name: found.at for name, found in fields.items()}
    show = Show(owner_name=owner["name"], owner_email=owner["email"], positions=positions, **values)
    return show, tuple(reading.problems)


def _open(
    root: Path, path: str, zone: ZoneInfo
) -> tuple[dict[str, front_matter.Field], Reading, frozenset[str]]:
    reading = Reading(path, zone)
    if not (root / path).exists():
        reading.refuse(
            "settings-missing",
            Position(path),
            "The file {path} is missing.",
            "Create it; the README shows what it holds.",
            path=path,
        )
        return {}, reading, frozenset(field.name for field in _SITE)
    source, problems = read_source(root, path)
    fields, syntax = parse_fields(path, source.text)
    reading.problems.extend(problems + syntax)
    return fields, reading, frozenset(problem.field for problem in syntax if problem.field)


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
    languages: dict[str, LanguageSettings] = {}
    entries = value.fields if isinstance(value, front_matter.Mapping) else {}
    for code, entry in entries.items():
        fields = entry.value.fields if isinstance(entry.value, front_matter.Mapping) else {}
        found: dict[str, Any] = read_fields(fields, _LANGUAGE, reading, at=entry.at)
        if "name" not in found or "title" not in found:
            continue
        own = found.pop("catalogue", None)
        catalogue = root / own if own else CATALOGUES / f"{code}.po"
        if not catalogue.exists():
            reading.problems.append(_no_catalogue(code, fields, entry.at, own))
        prefix = f"{code}/" if languages else ""
        language = Language(code, found.pop("name"), prefix, read_catalogue(catalogue))
        languages[code] = LanguageSettings(language, **found)
    return languages


def _no_catalogue(
    code: str, fields: dict[str, front_matter.Field], at: Position, path: str | None
) -> Problem:
    return Problem(
        "catalogue-missing",
        Severity.ERROR,
        fields["catalogue"].at if path else at,
        "There is no catalogue of texts for the language “{code}”.",
        "Translate the texts into a .po file and name it in the field catalogue; ask whoever looks after the site.",
        {"code": code},
        "catalogue",
    )


def _every_language(name: str, texts: Texts, settings: Settings, at: Position, reading: Reading) -> None:
    missing = [code for code in settings.languages if code not in texts]
    if missing:
        reading.refuse(
            "language-missing",
            at,
            "The field or topic “{name}” has no text in the language: {missing}.",
            "Add it for every language of the site.",
            name=name,
            missing=", ".join(missing),
        )
    unknown = [code for code in texts if code not in settings.languages]
    if unknown:
        reading.refuse(
            "language-unknown",
            at,
            "“{name}” has a text in a language that the site doesn't have: {unknown}.",
            "The languages are named in content/site.yml.",
            name=name,
            unknown=", ".join(unknown),
        )
