"""Projects that pages name must be in the settings, and the pages that describe projects must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from ..documents import Document
from ..library import Library
from ..problems import Problem, Severity
from ..publicity import FundedProject
from ..similar import similar_file, similar_name


def check_projects(library: Library, now: datetime) -> Iterator[Problem]:
    """Unknown ids of projects, each at its field, and projects without the page that they name."""
    projects = library.settings.projects
    for document in library.documents:
        for name in document.project:
            if name not in projects:
                yield _unknown_project(name, document, projects)
    for project in projects.values():
        if project.page and project.page not in library.by_path:
            yield _no_page(project, library)


def _unknown_project(name: str, document: Document, known: Collection[str]) -> Problem:
    close = similar_name(name, known)
    return Problem(
        "unknown-project",
        Severity.ERROR,
        document.where("project"),
        "There is no project “{name}”.",
        "Did you mean “{close}”?"
        if close
        else "Add it to the field projects in content/site.yml, or use one of: {known}",
        {"name": name, "close": close, "known": ", ".join(known)},
        "project",
    )


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
