"""A generated show that uses every tag, and the npm parser, installed once."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from site_builder.feeds.entries import FeedChannel, FeedEnclosure, FeedItem, FeedPerson, FeedTranscript

PRAGUE = ZoneInfo("Europe/Prague")
PARTYTIME = Path(__file__).parent / "partytime"
SITE = "https://www.example.org"
TYPES = {"mp3": "audio/mpeg", "m4a": "audio/x-m4a", "opus": "audio/ogg"}

Show = tuple[FeedChannel, tuple[FeedItem, ...]]


def make_channel(language: str) -> FeedChannel:
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
        copyright="2026 Ministerstvo",
        people=(FeedPerson("Jana Nováková", "host", f"{SITE}/lide/jana/"),),
    )


def make_item(number: int, language: str = "cs") -> FeedItem:
    """Episode `number`; some of the optional parts are there, chosen by the number alone."""
    dice = random.Random(number)
    ending = dice.choice(sorted(TYPES))
    guests = [
        FeedPerson(f"Host č. {i} “Šíp”", "guest", dice.choice(["", f"{SITE}/?a=1&b={i}"])) for i in range(3)
    ]
    base = f"{SITE}/podcast"
    return FeedItem(
        guid=f"urn:uuid:00000000-0000-4000-8000-{number:012}",
        title=f"Díl {number}: peníze & „práce“ <3",
        link=f"{SITE}/{language}/podcast/dil-{number}/",
        description=f"O čem je díl {number}: a < b & c > d, žluťoučký kůň 🦄.",
        date=datetime(2024, 1, 1, 6, 0, tzinfo=PRAGUE) + timedelta(days=11 * number),
        enclosure=FeedEnclosure(
            f"{base}/audio/dil-{number}.{ending}", dice.randrange(1, 10**8), TYPES[ending]
        ),
        seconds=dice.uniform(0.1, 12_000),
        content=dice.choice(["", f'<p>Poznámky <a href="{SITE}/x?a&amp;b">odkaz</a> ]]> konec</p>']),
        explicit=dice.random() < 0.3,
        season=dice.choice([None, 1 + number // 10]),
        number=dice.choice([None, number + 1]),
        type=dice.choice(["full", "full", "trailer", "bonus"]),
        image=dice.choice(["", f"{base}/dil-{number}.jpg"]),
        people=(FeedPerson("Jana Nováková", "host", f"{SITE}/lide/jana/"), *guests[: dice.randrange(4)]),
        transcripts=tuple(
            FeedTranscript(f"{base}/transcripts/dil-{number}.{code}.vtt", code)
            for code in ("cs", "en")[: dice.randrange(3)]
        ),
        chapters_url=dice.choice(["", f"{base}/chapters/dil-{number}.{language}.json"]),
        synthetic_voice=dice.choice(["", "Hlas je syntetický."]),
    )


@pytest.fixture(params=["cs", "en"])
def show(request: pytest.FixtureRequest) -> Show:
    return make_channel(request.param), tuple(make_item(number, request.param) for number in range(60))


@pytest.fixture(scope="session")
def partytime(pytestconfig: pytest.Config) -> Callable[[bytes], dict[str, Any]]:
    """A feed → what podcast-partytime reads from it; any warning of its fails the test."""
    lock = (PARTYTIME / "package-lock.json").read_bytes()
    cache = pytestconfig.cache
    assert cache is not None
    folder = cache.mkdir(f"partytime-{hashlib.sha256(lock).hexdigest()[:12]}")
    for name in ("package.json", "package-lock.json", "parse.mjs"):
        shutil.copy(PARTYTIME / name, folder / name)
    if not (folder / "node_modules/.package-lock.json").exists():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True)

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
