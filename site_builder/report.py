"""Problems → what an editor reads: text for a terminal, annotations for GitHub, rows for the preview's page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .languages import CATALOGUES, Catalogue, Language, read_catalogue
from .problems import Problem

EDITOR_LANGUAGES = {"cs": "Čeština", "en": "English"}
"""Languages that messages to editors are written in."""


@dataclass(frozen=True, slots=True)
class Row:
    """A problem with its texts in one language; `excerpt` is the line of the file, empty where there is none."""

    code: str
    severity: str
    path: str
    line: int
    column: int
    message: str
    hint: str
    excerpt: str = ""


def editor_language(code: str) -> Language:
    """The language of messages; English where there are none in `code`."""
    known = code if code in EDITOR_LANGUAGES else "en"
    path = CATALOGUES / f"{known}.po"
    catalogue: Catalogue = read_catalogue(path)
    return Language(known, EDITOR_LANGUAGES[known], "", catalogue)


def rows(problems: Iterable[Problem], language: Language, root: Path | None = None) -> tuple[Row, ...]:
    """The problems in `language`; with `root`, each with the line that it is about."""
    return tuple(
        Row(
            problem.code,
            problem.severity.value,
            problem.at.path,
            problem.at.line,
            problem.at.column,
            language.text(problem.message, **problem.values),
            language.text(problem.hint, **problem.values) if problem.hint else "",
            _excerpt(root / problem.at.path, problem.at.line) if root else "",
        )
        for problem in problems
    )


def as_text(problems: Iterable[Problem], language: Language) -> str:
    """One problem a line, as compilers write them; what to do is indented below."""
    lines = []
    for row in rows(problems, language):
        severity = language.text("Error") if row.severity == "error" else language.text("Warning")
        lines.append(f"{row.path}:{row.line}:{row.column}: {severity}: {row.message} [{row.code}]")
        if row.hint:
            lines.append(f"    {row.hint}")
    return "\n".join(lines)


def as_github(problems: Iterable[Problem], language: Language) -> str:
    """Workflow commands that GitHub shows beside the line in a change (docs: workflow commands)."""
    return "\n".join(
        f"::{row.severity} file={_property(row.path)},line={row.line},col={row.column}"
        f"::{_data(f'{row.message} {row.hint}'.strip())}"
        for row in rows(problems, language)
    )


FORMATS: Mapping[str, Callable[[Iterable[Problem], Language], str]] = {"text": as_text, "github": as_github}


def summary(problems: Iterable[Problem], language: Language) -> str:
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


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _excerpt(path: Path, line: int) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            text = next((text for number, text in enumerate(file, 1) if number == line), "")
    except OSError:
        return ""
    return text.strip()[:200]


def system_language() -> str:
    """The language of the editor's system, as its environment says it (POSIX: `LC_ALL`, `LC_MESSAGES`, `LANG`)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            code = value[:2].lower()
            return code if code in EDITOR_LANGUAGES else "en"
    return "en"
