"""Which translation is older in meaning than its original, by the history of the project.

The original is the version that was there first; of those that came in one commit, the one in the language that the
site names first. A translation is older if the text of its original isn't what it was in the commit that last changed
the text of the translation: both changed at once are in step, and so is an original that went back to what it was.
Where there is nothing to translate, a new day in the translation's field `updated` confirms it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ..library import Library
from .commits import WORKING_TREE, Commit
from .git import NoHistoryError, head, opened_blobs, read_commits
from .texts import Text, text_of
from .trails import Edit, births, edits_since

TextOf = Callable[[str], Text]


@dataclass(frozen=True)
class Outdated:
    """A translation's original (its path) as it was `before`, when the translation was made, and as it is now.

    `since` is the day of the first change in between, None where that isn't committed.
    """

    original: str
    since: date | None
    before: Text
    after: Text


@dataclass(frozen=True)
class History:
    """`originals` has the original of each translation, `outdated` those that are older; `saved` isn't committed.

    Where Git can't tell, `refusal` says why, and nothing else is known.
    """

    originals: Mapping[str, str] = field(default_factory=dict)
    outdated: Mapping[str, Outdated] = field(default_factory=dict)
    saved: frozenset[str] = frozenset()
    refusal: NoHistoryError | None = None


def read_history(root: Path, library: Library, known: dict[str, Text] | None = None) -> History:
    """What Git knows of the translations of `library`, the content of the project at `root`.

    `known` keeps the texts of blobs for another time.
    """
    known = {} if known is None else known
    pages = [[d.path for d in versions.values()] for versions in library.versions.values()]
    try:
        commits = read_commits(root, head(root))
        with opened_blobs(root) as blob:

            def text(name: str) -> Text:
                if name.startswith(WORKING_TREE):
                    return text_of(blob(name))
                if name not in known:
                    known[name] = text_of(blob(name))
                return known[name]

            return compare(commits, pages, text, library.settings.zone)
    except NoHistoryError as refusal:
        return History(refusal=refusal)


def compare(
    commits: Sequence[Commit], pages: Sequence[Sequence[str]], text: TextOf, zone: ZoneInfo
) -> History:
    """The history of `pages` (the paths of each one's versions, in the order of the site's languages)."""
    originals = _originals(commits, pages)

    def is_as_it_was(before: str, after: str) -> bool:
        one, other = text(before), text(after)
        return one.says_the_same(other) and one.updated == other.updated

    edits = edits_since(commits, originals, is_as_it_was)
    found = {path: _outdated(originals[path], edits[path], text, zone) for path in originals if path in edits}
    saved = commits[0].steps[0].changes if commits and commits[0].seconds is None else ()
    return History(originals, {path: one for path, one in found.items() if one}, frozenset(saved))


def _originals(commits: Sequence[Commit], pages: Sequence[Sequence[str]]) -> dict[str, str]:
    translated = [versions for versions in pages if len(versions) > 1]
    born = births(commits, (path for versions in translated for path in versions))
    originals: dict[str, str] = {}
    for versions in translated:
        original = max(versions, key=lambda path: born.get(path, -1))  # the first one of equals
        originals |= {path: original for path in versions if path != original}
    return originals


def _outdated(original: str, edits: Sequence[Edit], text: TextOf, zone: ZoneInfo) -> Outdated | None:
    """How the original is ahead after `edits`, the newest first; None where readers read what they did before."""
    if not edits or edits[0].after == edits[-1].before:
        return None
    before, after = text(edits[-1].before), text(edits[0].after)
    if before.says_the_same(after):
        return None
    first = next(edit for edit in edits if text(edit.before).says_the_same(before))
    return Outdated(original, _day(first.seconds, zone), before, after)


def _day(seconds: int | None, zone: ZoneInfo) -> date | None:
    try:
        return datetime.fromtimestamp(seconds, zone).date() if seconds else None
    except (OverflowError, ValueError, OSError):  # a commit may claim any time
        return None
