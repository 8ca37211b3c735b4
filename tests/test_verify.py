"""`verify` finds what a damaged site would make readers and listeners stumble over."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_builder.finish import outputs
from site_builder.plan.site import Site
from site_builder.problems import Problem
from site_builder.project import prepare
from site_builder.report import editor_language, rows
from site_builder.verify import verify
from site_builder.verify.feeds import verify_feeds
from site_builder.writing import write


@pytest.fixture(scope="module")
def plan(every_kind: Path) -> Site:
    site = prepare(every_kind, "https://web.example/", datetime(2026, 6, 1, 12, tzinfo=UTC)).site
    assert site is not None
    return site


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A copy of the built site, to be damaged."""
    return Path(shutil.copytree(built, tmp_path / "site"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text)
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")


def found(folder: Path, plan: Site) -> list[tuple[str, str]]:
    problems = verify(folder, plan)
    assert all(row.message and "{" not in row.message for row in told(problems))
    return [(problem.code, problem.at.path) for problem in problems]


def told(problems: tuple[Problem, ...]) -> tuple[object, ...]:
    return (*rows(problems, editor_language("cs")), *rows(problems, editor_language("en")))


def test_a_good_site_has_no_problems(folder: Path, plan: Site) -> None:
    assert found(folder, plan) == []


def test_a_missing_page_is_found_in_every_page_that_links_to_it(folder: Path, plan: Site) -> None:
    (folder / "rozhovory/rozhovor/index.html").unlink()
    codes = found(folder, plan)
    assert ("dead-link-in-site", "clanky/nocleh/index.html") in codes
    assert ("dead-link-in-site", "rozhovory/index.html") in codes
    assert {code for code, _ in codes} == {"dead-link-in-site"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r'href="/rozhovory/rozhovor/', 'href="/rozhovory/rozhovory/'),
        (r'href="/rozhovory/rozhovor/#druha-otazka"', 'href="/rozhovory/rozhovor/#treti-otazka"'),
        (r'href="/rozhovory/rozhovor/#druha-otazka"', 'href="#neni"'),
        (r'src="/media/articles/nocleh/dum.svg"', 'src="/media/articles/nocleh/kun.svg"'),
        (r'<link rel="stylesheet" href="/', '<link rel="stylesheet" href="/neni/'),
        (r'href="https://web.example/en/articles/winter-bed/"', 'href="https://web.example/en/articles/x/"'),
    ],
)
def test_a_dead_link_is_found(folder: Path, plan: Site, old: str, new: str) -> None:
    replace(folder / "clanky/nocleh/index.html", old, new)
    assert found(folder, plan) == [("dead-link-in-site", "clanky/nocleh/index.html")]


def test_the_language_of_a_link_to_elsewhere_is_not_our_business(folder: Path, plan: Site) -> None:
    replace(
        folder / "clanky/nocleh/index.html", 'href="https://www.mpsv.cz/"', 'href="https://neni.example/"'
    )
    assert found(folder, plan) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r'length="\d+"', 'length="1"'),
        (r'<enclosure url="[^"]+"', '<enclosure url="https://web.example/podcast/audio/neni.mp3"'),
    ],
)
def test_a_wrong_enclosure_is_found(folder: Path, plan: Site, old: str, new: str) -> None:
    replace(folder / "podcast/feed.xml", old, new)
    assert found(folder, plan) == [("enclosure-in-feed", "podcast/feed.xml")]


def test_a_missing_enclosure_is_found(folder: Path, plan: Site) -> None:
    replace(folder / "podcast/feed.xml", r"<enclosure [^>]+>", "")
    path = "podcast/feed.xml"
    assert found(folder, plan) == [("enclosure-in-feed", path), ("feed-rule", "podcast/prvni.cs.md")]


