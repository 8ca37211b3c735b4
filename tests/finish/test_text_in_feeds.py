"""What feeds have as the text of a page, and which transcripts they offer beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import feedparser
import pytest

from site_builder.finish.feeds import atom_of
from site_builder.finish.podcasts import podcast_of
from site_builder.plan.site import Site
from site_builder.project import prepare

MakeSite = Callable[[Mapping[str, str]], Path]
EPISODE = """---
title: Díl
description: Perex & víc.
date: 2026-03-02
guid: urn:uuid:00000000-0000-4000-8000-000000000002
synthetic_voice: true
audio: dil.cs.mp3
transcript: dil.cs.vtt
---
"""
ENGLISH = EPISODE.replace("audio: dil.cs.mp3\n", "").replace("dil.cs.vtt", "dil.en.vtt")
CUES = "WEBVTT\n\n00:00.000 --> 00:01.000\nDobrý den.\n"
VOICES = "<p>Hlasy v\xa0tomto dílu jsou syntetické.</p>"


@pytest.fixture
def plan(make_site: MakeSite, now: datetime) -> Callable[..., Site]:
    """The plan of the base site with a second episode in two languages."""

    def planned(text: str = "", english: str = ENGLISH) -> Site:
        files = {"dil.cs.md": EPISODE + text, "dil.en.md": english, "dil.cs.vtt": CUES, "dil.en.vtt": CUES}
        root = make_site({f"podcast/{name}": text for name, text in files.items()})
        audio = (root / "podcast/prvni.cs.mp3").read_bytes()
        for number, code in enumerate(("cs", "en"), 1):
            (root / f"podcast/dil.{code}.mp3").write_bytes(audio + number * audio[-417:])
        site = prepare(root, "https://web.example/", now).site
        assert site
        return site

    return planned


def episode(site: Site) -> feedparser.FeedParserDict:
    """The second episode in the Czech podcast's feed."""
    (show,) = site.library.shows.values()
    ((_, feed),) = podcast_of(site.editions.by_code["cs"], show)
    return next(item for item in feedparser.parse(feed).entries if item.title == "Díl")


def contents(site: Site) -> list[str]:
    """The texts of the second episode in the Czech feeds."""
    atom = feedparser.parse(atom_of(site.editions.by_code["cs"])).entries
    entry = next(entry for entry in atom if entry.title == "Díl")
    return [entry.content[0].value.strip(), episode(site).content[0].value.strip()]


def test_it_ends_with_the_word_on_synthetic_voices(plan: Callable[..., Site]) -> None:
    assert contents(plan("Poznámky.")) == [f"<p>Poznámky.</p>\n{VOICES}"] * 2


def test_without_a_text_it_is_the_description(plan: Callable[..., Site]) -> None:
    assert contents(plan()) == [f"<p>Perex &amp; víc.</p>\n{VOICES}"] * 2


def transcripts(site: Site) -> list[str]:
    (show,) = site.library.shows.values()
    ((_, feed),) = podcast_of(site.editions.by_code["cs"], show)
    item = feed.decode().partition("<title>Díl</title>")[2].partition("</item>")[0]
    return [part.partition('"')[0] for part in item.split("/podcast/transcripts/")[1:]]


FORMS = ("vtt", "srt", "json", "html")


def test_a_translation_of_its_transcript_is_offered(plan: Callable[..., Site]) -> None:
    assert transcripts(plan()) == [f"dil.{code}.{form}" for code in ("cs", "en") for form in FORMS]


def test_what_is_said_in_other_audio_is_not(plan: Callable[..., Site]) -> None:
    site = plan(english=ENGLISH.replace("transcript:", "audio: dil.en.mp3\ntranscript:"))
    assert transcripts(site) == [f"dil.cs.{form}" for form in FORMS]


EVENT = """---
title: Den
description: Perex.
date: 2026-03-01
starts: 2026-10-17 09:00
place: Brno & okolí
registration: https://example.org/r?a=1&b=2
---
Text.
"""


def test_an_event_says_when_and_where_it_is(make_site: MakeSite, now: datetime) -> None:
    site = prepare(make_site({"content/events/den.cs.md": EVENT}), "https://web.example/", now).site
    assert site
    entries = feedparser.parse(atom_of(site.editions.by_code["cs"])).entries
    (entry,) = (entry for entry in entries if entry.title == "Den")
    assert entry.content[0].value.strip().replace("\xa0", " ") == (
        "<p>Začátek: 17. října 2026, 9:00<br />\nMísto: Brno &amp; okolí<br />\n"
        'Registrace: <a href="https://example.org/r?a=1&amp;b=2">example.org/r?a=1&amp;b=2</a></p>\n<p>Text.</p>'
    )
