"""A build knows audio from the lock, and looks into a file only where the lock is silent."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from audio.mp3 import frame

from site_builder.audio.facts import AudioFacts, read_facts
from site_builder.load import load
from site_builder.load.memory import Memory
from site_builder.media.known import known_facts
from site_builder.media.lock import LOCK, write_lock
from site_builder.problems import Position, Problem

MakeSite = Callable[[Mapping[str, str]], Path]

AUDIO = "podcast/prvni.cs.mp3"
AT = Position("podcast/prvni.cs.md", 11, 1)


@pytest.fixture
def site(make_site: MakeSite) -> Path:
    return make_site({})


@pytest.fixture
def own(site: Path) -> AudioFacts:
    """The facts about the audio of the base site, as the lock has them where the site itself holds it."""
    facts = read_facts(site, AUDIO, AT)
    assert isinstance(facts, AudioFacts)
    return replace(facts, sha256="0" * 64)


@pytest.fixture
def stored(own: AudioFacts) -> AudioFacts:
    return replace(own, url="https://media.example/000000000000/prvni.cs.mp3")


def code(site: Path, known: AudioFacts | None) -> object:
    found = known_facts(known, site, AUDIO, AT)
    return found if isinstance(found, AudioFacts) else (found.code, found.at)


def test_what_the_lock_knows_is_taken_from_it(
    site: Path, own: AudioFacts, stored: AudioFacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the audio was opened")

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(builtins, "open", refuse)
    assert code(site, own) is own
    assert code(site, stored) is stored


def test_stored_audio_needs_no_file(site: Path, own: AudioFacts, stored: AudioFacts) -> None:
    (site / AUDIO).unlink()
    assert code(site, stored) is stored
    assert code(site, own) == ("audio-missing", AT)
    assert code(site, None) == ("audio-missing", AT)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "audio-empty"),
        (b"<!doctype html><title>404</title>", "audio-is-html"),
        (b"version https://git-lfs.github.com/spec/v1\n", "audio-lfs-pointer"),
    ],
)
def test_what_a_damaged_file_is_tells_more_than_that_it_differs(
    site: Path, own: AudioFacts, stored: AudioFacts, data: bytes, problem: str
) -> None:
    (site / AUDIO).write_bytes(data)
    assert code(site, own) == (problem, AT)
    assert code(site, stored) == (problem, AT)


def test_a_file_of_another_size_is_told(site: Path, own: AudioFacts, stored: AudioFacts) -> None:
    (site / AUDIO).write_bytes(frame() * 20)
    assert code(site, own) == ("audio-lock-differs", AT)
    assert code(site, stored) == ("audio-lock-differs", AT)
    assert isinstance(code(site, None), AudioFacts)


def test_what_is_to_be_done_with_a_new_version_is_a_whole_command(
    site: Path, own: AudioFacts, stored: AudioFacts
) -> None:
    (site / AUDIO).write_bytes(frame() * 20)
    for known, command in (
        (own, f"site-builder audio add --keep {AUDIO} prvni.cs"),
        (stored, f"site-builder audio push {AUDIO}"),
    ):
        found = known_facts(known, site, AUDIO, AT)
        assert isinstance(found, Problem)
        assert command in found.hint.format(**found.values)


def test_a_preview_notices_that_the_lock_changed(site: Path, own: AudioFacts, stored: AudioFacts) -> None:
    memory = Memory()

    def facts() -> AudioFacts:
        library, _ = load(site, memory)
        assert library
        return library.audio[AUDIO]

    assert facts().url == ""
    write_lock(site, {AUDIO: stored})
    assert facts() == stored
    write_lock(site, {AUDIO: replace(stored, url=f"{stored.url}?2")})
    assert facts().url.endswith("?2")
    (site / LOCK).unlink()
    assert facts().url == ""


def test_a_preview_notices_that_the_file_changed(site: Path, own: AudioFacts) -> None:
    memory = Memory()
    write_lock(site, {AUDIO: own})
    assert load(site, memory)[1] == ()
    (site / AUDIO).write_bytes(frame() * 20)
    assert [problem.code for problem in load(site, memory)[1]] == ["audio-lock-differs"]
