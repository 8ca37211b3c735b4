"""What the guard lets through because somebody has said that it is withdrawn, or that it expires."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from guard.changes import (
    ARTICLE,
    DATE,
    EPISODE,
    FEED,
    GUID,
    made_draft,
    moved_audio,
    no_english,
    no_episode,
    no_file,
    no_page,
    other_date,
    other_podcast,
    other_topic_label,
    swapped_slugs,
)
from guard.conftest import Project

from site_builder.guard.promises import Withdrawn
from site_builder.ledger.entries import PublishedFeed
from site_builder.problems import Position, Severity
from site_builder.settings import Withdrawal


def test_a_language_that_is_withdrawn_may_lead_on(project: Project) -> None:
    no_english(project)
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nredirect_from: [/en/articles/dluhy/]")
    project.withdraw("/en/*")
    assert project.told() == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (no_page, ["/clanky/druhy/"]),
        (no_page, ["https://web.example/clanky/druhy/"]),
        (no_page, ["/clanky/dr*"]),
        (no_page, ["/clanky/druhy"]),
        (no_page, ["/clanky/%64ruhy/"]),
        (no_page, ["http://web.example/clanky/druhy/"]),
        (made_draft, ["/clanky/druhy/"]),
        (moved_audio, ["/podcast/audio/prvni.cs.mp3"]),
        (other_date, [DATE]),
        (other_topic_label, ["/temata/dluhy/"]),
        (swapped_slugs, ["/clanky/dluhy/ /clanky/druhy/", "/clanky/druhy/ /clanky/dluhy/"]),
        (other_podcast, ["/podcast/feed.xml 9d1ffe6c-490a-5198-a3b1-053361ecfd0f"]),
        (no_file, ["/media/articles/zprava.pdf"]),
        (no_episode, ["/podcast/prvni-dil/", "/en/podcast/first-episode/", "/podcast/feed.xml"]),
    ],
)
def test_what_is_withdrawn_may_go(
    project: Project, change: Callable[[Project], None], what: list[str]
) -> None:
    change(project)
    assert project.told()
    project.withdraw(*what)
    assert project.told() == []


def test_a_withdrawal_counts_from_its_day_on(project: Project) -> None:
    no_page(project)
    project.withdraw("/clanky/druhy/", since="2026-06-02")
    assert project.told() == [f"{ARTICLE}:1 published-page-gone"]


@pytest.mark.parametrize(
    "what",
    [
        *(
            "/clanky/druhy/",
            "/clanky/*",
            "/podcast/feed.xml",
            "https://web.example/",
            "/media/articles/zprava.pdf",
        ),
        *(GUID, f"{GUID} {FEED}", DATE),
    ],
)
def test_what_is_withdrawn_must_not_be_there(project: Project, what: str) -> None:
    project.withdraw(what)
    assert project.told() == ["content/withdrawn.yml:2 withdrawn-still-there"]


@pytest.mark.parametrize("what", ["/clanky/druhy/", "/clanky/*", GUID])
def test_what_is_to_be_withdrawn_is_told_of_before(project: Project, what: str) -> None:
    """On its day nobody may be there to see why nothing is published."""
    project.withdraw(what, since="2026-06-02")
    assert project.told() == ["content/withdrawn.yml:2 withdrawn-will-be-there"]
    assert {problem.severity for problem in project.guarded()} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("path", "what"), [(ARTICLE, "/clanky/druhy/"), (EPISODE, GUID), (EPISODE, "/podcast/prvni-dil/")]
)
@pytest.mark.parametrize(("day", "told"), [("02", 0), ("03", 1)])
def test_what_expires_by_then_is_gone_by_itself(
    project: Project, path: str, what: str, day: str, told: int
) -> None:
    line = (project.root / path).read_text(encoding="utf-8").splitlines()[1]
    project.edit(path, line, f"{line}\nexpires: 2026-06-{day}")
    project.withdraw(what, since="2026-06-02")
    assert len(project.told()) == told


@pytest.mark.parametrize("path", [ARTICLE, EPISODE])
def test_what_expires_may_go(project: Project, path: str) -> None:
    line = (project.root / path).read_text(encoding="utf-8").splitlines()[1]
    project.edit(path, line, f"{line}\nexpires: 2026-05-31")
    assert project.told() == []


def test_a_former_address_that_is_withdrawn_must_not_lead_on(project: Project) -> None:
    """It would be lost another day, and the guard would have no word against it."""
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nslug: novy\nredirect_from: [druhy]")
    project.withdraw("/clanky/druhy/")
    assert project.told() == ["content/withdrawn.yml:2 withdrawn-still-there"]


def test_a_feed_that_is_withdrawn_may_lead_on(project: Project) -> None:
    feed = "/podcast/jiny/feed.xml"
    project.published = replace(
        project.published, feeds=(*project.published.feeds, PublishedFeed(feed, "cs"))
    )
    project.edit(ARTICLE, "title: Druhý", f"title: Druhý\nredirect_from: [{feed}]")
    assert [problem.code for problem in project.guarded()] == ["published-feed-gone"]
    project.withdraw(feed)
    assert project.guarded() == ()


@pytest.mark.parametrize(
    ("what", "promise", "site"),
    [
        ("/podcast/feed.xml", "/podcast/feed.xml", "https://user.example/podcast/"),
        (
            "https://user.example/podcast/podcast/feed.xml",
            "/podcast/feed.xml",
            "https://user.example/podcast/",
        ),
        ("https://web.example/?p=12", "https://web.example/?p=12", "https://web.example/"),
        (
            "https://web.example/?p=12 /f.xml 2026",
            "https://web.example/?p=12 /f.xml 2026",
            "https://web.example/",
        ),
        ("https://web.example/a/*", "/a/b/", "https://web.example/"),
        ("https://media.example/a/*", "https://media.example/a/b.mp3", "https://web.example/"),
        ("/media/zpráva č.pdf", "/media/zpr%C3%A1va%20%C4%8D.pdf", "https://web.example/"),
    ],
)
def test_what_is_withdrawn_is_called_as_the_guard_says(what: str, promise: str, site: str) -> None:
    entry = Withdrawal(what, "", date(2026, 1, 1), Position(""))
    assert Withdrawn.by([entry], site, date(2026, 1, 1)).has(promise)


@pytest.mark.parametrize(("what", "promise"), [("guid*", "guid2"), ("/en/", "/"), ("/clanky/a", "/clanky/")])
def test_what_is_called_otherwise_is_not_withdrawn(what: str, promise: str) -> None:
    entry = Withdrawal(what, "", date(2026, 1, 1), Position(""))
    assert not Withdrawn.by([entry], "https://web.example/en/", date(2026, 1, 1)).has(promise)
