"""Related pages: those that share topics and people, the nearest in time where they share the same.

Each document is compared with its neighbours in time under each of its topics and people only, so that the
work grows with the number of pages and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..documents import Document, Kind
from .edition import newest_first

NEIGHBOURS = 12
"""How many documents before and after one are looked at under each topic and person."""

SHOWN = 3
TOPIC, PERSON = 2, 1
"""What a shared topic and a shared person weigh."""


def related(documents: Sequence[Document]) -> Mapping[str, tuple[Document, ...]]:
    """For the path of each document, up to `SHOWN` others of its language that belong to it, the best first."""
    shelves: dict[tuple[int, str], list[Document]] = defaultdict(list)
    places: dict[str, list[tuple[tuple[int, str], int]]] = defaultdict(list)
    rank: dict[str, int] = {}
    for index, document in enumerate(sorted(documents, key=newest_first)):
        if document.kind in (Kind.PERSON, Kind.PAGE):
            continue
        rank[document.path] = index
        for weight, names in ((TOPIC, document.topics), (PERSON, document.people)):
            for name in names:
                key = (weight, name)
                places[document.path].append((key, len(shelves[key])))
                shelves[key].append(document)
    return {
        document.path: _best(document, places[document.path], shelves, rank)
        for document in documents
        if document.path in places
    }


def _best(
    document: Document,
    places: Sequence[tuple[tuple[int, str], int]],
    shelves: Mapping[tuple[int, str], Sequence[Document]],
    rank: Mapping[str, int],
) -> tuple[Document, ...]:
    scores: dict[str, int] = defaultdict(int)
    found: dict[str, Document] = {}
    for (weight, name), index in places:
        shelf = shelves[weight, name]
        for other in shelf[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]:
            scores[other.path] += weight
            found[other.path] = other
    del scores[document.path]
    here = rank[document.path]
    best = sorted(scores, key=lambda path: (-scores[path], abs(rank[path] - here), rank[path]))
    return tuple(found[path] for path in best[:SHOWN])
