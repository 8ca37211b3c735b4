"""`site-builder check` tells everything at once, and by its exit status whether the site can be published."""

from __future__ import annotations

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
    assert "::warning file=content/people/a.cs.md,line=2,col=1::" in lines[0]
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
