"""An episode's page plays its own audio, or borrows the other language's and says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_builder.plan.site import Site
from site_builder.plan.views import View


def test_an_episode_plays_its_own_audio(views: Mapping[str, View]) -> None:
    player = views["/podcast/prvni-dil/"].player
    assert player is not None
    assert player.source.url == "/podcast/audio/prvni.cs.mp3"
    assert player.source.media_type == "audio/mpeg"
    assert player.duration == "0 min 3 s"
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
