"""The project's audio → the storage: under a name of its content, whole or not at all, and never over other bytes."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

from ..audio.facts import AudioFacts, read_facts
from ..problems import Position, Problem
from .digests import Digests, read_digests
from .objects import object_name, object_url
from .rclone import Progress, Rclone, Stored
from .storage_refusals import damaged, other_bytes


def is_stored(known: AudioFacts | None, sha256: str) -> bool:
    """Whether the audio with hash `sha256` is in the storage, as far as the lock's entry `known` tells."""
    return known is not None and bool(known.url) and known.sha256 == sha256


def read_audio(root: Path, path: str, at: Position, base: str) -> tuple[AudioFacts, Digests] | Problem:
    """What the lock will say of the audio `path` once it is stored below the URL `base`, or why it can't be."""
    facts = read_facts(root, path, at)
    if isinstance(facts, Problem):
        return facts
    digests = read_digests(root / path)
    url = object_url(base, object_name(digests.sha256, path))
    return replace(facts, sha256=digests.sha256, url=url), digests


def store(
    rclone: Rclone, facts: AudioFacts, digests: Digests, at: Position, progress: Progress
) -> Problem | None:
    """Upload the audio, unless it is there already; or why it can't be told to be there.

    Where a broken upload would leave a part, the file gets its name only when all its bytes have been seen there.
    """
    name = object_name(facts.sha256, facts.path)
    if found := rclone.stat(name):
        return None if _holds(rclone, found, facts.size, digests) else other_bytes(name, facts.path, at)
    place = name if rclone.is_atomic else f"{name}.{secrets.token_hex(4)}.part"
    rclone.upload(facts.path, place, facts.media_type, progress)
    uploaded = rclone.stat(place)
    if uploaded is None or not _holds(rclone, uploaded, facts.size, digests):
        return damaged(place, facts.path, at)
    if place != name:
        rclone.rename(place, name)
    return None


def _holds(rclone: Rclone, found: Stored, size: int, digests: Digests) -> bool:
    """Whether `found` has the bytes of `digests`; counted over them where the storage knows neither hash."""
    if found.size != size:
        return False
    if "sha256" in found.hashes:
        return found.hashes["sha256"] == digests.sha256
    if "md5" in found.hashes:
        return found.hashes["md5"] == digests.md5
    return rclone.sha256(found.name) == digests.sha256
