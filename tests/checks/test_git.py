"""How much audio may lie in Git. The files are sparse: what counts is their size, and the lock knows the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from site_builder.audio.facts import AudioFacts
from site_builder.checks.git import LARGEST_FILE, LARGEST_SUM
from site_builder.media.lock import write_lock
from site_builder.problems import Problem
from site_builder.project import prepare
from site_builder.report import editor_language, rows

MakeSite = Callable[[Mapping[str, str]], Path]

STORAGE = 'storage: {remote: "/srv/audio", url: "https://media.example/"}\n'
EPISODE = """\
---
title: Díl {number}
description: O čem je díl {number}.
date: 2026-03-01 06:00
guid: urn:uuid:00000000-0000-4000-8000-{number:012}
audio: dil{number}.cs.mp3
transcript: prvni.cs.vtt
---
Poznámky.
"""


def make(make_site: MakeSite, sizes: list[int], url: str = "", settings: str = "") -> Path:
    """A site with episodes of `sizes` bytes."""
    numbers = range(2, len(sizes) + 2)
    site = make_site({f"podcast/dil{number}.cs.md": EPISODE.format(number=number) for number in numbers})
    known = {}
    for number, size in zip(numbers, sizes, strict=True):
        path = f"podcast/dil{number}.cs.mp3"
        known[path] = AudioFacts(path, size, 60.0, "audio/mpeg", (), f"{number:064x}", url)
        if not url:
            with (site / path).open("wb") as file:
                file.truncate(size)
    write_lock(site, known)
    with (site / "content/site.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    return site


def found(site: Path, now: datetime) -> list[Problem]:
    problems = prepare(site, "https://web.example/", now).problems
    return [problem for problem in problems if problem.code.endswith("-for-git")]


def test_a_small_file_may_lie_in_git(make_site: MakeSite, now: datetime) -> None:
    assert found(make(make_site, [LARGEST_FILE]), now) == []


def test_a_large_file_may_not(make_site: MakeSite, now: datetime) -> None:
    (problem,) = found(make(make_site, [LARGEST_FILE + 1]), now)
    assert problem.code == "audio-too-large-for-git"
    assert (problem.at.path, problem.at.line) == ("podcast/dil2.cs.md", 6)
    assert problem.is_error


def test_all_of_it_may_not_be_too_much(make_site: MakeSite, now: datetime) -> None:
    fifteen = [LARGEST_FILE] * (LARGEST_SUM // LARGEST_FILE)
    (problem,) = found(make(make_site, fifteen), now)  # with the audio of the base site
    assert problem.code == "audio-too-much-for-git"
    assert problem.at.path == "content/site.yml"


def test_what_is_stored_elsewhere_does_not_count(make_site: MakeSite, now: datetime) -> None:
    sizes = [LARGEST_FILE * 3] * 10
    assert found(make(make_site, sizes, "https://media.example/000000000000/dil.mp3"), now) == []


def test_the_hint_depends_on_whether_there_is_a_storage(make_site: MakeSite, now: datetime) -> None:
    english = editor_language("en")
    (row,) = rows(found(make(make_site, [LARGEST_FILE + 1], settings=STORAGE), now), english)
    assert "site-builder audio push" in row.hint
    assert row.message == "The audio podcast/dil2.cs.mp3 has 20 MB; Git may hold 20 MB a file."
