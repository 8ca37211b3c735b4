"""What lies in the storage though the lock doesn't name it: old versions, interrupted uploads, other people's files."""

from __future__ import annotations

from collections.abc import Iterable

from ..audio.facts import AudioFacts
from .objects import name_in
from .rclone import Stored


def orphans(stored: Iterable[Stored], known: Iterable[AudioFacts]) -> tuple[Stored, ...]:
    """The files of `stored` that none of `known` is played from, by name."""
    named = {name_in(facts.url) for facts in known if facts.url}
    return tuple(sorted((file for file in stored if file.name not in named), key=lambda file: file.name))
