"""Which files can move, and what changes in the texts that name them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from ..documents import CONTENT, PODCAST
from ..languages import mark
from ..problems import Problem
from ..reading.names import same_on_some_disks
from ..reading.source import SourceFile
from ..repairs import Renaming
from .changes import Refusal
from .mentions import moved_with
from .texts import Edit

CanEdit = Callable[[SourceFile, tuple[Edit, ...]], bool]
"""Whether edits can be made in a file without changing anything else of it."""


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves (from → to), the edits of texts that belong to them, and the moves that are refused."""

    paths: Mapping[str, str]
    edits: Mapping[str, tuple[Edit, ...]]
    refusals: tuple[Refusal, ...]


def moves_of(
    problems: Iterable[Problem], files: Collection[str], texts: Collection[SourceFile], can_edit: CanEdit
) -> Moves:
    """The moves that `problems` ask for. `files` are all of the project, `texts` those that may name others."""
    wanted, refusals = _wanted(problems, files)
    while wanted:
        paths = {path: to for path, (_, to) in wanted.items()}
        edits: dict[str, tuple[Edit, ...]] = {}
        stuck: set[str] = set()
        for text in texts:
            found = _following(text, paths, files, can_edit)
            if found is None:
                stuck |= {
                    p for p in paths if _following(text, {p: paths[p]}, files, can_edit) is None
                } or paths.keys()
            elif found:
                edits[text.path] = found
        if not stuck:
            return Moves(paths, edits, tuple(refusals))
        reason = mark("A text names the file in a way that only you can change.")
        refusals += (Refusal(wanted.pop(path)[0], reason) for path in sorted(stuck))
    return Moves({}, {}, tuple(refusals))


def _wanted(
    problems: Iterable[Problem], files: Collection[str]
) -> tuple[dict[str, tuple[Problem, str]], list[Refusal]]:
    """The files that can move, each with its problem and its new path; and the refusals of the others."""
    wanted: dict[str, tuple[Problem, str]] = {}
    refusals: list[Refusal] = []
    taken = {same_on_some_disks(path): path for path in files}
    for problem in problems:
        repair = problem.repair
        if isinstance(repair, Renaming) and repair.path not in wanted:
            if reason := _refusal(repair, files, taken):
                refusals.append(Refusal(problem, reason))
            else:
                wanted[repair.path] = problem, repair.to
                taken[same_on_some_disks(repair.to)] = repair.path
    return wanted, refusals


def _refusal(repair: Renaming, files: Collection[str], taken: Mapping[str, str]) -> str:
    """Why the file can't be renamed so; empty where it can."""
    parts = repair.to.split("/")
    if repair.path not in files:
        return mark("The file isn't there any more.")
    if parts[0] not in (CONTENT, PODCAST) or any(not part or part.startswith(".") for part in parts):
        return mark("Its new name would take it out of the content.")
    if repair.to in files or taken.get(same_on_some_disks(repair.to), repair.path) != repair.path:
        return mark("There is another file of that name already.")
    return ""


def _following(
    text: SourceFile, paths: Mapping[str, str], files: Collection[str], can_edit: CanEdit
) -> tuple[Edit, ...] | None:
    edits = moved_with(text, paths, files)
    return edits if edits is not None and (not edits or can_edit(text, edits)) else None
