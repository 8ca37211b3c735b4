"""Back through the commits: where each file was born, and what its original has become since a translation was made.

Both walks go from the newest commit to its parents, commit by commit, and look only at what each has changed. Where
branches were merged, each file is followed to the branch that it came from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .commits import Change, Commit, Step

Same = Callable[[str, str], bool]
"""Whether readers read the same in two blobs."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What one commit made of the original; `seconds` is when, None where it isn't committed."""

    seconds: int | None
    before: str
    after: str


@dataclass(slots=True)
class _Trail:
    """Files that are followed together: their paths, as they are called in the commit that was reached.

    The first one decides where the trail ends, and which branch it takes. `edits` are those of the last one, the
    newest first.
    """

    paths: list[str]
    edits: list[Edit] = field(default_factory=list)

    def follow(self, commit: Commit, step: Step) -> None:
        """Take `step` back."""
        change = step.changes.get(self.paths[-1])
        if len(self.paths) > 1 and change:
            self.edits.append(Edit(commit.seconds, change.before, change.after))
        for index, path in enumerate(self.paths):
            if (found := step.changes.get(path)) and found.old:
                self.paths[index] = found.old


class _Reached:
    """The trails that have come to one commit, found by any of their paths."""

    def __init__(self) -> None:
        self.by_path: dict[str, list[_Trail]] = {}

    def add(self, trail: _Trail) -> None:
        for path in trail.paths:
            self.by_path.setdefault(path, []).append(trail)

    def take(self, paths: Iterable[str]) -> list[_Trail]:
        """Those that one of `paths` is on; they are here no longer."""
        found = {id(trail): trail for path in paths for trail in self.by_path.get(path, ())}
        for trail in found.values():
            for path in trail.paths:
                left = [other for other in self.by_path.pop(path, ()) if other is not trail]
                if left:
                    self.by_path[path] = left
        return list(found.values())

    def join(self, others: _Reached) -> _Reached:
        """All trails of both, in one of them."""
        small, large = sorted((self, others), key=lambda one: len(one.by_path))
        for path, trails in small.by_path.items():
            large.by_path.setdefault(path, []).extend(trails)
        return large


def births(commits: Sequence[Commit], paths: Iterable[str]) -> Mapping[str, int]:
    """How many commits ago each file came into being, 0 for the newest one; files that no commit has are left out."""
    trails = {path: _Trail([path]) for path in paths}
    names = {id(trail): path for path, trail in trails.items()}
    return {
        names[id(trail)]: ago
        for ago, trail in _walk(commits, trails.values(), lambda change: bool(change.old))
    }


def edits_since(
    commits: Sequence[Commit], originals: Mapping[str, str], same: Same
) -> Mapping[str, tuple[Edit, ...]]:
    """What has become of the original since each translation was changed last in meaning, the newest edit first.

    `originals` has the original of each translation; those that no commit has are left out.
    """
    trails = {path: _Trail([path, original]) for path, original in originals.items()}
    names = {id(trail): path for path, trail in trails.items()}

    def is_untouched(change: Change) -> bool:
        return bool(change.old) and (change.before == change.after or same(change.before, change.after))

    return {names[id(t)]: tuple(t.edits) for _, t in _walk(commits, trails.values(), is_untouched)}


def _walk(
    commits: Sequence[Commit], trails: Iterable[_Trail], goes_on: Callable[[Change], bool]
) -> Iterable[tuple[int, _Trail]]:
    """Follow `trails` until no parent has the first file so that it `goes_on`; each with the index of that commit."""
    reached: defaultdict[str, _Reached] = defaultdict(_Reached)
    for trail in trails:
        reached[commits[0].id if commits else ""].add(trail)
    for index, commit in enumerate(commits):
        here = reached.pop(commit.id, None)
        if here is None:
            continue
        first = commit.steps[0]
        for trail in here.take(first.changes):
            found = (trail.paths[0], commit.steps)
            step = next((s for s in found[1] if (c := s.changes.get(found[0])) is None or goes_on(c)), None)
            if step is None:
                yield index, trail
            else:
                trail.follow(commit, step)
                reached[step.parent].add(trail)
        reached[first.parent] = reached[first.parent].join(here)
