"""Related pages: those that share topics and people, the nearest in time where they share the same.

Each document is compared with its neighbours in time under each of its topics and people only, so that the
work grows with the number of pages and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..documents import Document, Kind
from .edition import newest_first

NEIGHBOURS = 12
"""How many documents before and after one are looked at under each topic and person."""

SHOWN = 3
TOPIC, PERSON = 2, 1
"""What a shared topic and a shared person weigh."""


def related(documents: Sequence[Document]) -> Mapping[str, tuple[Document, ...]]:
    """For the path of each document, up to `SHOWN` others of its language that belong to it, the best first."""
    dated = [d for d in sorted(documents, key=newest_first) if d.kind not in (Kind.PERSON, Kind.PAGE)]
    shelves: dict[tuple[int, str], list[int]] = defaultdict(list)
    for rank, document in enumerate(dated):
        for key in _keys(document):
            shelves[key].append(rank)
    return {
        document.path: tuple(dated[other] for other in _best(rank, _keys(document), shelves))
        for rank, document in enumerate(dated)
    }


def _keys(document: Document) -> list[tuple[int, str]]:
    """The topics and people of `document`, each with its weight."""
    return [*((TOPIC, name) for name in document.topics), *((PERSON, name) for name in document.people)]


def _best(
    here: int, keys: Iterable[tuple[int, str]], shelves: Mapping[tuple[int, str], list[int]]
) -> list[int]:
    """The ranks of those that share most with the document of rank `here`; `shelves` are in the order of ranks."""
    scores: dict[int, int] = defaultdict(int)
    for key in keys:
        shelf = shelves[key]
        index = bisect_left(shelf, here)
        for other in shelf[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]:
            scores[other] += key[0]
    scores.pop(here, None)
    enough = min(sorted(scores.values())[-SHOWN:], default=0)
    best = [other for other, score in scores.items() if score >= enough]
    return sorted(best, key=lambda other: (-scores[other], abs(other - here), other))[:SHOWN]
