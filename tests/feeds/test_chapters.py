"""JSON chapters 1.2."""

from __future__ import annotations

import json

from site_builder.documents import Chapter
from site_builder.feeds.chapters import chapters_file
from site_builder.problems import Position

AT = Position("podcast/a.cs.md", 5)


def test_chapters_in_the_order_of_their_times() -> None:
    written = chapters_file([Chapter(65.5, "Příběh „A“\x00 \ud800", AT), Chapter(0.0, "Úvod", AT)])
    assert json.loads(written) == {
        "version": "1.2.0",
        "chapters": [{"startTime": 0, "title": "Úvod"}, {"startTime": 65.5, "title": "Příběh „A“"}],
    }
    assert "Úvod".encode() in written


def test_no_chapters_are_a_valid_file() -> None:
    assert json.loads(chapters_file([])) == {"version": "1.2.0", "chapters": []}