@pytest.mark.parametrize(
    ("old", "new", "severity", "path", "field"),
    [
        ("<language>cs</language>", "<language>cz</language>", "error", "podcast/feed.xml", None),
        (
            "<title>První díl</title>",
            "<title>1. První díl</title>",
            "warning",
            "podcast/prvni.cs.md",
            "title",
        ),
        ("<itunes:author>.*</itunes:author>", "", "warning", "podcast/show.yml", "author"),
        ("<itunes:category .*/>", "", "error", "podcast/show.yml", "categories"),
        (r"<itunes:duration>\d+", "<itunes:duration>0:03", "warning", "podcast/prvni.cs.md", "audio"),
    ],
)
def test_a_broken_rule_of_podcasts_is_told_where_it_can_be_mended(
    folder: Path, plan: Site, old: str, new: str, severity: str, path: str, field: str | None
) -> None:
    replace(folder / "podcast/feed.xml", old, new)
    (problem,) = verify(folder, plan)
    assert (problem.code, problem.severity, problem.at.path) == ("feed-rule", severity, path)
    assert problem.at.line > 1
    assert problem.field == field


def test_what_a_check_of_the_content_tells_is_not_told_twice(folder: Path, plan: Site) -> None:
    short = '<podcast:soundbite startTime="0" duration="2">Ukázka</podcast:soundbite>'
    replace(folder / "podcast/feed.xml", "</item>", f"{short}</item>")
    assert found(folder, plan) == []


def paged(folder: Path) -> None:
    """Put the feed's episodes on a second page."""
    feed, second = folder / "podcast/feed.xml", folder / "podcast/feed-2.xml"
    shutil.copy(feed, second)
    replace(feed, r"(?s)<item>.*</item>", "")
    link = '<atom:link rel="next" href="https://web.example/podcast/feed-2.xml"/>'
    replace(feed, "<copyright>|<docs>", link + r"\g<0>")


def test_episodes_may_be_on_archive_pages(folder: Path, plan: Site) -> None:
    paged(folder)
    assert found(folder, plan) == []


def test_archive_pages_are_looked_through_too(folder: Path, plan: Site) -> None:
    paged(folder)
    replace(folder / "podcast/feed-2.xml", r'length="\d+"', 'length="1"')
    assert found(folder, plan) == [("enclosure-in-feed", "podcast/feed-2.xml")]
    (folder / "podcast/feed-2.xml").unlink()
    assert found(folder, plan) == [("broken-feed", "podcast/feed-2.xml")]


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("https://web.example/", []),
        ("http://127.0.0.1:8000/", []),
        ("http://localhost/web/", []),
        ("http://web.example/", ["site-without-https"]),
    ],
)
def test_a_site_needs_https_but_on_this_machine(
    every_kind: Path, now: datetime, tmp_path: Path, address: str, codes: list[str]
) -> None:
    site = prepare(every_kind, address, now).site
    assert site is not None
    write(tmp_path, outputs(site))
    (tmp_path / "podcast/audio").mkdir()
    shutil.copy(every_kind / "podcast/prvni.cs.mp3", tmp_path / "podcast/audio")
    assert [problem.code for problem in verify_feeds(tmp_path, site)] == codes


def test_audio_cut_short_is_found(folder: Path, plan: Site) -> None:
    (folder / "podcast/audio/prvni.cs.mp3").write_bytes(b"ID3")
    assert ("enclosure-in-feed", "podcast/feed.xml") in found(folder, plan)


@pytest.mark.parametrize("feed", ["podcast/feed.xml", "atom.xml", "en/atom.xml"])
@pytest.mark.parametrize("data", [b"", b"<html>", b"<rss><channel>"])
def test_a_feed_that_is_no_xml_is_found(folder: Path, plan: Site, feed: str, data: bytes) -> None:
    (folder / feed).write_bytes(data)
    assert found(folder, plan) == [("broken-feed", feed)]


def test_an_episode_that_the_feed_has_not_is_found(folder: Path, plan: Site) -> None:
    replace(folder / "podcast/feed.xml", r"(?s)<item>.*</item>", "")
    assert found(folder, plan) == [("broken-feed", "podcast/feed.xml")]
