"""A language of the site: its catalogue of texts, its dates and numbers, its part of the URL.

Texts are gettext catalogues (`catalogues/<code>.po`, read by babel without a compile step); the message id is
the English text itself, so English needs a catalogue only for paths. Path segments have the context `path`.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property, lru_cache
from pathlib import Path
from string import Formatter

from babel import Locale, localedata
from babel.core import get_global
from babel.dates import format_time
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

Texts = Mapping[str, str]
"""A text per language code."""

CATALOGUES = Path(__file__).parent / "catalogues"
PATH = "path"
_LOCALES = {"en": "en_GB"}  # a European body writes "1 March 2026" and 14:00

_WORDS = re.compile("[a-z0-9]+")

_OWN_LETTERS = {"cs": (("č", "c"), ("ch", "h"), ("ř", "r"), ("š", "s"), ("ž", "z"))}
"""Letters with a place of their own in the alphabet, after another one (ČSN 97 6030)."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Translations by (context, message id); a plural's value is a tuple of its forms."""

    texts: Mapping[tuple[str | None, str], str | tuple[str, ...]]
    plural_form: Callable[[int], int]


class CatalogueError(Exception):
    """A catalogue cannot be used; the text says why."""


_NUMBERS = 201
"""Among the numbers below are all categories that whole numbers have in any language."""

NO_CATALOGUE = Catalogue({}, lambda n: 0 if n == 1 else 1)
"""Every text in English, as the code has it."""


def read_catalogue(path: Path) -> Catalogue:
    """The catalogue in file `path` (gettext `.po`), read again when it has changed. Raises `CatalogueError`."""
    try:
        return _read_catalogue(path, path.stat().st_mtime_ns)
    except (PoFileError, OSError, ValueError, LookupError, ArithmeticError) as error:
        raise CatalogueError(str(error)) from error


@lru_cache(maxsize=32)
def _read_catalogue(path: Path, _changed: int) -> Catalogue:
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    texts: dict[tuple[str | None, str], str | tuple[str, ...]] = {}
    for message in catalogue:
        originals = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        translations = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if message.fuzzy or not originals[0] or not all(translations or ("",)):
            continue
        _check_translation(message.context, originals, translations)
        texts[message.context, originals[0]] = translations if len(originals) > 1 else translations[0]
    return Catalogue(texts, _plural_form(catalogue.plural_expr, catalogue.num_plurals))


def _check_translation(context: str | None, originals: Iterable[str], translations: Iterable[str]) -> None:
    """Raise `ValueError` for a translation that would break the site where its text is used."""
    known = {place for text in originals for place in _places(text)}
    for text in translations:
        if context == PATH and slugify(text) != text:
            raise ValueError(f"“{text}” can't be a part of an address")
        if unknown := ", ".join(f"{{{place}}}" for place in sorted(_places(text) - known)):
            raise ValueError(f"“{text}” has places that its original has not: {unknown}")


