"""Types of fields: a reader turns a value with its position into a typed one, or says what is wrong with it.

A reader returns `None` for a value that it refused; it has then appended a problem to the `Reading`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from babel import Locale

from ..reading.characters import BREAK, unbroken
from ..reading.front_matter import Mapping, Scalar, Sequence, Value
from ..similar import same_name, similar_name
from .addresses import (
    LONGEST_SLUG,
    file,
    guid,
    is_web_address,
    new_guid,
    no_web_address,
    slug,
    web_address,
)
from .moments import clock, day, moment, offset
from .reading import ONE_VALUE, FieldType, Reader, Reading, replaced
from .wording import meant_choice

__all__ = [
    "LONGEST_SLUG",
    "FieldType",
    "Reader",
    "Reading",
    "clock",
    "country",
    "day",
    "file",
    "flag",
    "guid",
    "integer",
    "is_web_address",
    "list_of",
    "moment",
    "names",
    "new_guid",
    "no_web_address",
    "offset",
    "one_of",
    "one_or_per_language",
    "per_language",
    "replaced",
    "slug",
    "text",
    "title",
    "web_address",
]

LONGEST_TITLE = 200
"""Characters; what is longer is a paragraph in the wrong place."""

_NUMBER = re.compile(r"0*([1-9]\d{0,3})\.?")
_ITEM = re.compile(r"[\w][\w .-]*")
_ALSO_CALLED = {
    **dict.fromkeys(("Česká republika", "Czech Republic"), "CZ"),
    **dict.fromkeys(("Slovenská republika", "Slovak Republic"), "SK"),
    **dict.fromkeys(("UK", "Velká Británie", "Great Britain"), "GB"),
    **dict.fromkeys(("USA", "Spojené státy americké"), "US"),
    **dict.fromkeys(("Holandsko", "Holland"), "NL"),
}
"""Usual names of countries that Unicode's list hasn't."""

_FLAGS = {"true": True, "false": False}
_WORDS = {"ano": True, "yes": True, "ne": False, "no": False}
"""What people write for them. Other programs, the web editor among them, read these words as texts (YAML 1.2)."""


def text(value: Value, reading: Reading) -> str | None:
    """A text of one line."""
    if isinstance(value, Scalar):
        written = " ".join(value.text.split())
        if not (found := BREAK.search(written)):
            return written
        reading.warn(
            "invisible-character",
            value.at,
            "There is an invisible character (U+{character}) within a word: who looks for the word doesn't find it.",
            "Write it without: {right}",
            repair=replaced(value, unbroken(value.text)),
            character=f"{ord(found[0]):04X}",
            right=unbroken(written),
        )
        return unbroken(written)
    reading.refuse(
        "not-a-text",
        value.at,
        "Here should be a text.",
        "Write it on one line; put it in quotes if it holds a colon.",
    )
    return None


def title(value: Value, reading: Reading) -> str | None:
    """A text of one line that heads a page."""
    found = text(value, reading)
    if found and len(found) > LONGEST_TITLE:
        reading.warn(
            "title-long",
            value.at,
            "The title has {length} characters: lists, search engines and podcast apps cut it off.",
            "Keep what matters, and say the rest in the description.",
            length=str(len(found)),
        )
    return found


def flag(value: Value, reading: Reading) -> bool | None:
    """`true` or `false`; `yes`, `no`, `ano` and `ne` mean the same, with a warning."""
    word = value.text.lower() if isinstance(value, Scalar) else ""
    if word in _FLAGS:
        return _FLAGS[word]
    if word in _WORDS:
        right = str(_WORDS[word]).lower()
        reading.warn(
            "flag-in-words",
            value.at,
            "“{written}” is understood as {right} here, but not by every program that opens this file.",
            "Write: {right}",
            repair=replaced(value, right, bare=True),
            written=word,
            right=right,
        )
        return _WORDS[word]
    reading.refuse(
        "not-a-flag", value.at, "Here should be true or false.", "Write true or false, without quotes."
    )
    return None


def integer(value: Value, reading: Reading) -> int | None:
    """A whole number from 1 to 9999."""
    written = value.text if isinstance(value, Scalar) else ""
    if re.fullmatch(r"[1-9]\d{0,3}", written):
        return int(written)
    number = _NUMBER.fullmatch(written)
    reading.refuse(
        "not-a-number",
        value.at,
        "Here should be a whole number from 1.",
        "For example: {right}",
        repair=replaced(value, number[1]) if number else None,
        right=number[1] if number else "12",
    )
    return None


def country(value: Value, reading: Reading) -> str | None:
    """An ISO 3166 alpha-2 code."""
    written = value.text if isinstance(value, Scalar) else ""
    if len(written) == 2 and written in Locale("en").territories:
        return written
    codes = _countries()
    right = codes.get(same_name(written, codes), "")
    close = right or codes.get(similar_name(written, codes, 0.8), "")
    reading.refuse(
        "not-a-country",
        value.at,
        "Here should be the two-letter code of a country.",
        "Did you mean “{close}”?" if close else "For example: BE for Belgium.",
        repair=replaced(value, right) if right else None,
        close=close,
    )
    return None


@cache
def _countries() -> dict[str, str]:
    """The codes of countries by their names in Czech and English, and by themselves."""
    names = dict(_ALSO_CALLED)
    for territories in (Locale(language).territories for language in ("cs", "en")):
        codes = [str(code) for code in territories if re.fullmatch("[A-Z]{2}", str(code))]
        names |= {str(territories[code]): code for code in codes} | {code: code for code in codes}
    return names


def one_of(*choices: str) -> Reader:
    """One of `choices`."""

    def read(value: Value, reading: Reading) -> str | None:
        written = value.text if isinstance(value, Scalar) else ""
        if written in choices:
            return written
        right = same_name(written, choices) or meant_choice(written, choices)
        reading.refuse(
            "not-a-choice",
            value.at,
            "“{text}” is not possible here." if written else ONE_VALUE,
            "Did you mean “{close}”?" if right else "Write one of: {choices}",
            repair=replaced(value, right) if right else None,
            text=written,
            close=right,
            choices=", ".join(choices),
        )
        return None

    return read


def list_of(item: Reader) -> Reader:
    """A list whose items `item` reads; a single value is told of and counts as the list that it must be meant to be."""

    def read(value: Value, reading: Reading) -> tuple[Any, ...] | None:
        if isinstance(value, Sequence):
            found = (item(part, reading) for part in value.items)
            return tuple(part for part in found if part not in (None, ""))
        written = value.text if isinstance(value, Scalar) else ""
        parts = dict.fromkeys(part.strip() for part in re.split("[,;]", written) if part.strip())
        spare = Reading(reading.path, reading.zone)
        items = tuple(item(Scalar(part, value.at), spare) for part in parts)
        is_clear = not spare.problems and all(map(_ITEM.fullmatch, parts))
        right = ", ".join(parts)
        reading.refuse(
            "not-a-list",
            value.at,
            "Here should be a list.",
            "Write it so: [{right}]",
            repair=replaced(value, f"[{right}]", bare=True) if is_clear else None,
            right=right or "…",
        )
        return items if is_clear and parts else None

    return read


def names(value: Value, reading: Reading) -> tuple[str, ...] | None:
    """A list of names or ids, each once."""
    found: tuple[str, ...] | None = list_of(text)(value, reading)
    if found is None or len(set(found)) == len(found):
        return found
    seen: set[str] = set()
    for item in value.items if isinstance(value, Sequence) else ():
        name = " ".join(item.text.split()) if isinstance(item, Scalar) else ""
        if name in seen:
            reading.warn(
                "repeated-name",
                item.at,
                "“{name}” stands in this list for the second time; it counts once.",
                "Delete it here.",
                name=name,
            )
        seen |= {name} - {""}
    return tuple(dict.fromkeys(found))


def per_language(item: Reader) -> Reader:
    """A mapping of language codes to what `item` reads."""

    def read(value: Value, reading: Reading) -> dict[str, Any] | None:
        if isinstance(value, Mapping):
            found = {code: item(entry.value, reading) for code, entry in value.fields.items()}
            if any(text != "" for text in found.values()):
                return {code: text for code, text in found.items() if text not in (None, "")} or None
        reading.refuse(
            "not-per-language",
            value.at,
            "Here should be one text per language.",
            "Write it so: {cs: …, en: …}",
        )
        return None

    return read


def one_or_per_language(value: Value, reading: Reading) -> str | dict[str, Any] | None:
    """A text that is the same in every language, as names may be, or a mapping of language codes to texts."""
    return per_language(text)(value, reading) if isinstance(value, Mapping) else text(value, reading)
