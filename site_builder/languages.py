"""A language of the site: its catalogue of texts, its dates and numbers, its part of the URL.

Texts are gettext catalogues (`catalogues/<code>.po`, read by babel without a compile step); the message id is
the English text itself, so English needs a catalogue only for paths. Path segments have the context `path`.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import DateTimePattern, format_datetime, get_datetime_format
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

CATALOGUES = Path(__file__).parent / "catalogues"
PATH = "path"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Translations by (context, message id); a plural's value is a tuple of its forms."""

    texts: Mapping[tuple[str | None, str], str | tuple[str, ...]]
    plural_form: Callable[[int], int]


@cache
def read_catalogue(path: Path) -> Catalogue:
    """The catalogue in file `path` (gettext `.po`); an empty English one where the file is missing."""
    if not path.exists():
        return Catalogue({}, lambda n: 0 if n == 1 else 1)
    with path.open("rb") as file:
        catalogue = read_po(file)
    texts: dict[tuple[str | None, str], str | tuple[str, ...]] = {}
    for message in catalogue:
        if message.id and message.string:
            msgid = message.id if isinstance(message.id, str) else message.id[0]
            text = message.string
            texts[message.context, msgid] = text if isinstance(text, str) else tuple(text)
    return Catalogue(texts, gettext.c2py(catalogue.plural_expr))


@dataclass(frozen=True)
class Language:
    """One language. `code` is BCP 47 (`cs`), `name` its own name, `prefix` its part of every path (`en/`)."""

    code: str
    name: str
    prefix: str
    catalogue: Catalogue

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.code)

    @cached_property
    def _long_date(self) -> DateTimePattern:
        pattern: DateTimePattern = self._locale.date_formats["long"]
        return pattern

    def text(self, message: str, **values: object) -> str:
        """`message` in this language, its `{places}` filled from `values`."""
        found = self.catalogue.texts.get((None, message), message)
        text = found if isinstance(found, str) else found[0]
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int) -> str:
        """The right plural form for `n`, which also fills the place `{n}`."""
        forms = self.catalogue.texts.get((None, one), (one, many))
        return forms[self.catalogue.plural_form(n)].format(n=_number(self.code, n))

    def segment(self, name: str) -> str:
        """The path segment for `name`: `articles` → `clanky`."""
        found = self.catalogue.texts.get((PATH, name), name)
        return found if isinstance(found, str) else found[0]

    def date(self, day: date) -> str:
        """A date in words, "1. března 2026"."""
        return str(self._long_date.apply(day, self._locale))

    def time(self, moment: datetime) -> str:
        """A date in words and the time of day."""
        template = get_datetime_format("long", locale=self.code)
        clock = format_datetime(moment, "HH:mm" if self.code != "en" else "h:mm a", locale=self.code)
        return str(template).replace("'", "").format(clock, self.date(moment))

    def size(self, count: int) -> str:
        """A file's size: `count` in bytes, told in MB."""
        return f"{format_decimal(round(count / 1_000_000, 1), locale=self.code)} MB"

    def duration(self, seconds: float) -> str:
        """A duration in minutes and seconds, "4 min 12 s"."""
        minutes, rest = divmod(round(seconds), 60)
        return self.text("{minutes} min {seconds} s", minutes=minutes, seconds=rest)

    def country(self, code: str) -> str:
        """The name of country `code` (ISO 3166 alpha-2); the code itself where it is unknown."""
        return str(Locale.parse(self.code).territories.get(code, code))

    def sort_key(self, text: str) -> tuple[str, str]:
        """A key that sorts texts by their letters, marks of diacritics after the plain letter ("č" after "c")."""
        plain = unicodedata.normalize("NFKD", text.casefold())
        return "".join(char for char in plain if not unicodedata.combining(char)), plain

    def language_name(self, code: str) -> str:
        """The name of language `code` in this language."""
        return str(Locale.parse(self.code).languages.get(code, code))


@cache
def _number(code: str, n: int) -> str:
    return format_decimal(n, locale=code)


def clock(seconds: float) -> str:
    """A time within audio, as read: `65.4` → `1:05`, `3700` → `1:01:40`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """`text` as a path segment of ASCII letters, digits and hyphens: "Péče o děti" → `pece-o-deti`."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")


def mark(message: str) -> str:
    """`message` itself: marks an English text for the catalogues where it is translated somewhere else."""
    return message
