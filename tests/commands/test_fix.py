"""`site-builder fix` shows what it would change, changes it when it is told to, and says what is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sites import SITES, copy_site

from site_builder.problems import Position, Problem, Severity
from site_builder.project import Project, prepare
from site_builder.repairs import Renaming, Repair, Replacement, Resaving

Command = Callable[..., tuple[int, str, str]]

ARTICLE = "content/articles/a.cs.md"
TEXT = "\ufeff---\r\ntitle: Název\r\ndescription: Perex.\r\ndate: 1. 3. 2026\r\n---\r\nText.\r\n"
DIFF = """\
content/articles/a.cs.md is saved again as plain UTF-8
--- content/articles/a.cs.md
+++ content/articles/a.cs.md
@@ -1,6 +1,6 @@
 ---
 title: Název
 description: Perex.
-date: 1. 3. 2026
+date: 2026-03-01
 ---
 Text.
"""


def repair_of(problem: Problem) -> Repair | None:
    """The right answer to some problems, whoever else knows of one."""
    at = problem.at
    match problem.code:
        case "byte-order-mark":
            return Resaving(at.path)
        case "not-a-date":
            return Replacement(at, problem.values["text"], problem.values["right"])
        case "file-name":
            return Renaming(at.path, at.path.lower().replace(" ", "-"))
    return None


@pytest.fixture
def project(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base site, some of whose problems have repairs."""

    def prepared(root: Path, url: str, now: datetime, **options: bool) -> Project:
        found = prepare(root, url, now, **options)
        mendable = (replace(problem, repair=repair_of(problem)) for problem in found.problems)
        return replace(found, problems=tuple(mendable))

    for module in ("fix", "check"):
        monkeypatch.setattr(f"site_builder.commands.{module}.prepare", prepared)
    (project / "content/articles").mkdir()
    return project


def test_a_good_site_stays_as_it_is(project: Path, site_builder: Command) -> None:
    before = state(project)
    assert site_builder("fix") == (0, "", "No problems.\n")
    assert site_builder("fix", "--write") == (0, "", "No problems.\n")
    assert state(project) == before


def test_changes_are_shown_and_not_made(project: Path, site_builder: Command) -> None:
    (project / ARTICLE).write_bytes(TEXT.encode())
    before = state(project)
    assert site_builder("fix") == (1, DIFF, "2 problems would be mended by: site-builder fix --write\n")
    assert state(project) == before


def test_changes_are_made_and_then_nothing_is_left(project: Path, site_builder: Command) -> None:
    (project / ARTICLE).write_bytes(TEXT.encode())
    before = state(project)
    assert site_builder("fix", "--write") == (0, DIFF, "2 problems are mended.\nNo problems.\n")
    after = state(project)
    assert after.pop(ARTICLE) == TEXT[1:].replace("1. 3. 2026", "2026-03-01").replace("\r", "").encode()
    assert after == {path: data for path, data in before.items() if path != ARTICLE}
    assert site_builder("fix", "--write") == (0, "", "No problems.\n")


def test_a_repair_brings_the_next_one_to_light(project: Path, site_builder: Command) -> None:
    (project / "content/articles/A B.cs.md").write_text(TEXT[1:].replace("\r", ""), encoding="utf-8")
    (project / "content/articles/c.cs.md").write_text(
        TEXT[1:].replace("1. 3. 2026", "2026-03-01").replace("Text.", "[b](A%20B.cs.md)"), encoding="utf-8"
    )
    code, output, error = site_builder("fix", "--write")
    assert (code, error) == (0, "2 problems are mended.\nNo problems.\n")
    assert "content/articles/A B.cs.md is called content/articles/a-b.cs.md from now on" in output
    assert "+[b](a-b.cs.md)" in output
    assert "+date: 2026-03-01" in output


def test_what_people_have_to_mend_is_counted(project: Path, site_builder: Command) -> None:
    (project / ARTICLE).write_text(TEXT.replace("Název", "").replace("Text.", "[x](y.md)"), encoding="utf-8")
    left = "Left for people to mend: 2 errors, 0 warnings. site-builder check tells what to do.\n"
    code, _, error = site_builder("fix")
    assert (code, error) == (1, f"2 problems would be mended by: site-builder fix --write\n{left}")
    code, _, error = site_builder("fix", "--write")
    assert (code, error) == (1, f"2 problems are mended.\n{left}")


def test_warnings_alone_are_no_failure(project: Path, site_builder: Command) -> None:
    (project / ARTICLE).write_text("---\ntitle: Název\ndate: 2026-03-01\n---\nText.\n", encoding="utf-8")
    assert site_builder("fix")[0] == 0


def test_a_repair_that_cannot_be_made_is_told(project: Path, site_builder: Command) -> None:
    for name in ("A B", "a-b"):
        (project / f"content/articles/{name}.cs.md").write_text(
            "---\ntitle: Název\ndescription: Perex.\ndate: 2026-03-01\n---\nText.\n", encoding="utf-8"
        )
    code, output, error = site_builder("fix", "--write", "--language", "cs")
    assert (code, output) == (1, "")
    assert error == (
        "content/articles/A B.cs.md:1:1: neopraveno: Jiný soubor s tímto názvem už existuje.\n"
        "Zbývá opravit ručně: 1 chyba, 0 varování. Co s tím, řekne příkaz site-builder check.\n"
    )


def test_repairs_that_undo_each_other_come_to_an_end(
    project: Path, site_builder: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def turned(root: Path, url: str, now: datetime, **options: bool) -> Project:
        word, other = ("a", "b") if (root / ARTICLE).read_text(encoding="utf-8").endswith("a") else ("b", "a")
        at = Position(ARTICLE, 5)
        problem = Problem("x", Severity.WARNING, at, "x", repair=Replacement(at, word, other))
        return replace(prepare(root, url, now, **options), problems=(problem,))

    (project / ARTICLE).write_text("---\ntitle: Název\ndescription: Perex.\n---\na", encoding="utf-8")
    for module in ("fix", "check"):
        monkeypatch.setattr(f"site_builder.commands.{module}.prepare", turned)
    assert site_builder("fix", "--write")[0] == 1


@pytest.mark.parametrize("is_plain", [False, True])
def test_a_terminal_shows_the_diff_in_colours(
    project: Path, site_builder: Command, monkeypatch: pytest.MonkeyPatch, is_plain: bool
) -> None:
    (project / ARTICLE).write_bytes(TEXT.encode())
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1" if is_plain else "")
    output = site_builder("fix")[1]
    assert ("\x1b[32m+date: 2026-03-01\x1b[0m" in output) is not is_plain


def state(project: Path) -> dict[str, bytes]:
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for top in ("content", "podcast")
        for path in (project / top).rglob("*")
        if path.is_file()
    }


def test_check_and_fix_count_the_same(tmp_path: Path, site_builder: Command) -> None:
    """Also where one repair waits for another one that it touches."""
    case = copy_site(SITES / "invalid/list-with-commas", tmp_path / "case")
    assert "5 of them can be mended" in site_builder("check", str(case))[2]
    assert "5 problems would be mended" in site_builder("fix", str(case))[2]
