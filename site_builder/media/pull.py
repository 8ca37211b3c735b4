"""The storage → the project: audio that the lock knows and the checkout lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..audio.facts import AudioFacts
from ..problems import Position, Problem
from ..unfinished import unfinished
from .digests import sha256_of
from .objects import name_in
from .rclone import Progress, Rclone
from .storage_refusals import gone, other_bytes


def missing_audio(
    known: Mapping[str, AudioFacts], named: Iterable[str], present: frozenset[str]
) -> tuple[AudioFacts, ...]:
    """Those of the audio `named` that are stored, as the lock says, and not among the files `present`."""
    return tuple(known[path] for path in named if path in known and known[path].url and path not in present)


def fetch(rclone: Rclone, facts: AudioFacts, at: Position, progress: Progress) -> Problem | None:
    """Bring back the audio; it gets its name only when its bytes are those that the lock knows."""
    name = name_in(facts.url)
    file = rclone.root / facts.path
    if rclone.stat(name) is None:
        return gone(name, facts.path, at)
    file.parent.mkdir(parents=True, exist_ok=True)
    with unfinished(file) as part:
        rclone.download(name, str(part.relative_to(rclone.root)), progress)
        if sha256_of(part) != facts.sha256:
            return other_bytes(name, facts.path, at)
        part.rename(file)
    return None
