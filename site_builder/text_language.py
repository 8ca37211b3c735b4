"""Is a text plainly in another language than its file says? Told by the small words that no text does without."""

from __future__ import annotations

import re
from collections.abc import Collection

# Words that only one of these languages has ("to", "do", "on", "a" and their like are in two of them).
# fmt: off
_WORDS = {
    "cs": frozenset({
        "se", "na", "je", "že", "ve", "ze", "s", "z", "v", "k", "o", "u", "jako", "které", "který", "která", "jsou",
        "byl", "byla", "bylo", "byly", "být", "jeho", "její", "jejich", "když", "nebo", "ale", "pro", "při", "podle",
        "aby", "také", "už", "jen", "jak", "tak", "co", "si", "od", "po", "za", "před", "mezi", "není", "může",
        "kteří", "tím", "toho", "této", "tento", "tato", "jsme", "jsem", "než", "ještě", "až", "i",
    }),
    "en": frozenset({
        "the", "of", "and", "is", "in", "that", "it", "was", "for", "are", "with", "as", "his", "they", "be", "at",
        "this", "have", "from", "or", "had", "but", "not", "what", "all", "were", "we", "when", "your", "can",
        "there", "which", "their", "will", "how", "would", "who", "these", "been", "has", "more", "about", "than",
        "our", "you", "its", "into", "also", "should", "whose", "where", "because", "an", "if",
    }),
    "de": frozenset({
        "der", "die", "und", "den", "von", "zu", "das", "mit", "sich", "des", "auf", "für", "ist", "im", "dem", "nicht",
        "ein", "eine", "als", "auch", "es", "werden", "aus", "er", "hat", "dass", "sie", "nach", "wird", "bei", "einer",
        "um", "sind", "noch", "wie", "einem", "über", "einen", "zum", "haben", "nur", "oder", "aber", "vor", "zur",
    }),
}
# fmt: on

_SIGNS = {"cs": ("ě", "ř", "ů"), "en": (" the ", " of ", " and "), "de": (" der ", " die ", " und ")}
"""What every text in the language has again and again."""

_START = 800
"""Characters in which those are looked for."""

_APART = 120
"""Characters in which they are met once at least."""

_FEWEST_WORDS, _FEWEST_IN_TITLE = 60, 6
_SHORT_TITLE = 20
"""Characters that six words don't fit into."""

_OTHER, _OWN = 0.12, 0.04
"""Shares of small words: at least of the other language, at most of its own."""

_WORD = re.compile(r"[^\W\d_]+")
_NOT_ITS_OWN = re.compile(
    r"^(?:```.*?^```|~~~.*?^~~~|[ ]*>[^\n]*| {4}[^\n]*)|`[^`\n]*`|<[^<>]*>|\]\([^()\n]*\)|https?:\S+"
    r"|[„“][^„“”\n]*[“”]|\"[^\"\n]*\"",
    re.MULTILINE | re.DOTALL,
)
"""Code, addresses, and what the text only quotes."""


def other_language(text: str, language: str, others: Collection[str]) -> str:
    """The one of the languages `others` that the Markdown `text` is plainly in, though it ought to be in `language`.

    Empty where that isn't certain: for short and mixed texts, and for languages whose words aren't known.
    """
    start = text[:_START]
    if language not in _SIGNS or _looks_like(start, language):
        return ""
    others = [code for code in others if code in _SIGNS and _looks_like(start, code)]
    if not others:
        return ""
    words = _WORD.findall(_NOT_ITS_OWN.sub(" ", text).lower())
    if len(words) < _FEWEST_WORDS or _share(words, language) > _OWN:
        return ""
    return next((code for code in others if _share(words, code) >= _OTHER), "")


def other_language_of_title(title: str, language: str, others: Collection[str]) -> str:
    """The one of the languages `others` that a `title` is plainly in, though it ought to be in `language`; else empty.

    It has at least two small words of that language, and none of its own.
    """
    if len(title) < _SHORT_TITLE or any(sign in title for sign in _SIGNS.get(language, (title,))):
        return ""
    words = title.lower().split()
    if len(words) < _FEWEST_IN_TITLE or not _WORDS[language].isdisjoint(words):
        return ""
    small = (code for code in others if sum(word in _WORDS.get(code, ()) for word in words) > 1)
    return next(small, "")


def _looks_like(start: str, language: str) -> bool:
    """Whether one of the language's signs is met as often in the `start` of a text as in every text of it."""
    return any(start.count(sign) * _APART >= len(start) for sign in _SIGNS[language])


def _share(words: list[str], language: str) -> float:
    return sum(map(_WORDS[language].__contains__, words)) / len(words)
