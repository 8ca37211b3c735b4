"""The problems of a project → what to change in its files now."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from ..documents import CONTENT, PODCAST
from ..languages import mark
from ..pictures.stripping import stripped
from ..problems import Problem
from ..reading.below import below
from ..reading.source import SourceFile, read_source, source_of
from ..repairs import Renaming, Repair, Replacement, Resaving, Stripping
from .changes import Moving, Refusal, Rewriting, Round, Stripped
from .moving import Moves, moves_of
from .texts import Edit, as_seen, edit_of, rewritten, touches, with_edits
from .writing import inside

_NAMING = (".md", ".yml", ".yaml", ".json")
"""Endings of texts that name other files."""


def round_of(root: Path, problems: Iterable[Problem]) -> Round:
    """What the repairs of `problems` make of the files of the project at `root`. Nothing is written yet."""
    mendable = tuple(problem for problem in problems if problem.repair)
    moves = _moves(root, mendable)
    texts: dict[str, list[Problem]] = defaultdict(list, {path: [] for path in moves.edits})
    pictures: dict[str, Problem] = {}
    for problem in mendable:
        match problem.repair:
            case Replacement(at):
                texts[at.path].append(problem)
            case Resaving(path):
                texts[path].append(problem)
            case Stripping(path):
                pictures[path] = problem
    parts = [_of_text(root, path, texts[path], moves.edits.get(path, ())) for path in sorted(texts)]
    parts += (_of_picture(root, path, problem) for path, problem in sorted(pictures.items()))
    moved = tuple(Moving(path, to) for path, to in moves.paths.items())
    return Round(
        (*(change for part in parts for change in part.changes), *moved),
        (*moves.refusals, *(refusal for part in parts for refusal in part.refusals)),
        len(moved) + sum(part.mended for part in parts),
    )


def _of_text(root: Path, path: str, problems: Iterable[Problem], following: tuple[Edit, ...]) -> Round:
    """The text file `path` with the repairs of its `problems`, and with the edits that follow moved files first."""
    try:
        data, text = _opened(root, path)
    except (OSError, ValueError):
        return Round(
            (), tuple(Refusal(problem, mark("The file isn't there any more.")) for problem in problems), 0
        )
    wants_resaving = any(isinstance(problem.repair, Resaving) for problem in problems)
    is_resaved = wants_resaving and rewritten(data, text, (), is_resaved=True) is not None
    edits, made, refusals = list(following), [], []
    for problem in problems:
        edit = edit_of(problem.repair, text) if isinstance(problem.repair, Replacement) else None
        if reason := _reason(problem.repair, edit, data, text, is_resaved=is_resaved):
            refusals.append(Refusal(problem, reason))
        elif edit is None or edit in edits:
            made.append(problem)
        elif not any(touches(edit, other) for other in edits):  # those that touch wait for the next round
            edits.append(edit)
            made.append(problem)
    after = rewritten(data, text, edits, is_resaved=is_resaved)
    if after is None or after == data:
        refusals += (Refusal(problem, mark("Nothing in the file would change.")) for problem in made)
        return Round((), tuple(refusals), 0)
    change = Rewriting(path, as_seen(data, text), with_edits(text, edits), after, is_resaved)
    return Round((change,), tuple(refusals), len(made))


def _reason(repair: Repair | None, edit: Edit | None, data: bytes, text: str, *, is_resaved: bool) -> str:
    """Why `repair`, which is `edit` where it replaces something, isn't made; empty where it is."""
    if isinstance(repair, Resaving):
        return "" if is_resaved else mark("Some of its characters can't be told; save it yourself.")
    if edit is None:
        return mark("The text at this place isn't what it was.")
    if rewritten(data, text, (edit,), is_resaved=is_resaved) is None:
        return mark("The file has to be saved as UTF-8 first.")
    return ""


def _of_picture(root: Path, path: str, problem: Problem) -> Round:
    try:
        data = inside(root, path).read_bytes()
    except (OSError, ValueError):
        return Round((), (Refusal(problem, mark("The file isn't there any more.")),), 0)
    after = stripped(data)
    if after == data:
        return Round((), (Refusal(problem, mark("No program can mend this picture; save it anew.")),), 0)
    return Round((Stripped(path, len(data), after),), (), 1)


def _moves(root: Path, problems: Collection[Problem]) -> Moves:
    if not any(isinstance(problem.repair, Renaming) for problem in problems):
        return Moves({}, {}, ())
    files = frozenset(_files(root))
    texts = [
        read_source(root, path)[0]
        for path in sorted(files)
        if path.endswith(_NAMING) or any(_becomes_text(problem.repair, path) for problem in problems)
    ]

    def can_edit(text: SourceFile, edits: tuple[Edit, ...]) -> bool:
        data = inside(root, text.path).read_bytes()
        return rewritten(data, text.text, edits, is_resaved=False) is not None

    return moves_of(problems, files, texts, can_edit)


def _becomes_text(repair: Repair | None, path: str) -> bool:
    return isinstance(repair, Renaming) and repair.path == path and repair.to.endswith(_NAMING)


def _files(root: Path) -> Iterator[str]:
    """The paths of all files of the content whose names can be read."""
    for top in (CONTENT, PODCAST):
        for folder, folders, names in os.walk(root / top):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                path = Path(folder, name).relative_to(root).as_posix()
                if not name.startswith(".") and path.isprintable():
                    file = below(root, path)
                    if file and file.is_file():
                        yield path


def _opened(root: Path, path: str) -> tuple[bytes, str]:
    """The bytes of a text file, and what is read of them. Raises `OSError` or `ValueError` where there is none."""
    data = inside(root, path).read_bytes()
    return data, source_of(path, data)[0].text
