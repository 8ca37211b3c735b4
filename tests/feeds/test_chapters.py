"""JSON chapters 1.2."""

from __future__ import annotations

import json

from site_builder.documents import Chapter
from site_builder.feeds.chapters import chapters_file
from site_builder.problems import Position

AT = Position("podcast/a.cs.md", 5)


def test_chapters_in_the_order_of_their_times() -> None:
    written = chapters_file([Chapter(65.5, "Příběh „A“\x00 \ud800", AT), Chapter(0.0, "Úvod", AT)], str)
    assert json.loads(written) == {
        "version": "1.2.0",
        "chapters": [{"startTime": 0, "title": "Úvod"}, {"startTime": 65.5, "title": "Příběh „A“"}],
    }
    assert "Úvod".encode() in written


def test_no_chapters_are_a_valid_file() -> None:
    assert json.loads(chapters_file([], str)) == {"version": "1.2.0", "chapters": []}


def test_links_and_pictures_are_absolute() -> None:
    chapters = [
        Chapter(0.0, "Úvod", AT, "https://web.example/x", "podcast/a.jpg"),
        Chapter(0.1 + 0.2, "Dál", AT),
    ]
    assert json.loads(chapters_file(chapters, "https://web.example/{}".format))["chapters"] == [
        {
            "startTime": 0,
            "title": "Úvod",
            "url": "https://web.example/x",
            "img": "https://web.example/podcast/a.jpg",
        },
        {"startTime": 0.3, "title": "Dál"},
    ]
