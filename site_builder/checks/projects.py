"""The pages that describe funded projects must exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..library import Library
from ..problems import Problem, Severity
from ..settings import FundedProject
from ..similar import similar_file


def check_projects(library: Library, now: datetime) -> Iterator[Problem]:
    """Projects without the page that they name."""
    for project in library.settings.projects.values():
        if project.page and project.page not in library.by_path:
            yield _no_page(project, library)


def _no_page(project: FundedProject, library: Library) -> Problem:
    at = project.positions["page"]
    close = similar_file(project.page, library.by_path, at.path)
    return Problem(
        "project-without-page",
        Severity.ERROR,
        at,
        "There is no page {path}, which should describe the project.",
        "Did you mean “{close}”?" if close else "Write the name of its file, relative to content/site.yml.",
        {"path": project.page, "close": close},
        "page",
    )
