"""Many problems of one kind in one file are one mistake: the first tell it, and one more tells how many follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..languages import mark
from ..problems import Problem

MOST = 20
"""Problems of one code that are told of a file."""


_MORE = mark("And {n} more like this in the file.")


def without_floods(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """`problems` in their order; those of a code and a file beyond `MOST` become one, which says how many they are."""
    found = tuple(problems)
    counts = Counter((problem.at.path, problem.code) for problem in found)
    return tuple(_told(found, counts)) if max(counts.values(), default=0) > MOST else found


def _told(found: Iterable[Problem], counts: Counter[tuple[str, str]]) -> Iterator[Problem]:
    told: Counter[tuple[str, str]] = Counter()
    for problem in found:
        kind = problem.at.path, problem.code
        told[kind] += 1
        if told[kind] <= MOST:
            yield problem
        elif told[kind] == MOST + 1:
            yield replace(
                problem, message=_MORE, hint="", values={"n": str(counts[kind] - MOST)}, repair=None
            )
