"""The content that a command works on, or a clear refusal."""

from __future__ import annotations

from pathlib import Path

from ..documents import CONTENT
from ..library import Library
from ..load import load
from ..problems import Problem
from ..refusals import RefusalError
from ..settings import WITHDRAWN, read_mkdocs
from .check import problems_of


def open_library(root: Path) -> Library:
    """The content of the project at `root`."""
    return _opened(root)[0]


def open_to_compare(root: Path) -> tuple[Library, tuple[Problem, ...]]:
    """The content, and what is wrong with what it says of withdrawals: those that can't be read don't count."""
    library, problems = _opened(root)
    return library, tuple(problem for problem in problems if problem.at.path == WITHDRAWN)


def _opened(root: Path) -> tuple[Library, tuple[Problem, ...]]:
    """The content, and all that is wrong with it."""
    library, problems = load(root)
    if library is None:
        raise RefusalError("content/site.yml can't be read; run site-builder check.")
    return library, tuple(problems)


def unbuildable(root: Path) -> tuple[Problem, ...]:
    """All that is wrong in the project at `root` if mkdocs couldn't even begin with it; else nothing."""
    _, problems = read_mkdocs(root)
    is_empty = not (root / CONTENT).is_dir()
    return problems_of(root) if is_empty or any(problem.is_error for problem in problems) else ()
