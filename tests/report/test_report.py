"""Problems as editors, terminals and GitHub read them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.problems import Position, Problem, Severity, in_order
from site_builder.repairs import Resaving
from site_builder.report import as_github, as_text, editor_language, rows, summary, system_language

ENGLISH, CZECH = editor_language("en"), editor_language("cs")

UNKNOWN = Problem(
    "unknown-topic",
    Severity.ERROR,
    Position("content/articles/a.cs.md", 4, 9),
    "There is no topic “{name}”.",
    "Did you mean “{close}”?",
    {"name": "hosing", "close": "housing"},
)
BOM = Problem(
    "byte-order-mark",
    Severity.WARNING,
    Position("content/b.cs.md"),
    "The file begins with a byte order mark (BOM).",
)


def test_text_is_a_line_for_the_problem_and_one_for_what_to_do() -> None:
    assert as_text([UNKNOWN, BOM], ENGLISH).splitlines() == [
        "content/articles/a.cs.md:4:9: Error: There is no topic “hosing”. [unknown-topic]",
        "    Did you mean “housing”?",
        "content/b.cs.md:1:1: Warning: The file begins with a byte order mark (BOM). [byte-order-mark]",
    ]


def test_text_is_in_the_language_of_the_editor() -> None:
    first, second, _ = as_text([UNKNOWN, BOM], CZECH).splitlines()
    assert first.startswith("content/articles/a.cs.md:4:9: Chyba: ")
    assert "„hosing“" in first
    assert "„housing“" in second


def test_github_gets_workflow_commands() -> None:
    assert as_github([UNKNOWN, BOM], ENGLISH).splitlines() == [
        (
            "::error file=content/articles/a.cs.md,line=4,col=9"
            "::There is no topic “hosing”. Did you mean “housing”?"
        ),
        "::warning file=content/b.cs.md,line=1,col=1::The file begins with a byte order mark (BOM).",
    ]


def test_github_commands_hold_no_raw_separators() -> None:
    problem = Problem(
        "x",
        Severity.ERROR,
        Position("content/100 %, a:b\n.md", 1, 2),
        "{what}",
        "",
        {"what": "50 %\r\na, b: c"},
    )
    assert as_github([problem], ENGLISH) == (
        "::error file=content/100 %25%2C a%3Ab%0A.md,line=1,col=2::50 %25%0D%0Aa, b: c"
    )


def test_github_hears_of_errors_first() -> None:
    kinds = [line.split()[0] for line in as_github([BOM, UNKNOWN, BOM], ENGLISH).splitlines()]
    assert kinds == ["::error", "::warning", "::warning"]


def test_text_obeys_no_escape_sequence() -> None:
    problem = Problem(
        "x", Severity.ERROR, Position("content/\x1b[2J.md"), "{what}", "", {"what": "a\u202eb\nc\x1b]0;x\x07"}
    )
    assert as_text([problem], ENGLISH) == "content/�[2J.md:1:1: Error: a�b c�]0;x� [x]"


def test_a_row_shows_the_line_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / UNKNOWN.at.path).write_text("---\na: b\nc: d\n  topics: [hosing]  \n", encoding="utf-8")
    unknown, bom = rows([UNKNOWN, BOM], ENGLISH, tmp_path)
    assert unknown.excerpt == "topics: [hosing]"
    assert bom.excerpt == "", "the file isn't there"


@pytest.mark.parametrize(
    ("problems", "czech", "english"),
    [
        ([], "Žádné problémy.", "No problems."),
        ([UNKNOWN], "1 chyba, 0 varování", "1 error, 0 warnings"),
        ([UNKNOWN] * 3 + [BOM], "3 chyby, 1 varování", "3 errors, 1 warning"),
        ([UNKNOWN] * 5 + [BOM] * 2, "5 chyb, 2 varování", "5 errors, 2 warnings"),
    ],
)
def test_the_summary_counts(problems: list[Problem], czech: str, english: str) -> None:
    assert summary(problems, ENGLISH) == english
    assert summary(problems, CZECH) == czech


def test_the_summary_says_what_can_be_mended() -> None:
    mendable = replace(BOM, repair=Resaving(BOM.at.path))
    assert summary([UNKNOWN, mendable], ENGLISH) == (
        "1 error, 1 warning\n1 of them can be mended by: site-builder fix"
    )


@pytest.mark.parametrize("path", ["content/a.mp3", "content/none.md", "../outside.md", "content/link.md"])
def test_only_lines_of_the_projects_own_texts_are_shown(tmp_path: Path, path: str) -> None:
    (tmp_path / "site/content").mkdir(parents=True)
    for file in ("outside.md", "site/content/a.mp3"):
        (tmp_path / file).write_text("A secret.", encoding="utf-8")
    (tmp_path / "site/content/link.md").symlink_to(tmp_path / "outside.md")
    (row,) = rows([replace(BOM, at=Position(path))], ENGLISH, tmp_path / "site")
    assert row.excerpt == ""


def test_problems_come_in_order_and_each_once() -> None:
    later = Problem("x", Severity.ERROR, Position("content/articles/a.cs.md", 10), "x")
    assert in_order([later, BOM, UNKNOWN, UNKNOWN]) == (UNKNOWN, later, BOM)


def test_an_error_is_told_before_the_same_as_a_warning() -> None:
    harmless = replace(UNKNOWN, severity=Severity.WARNING)
    assert in_order([UNKNOWN, harmless]) == in_order([harmless, UNKNOWN]) == (UNKNOWN, harmless)


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "cs_CZ.UTF-8"}, "cs"),
        ({"LANG": "cs_CZ.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_system_is_the_editors(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], code: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == code
