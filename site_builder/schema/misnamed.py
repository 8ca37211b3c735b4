"""Fields under other names than the schema has: what each was meant to be, and what is said of it."""

from __future__ import annotations

from collections.abc import Collection

from ..documents import FLAT_KINDS, Kind
from ..languages import slugify
from ..problems import Position, Problem, Severity
from ..repairs import Replacement
from ..similar import same_name, similar_name
from .fields import Reading
from .wording import NEEDLESS, meant_field

CERTAIN = 0.8
"""How alike a misspelt name must be (0–1) to be no other field: `titel`, `autors`."""


def meaning(written: str, known: Collection[str]) -> tuple[str, bool]:
    """Which of the fields `known` the name `written` means, empty for none, and whether it can mean nothing else."""
    if same := same_name(written, known):
        return same, True
    misspelt = similar_name(written, known, CERTAIN)
    if other := meant_field(written, known):
        return other, misspelt in ("", other)
    if slugify(written) in NEEDLESS:
        return "", False
    return (misspelt, True) if misspelt else (similar_name(written, known), False)


def unknown_field(
    name: str,
    at: Position,
    meant: str,
    known: Collection[str],
    reading: Reading,
    *,
    repeats: bool,
    repair: bool,
) -> Problem:
    """There is no field `name`; `repeats` where that which is `meant` is there too, `repair` where it is certain."""
    if (
        reading.path.endswith(".md")
        and "date" not in known
        and (name == "date" or meant_field(name, ["date"]))
    ):
        return _no_date(name, at)
    needless = NEEDLESS.get(slugify(name)) if reading.path.endswith(".md") else None
    if repeats:
        hint = "“{close}” is here already: delete one of them."
    elif meant:
        hint = "Did you mean “{close}”?"
    elif needless:
        hint = needless
    else:
        hint = "Delete it, or write one of: {known}"
    page = reading.path.rpartition("/")[2].partition(".")[0]
    return Problem(
        "unknown-field",
        Severity.ERROR,
        at,
        "There is no field “{name}”.",
        hint,
        {"name": name, "close": meant, "known": ", ".join(known), "page": page},
        name,
        Replacement(at, name, meant) if repair and not repeats else None,
    )


def _no_date(name: str, at: Position) -> Problem:
    """A date on a page that has none by its folder: mostly the folder is what is wrong."""
    return Problem(
        "unknown-field",
        Severity.ERROR,
        at,
        "A page that lies here has no date.",
        "If it is an article, an event or the like, move it into the folder of its kind: {folders}. If not, delete "
        "this line.",
        {"folders": ", ".join(f"content/{kind}" for kind in Kind if kind not in FLAT_KINDS)},
        name,
    )
