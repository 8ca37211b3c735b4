"""Problems with their texts in one language, and the lines of files that they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..languages import Language, mark
from ..problems import Problem, Severity
from ..reading.below import below
from ..reading.source import read_source
from .system_errors import told

_TEXTS = (".md", ".yml", ".yaml", ".vtt", ".srt", ".json", ".po")
"""Endings of the files that an editor reads as lines."""

_BREAK = re.compile(r"[\t\n\r]+")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that a terminal obeys instead of showing them, or shows as nothing: escapes, turns of direction."""


_KINDS = {Severity.ERROR: mark("Error"), Severity.WARNING: mark("Warning")}


@dataclass(frozen=True, slots=True)
class Row:
    """A problem with its texts in one language; `excerpt` is the line of the file, empty where there is none.

    `kind` is its `severity` in that language.
    """

    code: str
    severity: str
    kind: str
    path: str
    line: int
    column: int
    message: str
    hint: str
    excerpt: str = ""


def rows(problems: Iterable[Problem], language: Language, root: Path | None = None) -> tuple[Row, ...]:
    """The problems in `language`; with `root`, each with the line that it is about."""
    lines = Lines(root) if root else None
    return tuple(
        Row(
            problem.code,
            problem.severity.value,
            language.text(_KINDS[problem.severity]),
            problem.at.path,
            problem.at.line,
            problem.at.column,
            language.text(problem.message, **told(problem.values, language)),
            language.text(problem.hint, **told(problem.values, language)) if problem.hint else "",
            lines.of(problem.at.path, problem.at.line).strip()[:200] if lines else "",
        )
        for problem in problems
    )


class Lines:
    """The lines of the texts of a project, read as its content is; of the last file that was asked for at a time."""

    def __init__(self, root: Path) -> None:
        """`root` is the project's folder."""
        self._root = root
        self._path = ""
        self._lines: list[str] = []

    def of(self, path: str, line: int) -> str:
        """Line `line` of file `path`, counted from 1; empty where there is none, or none to be read."""
        if path != self._path:
            self._path, self._lines = path, self._read(path)
        return self._lines[line - 1] if 0 < line <= len(self._lines) else ""

    def _read(self, path: str) -> list[str]:
        try:
            if not path.lower().endswith(_TEXTS) or below(self._root, path) is None:
                return []
            return read_source(self._root, path)[0].text.split("\n")
        except (OSError, ValueError):  # it isn't there, or no file can be called so
            return []


def visible(text: str) -> str:
    """`text` as one line that a terminal shows and doesn't obey."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", _BREAK.sub(" ", text))
