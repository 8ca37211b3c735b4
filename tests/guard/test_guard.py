"""What the guard refuses, each thing at its line; and what it lets through because somebody has said it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import NAMESPACE_URL, uuid5

import pytest
from guard.conftest import Project

from site_builder.guard.promises import Withdrawn
from site_builder.ledger.entries import PublishedFeed
from site_builder.problems import Position
from site_builder.settings import Withdrawal

EPISODE = "podcast/prvni.cs.md"
GUID = "urn:uuid:00000000-0000-4000-8000-000000000001"
ARTICLE = "content/articles/druhy.cs.md"
FEED = "/podcast/feed.xml"
DATE = f"{GUID} {FEED} 2026-03-01T05:00:00Z"


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


def swapped_slugs(project: Project) -> None:
    project.edit("content/articles/dluhy.cs.md", "title: Dluhy", "title: Dluhy\nslug: druhy")
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nslug: dluhy")


def other_podcast(project: Project) -> None:
    project.edit("podcast/show.yml", "cs: 9d1ffe6c", "cs: 9d1ffe6d")


def no_file(project: Project) -> None:
    project.edit("content/articles/oboje.cs.md", "[Zpráva](zprava.pdf)", "Zpráva")
    (project.root / "content/articles/zprava.pdf").unlink()


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
        (other_topic_label, ["content/topics.yml:2 published-page-moved"]),
        (
            swapped_slugs,
            [
                "content/articles/dluhy.cs.md:3 published-address-taken",
                f"{ARTICLE}:3 published-address-taken",
            ],
        ),
        (other_podcast, ["podcast/show.yml:1 published-podcast-guid"]),
        (no_file, ["content/articles/zprava.pdf:1 published-file-gone"]),
    ],
)
def test_what_would_be_lost_is_told_where_it_can_be_mended(
    project: Project, change: Callable[[Project], None], told: list[str]
) -> None:
    change(project)
    assert project.told() == told


def add_episode(project: Project, name: str, number: int) -> None:
    """Another Czech episode, at `/podcast/<name>/`."""
    for ending in ("cs.md", "cs.vtt", "cs.mp3"):
        shutil.copy(project.root / f"podcast/prvni.{ending}", project.root / f"podcast/{name}.{ending}")
    audio = project.root / f"podcast/{name}.cs.mp3"
    audio.write_bytes(audio.read_bytes() + audio.read_bytes()[-417:] * number)
    path = f"podcast/{name}.cs.md"
    for old, new in (
        ("První díl", f"Díl {number}"),
        ("slug: prvni-dil\n", ""),
        (GUID, f"{GUID[:-1]}{number}"),
        ("episode: 1", f"episode: {number}"),
        ("2026-03-01", f"2026-03-0{number}"),
        ("prvni.cs.mp3", f"{name}.cs.mp3"),
        ("prvni.cs.vtt", f"{name}.cs.vtt"),
    ):
        project.edit(path, old, new)


def test_a_draft_whose_address_another_page_takes_is_told_of(project: Project) -> None:
    made_draft(project)
    project.edit(
        "content/articles/dluhy.cs.md", "title: Dluhy", "title: Dluhy\nslug: druhy\nredirect_from: [dluhy]"
    )
    assert project.told() == [f"{ARTICLE}:3 published-page-hidden"]
    project.edit(
        "content/articles/dluhy.cs.md", "slug: druhy\nredirect_from: [dluhy]", "redirect_from: [druhy]"
    )
    assert project.told() == []


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


def test_topics_that_change_places_are_told_of(project: Project) -> None:
    topics = project.root / "content/topics.yml"
    swapped = "housing: {cs: Dluhy, en: Housing}\ndebt: {cs: Bydlení, en: Debt}\n"
    topics.write_text(swapped, encoding="utf-8")
    assert project.told() == [
        "content/topics.yml:1 published-address-taken",
        "content/topics.yml:2 published-address-taken",
    ]


def test_a_topic_keeps_its_former_address(project: Project) -> None:
    topics = project.root / "content/topics.yml"
    debt = "debt: {cs: Zadlužení, en: Debt, redirect_from: [/temata/dluhy/]}\n"
    topics.write_text("housing: {cs: Bydlení, en: Housing}\n" + debt, encoding="utf-8")
    assert project.told() == []
    project.published = project.ledger()
    housing = "housing: {cs: Bydlení, en: Housing, redirect_from: [/temata/dluhy/]}\n"
    topics.write_text(f"{housing}debt: {{cs: Zadlužení, en: Debt}}\n", encoding="utf-8")
    assert project.told() == ["content/topics.yml:2 published-address-taken"]
    topics.write_text(
        "housing: {cs: Bydlení, en: Housing}\ndebt: {cs: Zadlužení, en: Debt}\n", encoding="utf-8"
    )
    assert project.told() == ["content/topics.yml:2 published-redirect-gone"]


def test_a_former_address_is_not_lost_with_a_later_one(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nredirect_from: [stary]")
    project.published = project.ledger()
    project.edit(ARTICLE, "redirect_from: [stary]", "slug: novy")
    project.withdraw("/clanky/druhy/")
    assert project.told() == [f"{ARTICLE}:1 published-redirect-gone"]


def test_the_list_of_a_kind_outlives_what_it_lists(project: Project) -> None:
    for path in (project.root / "content/articles").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("topics:", "expires: 2026-05-01\ntopics:"), encoding="utf-8")
    assert project.told() == []


def test_a_drawing_that_a_text_leads_to_is_promised(project: Project) -> None:
    drawing = project.root / "content/articles/plan.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', encoding="utf-8")
    project.edit(ARTICLE, "Text.", "Text. [Plán](plan.svg)")
    project.published = project.ledger()
    project.edit(ARTICLE, "Text. [Plán](plan.svg)", "Text.")
    drawing.unlink()
    assert project.told() == ["content/articles/plan.svg:1 published-file-gone"]


def test_a_podcast_that_was_published_without_its_guid_may_get_one(project: Project) -> None:
    feeds = tuple(replace(feed, guid="") for feed in project.published.feeds)
    project.published = replace(project.published, feeds=feeds)
    assert project.told() == []


def test_a_language_that_is_withdrawn_may_lead_on(project: Project) -> None:
    no_english(project)
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nredirect_from: [/en/articles/dluhy/]")
    project.withdraw("/en/*")
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


@pytest.mark.parametrize("path", [ARTICLE, EPISODE])
def test_what_expires_may_go(project: Project, path: str) -> None:
    line = (project.root / path).read_text(encoding="utf-8").splitlines()[1]
    project.edit(path, line, f"{line}\nexpires: 2026-05-31")
    assert project.told() == []


def test_an_address_that_had_led_on_must_not_show_another_page(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nslug: novy\nredirect_from: [druhy]")
    project.published = project.ledger()
    project.edit(ARTICLE, "redirect_from: [druhy]\n", "")
    project.edit("content/articles/oboje.cs.md", "title: Obojí", "title: Obojí\nredirect_from: [druhy]")
    assert project.told() == [f"{ARTICLE}:3 published-address-taken"]
    project.withdraw("/clanky/druhy/ /clanky/novy/")
    assert project.told() == []


def test_a_former_address_that_is_withdrawn_must_not_lead_on(project: Project) -> None:
    """It would be lost another day, and the guard would have no word against it."""
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nslug: novy\nredirect_from: [druhy]")
    project.withdraw("/clanky/druhy/")
    assert project.told() == ["content/withdrawn.yml:2 withdrawn-still-there"]


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


def test_a_former_address_of_a_renamed_file_is_told_at_its_page(project: Project) -> None:
    project.edit(ARTICLE, "title: Druhý", "title: Druhý\nredirect_from: [stary]")
    project.published = project.ledger()
    renamed = "content/articles/novy.cs.md"
    (project.root / ARTICLE).rename(project.root / renamed)
    project.edit(renamed, "redirect_from: [stary]", "redirect_from: [druhy]")
    assert project.told() == [f"{renamed}:3 published-redirect-gone"]


def test_a_feed_that_is_withdrawn_may_lead_on(project: Project) -> None:
    feed = "/podcast/jiny/feed.xml"
    project.published = replace(
        project.published, feeds=(*project.published.feeds, PublishedFeed(feed, "cs"))
    )
    project.edit(ARTICLE, "title: Druhý", f"title: Druhý\nredirect_from: [{feed}]")
    assert [problem.code for problem in project.guarded()] == ["published-feed-gone"]
    project.withdraw(feed)
    assert project.guarded() == ()


def test_an_older_word_for_other_audio_is_no_word(project: Project) -> None:
    replaced_audio(project)
    project.edit(EPISODE, "season: 1", "season: 1\naudio_changed: 2026-05-01")
    project.published = project.ledger()
    replaced_audio(project)
    project.edit(EPISODE, "audio_changed: 2026-05-01", "audio_changed: 2026-04-01")
    assert project.told() == [f"{EPISODE}:12 published-audio-replaced"]


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
