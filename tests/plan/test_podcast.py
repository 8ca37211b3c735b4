"""An episode's page plays its own audio, or borrows the other language's and says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from site_builder.documents import Chapter
from site_builder.plan.podcast import episode_view
from site_builder.plan.site import Site
from site_builder.plan.views import Passage, View
from site_builder.podcasting import Soundbite
from site_builder.project import prepare

ROOT = Path(__file__).parents[2]


def test_an_episode_plays_its_own_audio(views: Mapping[str, View]) -> None:
    player = views["/podcast/prvni-dil/"].player
    assert player is not None
    assert player.source.url == "/podcast/audio/prvni.cs.mp3"
    assert player.source.media_type == "audio/mpeg"
    assert player.duration == "3\xa0s"
    assert not player.borrowed
    assert [(chapter.time, chapter.title) for chapter in player.chapters] == [
        ("0:00", "Začátek"),
        ("0:01", "Konec"),
    ]
    assert [(turn.speaker, turn.text) for turn in player.transcript] == [("Jana", "Dobrý den. Na shledanou.")]


def test_an_episode_without_audio_of_its_own_borrows_it(views: Mapping[str, View]) -> None:
    player = views["/en/podcast/first-episode/"].player
    assert player is not None
    assert player.source.url == "/podcast/audio/prvni.cs.mp3"
    assert player.borrowed
    assert (player.language, player.language_label) == ("cs", "Czech")
    assert player.transcript_language == "cs"
    assert player.chapters_url == "/podcast/chapters/prvni.en.json"


def test_a_feed_is_there_for_each_language_with_audio(views: Mapping[str, View]) -> None:
    for url in ("/podcast/", "/en/podcast/"):
        feeds = [subscription.feed.url for subscription in views[url].subscribe]
        assert feeds == ["https://web.example/podcast/feed.xml"]


def test_a_site_without_a_show_has_no_podcast(plan_of: Callable[..., Site]) -> None:
    assert "/podcast/" in {page.url for page in plan_of({}).pages}


def test_the_player_of_an_episode_is_a_page_for_other_sites(plan_of: Callable[..., Site]) -> None:
    pages = {page.url: page for page in plan_of({}).pages}
    for url in ("/podcast/prvni-dil/", "/en/podcast/first-episode/"):
        page = pages[f"{url}embed/"]
        view = page.view()
        assert not page.listed
        assert (view.layout, view.canonical) == ("embed", f"https://web.example{url}")
        assert view.switches == view.alternates == view.breadcrumbs == ()
        assert view.player
        assert view.player.embed_url == f"https://web.example{url}embed/"
        assert view.player.chapters


def test_without_audio_there_is_no_player_to_embed(plan_of: Callable[..., Site]) -> None:
    files = {
        "podcast/text.cs.md": "---\ntitle: Jen text\ndate: 2026-03-01\ndraft: true\n"
        "guid: urn:uuid:00000000-0000-4000-8000-000000000009\n---\nText.\n"
    }
    site = plan_of(files)
    assert [page.url for page in site.pages if page.url.endswith("/embed/")] == [
        "/podcast/prvni-dil/embed/",
        "/en/podcast/first-episode/embed/",
    ]


def test_an_address_like_a_player_s_is_a_clash(
    make_site: Callable[[Mapping[str, str]], Path], now: datetime
) -> None:
    """A second podcast named as an episode, with an episode named `embed`."""
    show = (ROOT / "tests/sites/base/podcast/show.yml").read_text(encoding="utf-8")
    guid = "urn:uuid:00000000-0000-4000-8000-00000000000a"
    episode = f"---\ntitle: Embed\nslug: embed\ndate: 2026-03-01\nguid: {guid}\n---\n"
    root = make_site({"podcast/prvni-dil/show.yml": show, "podcast/prvni-dil/x.cs.md": episode})
    problems = prepare(root, "https://web.example/", now).problems
    clashes = {problem.values["url"]: problem for problem in problems if problem.code == "same-url"}
    assert clashes["/podcast/prvni-dil/embed/"].hint == "Give one of them another slug."


def test_soundbites_are_passages_of_the_player(plan_of: Callable[..., Site]) -> None:
    site = plan_of({})
    edition = site.editions.by_code["cs"]
    document = next(one for one in site.library.documents if one.path.endswith("prvni.cs.md"))
    at = document.where("soundbites")
    bites = (Soundbite(0.25, 1.5, "To nejlepší", at), Soundbite(1, 100, "", at))
    changed = replace(document, details=replace(document.details, soundbites=bites))
    view = episode_view(site.editions, edition, changed, (), {"cs": "/podcast/prvni-dil/"})
    assert view.player
    assert view.player.passages == (
        Passage("0.25", "1.75", "0:00", "2\xa0s", "To nejlepší"),
        Passage("1", "101", "0:01", "1\xa0min 40\xa0s", "První díl"),
    )


def test_what_is_said_and_its_chapters_are_set_for_readers(plan_of: Callable[..., Site]) -> None:
    site = plan_of(
        {"podcast/prvni.cs.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Jana>Byt v Praze - a dál...\n"}
    )
    edition = site.editions.by_code["cs"]
    document = next(one for one in site.library.documents if one.path.endswith("prvni.cs.md"))
    chapters = (Chapter(0, "Bydlet v Praze", document.where("chapters")),)
    changed = replace(document, details=replace(document.details, chapters=chapters))
    for typography, space, spoken in (
        (True, "\xa0", "Byt v\xa0Praze\xa0– a\xa0dál…"),
        (False, " ", "Byt v Praze - a dál..."),
    ):
        page = replace(changed, typography=typography)
        player = episode_view(site.editions, edition, page, (), {"cs": "/podcast/prvni-dil/"}).player
        assert player
        assert [turn.text for turn in player.transcript] == [spoken]
        assert [chapter.title for chapter in player.chapters] == [f"Bydlet v{space}Praze"]


def test_audio_stored_elsewhere_is_played_from_there(plan_of: Callable[..., Site]) -> None:
    site = plan_of({})
    stored = {
        path: replace(facts, url="https://cdn.example/1.mp3") for path, facts in site.library.audio.items()
    }
    edition = replace(site.editions.by_code["cs"], library=replace(site.library, audio=stored))
    document = next(one for one in site.library.documents if one.path.endswith("prvni.cs.md"))
    view = episode_view(site.editions, edition, document, (), {"cs": "/podcast/prvni-dil/"})
    assert view.player
    assert view.player.source.url == "https://cdn.example/1.mp3"
