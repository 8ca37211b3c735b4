"""What the search knows of the site: pages, their pictures in words, topics that something is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from site_builder.finish.search import search_index
from site_builder.project import prepare

ARTICLE = """---
title: Bydlení
description: Perex.
date: 2026-03-01
topics: [housing]
---
![Dva lidé u okna](okno.svg "Foto: redakce")
"""


def test_topics_and_pictures_are_found(make_site: Callable[[Mapping[str, str]], Path], now: datetime) -> None:
    files = {"content/articles/byt/index.cs.md": ARTICLE, "content/articles/byt/okno.svg": "<svg/>"}
    site = prepare(make_site(files), "https://web.example/", now).site
    assert site
    edition = site.editions.by_code["cs"]
    (topic,) = edition.topics
    index = {url.rpartition("/")[2]: data.decode() for url, data in search_index(edition)}
    records = "".join(text for name, text in index.items() if name.startswith("r"))
    passages = "".join(text for name, text in index.items() if name.startswith("p"))
    assert f"{topic.labels['cs']}\t" in records
    assert "Dva lidé u okna" in passages
