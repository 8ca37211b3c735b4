"""Problems → what an editor reads: text, annotations of GitHub, reports of GitLab and SARIF, rows of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ..languages import Language
from ..problems import Problem
from .editors import EDITOR_LANGUAGES, editor_language, system_language
from .floods import without_floods
from .github import as_github
from .gitlab import as_gitlab
from .rows import Row, rows
from .sarif import as_sarif
from .screen import Screen, as_screen
from .step_summary import as_step_summary
from .system_errors import system_error
from .text import as_text, counted, summary

FORMATS: Mapping[str, Callable[[Iterable[Problem], Language], str]] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
}
"""The forms of a report by their names; what is empty needn't be printed."""

__all__ = [
    "EDITOR_LANGUAGES",
    "FORMATS",
    "Row",
    "Screen",
    "as_github",
    "as_gitlab",
    "as_sarif",
    "as_screen",
    "as_step_summary",
    "as_text",
    "counted",
    "editor_language",
    "rows",
    "summary",
    "system_error",
    "system_language",
    "without_floods",
]
