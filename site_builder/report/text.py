"""Problems as compilers tell them, for logs, editors' programs and pipes."""

from __future__ import annotations

from collections.abc import Iterable

from ..languages import Language
from ..problems import Problem
from .places import is_url
from .rows import Row, rows, visible


def as_text(problems: Iterable[Problem], language: Language) -> str:
    """One problem a line, as compilers write them; what to do is indented below."""
    lines = []
    for row in rows(problems, language):
        message = visible(f"{row.kind}: {row.message} [{row.code}]")
        lines.append(f"{place(row)}: {message}")
        if row.hint:
            lines.append(f"    {visible(row.hint)}")
    return "\n".join(lines)


def place(row: Row) -> str:
    """Where it is, in the form that terminals and editors open by a click."""
    if is_url(row.path) and (row.line, row.column) == (1, 1):
        return visible(row.path)
    return f"{visible(row.path)}:{row.line}:{row.column}"


def summary(problems: Iterable[Problem], language: Language) -> str:
    """How many errors and warnings there are, and how many of them `site-builder fix` mends."""
    found = list(problems)
    mendable = sum(problem.repair is not None for problem in found)
    if not mendable:
        return counted(found, language)
    form = "{n} of them can be mended by: site-builder fix"
    return f"{counted(found, language)}\n{language.plural(form, form, mendable)}"


def counted(problems: Iterable[Problem], language: Language) -> str:
    """How many errors and warnings there are."""
    found = list(problems)
    if not found:
        return language.text("No problems.")
    errors = sum(problem.is_error for problem in found)
    parts = (
        language.plural("{n} error", "{n} errors", errors),
        language.plural("{n} warning", "{n} warnings", len(found) - errors),
    )
    return ", ".join(parts)
