"""A built folder beside what its ledger promises."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.ledger.complete import incomplete, promised
from site_builder.ledger.entries import (
    Ledger,
    PublishedFeed,
    PublishedFile,
    PublishedItem,
    PublishedPage,
    PublishedRedirect,
)

AUDIO = b"audio"
ITEM = PublishedItem(
    "g",
    "2026-03-01T05:00:00Z",
    "/web/",
    "/web/d%C3%ADl.mp3",
    5,
    "audio/mpeg",
    hashlib.sha256(AUDIO).hexdigest(),
)
LEDGER = Ledger(
    "https://web.example/web/",
    (PublishedPage("/web/", "cs"), PublishedPage("/web/%C4%8Dl%C3%A1nek/", "cs")),
    (PublishedRedirect("/web/stary.html", "/web/"), PublishedRedirect("/web/stary.php", "/web/")),
    (
        PublishedFeed(
            "/web/feed.xml", "cs", (ITEM, replace(ITEM, guid="h", enclosure="https://media.example/h.mp3"))
        ),
    ),
    files=(PublishedFile("/web/media/zprava.pdf", "content/zprava.pdf"),),
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path in promised(LEDGER):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(AUDIO)
    return tmp_path


def test_promises_are_answered_by_files_but_where_the_host_alone_can(site: Path) -> None:
    pages = {"index.html", "článek/index.html", "stary.html"}
    assert set(promised(LEDGER)) == {*pages, "feed.xml", "díl.mp3", "media/zprava.pdf"}
    assert incomplete(site, LEDGER) == ()


@pytest.mark.parametrize("path", sorted(promised(LEDGER)))
def test_what_is_gone_is_told(site: Path, path: str) -> None:
    (site / path).unlink()
    assert [(problem.code, problem.values["path"]) for problem in incomplete(site, LEDGER)] == [
        ("site-incomplete", path)
    ]


def test_an_empty_page_or_feed_is_none_but_a_linked_file_may_be_empty(site: Path) -> None:
    for path in ("index.html", "stary.html", "feed.xml", "media/zprava.pdf"):
        (site / path).write_bytes(b"")
    lacking = [problem.values["path"] for problem in incomplete(site, LEDGER)]
    assert lacking == ["feed.xml", "index.html", "stary.html"]


def test_audio_has_its_length_and_its_bytes(site: Path) -> None:
    assert len(incomplete(site, LEDGER, {"díl.mp3": "0"})) == 1
    for other in (b"aud", b"AUDIO"):
        (site / "díl.mp3").write_bytes(other)
        (problem,) = incomplete(site, LEDGER)
        assert "audio check" in problem.hint
