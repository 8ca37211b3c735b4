"""The files beside the texts (audio, transcripts, chapters, covers, pictures) → what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from ..audio.facts import AudioFacts
from ..chapters import read_chapters
from ..documents import PICTURE_ENDINGS, Chapter, Document, EpisodeDetails
from ..media.known import known_facts
from ..media.lock import LOCK, read_lock
from ..media.named import named_audio, written_audio
from ..pictures.facts import PictureFacts, read_drawing, read_picture
from ..problems import Position, Problem, Severity
from ..reading.conflicts import settled
from ..reading.drawings import examine_drawing
from ..reading.source import SourceFile, is_lost, read_source
from ..transcripts import Cue, read_cues
from .memory import Memory

T = TypeVar("T")
Read = tuple[tuple[T, ...], tuple[Problem, ...]]
"""What a text file holds, and what is wrong with it."""


_TRANSCRIPTS = (".vtt", ".srt", ".txt")
"""Endings of the files that are read as transcripts; what they hold is looked at then."""

_PICTURES = (*PICTURE_ENDINGS, ".heic", ".heif")
"""Endings of the files that mean to be pictures."""


@dataclass(frozen=True, slots=True)
class EpisodeFiles:
    """What was read, by the path of its file; what couldn't be is missing and told of in `problems`."""

    audio: Mapping[str, AudioFacts]
    transcripts: Mapping[str, tuple[Cue, ...]]
    chapters: Mapping[str, tuple[Chapter, ...]]
    pictures: Mapping[str, PictureFacts]
    problems: tuple[Problem, ...]


def read_episode_files(
    root: Path, documents: Iterable[Document], files: frozenset[str], memory: Memory
) -> EpisodeFiles:
    """All of them that `documents` name, and all pictures; `files` are those that the project at `root` has."""
    documents = tuple(documents)
    episodes = [d.details for d in documents if isinstance(d.details, EpisodeDetails)]
    audio, audio_problems = _audio(root, documents, files, memory)
    named = dict.fromkeys(episode.transcript for episode in episodes)
    texts = [path for path in named if path.lower().endswith(_TRANSCRIPTS)]
    transcripts, transcript_problems = _texts(root, texts, files, memory, read_cues)
    chapters, chapter_problems = _texts(
        root, (episode.chapters_file for episode in episodes), files, memory, read_chapters
    )
    pictures, picture_problems = _pictures(root, files, memory)
    not_read = (_not_read(path) for path in files.intersection(named).difference(texts))
    problems = (*audio_problems, *transcript_problems, *not_read, *chapter_problems, *picture_problems)
    return EpisodeFiles(audio, transcripts, chapters, pictures, problems)


def _audio(
    root: Path, documents: Iterable[Document], files: frozenset[str], memory: Memory
) -> tuple[dict[str, AudioFacts], list[Problem]]:
    """The facts about audio, from the lock where it knows them."""
    lock, damage = (
        memory.recall(root, LOCK, read_lock, partial(read_lock, root)) if LOCK in files else ({}, ())
    )
    audio: dict[str, AudioFacts] = {}
    problems = list(damage)
    documents = tuple(documents)
    written = written_audio(documents)
    named = named_audio(documents)
    for path, at in named.items():
        known = lock.get(path)
        read = partial(known_facts, known, root, path, at, written.get(path), named)
        facts = memory.recall(root, path, known_facts, read, at, known) if path in files else read()
        if isinstance(facts, AudioFacts):
            audio[path] = facts
        elif path in files or not damage:  # what a damaged lock says of it, nobody knows
            problems.append(facts)
    return audio, problems


def _texts(
    root: Path,
    paths: Iterable[str],
    files: frozenset[str],
    memory: Memory,
    parse: Callable[[SourceFile], Read[T]],
) -> tuple[dict[str, tuple[T, ...]], list[Problem]]:
    """What `parse` finds in those of `paths` that are there."""
    found: dict[str, tuple[T, ...]] = {}
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        if path in files:
            found[path], wrong = memory.recall(root, path, parse, partial(_text, root, path, parse))
            problems += wrong
    return found, problems


def _text(root: Path, path: str, parse: Callable[[SourceFile], Read[T]]) -> Read[T]:
    source, problems = read_source(root, path)
    if is_lost(source, problems):
        return (), problems
    source, conflict = settled(source)
    found, wrong = parse(source)
    return found, problems + (conflict or wrong)  # what is left of a conflict is the cause of the rest


def _not_read(path: str) -> Problem:
    return Problem(
        "ending-not-read",
        Severity.ERROR,
        Position(path),
        "{name} is not read, because its ending is none of: {endings}",
        "Export it from its program in such a format, and name that file in the episode.",
        {"name": path.rpartition("/")[2], "endings": ", ".join(_TRANSCRIPTS)},
    )


def _pictures(
    root: Path, files: frozenset[str], memory: Memory
) -> tuple[dict[str, PictureFacts], list[Problem]]:
    """The facts about all pictures: of those that pages show browsers need the size, and Git shows all to everybody."""
    pictures: dict[str, PictureFacts] = {}
    problems: list[Problem] = []
    for path in sorted(path for path in files if path.lower().endswith(_PICTURES)):
        reader = _drawing if path.lower().endswith(".svg") else _picture
        facts, wrong = memory.recall(root, path, reader, partial(reader, root, path))
        problems += wrong
        if facts:
            pictures[path] = facts
    return pictures, problems


def _picture(root: Path, path: str) -> tuple[PictureFacts | None, tuple[Problem, ...]]:
    found = read_picture(root, path)
    return (None, (found,)) if isinstance(found, Problem) else (found, ())


def _drawing(root: Path, path: str) -> tuple[PictureFacts | None, tuple[Problem, ...]]:
    return read_drawing(root, path), examine_drawing(root, path)
