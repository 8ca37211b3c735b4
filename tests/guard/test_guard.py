"""What the guard refuses, each thing at its line; and what it lets through because somebody has said it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace

import pytest
from guard.conftest import Project

EPISODE = "podcast/prvni.cs.md"
GUID = "urn:uuid:00000000-0000-4000-8000-000000000001"
ARTICLE = "content/articles/druhy.cs.md"
DATE = f"{GUID} 2026-03-01T05:00:00Z"


def other_guid(project: Project) -> None:
    for path in (EPISODE, "podcast/prvni.en.md"):
        project.edit(path, f"guid: {GUID}", f"guid: {GUID[:-1]}2")


def no_episode(project: Project) -> None:
    for ending in ("cs.md", "en.md", "cs.vtt", "cs.mp3"):
        (project.root / f"podcast/prvni.{ending}").unlink()


def moved_audio(project: Project) -> None:
    (project.root / "podcast/prvni.cs.mp3").rename(project.root / "podcast/jiny.cs.mp3")
    project.edit(EPISODE, "audio: prvni.cs.mp3", "audio: jiny.cs.mp3")


def replaced_audio(project: Project) -> None:
    (audio,) = (project.root / "podcast").glob("*.mp3")
    data = audio.read_bytes()
    audio.write_bytes(data + data[-417:])


def no_page(project: Project) -> None:
    (project.root / ARTICLE).unlink()


def no_translation(project: Project) -> None:
    (project.root / "content/articles/dluhy.en.md").unlink()


def other_slug(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nslug: jiny")


def other_slug_of_episode(project: Project) -> None:
    project.edit(EPISODE, "slug: prvni-dil", "slug: jiny-dil")


def renamed_file(project: Project) -> None:
    (project.root / ARTICLE).rename(project.root / "content/articles/treti.cs.md")


def made_draft(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\ndraft: true")


def scheduled(project: Project) -> None:
    project.edit(ARTICLE, "date: 2026-02-01", "date: 2026-09-01")


def other_date(project: Project) -> None:
    for path in (EPISODE, "podcast/prvni.en.md"):
        project.edit(path, "date: 2026-03-01 06:00", "date: 2026-03-01 06:05")


def other_topic_label(project: Project) -> None:
    project.edit("content/topics.yml", "cs: Dluhy", "cs: Zadlužení")


def no_english(project: Project) -> None:
    settings = project.root / "content/site.yml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("  en:"))
    settings.write_text(text.replace(", en: Office", "") + "\n", encoding="utf-8")
    for page in project.root.rglob("*.en.md"):
        page.unlink()
    for path in ("content/topics.yml", "podcast/show.yml"):
        file = project.root / path
        lines = file.read_text(encoding="utf-8").splitlines()
        file.write_text(
            "".join(
                f"{line.partition(', en:')[0]}}}\n" if ", en:" in line else f"{line}\n" for line in lines
            ),
            encoding="utf-8",
        )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (other_guid, [f"{EPISODE}:6 published-guid-changed"]),
        (moved_audio, [f"{EPISODE}:11 published-audio-moved"]),
        (replaced_audio, [f"{EPISODE}:11 published-audio-replaced"]),
        (no_page, [f"{ARTICLE}:1 published-page-gone"]),
        (no_translation, ["content/articles/dluhy.en.md:1 published-page-gone"]),
        (other_slug, [f"{ARTICLE}:3 published-page-moved"]),
        (other_slug_of_episode, [f"{EPISODE}:4 published-page-moved"]),
        (renamed_file, [f"{ARTICLE}:1 published-page-gone"]),
        (made_draft, [f"{ARTICLE}:3 published-page-hidden"]),
        (scheduled, [f"{ARTICLE}:4 published-page-hidden"]),
        (other_date, [f"{EPISODE}:5 published-date-moved"]),
        (other_topic_label, ["content/topics.yml:1 published-page-gone"]),
    ],
)
def test_what_would_be_lost_is_told_where_it_can_be_mended(
    project: Project, change: Callable[[Project], None], told: list[str]
) -> None:
    change(project)
    assert project.told() == told


def test_a_feed_that_ends_is_told_of_once_for_all_its_episodes(project: Project) -> None:
    no_episode(project)
    told = project.told()
    assert "podcast/show.yml:1 published-feed-gone" in told
    assert not [line for line in told if "published-episode-gone" in line]


def test_an_episode_that_leaves_its_feed_is_told_of(project: Project) -> None:
    for ending in ("cs.md", "cs.vtt", "cs.mp3"):
        shutil.copy(project.root / f"podcast/prvni.{ending}", project.root / f"podcast/druha.{ending}")
    text = (project.root / "podcast/druha.cs.md").read_text(encoding="utf-8")
    text = text.replace("prvni", "druha").replace(GUID, GUID[:-1] + "2").replace("episode: 1", "episode: 2")
    (project.root / "podcast/druha.cs.md").write_text(text.replace("03-01", "03-02"), encoding="utf-8")
    project.published = project.ledger()
    for ending in ("cs.md", "cs.vtt", "cs.mp3"):
        (project.root / f"podcast/druha.{ending}").unlink()
    assert project.told() == [
        "podcast/druha.cs.md:1 published-episode-gone",
        "podcast/druha.cs.md:1 published-page-gone",
    ]
    project.withdraw("/podcast/druha-dil/")
    assert project.told() == []


def test_a_language_that_ends_takes_its_pages_and_its_feed(project: Project) -> None:
    no_english(project)
    told = project.told()
    assert "content/site.yml:1 published-feed-gone" in told
    assert "content/articles/dluhy.en.md:1 published-page-gone" in told
    project.withdraw("/en/*")
    assert project.told() == []


def test_a_site_at_another_address_is_told_of_and_nothing_else(project: Project) -> None:
    new = project.ledger()
    moved = replace(new, site="https://jinde.example/")
    assert [problem.code for problem in project.guarded(moved)] == ["published-site-moved"]
    project.withdraw("https://web.example/")
    assert project.guarded(moved) == ()


def test_a_former_address_must_go_on_leading_on(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nslug: novy\nredirect_from: [/clanky/druhy/]")
    assert project.told() == []
    project.published = project.ledger()
    project.edit(ARTICLE, "redirect_from: [/clanky/druhy/]\n", "")
    assert project.told() == [f"{ARTICLE}:1 published-redirect-gone"]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (moved_audio, "audio_changed: 2026-06-01"),
        (replaced_audio, "audio_changed: 2026-06-01 10:00"),
    ],
)
def test_a_word_in_front_matter_lets_other_audio_through_once(
    project: Project, change: Callable[[Project], None], word: str
) -> None:
    change(project)
    project.edit(EPISODE, "season: 1", f"season: 1\n{word}")
    assert project.told() == []
    project.published = project.ledger()
    replaced_audio(project)
    assert project.told() == [f"{EPISODE}:12 published-audio-replaced"]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (no_page, ["/clanky/druhy/"]),
        (no_page, ["https://web.example/clanky/druhy/"]),
        (no_page, ["/clanky/dr*"]),
        (made_draft, ["/clanky/druhy/"]),
        (moved_audio, ["/podcast/audio/prvni.cs.mp3"]),
        (other_date, [DATE]),
        (other_topic_label, ["/temata/dluhy/"]),
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
    "what", ["/clanky/druhy/", "/clanky/*", GUID, DATE, "/podcast/feed.xml", "https://web.example/"]
)
def test_what_is_withdrawn_must_not_be_there(project: Project, what: str) -> None:
    project.withdraw(what)
    assert project.told() == ["content/withdrawn.yml:2 withdrawn-still-there"]


@pytest.mark.parametrize("path", [ARTICLE, EPISODE])
def test_what_expires_may_go(project: Project, path: str) -> None:
    line = (project.root / path).read_text(encoding="utf-8").splitlines()[1]
    project.edit(path, line, f"{line}\nexpires: 2026-05-31")
    if path == EPISODE:
        project.withdraw("/podcast/feed.xml")  # it was the only one
    assert project.told() == []
