"""An episode's audio, examined: measured once from beginning to end and held against what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..audio.facts import AudioFacts, read_facts
from ..audio.tags import Tags, read_cover, read_tags
from ..chapters import from_zero, written_chapters
from ..documents import Document
from ..library import Library
from ..media.digests import sha256_of
from ..problems import Position, Problem
from . import claims, findings, refusals
from .ffmpeg import FfmpegError, Step, describe
from .levels import Levels, measure
from .recording import Recording, Track, read_recording


@dataclass(frozen=True, slots=True)
class Examined:
    """The audio's `facts` with its hash, what ffmpeg found in it, and what its tags say."""

    facts: AudioFacts
    recording: Recording
    levels: Levels
    tags: Tags
    has_cover: bool

    @property
    def track(self) -> Track:
        """The track that is played."""
        return self.recording.tracks[0]

    @property
    def kilobits(self) -> float:
        """The mean of kilobits a second."""
        return self.track.kilobits or self.facts.size * 8 / self.facts.seconds / 1000


def examine(program: str, root: Path, path: str, at: Position, step: Step) -> Examined | Problem:
    """Examine the audio `path`, which the front matter names at `at`."""
    facts = read_facts(root, path, at)
    if isinstance(facts, Problem):
        return facts
    file = root / path
    try:
        recording = read_recording(file, describe(program, file))
        with step(path, facts.seconds) as tell:
            levels = measure(program, file, tell)
    except FfmpegError as error:
        return refusals.undecodable(path, error, at)
    facts = replace(facts, sha256=sha256_of(file))
    return Examined(facts, recording, levels, read_tags(file), read_cover(file) is not None)


def judge(
    examined: Examined, document: Document, library: Library, known: AudioFacts | None
) -> Iterator[Problem]:
    """What is wrong with the audio of `document`, of which the lock says `known`."""
    at, facts, show = document.where("audio"), examined.facts, library.show_of(document)
    written = from_zero(written_chapters(library, document), document.title)
    yield from findings.loudness(examined.track, examined.levels, at)
    yield from findings.silences(examined.levels, at)
    yield from findings.encoding(examined.track, examined.kilobits, at)
    yield from claims.durations(facts.seconds, examined.recording.seconds, examined.levels.seconds, at)
    yield from claims.lock(facts, known, at)
    yield from claims.chapters(facts.chapters, written, at)
    yield from claims.tags(examined.tags, document.title, show.title[document.language] if show else "", at)
    if not examined.has_cover:
        yield claims.no_cover(at)
