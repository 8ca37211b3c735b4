"""A preview remembers of each file what was asked of it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from site_builder.load.memory import Memory
from site_builder.project import prepare

EPISODE = """---
title: Druhá
description: Perex.
date: 2026-03-02
guid: urn:uuid:00000000-0000-4000-8000-000000000002
{field}
---
Poznámky.
"""
CUES = "WEBVTT\n\n00:00.000 --> 00:00.500\nDobrý den.\n"


def test_of_one_file_each_result_is_of_what_was_asked(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a", encoding="utf-8")
    memory = Memory()
    for _ in range(2):
        assert memory.recall(tmp_path, "a", int, lambda: 1) == 1
        assert memory.recall(tmp_path, "a", str, lambda: "text") == "text"


def test_what_a_file_gave_is_kept_until_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("a", encoding="utf-8")
    memory = Memory()
    assert memory.recall(tmp_path, "a", int, lambda: 1) == 1
    assert memory.recall(tmp_path, "a", int, lambda: 2) == 1
    file.write_text("changed", encoding="utf-8")
    assert memory.recall(tmp_path, "a", int, lambda: 3) == 3


@pytest.mark.parametrize(
    ("field", "files", "code"),
    [
        ("transcript: titulky.svg", {"podcast/titulky.svg": CUES}, "ending-not-read"),
        ("transcript: cover.jpg", {}, "ending-not-read"),
        (
            "chapters: media.lock.json",
            {"podcast/media.lock.json": '{"version": 1, "files": {}}'},
            "chapters-syntax",
        ),
        ("audio: cover.jpg", {}, "audio-unsupported"),
    ],
)
def test_a_file_named_as_what_it_is_not_is_told_in_each_build_of_a_preview(
    make_site: Callable[[Mapping[str, str]], Path],
    now: datetime,
    field: str,
    files: Mapping[str, str],
    code: str,
) -> None:
    root = make_site({"podcast/druha.cs.md": EPISODE.format(field=field), **files})
    memory = Memory()
    for _ in range(2):
        preview = prepare(root, "https://web.example/", now, memory)
        assert code in {problem.code for problem in preview.problems}
        assert preview.library
        assert "podcast/cover.jpg" in preview.library.pictures
