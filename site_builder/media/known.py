"""The facts about an audio that a build needs: from the lock, and from the file only where the lock is silent."""

from __future__ import annotations

from pathlib import Path

from ..audio.facts import AudioFacts, read_facts
from ..problems import Position, Problem, Severity
from ..reading.front_matter import Scalar


def known_facts(
    known: AudioFacts | None, root: Path, path: str, at: Position, written: Scalar | None = None
) -> AudioFacts | Problem:
    """The facts about the audio `path`, of which the lock says `known`, or why it cannot be published.

    `at` is where the front matter names it, as `written`. A file that the lock knows is not opened, only its
    size is asked for; one that is stored elsewhere needn't be here at all.
    """
    file = root / path
    if known is None or not (known.url or file.is_file()):
        return read_facts(root, path, at, written)
    if file.is_file() and (size := file.stat().st_size) != known.size:
        found = read_facts(root, path, at)
        if isinstance(
            found, Problem
        ):  # half a copy, a web page, …: what it is tells more than that it differs
            return found
        message = "The audio {path} isn't the one that podcast/media.lock.json knows: it has {size} bytes, not {known}."
        return _differs(at, message, path=path, size=str(size), known=str(known.size))
    return known


def differs_in_content(path: str, at: Position) -> Problem:
    """The audio `path` has another hash than the one that the lock knows."""
    message = "The audio {path} isn't the one that podcast/media.lock.json knows: its content differs."
    return _differs(at, message, path=path)


def _differs(at: Position, message: str, **values: str) -> Problem:
    return Problem(
        "audio-lock-differs",
        Severity.ERROR,
        at,
        message,
        "Is it a new version? Run “site-builder audio push”, or “audio add --keep” if the site itself holds it. "
        "If not, bring back the old file.",
        values,
        field="audio",
    )