def _places(text: str) -> set[str]:
    """The `{places}` of `text`."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None} if "{" in text else set()


def _plural_form(expression: str, forms: int) -> Callable[[int], int]:
    """The function that a `Plural-Forms` line means; it repeats after 100 or 1,000 in every known language."""
    form: Callable[[int], int] = gettext.c2py(expression)
    if not all(0 <= form(n) < forms for n in range(1001)):
        raise ValueError(f"Plural-Forms: there are only {forms} forms, but “{expression}” asks for others")
    return form


@dataclass(frozen=True)
class Language:
    """One language. `code` is BCP 47 (`cs`), `name` its own name, `prefix` its part of every path (`en/`)."""

    code: str
    name: str
    prefix: str
    catalogue: Catalogue

    @cached_property
    def _locale(self) -> Locale:
        return _locale(self.code)

    @cached_property
    def territorial(self) -> str:
        """The code with that of the country where the language is at home: `cs_CZ`."""
        known = _LOCALES.get(self.code) or get_global("likely_subtags").get(self.code, self.code)
        parts = known.split("_")
        return f"{parts[0]}_{parts[-1]}" if len(parts) > 1 else known

    def text(self, message: str, **values: object) -> str:
        """`message` in this language, its `{places}` filled from `values`."""
        found = self.catalogue.texts.get((None, message), message)
        text = found if isinstance(found, str) else found[0]
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int) -> str:
        """The right plural form for `n`, which also fills the place `{n}`."""
        forms = self.catalogue.texts.get((None, one))
        form = forms[self.catalogue.plural_form(n)] if forms else one if n == 1 else many
        return form.format(n=_number(self.code, n))

    def plural_forms(self, one: str, many: str) -> dict[str, str]:
        """The forms of a plural by the CLDR category of their number, as browsers ask for them; `{n}` stays open."""
        catalogue = self.catalogue if (None, one) in self.catalogue.texts else NO_CATALOGUE
        forms = catalogue.texts.get((None, one), (one, many))
        return {
            self._locale.plural_form(n): forms[catalogue.plural_form(n)] for n in reversed(range(_NUMBERS))
        }

    @property
    def tag(self) -> str:
        """What browsers call the language whose dates and numbers these are (BCP 47): `cs`, `en-GB`."""
        return str(self._locale).replace("_", "-")

    def segment(self, name: str) -> str:
        """The path segment for `name`: `articles` → `clanky`."""
        found = self.catalogue.texts.get((PATH, name), name)
        return found if isinstance(found, str) else found[0]

    def days(self, first: date, last: date) -> str:
        """The days from `first` to `last`, what both say only once: "28.–29. listopadu 2026"."""
        begin, end = self.date(first).split(), self.date(last).split()
        if begin == end:
            return self.date(first)
        while begin[-1] == end[-1]:
            begin, end = begin[:-1], end[:-1]
        common = self.date(last).split()[len(end) :]
        dash = "–" if len(begin) == len(end) == 1 else " – "
        return " ".join((" ".join(begin) + dash + " ".join(end), *common))

    def date(self, day: date) -> str:
        """A date in words, "1. března 2026"."""
        return _date(self.code, day)

    def time(self, moment: datetime) -> str:
        """A date in words and the time of day, "1. března 2026, 9:00"."""
        return f"{self.date(moment)}, {self.clock(moment)}"

    def clock(self, moment: datetime) -> str:
        """The time of day, "9:00"."""
        return str(format_time(moment, "short", locale=self._locale))

    def size(self, count: int) -> str:
        """A file's size: `count` in bytes, told in MB."""
        return f"{format_decimal(round(count / 1_000_000, 1), locale=self.code)} MB"

    def duration(self, seconds: float) -> str:
        """A duration, "4 min 12 s"; from an hour on in hours and minutes."""
        hours, minutes, rest = 0, *divmod(round(seconds), 60)
        if minutes >= 60:
            (hours, minutes), rest = divmod(round(seconds / 60), 60), 0
        units = ((mark("{n} h"), hours), (mark("{n} min"), minutes), (mark("{n} s"), rest))
        return " ".join(self.text(unit, n=n) for unit, n in units if n) or self.text("{n} s", n=0)

    def country(self, code: str) -> str:
        """The name of country `code` (ISO 3166 alpha-2); the code itself where it is unknown."""
        return str(self._locale.territories.get(code, code))

    def sort_key(self, text: str) -> tuple[str, str]:
        """A key that sorts texts by their letters, those with other diacritics after the plain ones ("é" after "e")."""
        text = unicodedata.normalize("NFC", text.casefold())
        for letter, before in _OWN_LETTERS.get(self.code, ()):
            text = text.replace(letter, f"{before}\uffff")
        marked = unicodedata.normalize("NFKD", text)
        return "".join(char for char in marked if not unicodedata.combining(char)), marked

    def language_name(self, code: str) -> str:
        """The name of language `code` in this language."""
        return str(self._locale.languages.get(code, code))


@cache
def _locale(code: str) -> Locale:
    return Locale.parse(_LOCALES.get(code, code))


@lru_cache(maxsize=4096)
def _date(code: str, day: date) -> str:
    locale = _locale(code)
    return str(locale.date_formats["long"].apply(day, locale))


@cache
def _number(code: str, n: int) -> str:
    return format_decimal(n, locale=code)


def is_language(code: str) -> bool:
    """Whether `code` is a language of two or three letters (ISO 639) whose dates and numbers are known."""
    return bool(re.fullmatch("[a-z]{2,3}", code)) and localedata.exists(code)


@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """`text` as a path segment of ASCII letters, digits and hyphens: "Péče o děti" → `pece-o-deti`."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(_WORDS.findall(ascii_text.lower()))


def mark(message: str) -> str:
    """`message` itself: marks an English text for the catalogues where it is translated somewhere else."""
    return message
