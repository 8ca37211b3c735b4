"""Many problems of one kind in one place are one mistake: the first tell it, and one more tells how many follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..languages import mark
from ..problems import Problem
from .places import host, is_url

MOST = 20
"""Problems of one code that are told of a file or a host."""

_MORE = mark("And {n} more like this in the file.")
_MORE_PUBLISHED = mark("And {n} more like this at other addresses.")


def without_floods(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """`problems` in their order; those of a code and a place beyond `MOST` become one, which says how many they are."""
    found = tuple(problems)
    counts = Counter(_kind(problem) for problem in found)
    return tuple(_told(found, counts))


def _told(found: Iterable[Problem], counts: Counter[tuple[str, str]]) -> Iterator[Problem]:
    told: Counter[tuple[str, str]] = Counter()
    for problem in found:
        kind = _kind(problem)
        told[kind] += 1
        if told[kind] <= MOST:
            yield problem
        elif told[kind] == MOST + 1:
            more = _MORE_PUBLISHED if is_url(problem.at.path) else _MORE
            yield replace(problem, message=more, hint="", values={"n": str(counts[kind] - MOST)}, repair=None)


def _kind(problem: Problem) -> tuple[str, str]:
    """What is one mistake: a code in a file, or on a host."""
    return host(problem.at.path), problem.code
