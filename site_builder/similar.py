"""What somebody may have meant: the hint "Did you mean …?".

Names are compared without regard to capitals, diacritics and the marks between words.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from posixpath import basename, dirname, relpath, splitext

from .languages import slugify

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

    All are paths in the project; the answer is to be written in file `origin`: relative to its folder.
    """
    ending = splitext(missing)[1].lower()
    alike = {_called(path): path for path in sorted(known) if path.lower().endswith(ending)}
    name = similar_name(_called(missing), alike, FILE)
    return relpath(alike[name], dirname(origin)) if name else ""


def same_file(missing: str, known: Iterable[str], origin: str) -> str:
    """The only file of `known` whose name differs from that of `missing` in nothing that counts, as `similar_file`."""
    wanted = folded(_called(missing))
    same = [path for path in known if folded(_called(path)) == wanted]
    return relpath(same[0], dirname(origin)) if len(same) == 1 else ""


def _called(path: str) -> str:
    """What a file is called: one that is its folder's `index` by the folder's name, as `bus.cs.md` for both."""
    name = basename(path)
    return basename(dirname(path)) + name.removeprefix("index") if name.startswith("index.") else name


def folded(name: str) -> str:
    """`name` as it is compared; one that has no Latin letter stays what it is."""
    return slugify(name) or name.casefold()
