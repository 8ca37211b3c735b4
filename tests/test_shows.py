"""A second podcast has pages of its own: its feed first, its player, and the way to the other one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import feedparser
import lxml.html
import pytest
from sites import SITES, copy_site

HOST = "https://web.example"
SHOW = """\
guid: {cs: 11111111-0000-5000-8000-000000000001, en: 11111111-0000-5000-8000-000000000002}
title: {cs: Druhý podcast, en: Second podcast}
description: {cs: Další., en: Another.}
author: {cs: Úřad, en: Office}
copyright: Město
owner: {name: Úřad, email: podcast@web.example}
categories: [Government]
image: cover.jpg
"""
EPISODE = """\
---
title: Díl druhého
description: Perex.
date: 2026-03-02 06:00
guid: urn:uuid:22222222-0000-4000-8000-000000000001
hosts: [jana]
audio: dil.cs.mp3
transcript: dil.cs.vtt
---
Text.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, run: Callable[..., CompletedProcess[str]]) -> Path:
    """The folder of a site with two podcasts."""
    root = copy_site(SITES / "valid" / "every-kind", tmp_path_factory.mktemp("shows") / "site")
    own = root / "podcast" / "druhy"
    own.mkdir()
    shutil.copy(root / "podcast" / "cover.jpg", own)
    shutil.copy(root / "podcast" / "prvni.cs.vtt", own / "dil.cs.vtt")
    audio = (root / "podcast" / "prvni.cs.mp3").read_bytes()
    (own / "dil.cs.mp3").write_bytes(audio + audio[-417:])  # not the same audio twice
    (own / "show.yml").write_text(SHOW, encoding="utf-8")
    (own / "dil.cs.md").write_text(EPISODE, encoding="utf-8")
    done = run("site_builder", "build", "--site-dir", str(root / "out"), folder=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "out"


def page(folder: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((folder / path / "index.html").read_bytes())


@pytest.mark.parametrize("path", ["podcast/druhy", "podcast/druhy/dil"])
def test_its_pages_name_its_feed_first(folder: Path, path: str) -> None:
    feeds = page(folder, path).xpath("//link[@rel='alternate'][contains(@type, 'xml')]/@href")
    assert feeds == [
        f"{HOST}/podcast/druhy/feed.xml",
        f"{HOST}/atom.xml",
        f"{HOST}/podcast/feed.xml",
    ]


def test_pages_that_belong_to_no_podcast_name_all_feeds(folder: Path) -> None:
    feeds = page(folder, "clanky").xpath("//link[@rel='alternate'][contains(@type, 'xml')]/@href")
    assert feeds == [f"{HOST}/atom.xml", f"{HOST}/podcast/feed.xml", f"{HOST}/podcast/druhy/feed.xml"]


def test_listeners_are_given_its_own_feed(folder: Path) -> None:
    for path in ("podcast/druhy", "podcast/druhy/dil"):
        assert page(folder, path).xpath("//input[@readonly]/@value") == [f"{HOST}/podcast/druhy/feed.xml"]
    assert (folder / "podcast/druhy/feed.css").is_file()


def test_podcasts_lead_to_each_other(folder: Path) -> None:
    others = "//nav[@aria-labelledby='other-shows']//a"
    for path, label, url in (
        ("podcast", "Druhý podcast", "/podcast/druhy/"),
        ("podcast/druhy", "Zkušební podcast", "/podcast/"),
        ("en/podcast/druhy", "Test podcast", "/en/podcast/"),
    ):
        links = page(folder, path).xpath(others)
        assert [(link.text, link.get("href")) for link in links] == [(label, url)]


def test_its_player_and_data_are_its_own(folder: Path) -> None:
    embedded = page(folder, "podcast/druhy/dil/embed")
    assert "Druhý podcast" in embedded.text_content()
    (data,) = page(folder, "podcast/druhy/dil").xpath("//script[@type='application/ld+json']/text()")
    (episode,) = (entry for entry in json.loads(data)["@graph"] if entry["@type"] == "PodcastEpisode")
    assert episode["partOfSeries"]["name"] == "Druhý podcast"


@pytest.mark.parametrize(("path", "author"), [("podcast", "Úřad"), ("en/podcast", "Office")])
def test_each_language_names_its_author(folder: Path, path: str, author: str) -> None:
    (data,) = page(folder, f"{path}/druhy").xpath("//script[@type='application/ld+json']/text()")
    (series,) = (entry for entry in json.loads(data)["@graph"] if entry["@type"] == "PodcastSeries")
    assert series["author"]["name"] == author


def test_its_feed_names_its_author_and_who_holds_the_rights(folder: Path) -> None:
    read = feedparser.parse((folder / "podcast/druhy/feed.xml").read_bytes())
    assert (read.feed.author, read.feed.rights) == ("Úřad", "Město")
