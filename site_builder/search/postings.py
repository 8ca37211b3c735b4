"""Pages → for each term, the pages that have it, how much each is about it, and where to read of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from operator import or_

from .pages import IndexedPage
from .words import Words, split

LEVELS = 7
"""In how many steps a text is about a term, from 1 (in passing) on; 0 is a text without it."""

_WEIGHT, _FIELD, _PAGE = 16, 19, 24
"""How many bits stand below a posting's weight, the field in it, and the page."""

_SATURATION, _LENGTH = 1.2, 0.75
"""BM25's constants: how soon more of a word say no more, how much a long text's words count for less."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its `postings`, in the order of the pages, and the `form` of it that the texts have most.

    A posting is a number: the page's, then in 8 bits the weight (`LEVELS + 1` times the field, plus the level),
    then in 16 bits the passage. `stems` are those of the words that the term is the dictionary form of.
    """

    text: str
    form: str
    stems: tuple[str, ...]
    postings: list[int]


def terms_of(pages: Iterable[IndexedPage], words: Words) -> list[Term]:
    """The terms of `pages`, sorted."""
    by_token = _postings(list(pages))
    found: dict[str, list[list[int]]] = defaultdict(list)
    stems: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, tuple[int, str]] = {}
    for token in sorted(by_token):
        postings = by_token[token]
        for word in split(token.decode(errors="ignore")):
            own, *others = words.terms(word)
            found[own].append(postings)
            forms[own] = max(forms.get(own, (0, "")), (len(postings), word))
            for other in others:
                found[other].append(postings)
                stems[other].add(own)
                if other not in forms:
                    forms[other] = (0, words.lemma(word))
    return [
        Term(term, forms[term][1], tuple(sorted(stems.get(term, ()))), _merged(found[term]))
        for term in sorted(found)
    ]


def _postings(pages: Sequence[IndexedPage]) -> dict[bytes, list[int]]:
    """The postings of each token."""
    average = sum(page.length for page in pages) / max(1, len(pages))
    levels: dict[int, dict[int, int]] = {}
    found: dict[bytes, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        size = min(40, round(4 * page.length / average)) if average else 0
        if size not in levels:
            levels[size] = _levels(size / 4)
        page_bits = number << _PAGE
        weights = map(levels[size].get, page.counts, repeat(LEVELS << _WEIGHT))
        for token, posting in zip(page.tokens, map(or_, weights, page.first), strict=True):
            found[token].append(page_bits | posting)
        for token, field in page.fields.items():
            postings = found[token]
            if postings and postings[-1] >= page_bits:
                postings[-1] |= field << _FIELD
            else:
                postings.append(page_bits | field << _FIELD)
    return found


def _levels(length: float) -> dict[int, int]:
    """Occurrences → level in a text that is `length` times as long as the average one (BM25, in steps), in its bits."""
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * length)
    return {count: 1 + int(count / (count + norm) * LEVELS) << _WEIGHT for count in range(1, 60)}


def _merged(lists: list[list[int]]) -> list[int]:
    """The postings of several tokens as one list; of one page's, the weightiest."""
    if len(lists) == 1:
        return lists[0]
    return list({posting >> _PAGE: posting for posting in sorted(chain.from_iterable(lists))}.values())
