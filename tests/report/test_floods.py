"""One mistake made thousands of times is told a few times."""

from __future__ import annotations

from site_builder.problems import Position, Problem, Severity
from site_builder.report import as_text, editor_language, without_floods
from site_builder.report.floods import MOST


def problem(code: str, line: int, path: str = "content/a.cs.md") -> Problem:
    return Problem(code, Severity.ERROR, Position(path, line), "Wrong: {what}", "Mend it.", {"what": "x"})


def test_of_many_problems_of_a_code_the_first_are_told_and_how_many_follow() -> None:
    flood = [problem("many", line) for line in range(1, MOST + 8)]
    *told, rest = without_floods(flood)
    assert told == flood[:MOST]
    assert (rest.code, rest.at.line, rest.severity) == ("many", MOST + 1, Severity.ERROR)
    assert "And 7 more like this in the file." in as_text([rest], editor_language("en"))


def test_each_code_and_each_file_counts_by_itself() -> None:
    found = tuple(
        problem(code, line, path) for path in ("a.md", "b.md") for code in ("x", "y") for line in range(MOST)
    )
    assert without_floods(found) == found
