"""`site-builder check` tells everything at once, and by its exit status whether the site can be published."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]

BROKEN = "---\ntitle: Název\ndate: 2026-02-30\ntopics: [hosing]\nbarva: modrá\n---\n[nikam](nikam.cs.md)\n"
WARNED = "---\ntitle: Název\ndate: 2026-03-01\n---\nText.\n"


def test_a_good_site_is_zero(project: Path, site_builder: Command) -> None:
    assert site_builder("check") == (0, "", "No problems.\n")


def test_warnings_are_zero(project: Path, site_builder: Command) -> None:
    (project / "content/articles").mkdir()
    (project / "content/articles/a.cs.md").write_text(WARNED, encoding="utf-8")
    code, output, summary = site_builder("check")
    assert code == 0
    assert "[description-missing]" in output
    assert summary == "0 errors, 1 warning\n"


def test_errors_are_one_and_all_are_told(project: Path, site_builder: Command) -> None:
    (project / "content/people/a.cs.md").write_text(BROKEN, encoding="utf-8")
    (project / "podcast/prvni.cs.mp3").write_bytes(b"")
    code, output, summary = site_builder("check")
    assert code == 1
    for place in (
        "content/people/a.cs.md:2:1: Warning",
        "content/people/a.cs.md:3:1: Error",
        "content/people/a.cs.md:4:10: Error",
        "content/people/a.cs.md:5:1: Error",
        "content/people/a.cs.md:7:1: Error",
        "podcast/prvni.cs.md:11:1: Error",
    ):
        assert place in output
    assert summary == "5 errors, 1 warning\n"


@pytest.mark.parametrize("arguments", [["neni"], ["--format", "xml"], ["--language", "de"], ["--barva"]])
def test_a_wrong_call_is_two(project: Path, site_builder: Command, arguments: list[str]) -> None:
    code, _, error = site_builder("check", *arguments)
    assert code == 2
    assert error


def test_a_failure_of_the_tool_is_two(
    project: Path, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error", "content")

    monkeypatch.setattr("site_builder.project.load", fail)
    assert site_builder("check") == (2, "", "site-builder: Input/output error: content\n")


def test_the_folder_may_be_named(
    project: Path, site_builder: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty = tmp_path_factory.mktemp("empty")
    assert site_builder("check", str(project))[0] == 0
    code, output, _ = site_builder("check", str(empty))
    assert code == 1
    assert output.startswith("content/site.yml:1:1: Error:")


def test_github_gets_commands(project: Path, site_builder: Command) -> None:
    (project / "content/people/a.cs.md").write_text(BROKEN, encoding="utf-8")
    _, output, _ = site_builder("check", "--format", "github")
    lines = output.splitlines()
    assert "::error file=content/people/a.cs.md,line=3,col=1::" in lines[0]
    assert "::warning file=content/people/a.cs.md,line=2,col=1::" in lines[-1]
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    assert len(lines) == 5


@pytest.mark.parametrize(("language", "word"), [("cs", "Chyba"), ("en", "Error")])
def test_messages_are_in_the_language_that_is_asked_for(
    project: Path, site_builder: Command, language: str, word: str
) -> None:
    (project / "content/people/a.cs.md").write_text(BROKEN, encoding="utf-8")
    assert f"content/people/a.cs.md:5:1: {word}: " in site_builder("check", "--language", language)[1]


def test_the_language_of_the_system_is_the_default(
    project: Path, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "cs_CZ.UTF-8")
    assert site_builder("check") == (0, "", "Žádné problémy.\n")


@pytest.mark.parametrize(("form", "nothing"), [("text", ""), ("github", ""), ("gitlab", "[]\n")])
def test_nothing_wrong_is_told_in_each_form(
    project: Path, site_builder: Command, form: str, nothing: str
) -> None:
    assert site_builder("check", "--format", form) == (0, nothing, "No problems.\n")


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_reports_for_machines_are_alone_on_standard_output(
    project: Path, site_builder: Command, form: str
) -> None:
    (project / "content/people/a.cs.md").write_text(BROKEN, encoding="utf-8")
    _, output, error = site_builder("check", "--format", form)
    found = json.loads(output)
    assert len(found if form == "gitlab" else found["runs"][0]["results"]) == 5
    assert error.startswith("4 errors, 1 warning\n")


@pytest.mark.parametrize("command", ["check", "build"])
def test_github_gets_a_page_with_all_problems(
    project: Path, site_builder: Command, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("Before.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    (project / "content/people/a.cs.md").write_text(BROKEN, encoding="utf-8")
    site_builder(command, "--format", "github")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Before.\n## 4 errors&#44; 1 warning\n")
    assert len([line for line in text.splitlines() if line.startswith(("| ❌", "| ⚠️"))]) == 5


def test_the_page_counts_all_problems_of_which_some_are_told(
    project: Path, site_builder: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    links = "".join(f"[Tam](neni{number}.cs.md)\n" for number in range(100))
    (project / "content/odkazy.cs.md").write_text(f"---\ntitle: Odkazy\n---\n{links}", encoding="utf-8")
    _, _, errors = site_builder("check")
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"## {errors.splitlines()[0].replace(',', '&#44;')}\n")
    assert text.count("| ❌ Error | ") == 21


def test_a_page_that_is_full_already_gets_no_more(
    project: Path, site_builder: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    page.write_bytes(b"x" * 1_048_576)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    assert site_builder("check")[0] == 0
    assert page.stat().st_size == 1_048_576


@pytest.mark.parametrize("is_plain", [False, True])
def test_a_terminal_shows_the_line_and_a_mark(
    project: Path, site_builder: Command, monkeypatch: pytest.MonkeyPatch, is_plain: bool
) -> None:
    (project / "content/people/a.cs.md").write_text(BROKEN, encoding="utf-8")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1" if is_plain else "")
    output = site_builder("check")[1]
    assert "barva: modrá" in output
    assert "^~~~~" in output
    assert ("\x1b[" in output) is not is_plain
