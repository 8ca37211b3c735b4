"""The stages up to the plan, in order: what `check`, `build`, `serve` and the mkdocs plugin all begin with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from .checks import check
from .history.translations import History, read_history
from .library import Library
from .load import load
from .load.memory import Memory
from .plan.own_addresses import check_own_addresses
from .plan.site import Site, plan
from .problems import Problem, Severity, in_order
from .stages import stage


@dataclass(frozen=True)
class Project:
    """A project made ready to be drawn; `site` is None where its settings are too broken.

    `library` is all of the content, drafts too; `history` is None where nobody asked for it.
    """

    site: Site | None
    problems: tuple[Problem, ...]
    library: Library | None = None
    history: History | None = None

    @property
    def is_publishable(self) -> bool:
        """Whether nothing of severity error was found."""
        return not any(problem.is_error for problem in self.problems)


def prepare(
    root: Path,
    site_url: str,
    now: datetime,
    memory: Memory | None = None,
    *,
    preview: bool = False,
    with_history: bool = False,
) -> Project:
    """Read, validate, check and plan the project at `root`, to be published below `site_url` at `now`.

    In a `preview` drafts and scheduled pages are in the site too; one that goes on with each edit has a `memory`.
    `with_history`, readers are told which translations are older than their originals.
    """
    library, problems = load(root, memory)
    if library is None:
        return Project(None, in_order(problems))
    with stage("check"):
        found = check(library, now)
    with stage("history"):
        history = read_history(root, library, memory.earlier if memory else None) if with_history else None
    outdated = history.outdated if history else None
    with stage("plan"):
        site, clashes = plan(library, site_url, now, preview=preview or memory is not None, outdated=outdated)
    dead = check_own_addresses(library, site)
    drafts = frozenset(document.path for document in library.documents if document.draft)
    told = in_order(_of_draft(problem, drafts) for problem in (*problems, *found, *clashes, *dead))
    return Project(site, told, library, history)


def _of_draft(problem: Problem, drafts: frozenset[str]) -> Problem:
    """A draft is published by nobody, so nothing in it stops a publication: its problems are warnings."""
    if problem.is_error and problem.at.path in drafts:
        return replace(problem, severity=Severity.WARNING)
    return problem
