"""`site-builder guard` and `due`: what is published is asked before anything is published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from site_builder.ledger.complete import promised
from site_builder.ledger.entries import LEDGER
from site_builder.ledger.making import ledger_of
from site_builder.ledger.written import as_json
from site_builder.project import prepare

Command = Callable[..., tuple[int, str, str]]
EPISODE = "podcast/prvni.cs.md"


@pytest.fixture
def published(project: Path, now: datetime) -> Path:
    """The folder of what was published of the base site: its ledger alone. The project has just been built too."""
    site = prepare(project, "https://web.example/", now).site
    assert site is not None
    ledger = ledger_of(site, project)
    for path, item in promised(ledger).items():
        file = project / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((project / "podcast" / file.name).read_bytes() if item else b"x")
    (project.parent / "published").mkdir()
    for folder in (project / "site", project.parent / "published"):
        (folder / LEDGER).write_bytes(as_json(ledger))
    return project.parent / "published"


def test_the_same_site_may_be_published(published: Path, site_builder: Command) -> None:
    assert site_builder("guard", "--against", str(published)) == (0, "", "No problems.\n")


def test_a_site_of_other_content_is_refused(published: Path, site_builder: Command, project: Path) -> None:
    with (project / EPISODE).open("a", encoding="utf-8") as file:
        file.write("Další věta.\n")
    code, output, _ = site_builder("guard", "--against", str(published))
    assert (code, "[site-stale]" in output) == (1, True)


def test_what_is_withdrawn_makes_no_other_site(published: Path, site_builder: Command, project: Path) -> None:
    entry = '{what: "/clanky/davno/", why: It was wrong., since: 2026-01-01}'
    (project / "content/withdrawn.yml").write_text(f"withdrawn: [{entry}]\n", encoding="utf-8")
    assert site_builder("guard", "--against", str(published))[0] == 0


def test_what_is_wrong_with_a_withdrawal_is_told(
    published: Path, site_builder: Command, project: Path
) -> None:
    (project / "content/withdrawn.yml").write_text('withdrawn: [{what: "/clanky/a/", why: It.}]\n', "utf-8")
    code, output, _ = site_builder("guard", "--against", str(published))
    assert (code, "content/withdrawn.yml:1" in output) == (1, True)


def test_an_entry_pasted_into_a_new_file_is_told_what_that_begins_with(
    published: Path, site_builder: Command, project: Path
) -> None:
    entry = "- {what: /clanky/a/, why: It was wrong., since: 2026-01-01}\n"
    (project / "content/withdrawn.yml").write_text(entry, "utf-8")
    code, output, _ = site_builder("guard", "--against", str(published))
    assert (code, "Write above the list a line with: withdrawn:\n" in output) == (1, True)


def test_what_would_be_lost_is_refused_at_its_line(
    published: Path, site_builder: Command, project: Path
) -> None:
    ledger = published / LEDGER
    ledger.write_text(
        ledger.read_text(encoding="utf-8").replace("000000000001", "000000000009"), encoding="utf-8"
    )
    code, output, _ = site_builder("guard", "--against", str(published), "--language", "cs")
    assert code == 1
    assert output.startswith(f"{EPISODE}:6:1: Chyba")
    assert "guid: urn:uuid:00000000-0000-4000-8000-000000000009" in output


@pytest.mark.parametrize("data", [None, b"", b'{"version": 1}'])
def test_without_a_ledger_only_a_first_publication_passes(
    published: Path, site_builder: Command, data: bytes | None
) -> None:
    (published / LEDGER).unlink()
    if data is not None:
        (published / LEDGER).write_bytes(data)
    assert site_builder("guard", "--against", str(published))[0] == 1
    code, output, _ = site_builder("guard", "--against", str(published), "--first")
    assert (code, "Warning: " in output, "Nothing was compared" in output) == (0, True, True)


def test_a_built_site_that_lost_files_is_refused(
    published: Path, site_builder: Command, project: Path
) -> None:
    (project / "site/lide/jana/index.html").unlink()
    code, output, _ = site_builder("guard", "--against", str(published))
    assert (code, "lide/jana/index.html" in output) == (1, True)


def test_a_newer_ledger_is_never_passed_over(published: Path, site_builder: Command) -> None:
    (published / LEDGER).write_bytes(b'{"version": 2}')
    assert site_builder("guard", "--against", str(published), "--first")[0] == 1


def test_the_first_publication_is_not_said_to_be_the_first_twice(
    published: Path, site_builder: Command
) -> None:
    """With a ledger there `--first` changes nothing."""
    ledger = published / LEDGER
    ledger.write_text(
        ledger.read_text(encoding="utf-8").replace("/lide/jana/", "/lide/eva/"), encoding="utf-8"
    )
    assert site_builder("guard", "--against", str(published), "--first")[0] == 1


def test_a_preview_and_what_was_not_built_are_refused(
    published: Path, site_builder: Command, project: Path
) -> None:
    built = project / "site" / LEDGER
    built.write_bytes(built.read_bytes().replace(b'"site"', b'"preview": true, "site"'))
    assert "ledger-preview" in site_builder("guard", "--against", str(published))[1]
    built.unlink()
    assert "site-builder build" in site_builder("guard", "--against", str(published))[1]


@pytest.mark.parametrize(
    ("due", "status"),
    [("", 1), ('"due": "2026-06-01T12:00:01Z",', 1), ('"due": "2026-06-01T12:00:00Z",', 0)],
)
def test_a_publication_is_due_when_its_moment_has_come(
    published: Path, site_builder: Command, due: str, status: int
) -> None:
    ledger = published / LEDGER
    ledger.write_text(ledger.read_text(encoding="utf-8").replace('"site"', f'{due} "site"'), encoding="utf-8")
    code, output, _ = site_builder("due", str(published))
    assert code == status
    assert output.strip()


@pytest.mark.parametrize(
    ("due", "language", "told"),
    [
        ("2027-02-20T22:59:00Z", "en", "The site should be built again on 20 February 2027, 23:59."),
        ("2026-05-20T22:59:00Z", "cs", "Web měl být znovu sestaven už 21. května 2026, 0:59."),
    ],
)
def test_the_moment_is_told_by_the_clock_of_the_project(
    published: Path,
    site_builder: Command,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    due: str,
    language: str,
    told: str,
) -> None:
    ledger = published / LEDGER
    ledger.write_text(ledger.read_text("utf-8").replace('"site"', f'"due": "{due}", "site"'), "utf-8")
    monkeypatch.chdir(project)
    assert site_builder("due", str(published), "--language", language)[1] == f"{told}\n"
    monkeypatch.chdir(published)
    assert " UTC." in site_builder("due", str(published), "--language", language)[1]


@pytest.mark.parametrize("place", ["nonsense", "http://[", "http://127.0.0.1:9/"])
def test_what_is_due_of_no_site_nobody_can_tell(site_builder: Command, place: str) -> None:
    code, output, errors = site_builder("due", place)
    assert code == 2
    assert "--first" not in output
    assert "Traceback" not in errors


def test_where_nothing_is_published_nothing_is_due(tmp_path: Path, site_builder: Command) -> None:
    status, output, _ = site_builder("due", str(tmp_path))
    assert (status, "--first" in output) == (1, False)


def test_what_can_not_be_read_is_no_answer(published: Path, site_builder: Command) -> None:
    (published / LEDGER).write_bytes(b"{")
    assert site_builder("due", str(published))[0] == 2
