"""`site-builder build` publishes what `check` lets through, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.ledger.entries import LEDGER
from site_builder.ledger.written import from_json

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


@pytest.mark.parametrize("command", ["check", "build", "serve"])
@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("site_name: [\nplugins: [site-builder]\n", "mkdocs.yml:1:12: Error"),
        ("site_name: Web\ntheme:\n\tname: material\nplugins: [site-builder]\n", "mkdocs.yml:3:1: Error"),
        ("site_name: Web\nsite_url: web.example\nplugins: [site-builder]\n", "mkdocs.yml:2:11: Error"),
        ("site_name: Web\ntheme: {name: material}\ndocs_dir: content\n", "mkdocs.yml:1:1: Error"),
        ("plugins: [site-builder]\n", "mkdocs.yml:1:1: Error"),
        (None, "mkdocs.yml:1:1: Error"),
    ],
)
def test_what_mkdocs_could_not_read_is_told_as_a_problem(
    project: Path, site_builder: Command, command: str, written: str | None, place: str
) -> None:
    if written is None:
        (project / "mkdocs.yml").unlink()
    else:
        (project / "mkdocs.yml").write_text(written, encoding="utf-8")
    code, output, error = site_builder(command)
    assert code == 1
    assert place in output
    assert error.startswith("1 error")


@pytest.mark.parametrize(
    "more",
    [
        'site_url: !ENV [SITE_URL, "https://web.example/"]\n',
        "site_url: http://localhost:8000/\n",
        "extra: &texts {a: b}\nother: *texts\nextensions: [!!python/name:json.loads ]\n",
        "nav: &nav\n  - a: b\n",
        "copyright: Město # obec\n",
    ],
)
def test_what_mkdocs_can_do_in_its_file_is_left_to_it(
    project: Path, site_builder: Command, more: str
) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(more)
    assert site_builder("check") == (0, "", "No problems.\n")


def test_a_preview_has_drafts_and_asks_to_be_left_alone(
    project: Path, site_builder: Command, tmp_path: Path
) -> None:
    draft = "---\ntitle: Koncept\ndescription: P.\ndate: 2026-12-01\ndraft: true\n---\nText.\n"
    (project / "content/articles").mkdir()
    (project / "content/articles/koncept.cs.md").write_text(draft, encoding="utf-8")
    built, preview = tmp_path / "built", tmp_path / "preview"
    assert site_builder("build", "--site-dir", str(built))[0] == 0
    assert site_builder("build", "--preview", "--site-dir", str(preview))[0] == 0
    assert (preview / "clanky/koncept/index.html").is_file()
    assert not (built / "clanky/koncept/index.html").exists()
    pages = [page.read_text(encoding="utf-8") for page in preview.rglob("*.html")]
    assert all('<meta name="robots" content="noindex">' in page for page in pages)
    assert "Disallow: /\n" in (preview / "robots.txt").read_text(encoding="utf-8")
    assert "<itunes:block>" in (preview / "podcast/feed.xml").read_text(encoding="utf-8")
    assert from_json((preview / LEDGER).read_bytes()).preview
    assert not from_json((built / LEDGER).read_bytes()).preview
    assert "noindex" not in (built / "lide/jana/index.html").read_text(encoding="utf-8")
    assert "<itunes:block>" not in (built / "podcast/feed.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_without_any_content_its_settings_are_missing(
    project: Path, site_builder: Command, command: str
) -> None:
    shutil.rmtree(project / "content")
    code, output, _ = site_builder(command)
    assert code == 1
    assert "content/site.yml:1:1: Error" in output


@pytest.mark.parametrize("command", ["build", "serve"])
def test_what_mkdocs_does_not_take_is_no_traceback(
    project: Path, site_builder: Command, command: str
) -> None:
    (project / "overrides").unlink()
    code, _, errors = site_builder(command)
    assert code == 2
    assert "Error: mkdocs can't work with mkdocs.yml: it says above what is wrong." in errors
