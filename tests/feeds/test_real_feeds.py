"""The real podcast's feeds, read by others, against its files read by others: stock front matter and ffmpeg."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import feedparser
import frontmatter
import podcastparser
import pytest
from audio.ffmpeg import told

from site_builder.plugin import build_site

ROOT = Path(__file__).parents[2]
FEEDS = {"cs": "podcast/feed.xml", "en": "en/podcast/feed.xml"}

Episode = tuple[str, str, int, int]
"""Its guid, the name of its audio, the audio's bytes and whole seconds."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    assert build_site(ROOT, folder).project.is_publishable
    return folder


def source(language: str) -> set[Episode]:
    """The episodes with audio in `language`, as their files say."""
    found = set()
    for path in (ROOT / "podcast").glob(f"*.{language}.md"):
        fields = frontmatter.load(str(path)).metadata
        if "audio" in fields:
            audio = path.parent / str(fields["audio"])
            found.add((str(fields["guid"]), audio.name, audio.stat().st_size, round(heard_seconds(audio))))
    return found


@cache
def heard_seconds(audio: Path) -> float:
    """The duration by decoding the whole file."""
    times = re.findall(r"time=(\d+):(\d+):([\d.]+)", told("-i", str(audio), "-f", "null", "-"))
    hours, minutes, seconds = times[-1]
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def nearly(read: set[Episode], language: str) -> None:
    """Equal but for a second in the duration: decoders leave out the encoder's padding."""
    wanted = {episode[:3]: episode[3] for episode in source(language)}
    assert {episode[:3] for episode in read} == wanted.keys()
    assert all(abs(episode[3] - wanted[episode[:3]]) <= 1 for episode in read)


@pytest.mark.parametrize("language", FEEDS)
def test_feedparser(site: Path, language: str) -> None:
    feed = feedparser.parse((site / FEEDS[language]).read_bytes())
    assert not feed.bozo
    nearly(
        {
            (entry.id, name_of(link.href), int(link.length), int(entry.itunes_duration))
            for entry in feed.entries
            for link in entry.enclosures
        },
        language,
    )


@pytest.mark.parametrize("language", FEEDS)
def test_podcastparser(site: Path, language: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        feed = podcastparser.parse("https://example.org", io.BytesIO((site / FEEDS[language]).read_bytes()))
    assert not caplog.records
    nearly(
        {
            (episode["guid"], name_of(audio["url"]), audio["file_size"], episode["total_time"])
            for episode in feed["episodes"]
            for audio in episode["enclosures"]
        },
        language,
    )


@pytest.mark.parametrize("language", FEEDS)
def test_parsers_of_npm(site: Path, language: str, readers: Callable[[bytes], dict[str, Any]]) -> None:
    read = readers((site / FEEDS[language]).read_bytes())
    for items in (
        [(item["guid"], item["enclosure"], item["duration"]) for item in read["partytime"]["items"]],
        [(item["guid"], item["enclosure"], item["duration"]) for item in read["podverse"]["episodes"]],
        [
            (item["guid"], item["enclosure"], item["itunes"]["duration"])
            for item in read["rss-parser"]["items"]
        ],
        [
            (item["guid"]["value"], *item["enclosures"], item["itunes"]["duration"])
            for item in read["feedsmith"]["items"]
        ],
    ):
        nearly(
            {
                (guid, name_of(audio["url"]), int(audio["length"]), int(seconds))
                for guid, audio, seconds in items
            },
            language,
        )


def name_of(url: str) -> str:
    return url.rpartition("/")[2]
