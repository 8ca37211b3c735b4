"""Asks for the facts about bytes, and for the one thing that is wrong with them."""

from __future__ import annotations

from pathlib import Path

from site_builder.audio.facts import AudioFacts, read_facts
from site_builder.problems import Position, Problem

AT = Position("podcast/dil.cs.md", 6, 8)


def facts(root: Path, name: str, data: bytes) -> AudioFacts | Problem:
    (root / "podcast" / name).write_bytes(data)
    return read_facts(root, f"podcast/{name}", AT)


def seconds(found: AudioFacts | Problem) -> float:
    assert isinstance(found, AudioFacts), found
    return found.seconds


def refusal(found: AudioFacts | Problem) -> Problem:
    assert isinstance(found, Problem), found
    assert found.at == AT
    assert found.field == "audio"
    assert found.message.format(**found.values)
    assert found.hint.format(**found.values)
    return found
