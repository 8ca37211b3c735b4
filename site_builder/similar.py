"""What somebody may have meant: the hint "Did you mean …?".

Names are compared without regard to capitals, diacritics and the marks between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from posixpath import basename, dirname, relpath, splitext

from .documents import CONTENT
from .languages import slugify

_ENDING = re.compile(r"(?:\.[a-z]{2,3})?\.[^.]+\Z", re.IGNORECASE)

FILE = 0.75
"""How alike the names of files must be: two episodes of a show have much in common without being the same."""


def same_name(written: str, known: Iterable[str]) -> str:
    """The only one of `known` that differs from `written` in nothing that counts; empty where none does, or several."""
    wanted = folded(written)
    same = [name for name in known if folded(name) == wanted]
    return same[0] if len(same) == 1 else ""


def similar_name(written: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The one of `known` that is most like `written`, `likeness` at least (0–1); empty where none is."""
    names: dict[str, str] = {}
    for name in known:
        names.setdefault(folded(name), name)
    return names.get(next(iter(get_close_matches(folded(written), names, 1, likeness)), ""), "")


def similar_file(missing: str, known: Iterable[str], origin: str) -> str:
    """The file of `known` that is called most like `missing` and ends as it does; empty where none is.

    Files in the same language come first. All are paths in the project; the answer is to be written in file `origin`:
    relative to its folder.
    """
    stem, ending = _stem_and_ending(missing)
    alike: dict[str, str] = {}
    for path in sorted(known, key=lambda path: (not path.lower().endswith(ending), path)):
        called, its_ending = _stem_and_ending(path)
        if its_ending.endswith(splitext(missing)[1].lower()):
            alike.setdefault(called, path)
    name = similar_name(stem, alike, FILE)
    return relpath(alike[name], dirname(origin)) if name else ""


def same_file(missing: str, known: Iterable[str], origin: str) -> str:
    """The only file of `known` whose name differs from that of `missing` in nothing that counts, as `similar_file`."""
    wanted = folded(_called(missing))
    same = [path for path in known if folded(_called(path)) == wanted]
    return relpath(same[0], dirname(origin)) if len(same) == 1 else ""


def _stem_and_ending(path: str) -> tuple[str, str]:
    """`bus` and `.cs.md`, which all texts have in common: in a short name, that would be most of it."""
    name = _called(path)
    ending = _ENDING.search(name)
    return (name[: ending.start()], ending[0].lower()) if ending else (name, "")


def _called(path: str) -> str:
    """What a file is called: one that is its folder's `index` by the folder's name, as `bus.cs.md` for both.

    The home page, the `index` of all content, is none of a folder.
    """
    name = basename(path)
    is_of_folder = name.startswith("index.") and dirname(path) != CONTENT
    return basename(dirname(path)) + name.removeprefix("index") if is_of_folder else name


def folded(name: str) -> str:
    """`name` as it is compared; one that has no Latin letter stays what it is."""
    return slugify(name) or name.casefold()
