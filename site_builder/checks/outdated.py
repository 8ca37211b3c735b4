"""A change of an original leaves its translations behind; whoever made it is told, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from ..history.translations import History
from ..library import Library
from ..problems import Position, Problem, Severity


def check_outdated(library: Library, history: History, touched: frozenset[str]) -> Iterator[Problem]:
    """Translations that are older than their originals, of pages one of whose files (paths) is `touched`."""
    for versions in library.versions.values():
        paths = [document.path for document in versions.values()]
        for path in paths if not touched.isdisjoint(paths) else ():
            if found := history.outdated.get(path):
                yield _outdated(path, found.original)


def _outdated(path: str, original: str) -> Problem:
    return Problem(
        "translation-outdated",
        Severity.WARNING,
        Position(path),
        "The translation is older than its original {original}, whose text has changed since.",
        "Bring it up to date, or write today in its field updated if it is right as it is; the preview (site-builder "
        "serve) shows on its page translations.html what has changed.",
        {"original": original},
    )
