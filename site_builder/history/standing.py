"""How each page stands in each language: what the command `status` and the preview show to editors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..documents import Document
from ..languages import Language
from ..library import Library
from .differences import Block, difference, words_changed
from .translations import History, Outdated


@dataclass(frozen=True)
class Standing:
    """One language's version of a page: `original` is the path of the one that it translates, empty for that itself.

    `outdated` is set where it is older than its original, `is_saved` where it isn't committed as it is; `is_known` is
    whether Git could tell.
    """

    document: Document
    original: str = ""
    outdated: Outdated | None = None
    is_saved: bool = False
    is_known: bool = True

    @cached_property
    def changes(self) -> tuple[Block, ...]:
        """What has changed in the original since the translation."""
        return difference(self.outdated.before, self.outdated.after) if self.outdated else ()

    def told(self, language: Language) -> str:
        """How it stands, in words for an editor."""
        parts = [self._state(language)]
        if self.document.draft:
            parts.append(language.text("draft"))
        if self.is_saved:
            parts.append(language.text("not committed yet"))
        return ", ".join(parts)

    def _state(self, language: Language) -> str:
        if not self.is_known:
            return language.text("exists")
        if not self.original:
            return language.text("original")
        if self.outdated is None:
            return language.text("in step")
        words = language.plural("{n} word differs", "{n} words differ", words_changed(self.changes))
        if self.outdated.since is None:
            return language.text("older than what isn't committed yet ({words})", words=words)
        day = language.date(self.outdated.since)
        return language.text("older since {date} ({words})", date=day, words=words)


@dataclass(frozen=True, slots=True)
class PageStanding:
    """A page: `path` is that of its files without language and ending; in some languages it may be missing."""

    path: str
    versions: Mapping[str, Standing | None]


def standings(library: Library, history: History) -> Iterator[PageStanding]:
    """How the pages of `library` stand, by the paths of their files."""
    for versions in sorted(library.versions.values(), key=lambda found: next(iter(found.values())).path):
        first = next(iter(versions.values()))
        found = {code: _standing(versions.get(code), history) for code in library.settings.languages}
        yield PageStanding(first.path.removesuffix(".md").removesuffix(f".{first.language}"), found)


def _standing(document: Document | None, history: History) -> Standing | None:
    if document is None:
        return None
    path = document.path
    return Standing(
        document,
        history.originals.get(path, ""),
        history.outdated.get(path),
        path in history.saved,
        history.refusal is None,
    )
