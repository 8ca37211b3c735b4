"""What a problem is known by from one check to the next, wherever its line has moved to."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from ..problems import Problem


def fingerprints(problems: Iterable[Problem]) -> tuple[str, ...]:
    """A digest for each problem, of its file, its code and what it says, in no language: unique, without the line.

    Of several that are equal in a file, each is known by its place among them.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    found = []
    for problem in problems:
        parts = (problem.at.path, problem.code, problem.message, *map(str, sorted(problem.values.items())))
        seen[parts] += 1
        told = "\0".join((*parts, str(seen[parts])))
        found.append(hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest())
    return tuple(found)
