"""What more the guard refuses of podcasts: episodes, their guids, dates and audio, and feeds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

import pytest
from guard.changes import (
    EPISODE,
    GUID,
    add_episode,
    moved_audio,
    no_episode,
    replaced_audio,
)
from guard.conftest import Project


def test_an_episode_is_known_by_its_guid_whatever_its_file(project: Project) -> None:
    add_episode(project, "druhy", 2)
    add_episode(project, "treti", 3)
    project.published = project.ledger()
    for number, other in ((2, "treti"), (3, "druhy")):
        file = project.root / f"podcast/{'druhy' if number == 2 else 'treti'}.cs.md"
        file.rename(project.root / f"podcast/{other}.cs.tmp")
    for file in (project.root / "podcast").glob("*.tmp"):
        file.rename(file.with_suffix(".md"))
    assert project.told() == [
        "podcast/druhy.cs.md:1 published-address-taken",
        "podcast/treti.cs.md:1 published-address-taken",
    ]


def test_a_former_address_of_a_player_comes_back_with_that_of_its_page(project: Project) -> None:
    project.edit(EPISODE, "slug: prvni-dil", "slug: novy-dil\nredirect_from: [prvni-dil]")
    assert project.told() == []
    project.published = project.ledger()
    project.edit(EPISODE, "redirect_from: [prvni-dil]\n", "")
    (problem,) = project.guarded()
    project.edit(EPISODE, "slug: novy-dil", f"slug: novy-dil\nredirect_from: [{problem.values['what']}]")
    assert project.told() == []
    assert project.ledger().redirects == project.published.redirects


def test_a_podcast_that_was_published_without_its_guid_may_get_one(project: Project) -> None:
    feeds = tuple(replace(feed, guid="") for feed in project.published.feeds)
    project.published = replace(project.published, feeds=feeds)
    assert project.told() == []


@pytest.mark.parametrize("moment", ["2026-03-01 06:00:30", "2025-10-26 02:30+01:00"])
def test_the_old_date_is_told_exactly(project: Project, moment: str) -> None:
    for path in (EPISODE, "podcast/prvni.en.md"):
        project.edit(path, "date: 2026-03-01 06:00", f"date: {moment}")
    project.published = project.ledger()
    for path in (EPISODE, "podcast/prvni.en.md"):
        project.edit(path, f"date: {moment}", "date: 2026-03-01 06:00")
    (problem,) = project.guarded()
    for path in (EPISODE, "podcast/prvni.en.md"):
        project.edit(path, "date: 2026-03-01 06:00", f"date: {problem.values['date']}")
    assert project.told() == []


def test_audio_can_change_again_on_the_same_day(project: Project) -> None:
    project.edit(EPISODE, "season: 1", "season: 1\naudio_changed: 2026-06-01")
    project.published = project.ledger()
    replaced_audio(project)
    (problem,) = project.guarded()
    project.edit(EPISODE, "audio_changed: 2026-06-01", f"audio_changed: {problem.values['when']}")
    assert project.told() == []


def test_an_episode_that_moves_to_another_podcast_is_told_at_its_file(project: Project) -> None:
    add_episode(project, "druhy", 2)
    project.published = project.ledger()
    other = project.root / "podcast/jiny"
    other.mkdir()
    show = (
        (project.root / "podcast/show.yml").read_text(encoding="utf-8").replace("cover.jpg", "../cover.jpg")
    )
    guids = f"guid: {{cs: {uuid5(NAMESPACE_URL, 'cs')}, en: {uuid5(NAMESPACE_URL, 'en')}}}\n"
    (other / "show.yml").write_text(guids + show.partition("\n")[2], encoding="utf-8")
    for path in (project.root / "podcast").glob("druhy.*"):
        path.rename(other / path.name)
    assert "podcast/jiny/druhy.cs.md:5 published-episode-gone" in project.told()


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


def test_an_episode_may_leave_the_feed_of_one_language(project: Project) -> None:
    for ending in ("mp3", "vtt"):
        shutil.copy(project.root / f"podcast/prvni.cs.{ending}", project.root / f"podcast/prvni.en.{ending}")
    english = "podcast/prvni.en.md"
    project.edit(english, "season: 1", "season: 1\naudio: prvni.en.mp3\ntranscript: prvni.en.vtt")
    other = (project.root / english).read_text(encoding="utf-8")
    for old, new in (("first-episode", "second"), (GUID, f"{GUID[:-1]}2"), ("episode: 1", "episode: 2")):
        other = other.replace(old, new)
    (project.root / "podcast/druhy.en.md").write_text(other.replace("prvni.en", "druhy.en"), encoding="utf-8")
    for ending in ("mp3", "vtt"):
        shutil.copy(project.root / f"podcast/prvni.cs.{ending}", project.root / f"podcast/druhy.en.{ending}")
    project.published = project.ledger()
    project.edit(english, "audio: prvni.en.mp3\ntranscript: prvni.en.vtt\n", "")
    assert project.told() == [f"{english}:1 published-episode-gone"]
    project.withdraw(f"{GUID} /en/podcast/feed.xml")
    assert project.told() == []


def test_listeners_who_are_led_to_another_feed_keep_the_guids(project: Project) -> None:
    new = project.ledger()
    moved = tuple(
        replace(feed, url="/podcast/jiny/feed.xml", items=(replace(feed.items[0], guid="jiny"),))
        if feed.items
        else feed
        for feed in new.feeds
    )
    told = [problem.code for problem in project.guarded(replace(new, feeds=moved))]
    assert sorted(told) == ["published-feed-gone", "published-guid-changed"]


def test_the_same_recording_in_another_podcast_keeps_its_own_guid(project: Project) -> None:
    new = project.ledger()
    (czech,) = (feed for feed in new.feeds if feed.items)
    twin = replace(czech, url="/podcast/jiny/feed.xml", items=(replace(czech.items[0], guid="jiny"),))
    project.published = replace(new, feeds=(*new.feeds, twin))
    assert [problem.code for problem in project.guarded(new)] == ["published-feed-gone"]


def test_an_older_word_for_other_audio_is_no_word(project: Project) -> None:
    replaced_audio(project)
    project.edit(EPISODE, "season: 1", "season: 1\naudio_changed: 2026-05-01")
    project.published = project.ledger()
    replaced_audio(project)
    project.edit(EPISODE, "audio_changed: 2026-05-01", "audio_changed: 2026-04-01")
    assert project.told() == [f"{EPISODE}:12 published-audio-replaced"]
