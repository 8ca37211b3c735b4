"""A text after the repairs that problems bring."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.fix.texts import Edit, edit_of, with_edits
from site_builder.problems import Problem
from site_builder.repairs import Replacement


def repaired(text: str, problems: Iterable[Problem]) -> str:
    """`text` with every `Replacement` of its `problems` made; each is of what really stands there."""
    edits: list[Edit] = []
    for problem in problems:
        if isinstance(problem.repair, Replacement):
            edit = edit_of(problem.repair, text)
            assert edit, problem
            edits.append(edit)
    return with_edits(text, edits)
