"""Problems as annotations of GitHub's changes (docs.github.com: Workflow commands for GitHub Actions)."""

from __future__ import annotations

from collections.abc import Iterable

from ..languages import Language
from ..problems import Problem
from .places import is_url
from .rows import Row, rows
from .text import place


def as_github(problems: Iterable[Problem], language: Language) -> str:
    """Workflow commands that GitHub shows beside the line in a change; it shows ten of a step: errors come first."""
    errors_first = sorted(rows(problems, language), key=lambda row: row.severity != "error")
    return "\n".join(
        f"::{row.severity} {_place(row)}::{_data(f'{row.message} {row.hint}'.strip())}"
        for row in errors_first
    )


def _place(row: Row) -> str:
    """A place in a file of the change; what is published is no such file, its URL is the title."""
    if is_url(row.path):
        return f"title={_property(place(row))}"
    return f"file={_property(row.path)},line={row.line},col={row.column}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
