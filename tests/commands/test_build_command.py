"""`site-builder build` publishes what `check` lets through, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Command = Callable[..., tuple[int, str, str]]


def test_a_good_site_is_built_where_it_is_wanted(
    project: Path, site_builder: Command, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    said = f"No problems.\nThe site is in {out}.\n"
    assert site_builder("build", "--site-dir", str(out)) == (0, "", said)
    assert (tmp_path / "out/lide/jana/index.html").is_file()
    assert not (project / "site").exists()


def test_by_default_it_lies_where_mkdocs_says(project: Path, site_builder: Command) -> None:
    assert site_builder("build")[0] == 0
    assert (project / "site/index.html").is_file()


def test_all_problems_are_named_at_once_and_nothing_is_published(
    project: Path, site_builder: Command
) -> None:
    (project / "content/people/a.cs.md").write_text(
        "---\ntitle: A\nbarva: b\ntopics: [c]\n---\n", encoding="utf-8"
    )
    (project / "content/people/b.cs.md").write_text("Text.\n", encoding="utf-8")
    code, output, summary = site_builder("build")
    assert code == 1
    assert "content/people/a.cs.md:3:1: Error" in output
    assert "content/people/a.cs.md:4:10: Error" in output
    assert "content/people/b.cs.md:1:1: Error" in output
    assert summary.strip().endswith("3 errors, 1 warning")
    assert not (project / "site/index.html").exists()


def test_without_a_configuration_it_is_the_tool_that_fails(project: Path, site_builder: Command) -> None:
    (project / "mkdocs.yml").unlink()
    code, _, error = site_builder("build")
    assert code == 2
    assert "mkdocs.yml" in error
    assert "Traceback" not in error


def test_a_configuration_without_the_plugin_is_told(project: Path, site_builder: Command) -> None:
    (project / "mkdocs.yml").write_text(
        "site_name: Web\ntheme: {name: material}\ndocs_dir: content\n", encoding="utf-8"
    )
    code, _, error = site_builder("build")
    assert code == 2
    assert "Traceback" not in error
