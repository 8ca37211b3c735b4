"""Search engines read what a podcast and its episodes are, whatever their titles hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.plan.linked_data import as_script, episode_data, series_data
from site_builder.plan.site import Site
from site_builder.plan.views import View

PlanOf = Callable[..., Site]
HOST = "https://web.example"


def data_of(view: View) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(view.linked_data)
    return data


def test_a_podcast(views: Mapping[str, View]) -> None:
    assert data_of(views["/en/podcast/"]) == {
        "@context": "https://schema.org",
        "@type": "PodcastSeries",
        "@id": f"{HOST}/en/podcast/",
        "name": "Test podcast",
        "url": f"{HOST}/en/podcast/",
        "description": "A podcast for tests.",
        "inLanguage": "en",
        "image": f"{HOST}/podcast/audio/cover.jpg",
        "webFeed": [f"{HOST}/podcast/feed.xml"],
        "author": {"@type": "Organization", "name": "Úřad"},
        "publisher": {"@type": "Organization", "name": "Úřad"},
        "actor": [{"@type": "Person", "name": "Jana Nováková", "url": f"{HOST}/en/people/jana/"}],
    }


def test_its_pages_in_apps_are_those_of_this_language(plan_of: PlanOf) -> None:
    site = plan_of({})
    spotify = {code: f"https://open.spotify.com/show/{code}" for code in ("cs", "en")}
    apps = {code: {"Spotify": url} for code, url in spotify.items()}
    show = replace(site.library.shows["podcast"], apps=apps)
    for edition in site.editions:
        assert series_data(edition, show, ())["sameAs"] == [spotify[edition.code]]
    assert "sameAs" not in series_data(
        site.editions.by_code["en"], replace(show, apps={"cs": apps["cs"]}), ()
    )


def test_an_episode(views: Mapping[str, View]) -> None:
    data = data_of(views["/podcast/prvni-dil/"])
    url = f"{HOST}/podcast/prvni-dil/"
    assert data["@type"] == "PodcastEpisode"
    assert (data["name"], data["url"], data["inLanguage"]) == ("První díl", url, "cs")
    assert data["datePublished"] == "2026-03-01T06:00:00+01:00"
    assert (data["episodeNumber"], data["partOfSeason"]["seasonNumber"]) == (1, 1)
    assert data["partOfSeries"]["@id"] == f"{HOST}/podcast/"
    assert data["timeRequired"] == "PT3S"
    audio = data["associatedMedia"]
    assert audio["contentUrl"] == f"{HOST}/podcast/audio/prvni.cs.mp3"
    assert (audio["encodingFormat"], audio["duration"], audio["inLanguage"]) == ("audio/mpeg", "PT3S", "cs")
    assert re.fullmatch(r"\d+ B", audio["contentSize"])
    assert audio["caption"]["contentUrl"] == f"{HOST}/podcast/transcripts/prvni.cs.vtt"
    assert [
        (clip["name"], clip["startOffset"], clip["endOffset"], clip["url"]) for clip in data["hasPart"]
    ] == [
        ("Začátek", 0, 1, f"{url}#t=0"),
        ("Konec", 1, 3, f"{url}#t=1"),
    ]


def test_borrowed_audio_keeps_its_language(views: Mapping[str, View]) -> None:
    data = data_of(views["/en/podcast/first-episode/"])
    assert data["inLanguage"] == "en"
    assert data["associatedMedia"]["inLanguage"] == "cs"
    assert data["associatedMedia"]["embedUrl"] == f"{HOST}/en/podcast/first-episode/embed/"


def test_other_pages_say_nothing(views: Mapping[str, View]) -> None:
    with_data = {url for url, view in views.items() if view.linked_data}
    assert with_data == {
        "/podcast/",
        "/en/podcast/",
        "/podcast/prvni-dil/",
        "/en/podcast/first-episode/",
    }


@pytest.mark.parametrize(
    ("seconds", "told"), [(59.6, "PT1M0S"), (600, "PT10M0S"), (3700.2, "PT1H1M40S"), (36_000, "PT10H0S")]
)
def test_durations_are_iso_8601(plan_of: PlanOf, seconds: float, told: str) -> None:
    site = plan_of({})
    document = next(document for document in site.library.documents if document.path.endswith("prvni.cs.md"))
    found = site.library.audio_of(document)
    player = next(page.view().player for page in site.pages if page.url == "/podcast/prvni-dil/")
    assert found
    assert player
    audio = replace(found[1], seconds=seconds, url="https://cdn.example/1.mp3")
    data = episode_data(site.editions.by_code["cs"], site.library.shows["podcast"], document, player, audio)
    assert data["timeRequired"] == data["associatedMedia"]["duration"] == told
    assert data["associatedMedia"]["contentUrl"] == "https://cdn.example/1.mp3"


@given(st.text())
def test_no_title_ends_the_script(title: str) -> None:
    for text in (title, f"</script>{title}", f"<!--{title}\u2028\u2029&"):
        script = as_script({"name": text})
        assert not set("<>&\u2028\u2029") & set(script)
        assert json.loads(script)["name"] == text


def test_a_hostile_title_stays_a_title(plan_of: PlanOf) -> None:
    title = "</script><script>alert(1)</script>"
    site = plan_of({})
    show = replace(site.library.shows["podcast"], title={"cs": title, "en": title})
    script = as_script(series_data(site.editions.by_code["cs"], show, ()))
    assert "</script" not in script
    assert json.loads(script)["name"] == title
