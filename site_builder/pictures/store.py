"""Pictures are coded once: what was made is kept beside the project and found again by what it was made of."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache, partial
from itertools import chain, groupby
from pathlib import Path

from ..kept import clear, found, keep
from .encoding import encoded
from .recipe import ENDINGS, Recipe

FOLDER = Path(".cache/site-builder/pictures")
"""Where a project keeps its pictures; Git doesn't hold it."""

_AT_ONCE = min(4, os.cpu_count() or 1)
"""How many pictures are made beside each other: Pillow leaves Python's lock while it works."""

_ENDINGS = tuple(f".{ending}" for ending in ENDINGS.values())

Made = tuple[Recipe, bytes]


def made(recipes: Iterable[Recipe], root: Path) -> Iterator[Made]:
    """Each of `recipes` and its bytes, made of the project at `root` only if they aren't kept there yet.

    What can't be made because the picture is damaged is missing.
    """
    by_digest = groupby(sorted(recipes, key=lambda recipe: recipe.digest), lambda recipe: recipe.digest)
    pictures = [list(of_one) for _, of_one in by_digest]
    if not pictures:
        return
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for start in range(0, len(pictures), _AT_ONCE):  # a large site's don't fit into memory at once
            yield from chain(*pool.map(partial(_of_one, root), pictures[start : start + _AT_ONCE]))


def forget(root: Path, shown: Collection[str], others: Iterable[str]) -> None:
    """Delete what is kept of other pictures than those with the digests `shown`, and those of `others`.

    These are asked for only where there is something else: each is the reading of a whole file.
    """
    rest = cache(lambda: frozenset(others))

    def is_needed(name: str) -> bool:
        digest = name.partition("-")[0]
        return name.endswith(_ENDINGS) and (digest in shown or digest in rest())

    clear(root / FOLDER, is_needed)


def _of_one(root: Path, recipes: list[Recipe]) -> list[Made]:
    """All that is made of one picture, or of copies of it; it is decoded only if anything is missing."""
    files: dict[str, bytes | None] = {recipe.name: found(root / FOLDER / recipe.name) for recipe in recipes}
    missing = {recipe.name: recipe for recipe in recipes if files[recipe.name] is None}
    if missing:
        with suppress(Exception):  # what is damaged makes Pillow raise errors of every kind
            for recipe, coded in encoded(root / recipes[0].path, missing.values()):
                keep(root / FOLDER / recipe.name, coded)
                files[recipe.name] = coded
    return [(recipe, data) for recipe in recipes if (data := files[recipe.name]) is not None]
