"""A generated show that uses every tag, and the npm parser, installed once."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import cache as cache_results
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from npm import installed

from site_builder.feeds.entries import (
    FeedChannel,
    FeedEnclosure,
    FeedFrequency,
    FeedFunding,
    FeedImage,
    FeedItem,
    FeedPerson,
    FeedTrailer,
    FeedTranscript,
)
from site_builder.feeds.podcast import feed_pages
from site_builder.podcasting import License, Location, Note, RemoteItem, Social, Soundbite, TitledLink
from site_builder.problems import Position

PRAGUE = ZoneInfo("Europe/Prague")
READERS = Path(__file__).parent / "npm"
SITE = "https://www.example.org"
TYPES = {"mp3": "audio/mpeg", "m4a": "audio/x-m4a"}
FORMATS = {"vtt": "text/vtt", "srt": "application/x-subrip", "json": "application/json", "html": "text/html"}
AT = Position("podcast/dil.cs.md", 1)
HOST = FeedPerson("Jana Nováková", "host", f"{SITE}/lide/jana/", f"{SITE}/lide/jana.jpg")
PRAGUE_TOWN = Location("Praha & okolí", "geo:50.0874,14.4213", "R435514", "CZ", "creator")

Show = tuple[FeedChannel, tuple[FeedItem, ...]]


def make_channel(language: str) -> FeedChannel:
    """A channel that says everything but that it is over, moved or not to be listed."""
    return FeedChannel(
        url=f"{SITE}/{language}/podcast/feed.xml",
        guid="9b024349-ccf0-5f69-a609-6b82873eab3c",
        title="Ministerský jednorožec & spol.",
        link=f"{SITE}/{language}/podcast/",
        description="Rozhovory o „nových“ cestách v sociální politice < 30 minut.",
        language=language,
        author="Centrum",
        owner_name="Ministerstvo",
        owner_email="podcast@example.org",
        categories=("Government", "Society & Culture > Documentary"),
        image=f"{SITE}/podcast/cover.png",
        copyright="Ministerstvo",
        people=(HOST, FeedPerson("Eva Černá", "sound designer")),
        license=License("cc-by-4.0"),
        location=PRAGUE_TOWN,
        funding=(FeedFunding(f"{SITE}/podpora/", "Podpořte nás!"), FeedFunding(f"{SITE}/klub/", "Klub")),
        frequency=FeedFrequency("Každé druhé úterý", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2024-01-02"),
        trailers=(
            FeedTrailer(
                "O čem to je?",
                f"{SITE}/podcast/audio/trailer.mp3",
                datetime(2023, 12, 1, 6, tzinfo=PRAGUE),
                123_456,
                "audio/mpeg",
                season=1,
            ),
        ),
        podroll=(
            RemoteItem("917393e3-1b1e-5cef-ace4-edaa54e1f810", "https://feeds.example.org/x.xml", "Jiný"),
            RemoteItem("29cdca4a-32d8-56ba-b48b-09a011c5daa9"),
        ),
        publisher=RemoteItem("003af0a0-6a45-55cf-b765-68e3d349551a", f"{SITE}/publisher.xml"),
        txt=(Note("S6lpp-7ZCn8-dZfGc-OoyaG", "verify"), Note("Poznámka & jiné")),
        ai_content=False,
        images=(
            FeedImage(f"{SITE}/podcast/cover.png", "Jednorožec", 3000, 3000, "image/png", ("artwork",)),
            FeedImage(f"{SITE}/podcast/wide.jpg", "Duha", 1200, 630, "image/jpeg", ("social", "banner")),
        ),
        blocked_services=("facebook", "tiktok"),
        podping=True,
        hub="https://hub.example.org/",
        stylesheet=f"{SITE}/podcast/feed.xsl",
    )


def make_item(number: int, language: str = "cs") -> FeedItem:
    """Episode `number` with all that an episode should have; what it may have is chosen by the number alone."""
    dice = random.Random(number)
    ending = dice.choice(sorted(TYPES))
    guests = [
        FeedPerson(f"Host č. {i} “Šíp”", role, dice.choice(["", f"{SITE}/?a=1&b={i}"]))
        for i, role in enumerate(("guest", "editor", "cover art designer"))
    ]
    base = f"{SITE}/podcast"
    seconds = dice.uniform(150, 12_000)
    number_in_show = dice.choice([None, number + 1])
    return FeedItem(
        guid=f"urn:uuid:00000000-0000-4000-8000-{number:012}",
        title=f"Peníze & „práce“ <3, po {number}.",
        link=f"{SITE}/{language}/podcast/dil-{number}/",
        description=f"O čem je díl {number}: a < b & c > d, žluťoučký kůň 🦄.",
        date=datetime(2020, 2, 1, 6, 0, tzinfo=PRAGUE) + timedelta(days=2 * number),
        enclosure=FeedEnclosure(
            f"{base}/audio/dil-{number}.{ending}",
            dice.randrange(1, 10**8),
            TYPES[ending],
            seconds,
            dice.choice(["", hashlib.sha256(str(number).encode()).hexdigest()]),
        ),
        content=dice.choice(["", f'<p>Poznámky <a href="{SITE}/x?a&amp;b">odkaz</a> ]]&gt; konec</p>']),
        explicit=dice.random() < 0.3,
        season=dice.choice([None, 1 + number // 10]),
        season_name=dice.choice(["", "Jaro & léto"]),
        number=number_in_show,
        label=dice.choice(["", f"Kap. {number}"]),
        type=dice.choice(["full", "full", "trailer", "bonus"]),
        image=dice.choice(["", f"{base}/dil-{number}.jpg"]),
        people=(HOST, *guests[: dice.randrange(4)]),
        transcripts=tuple(
            FeedTranscript(f"{base}/transcripts/dil-{number}.{code}.{kind}", code, FORMATS[kind])
            for code in ("cs", "en")
            for kind in sorted(FORMATS)[: dice.randrange(1, 5)]
        ),
        chapters_url=f"{base}/chapters/dil-{number}.{language}.json",
        soundbites=(Soundbite(12.5, 30, "Úryvek", AT), Soundbite(73, 60.25, "", AT))[: dice.randrange(3)],
        alternates=(
            FeedEnclosure(f"{base}/audio/dil-{number}.opus", 12_345, "audio/ogg", seconds, "", "Opus, malý"),
        )[: dice.randrange(2)],
        license=dice.choice([None, License("vlastni", f"{SITE}/licence/")]),
        location=dice.choice([None, PRAGUE_TOWN]),
        funding=(FeedFunding(f"{SITE}/podpora/{number}/", "Podpořte díl"),)[: dice.randrange(2)],
        social=dice.choice(
            [
                (),
                (Social("disabled"),),
                (
                    Social("activitypub", f"https://social.example.org/{number}", "@jednorozec"),
                    Social("atproto", f"https://modra.example.org/{number}", "jednorozec.example.org"),
                ),
            ]
        ),
        content_links=(TitledLink(f"https://video.example.org/?v={number}&t=1", "Video"),)[
            : dice.randrange(2)
        ],
        ai_content=dice.choice([None, True, False]),
        block=dice.random() < 0.1,
        synthetic_voice=dice.choice(["", "Hlas je syntetický."]),
    )


def podcast_feed(channel: FeedChannel, items: Iterable[FeedItem]) -> bytes:
    """The only page of a short show's feed."""
    ((_, feed),) = feed_pages(channel, items, page_url)
    return feed


