"""Where the ledger of what is published is found; whatever is no ledger is told apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hosts import FileHost, hosted
from repositories import Repository

from site_builder.ledger.entries import LEDGER, Ledger, PublishedPage
from site_builder.ledger.published import MAYBE_FIRST, built_ledger, published_ledger
from site_builder.ledger.written import as_json
from site_builder.problems import Problem

GOOD = Ledger("https://web.example/", (PublishedPage("/", "cs"),), (), ())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a published site that has its ledger alone."""
    folder = tmp_path / "published"
    folder.mkdir()
    (folder / LEDGER).write_bytes(as_json(GOOD))
    return folder


def code(found: Ledger | Problem) -> str:
    """The code of a problem, whose hint tells of a first publication where there may be one."""
    if isinstance(found, Ledger):
        return "found"
    assert ("--first" in found.hint) is (found.code in MAYBE_FIRST)
    return found.code


def test_in_a_folder_or_as_a_file(site: Path, tmp_path: Path) -> None:
    assert published_ledger(tmp_path, str(site)) == GOOD
    assert published_ledger(tmp_path, str(site / LEDGER)) == GOOD
    assert code(published_ledger(tmp_path, str(tmp_path))) == "ledger-missing"


def test_at_an_address(site: Path, tmp_path: Path) -> None:
    with hosted(site) as url:
        assert published_ledger(tmp_path, url) == GOOD
        assert published_ledger(tmp_path, url.rstrip("/")) == GOOD
        assert published_ledger(tmp_path, url + LEDGER) == GOOD
        assert code(published_ledger(tmp_path, url + "en/")) == "ledger-missing"
    assert code(published_ledger(tmp_path, url)) == "ledger-unreachable"
    assert code(published_ledger(tmp_path, "https://[::1")) == "ledger-nowhere"


def test_however_its_address_is_written(site: Path, tmp_path: Path) -> None:
    with hosted(site) as url:
        for written in (url.replace("http", "HTTP"), f"{url}?x=1", f"{url}#top", f"{url}{LEDGER}?x=1"):
            assert published_ledger(tmp_path, written) == GOOD


@pytest.mark.parametrize(
    ("to", "told", "values"),
    [
        ("https://new.example", "ledger-moved", {"to": "https://new.example/"}),
        ("https://[new.example", "ledger-unreachable", {"error": "301"}),
    ],
)
def test_a_server_that_leads_on_says_where_it_lies(
    site: Path, tmp_path: Path, to: str, told: str, values: dict[str, str]
) -> None:
    class Moved(FileHost):
        def do_GET(self) -> None:  # noqa: N802 - its name
            self.send_response(301)
            self.send_header("Location", to + self.path)
            self.end_headers()

    with hosted(site, Moved) as url:
        found = published_ledger(tmp_path, url)
    assert isinstance(found, Problem)
    assert (code(found), found.values) == (told, values)


def test_an_answer_that_breaks_off_is_asked_for_again(site: Path, tmp_path: Path) -> None:
    asked: list[str] = []

    class Breaking(FileHost):
        def do_GET(self) -> None:  # noqa: N802 - its name
            asked.append(self.path)
            data = as_json(GOOD)
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data if len(asked) > 1 else data[:13])

    with hosted(site, Breaking) as url:
        assert published_ledger(tmp_path, url) == GOOD


def test_in_a_branch_or_a_commit(repository: Repository) -> None:
    repository.git("branch", "empty")
    repository.git("switch", "--quiet", "--create", "gh-pages")
    commit = repository.commit({LEDGER: as_json(GOOD).decode()})
    repository.git("switch", "--quiet", "main")
    assert published_ledger(repository.root, "gh-pages") == GOOD
    assert published_ledger(repository.root, commit) == GOOD
    assert code(published_ledger(repository.root, "empty")) == "ledger-missing"
    for reference in ("nowhere", "--all", "gh-pages:content"):
        assert code(published_ledger(repository.root, reference)) == "ledger-nowhere"


def test_in_a_branch_that_only_the_remote_has(repository: Repository) -> None:
    """As right after `publish branch:gh-pages`."""
    commit = repository.commit({LEDGER: as_json(GOOD).decode()})
    repository.git("update-ref", "refs/remotes/origin/gh-pages", commit)
    assert published_ledger(repository.root, "gh-pages") == GOOD


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "ledger-unreadable"),
        (as_json(GOOD)[:40], "ledger-unreadable"),
        (b"<html>", "ledger-unreadable"),
        (as_json(GOOD).replace(b'"version": 1', b'"version": 2'), "ledger-newer"),
        (as_json(replace(GOOD, preview=True)), "ledger-preview"),
    ],
)
def test_a_ledger_that_says_nothing_reliable_is_no_ledger(site: Path, data: bytes, told: str) -> None:
    (site / LEDGER).write_bytes(data)
    assert code(published_ledger(site, str(site))) == told
    assert code(built_ledger(site)) == told


def test_what_was_not_built_has_none(tmp_path: Path) -> None:
    assert code(built_ledger(tmp_path / "site")) == "site-not-built"
