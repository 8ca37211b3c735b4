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

    def typeset(self, text: str) -> str:
        """`text` of the settings, which is in this language, as pages show it."""
        return _set(text, self.code)

    def text(self, message: str, **values: object) -> str:  # noqa: D102 - as in Language
        text = self.typeset(super().text(message))
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int) -> str:  # noqa: D102
        return self.typeset(super().plural(one, many, n))

    def days(self, first: date, last: date) -> str:  # noqa: D102
        return self.typeset(super().days(first, last))

    def date(self, day: date) -> str:  # noqa: D102
        return self.typeset(super().date(day))

    def duration(self, seconds: float) -> str:  # noqa: D102
        return self.typeset(super().duration(seconds))

    def size(self, count: int) -> str:  # noqa: D102
        return self.typeset(super().size(count))


def page_language(language: Language) -> PageLanguage:
    """`language` for pages."""
    return PageLanguage(language.code, language.name, language.prefix, language.catalogue)