def page_url(page: int) -> str:
    """Where page `page` of a long feed is."""
    return f"{SITE}/podcast/feed-{page}.xml"


def newest_first(items: Iterable[FeedItem]) -> list[FeedItem]:
    return sorted(items, key=lambda item: item.date, reverse=True)


def description(item: FeedItem) -> str:
    """What readers see; feeds say it as HTML."""
    return f"{item.description} {item.synthetic_voice}".strip()


def description_html(item: FeedItem) -> str:
    html = escape(description(item), quote=False)
    return f"<p>{html}</p>" if "&" in html else html


def whole_seconds(item: FeedItem) -> int:
    return max(round(item.enclosure.seconds), 1)


@pytest.fixture(params=["cs", "en"])
def show(request: pytest.FixtureRequest) -> Show:
    return make_channel(request.param), tuple(make_item(number, request.param) for number in range(60))


@pytest.fixture(scope="session")
def readers() -> Callable[[bytes], dict[str, Any]]:
    """A feed → what each parser of npm reads from it; any warning fails the test."""
    folder = installed(READERS)

    @cache_results
    def parse(feed: bytes) -> dict[str, Any]:
        done = subprocess.run(
            ["node", "parse.mjs"],
            cwd=folder,
            input=feed,
            capture_output=True,
            check=True,
            env={**os.environ, "PARTYTIME_LOG": "warn"},
        )
        assert not done.stderr, done.stderr.decode()
        result: dict[str, Any] = json.loads(done.stdout)  # a warning would be a second line
        return result

    return parse
