"""`site-builder status` tells each page in each language; `check --since` only what a change left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import Repository

Command = Callable[..., tuple[int, str, str]]

CS, EN = "content/articles/autobus.cs.md", "content/articles/autobus.en.md"
OTHER_CS, OTHER_EN = "content/articles/jiny.cs.md", "content/articles/jiny.en.md"


def page(body: str, more: str = "") -> str:
    return f"---\ntitle: {body}\ndescription: Perex.\ndate: 2026-01-01\n{more}---\n{body}\n"


@pytest.fixture
def site(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Two articles in both languages, in step; the working directory is in it."""
    repository.commit({path: page("Text.") for path in (CS, EN, OTHER_CS, OTHER_EN)})
    monkeypatch.chdir(repository.root)
    return repository


def rows(output: str) -> dict[str, list[str]]:
    """The cells of each page."""
    _, _, *lines = output.splitlines()
    return {line.split()[0]: [cell for cell in line.split("  ")[1:] if cell.strip()] for line in lines}


def told(output: str) -> dict[str, str]:
    return {page: " | ".join(cell.strip() for cell in cells) for page, cells in rows(output).items()}


def test_pages_in_step_missing_and_drafts(site: Repository, site_builder: Command) -> None:
    site.commit(
        {"content/articles/cesky.cs.md": page("Jen česky."), OTHER_EN: page("Text.", "draft: true\n")}
    )
    code, output, summary = site_builder("status")
    assert code == 0
    assert told(output) == {
        "content/articles/autobus": "original | in step",
        "content/articles/cesky": "original | missing",
        "content/articles/jiny": "original | in step, draft",
        "content/index": "original | in step",
        "content/people/jana": "original | in step",
        "podcast/prvni": "original | in step",
    }
    assert output.splitlines()[0].split() == ["Page", "Czech", "English"]
    assert summary == "6 pages, 0 outdated translations, 1 missing translation\n"


def test_an_old_translation_tells_since_when_and_how_much(site: Repository, site_builder: Command) -> None:
    site.commit({CS: page("Delší text.")}, "2026-03-03")
    code, output, summary = site_builder("status")
    assert code == 0
    assert told(output)["content/articles/autobus"] == "original | older since 3 March 2026 (4 words differ)"
    assert "1 outdated translation," in summary
    _, czech, _ = site_builder("status", "--language", "cs")
    assert (
        told(czech)["content/articles/autobus"] == "originál | zastaralý od 3. března 2026 (liší se 4 slova)"
    )


def test_what_isn_t_committed_is_told(site: Repository, site_builder: Command) -> None:
    site.write({CS: page("Jiný.")})
    _, output, _ = site_builder("status")
    assert told(output)["content/articles/autobus"] == (
        "original, not committed yet | older than what isn't committed yet (2 words differ)"
    )


def test_without_history_it_tells_what_there_is_and_why_no_more(
    project: Path, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    code, output, summary = site_builder("status")
    assert code == 0
    assert told(output)["content/index"] == "exists | exists"
    assert "is in no Git repository" in summary


def test_check_warns_of_nothing_old_by_itself(site: Repository, site_builder: Command) -> None:
    site.commit({CS: page("Jiný.")})
    assert site_builder("check") == (0, "", "No problems.\n")


def test_check_since_warns_of_the_pages_that_the_change_touches(
    site: Repository, site_builder: Command
) -> None:
    site.commit({OTHER_CS: page("Starší změna.")})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit({CS: page("Jiný.")})
    code, output, summary = site_builder("check", "--since", "main")
    assert code == 0
    assert output.splitlines()[0] == (
        f"{EN}:1:1: Warning: The translation is older than its original {CS}, "
        "whose text has changed since. [translation-outdated]"
    )
    assert OTHER_EN not in output, "it was old before"
    assert summary == "0 errors, 1 warning\n"
    site.commit({EN: page("Other.")})
    assert site_builder("check", "--since", "main") == (0, "", "No problems.\n")


def test_check_since_knows_what_is_only_saved(site: Repository, site_builder: Command) -> None:
    site.write({CS: page("Jiný.")})
    assert EN in site_builder("check", "--since", "HEAD")[1]


def test_check_since_leaves_aside_what_others_did_meanwhile(site: Repository, site_builder: Command) -> None:
    site.git("checkout", "--quiet", "-b", "work")
    site.commit({"content/articles/treti.cs.md": page("Třetí.")})
    site.git("checkout", "--quiet", "main")
    site.commit({CS: page("Jiný.")})
    site.git("checkout", "--quiet", "work")
    assert site_builder("check", "--since", "main") == (0, "", "No problems.\n")


def test_check_since_tells_all_other_problems_too(site: Repository, site_builder: Command) -> None:
    site.commit({OTHER_CS: page("[nikam](nikam.cs.md)")})
    site.commit({CS: page("Jiný."), EN: page("Other.")})
    code, output, _ = site_builder("check", "--since", "HEAD~1")
    assert code == 1
    assert OTHER_CS in output
    assert "translation-outdated" not in output


@pytest.mark.parametrize("reference", ["neni", "", "--all", "HEAD:content", "a\nb", "0" * 40])
def test_check_since_nothing_that_git_knows(site: Repository, site_builder: Command, reference: str) -> None:
    code, output, error = site_builder("check", f"--since={reference}")
    assert (code, output) == (2, "")
    assert "There is no commit or branch" in error


def test_check_since_another_history(site: Repository, site_builder: Command) -> None:
    site.git("checkout", "--quiet", "--orphan", "island")
    site.commit({})
    code, _, error = site_builder("check", "--since", "main")
    assert code == 2
    assert "no history in common" in error


def test_check_since_in_a_shallow_clone(
    site: Repository, site_builder: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.git("clone", "--quiet", "--depth=1", f"file://{site.root}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    code, _, error = site_builder("check", "--since", "HEAD")
    assert code == 2
    assert "shallow" in error
