"""A language as pages speak it: with its texts, dates and durations set as the texts of the content are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..languages import Language
from ..typography import typeset_text

_set = lru_cache(maxsize=4096)(typeset_text)


@dataclass(frozen=True)
class PageLanguage(Language):
    """A language whose texts are drawn; in terminals they are as the catalogue has them.

    Values in a text stay as they come: whoever wrote them may not want them set.
    """

    def text(self, message: str, **values: object) -> str:  # noqa: D102 - as in Language
        text = _set(super().text(message), self.code)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int) -> str:  # noqa: D102
        return _set(super().plural(one, many, n), self.code)

    def days(self, first: date, last: date) -> str:  # noqa: D102
        return _set(super().days(first, last), self.code)

    def date(self, day: date) -> str:  # noqa: D102
        return _set(super().date(day), self.code)

    def duration(self, seconds: float) -> str:  # noqa: D102
        return _set(super().duration(seconds), self.code)

    def size(self, count: int) -> str:  # noqa: D102
        return _set(super().size(count), self.code)


def page_language(language: Language) -> PageLanguage:
    """`language` for pages."""
    return PageLanguage(language.code, language.name, language.prefix, language.catalogue)
