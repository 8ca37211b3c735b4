"""The languages of the site and what it says of itself in each, as `content/site.yml` has them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..languages import (
    CATALOGUES,
    NO_CATALOGUE,
    Catalogue,
    CatalogueError,
    Language,
    is_language,
    read_catalogue,
)
from ..problems import Position
from ..reading.front_matter import Mapping, Value
from ..schema import fields as read
from ..schema.fields import FieldType, Reading
from ..schema.validate import named_fields, read_named_fields
from .publicity import check_statement


@dataclass(frozen=True, slots=True)
class LanguageSettings:
    """What the site says of itself in one language; `publicity` is the line beside the Union's emblem."""

    language: Language
    title: str
    tagline: str = ""
    description: str = ""
    publicity: str = ""


LANGUAGE_FIELDS = (
    FieldType("name", read.text, required=True),
    FieldType("title", read.text, required=True),
    FieldType("tagline", read.text),
    FieldType("description", read.text),
    FieldType("publicity", read.text),
    FieldType("catalogue", read.file),
)


def read_languages(root: Path, value: Value | None, reading: Reading) -> dict[str, LanguageSettings]:
    """The languages by their codes; none where one is too broken, as every file may depend on any of them."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        reading.refuse(
            "not-per-language",
            value.at,
            "Here should be the languages of the site.",
            "Write a line for each of them: its code, then its name and the title of the site in it.",
        )
        return {}
    languages: dict[str, LanguageSettings] = {}
    for code, entry in value.fields.items():
        fields = entry.value.fields if isinstance(entry.value, Mapping) else {}
        fields = named_fields(fields, LANGUAGE_FIELDS, reading)
        found: dict[str, Any] = read_named_fields(fields, LANGUAGE_FIELDS, reading, at=entry.at)
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
    if path and not file.exists():
        reading.refuse(
            "catalogue-missing",
            at,
            "The catalogue of texts {path} does not exist.",
            "Name the file as seen from content/site.yml: catalogue: {language}.po",
            path=path,
            language=code,
        )
        return NO_CATALOGUE
    if not file.exists():
        reading.refuse(
            "catalogue-missing",
            at,
            "There is no catalogue of texts for the language “{language}”.",
            "Lay a copy of site_builder/catalogues/cs.po, translated, beside content/site.yml and name it here: "
            "catalogue: {language}.po",
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
