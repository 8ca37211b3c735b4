"""A word → the terms that it is found by: the stems of the word itself and of its dictionary form.

They are folded (lower case, no diacritics), because many people search without diacritics. The browser stems
the folded words of a query in the same way, so a language has a stemmer only where the browser has it too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

STEMMERS = {"cs": "czech", "en": "english"}
"""Snowball's names of the stemmers that the browser has too, in `overrides/assets/search`."""

_WORD = re.compile(r"[^\W_]+")


class Words:
    """The words of one language, each looked up once."""

    def __init__(self, code: str) -> None:
        """`code` is the language's; one that nobody has stems or a dictionary of is indexed as it is written."""
        self._stem = _stemmer(code)
        self._dictionary = _dictionary(code)
        self._known: dict[str, tuple[str, ...]] = {}

    def terms(self, word: str) -> tuple[str, ...]:
        """The terms of `word` (lower case): its own first, then that of its dictionary form.

        The word is stemmed with its diacritics too, by which more of its endings are known.
        """
        known = self._known.get(word)
        if known is None:
            stem = self._stem
            terms = stem(fold(word)), stem(fold(self.lemma(word))), fold(stem(word))
            known = self._known[word] = tuple(dict.fromkeys(terms))
        return known

    def lemma(self, word: str) -> str:
        """The dictionary form of `word`; the word itself where it is unknown."""
        return self._dictionary(word) or self._dictionary(word.capitalize()) or word


def fold(text: str) -> str:
    """Lower case without diacritics."""
    text = text.lower()
    if text.isascii():
        return text
    marked = unicodedata.normalize("NFKD", text)
    return "".join([char for char in marked if not unicodedata.combining(char)])


def split(text: str) -> list[str]:
    """The words of `text`, in lower case: letters and digits."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def _stemmer(code: str) -> Callable[[str], str]:
    if code not in STEMMERS:
        return str
    import snowballstemmer  # noqa: PLC0415 - only an index needs it

    stem: Callable[[str], str] = snowballstemmer.stemmer(STEMMERS[code]).stemWord
    return stem


def _dictionary(code: str) -> Callable[[str], str | None]:
    """The dictionary of language `code`: words → dictionary forms. Reading it whole takes twice as long."""
    from simplemma.strategies.dictionaries import (  # noqa: PLC0415 - only an index needs it
        LOW_MEMORY_DICTIONARY_FACTORY,
    )

    try:
        return LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(code).get
    except ValueError:  # simplemma has no such language
        return lambda _word: None
