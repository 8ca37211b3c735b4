"""The facts about an audio that a build needs: from the lock, and from the file only where the lock is silent."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ..audio.facts import AudioFacts, read_facts
from ..audio.names import episode_called
from ..problems import Position, Problem, Severity
from ..reading.front_matter import Scalar


def known_facts(
    known: AudioFacts | None,
    root: Path,
    path: str,
    at: Position,
    written: Scalar | None = None,
    taken: Collection[str] = (),
) -> AudioFacts | Problem:
    """The facts about the audio `path`, of which the lock says `known`, or why it cannot be published.

    `at` is where the front matter names it, as `written`; where it is missing, none that is `taken` was meant. A
    file that the lock knows is not opened, only its size is asked for; one that is stored elsewhere needn't be here
    at all.
    """
    file = root / path
    if known is None or not (known.url or file.is_file()):
        return read_facts(root, path, at, written, taken)
    if file.is_file() and (size := file.stat().st_size) != known.size:
        found = read_facts(root, path, at)
        if isinstance(
            found, Problem
        ):  # half a copy, a web page, …: what it is tells more than that it differs
            return found
        message = "The audio {path} isn't the one that podcast/media.lock.json knows: it has {size} bytes, not {known}."
        return _differs(known, at, message, path=path, size=str(size), known=str(known.size))
    return known


def differs_in_content(known: AudioFacts, at: Position) -> Problem:
    """The audio has another hash than the one that is `known` to the lock."""
    message = "The audio {path} isn't the one that podcast/media.lock.json knows: its content differs."
    return _differs(known, at, message, path=known.path)


def _differs(lock: AudioFacts, at: Position, message: str, **values: str) -> Problem:
    return Problem(
        "audio-lock-differs",
        Severity.ERROR,
        at,
        message,
        "If it is a new version, store it: site-builder audio push {path} – else bring back the old file."
        if lock.url
        else "If it is a new version, note it: site-builder audio add --keep {path} {episode} – else bring back the "
        "old file.",
        {**values, "episode": episode_called(at.path)},
        field="audio",
    )
