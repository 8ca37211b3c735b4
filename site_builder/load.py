"""Files → `Library`: reading, parsing, validation and rendering, file by file.

Each file's result depends on that file and the settings alone, so a preview keeps it until the file changes
(`Memory`); everything that depends on several files is a check or a part of the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from .audio.facts import AudioFacts
from .documents import Document, EpisodeDetails
from .languages import Language
from .library import Library
from .markdown import Labels, Rendered, render
from .media.known import known_facts
from .media.lock import LOCK, read_lock
from .problems import Position, Problem
from .reading.front_matter import parse_document
from .reading.source import is_lost, read_source
from .reading.tree import Place, read_tree
from .schema.kinds import all_fields, validate
from .schema.validate import unreadable
from .settings import Settings, read_settings, read_show, read_topics
from .stages import stage
from .transcripts import Cue, read_cues

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one Markdown file holds; `document` is None where it is too broken to be a page."""

    document: Document | None
    text: Rendered | None
    problems: tuple[Problem, ...]


@dataclass
class Memory:
    """Results of files, kept between the builds of a preview until a file or the settings change."""

    settings: Settings | None = None
    results: dict[str, tuple[tuple[object, ...], object]] = field(default_factory=dict)

    def begin(self, settings: Settings) -> None:
        """Forget everything if `settings` are not those that the results were made with."""
        if settings != self.settings:
            self.settings, self.results = settings, {}

    def recall(self, root: Path, path: str, make: Callable[[], Result], *context: object) -> Result:
        """What `make` gave for file `path` when it last changed; `context` is what else it depends on."""
        status = (root / path).stat()
        state = (status.st_mtime_ns, status.st_size, *context)
        known = self.results.get(path)
        if known is None or known[0] != state:
            known = self.results[path] = (state, make())
        return known[1]  # type: ignore[return-value]


def load(root: Path, memory: Memory | None = None) -> tuple[Library | None, tuple[Problem, ...]]:
    """The content of the project at `root`, and what is wrong with each file by itself.

    None where the settings are too broken to read anything else. Raises `OSError` where files cannot be read.
    """
    memory = memory or Memory()
    settings, problems = read_settings(root)
    if settings is None:
        return None, problems
    memory.begin(settings)
    topics, topic_problems = read_topics(root, settings)
    show, show_problems = read_show(root, settings)
    tree, tree_problems = read_tree(root, settings.languages)
    labels = {code: _labels(entry.language) for code, entry in settings.languages.items()}
    with stage("read"):
        entries = [
            memory.recall(root, place.path, partial(_entry, root, place, settings, labels[place.language]))
            for place in tree.places
        ]
    documents = tuple(entry.document for entry in entries if entry.document)
    with stage("audio"):
        audio, transcripts, media_problems = _media(root, documents, tree.files, memory)
    broken = (place.path for place, entry in zip(tree.places, entries, strict=True) if not entry.document)
    library = Library(
        settings,
        topics,
        show,
        documents,
        {entry.document.path: entry.text for entry in entries if entry.document and entry.text},
        audio,
        transcripts,
        tree.files.union(broken),
    )
    found = (problem for entry in entries for problem in entry.problems)
    return library, (*problems, *topic_problems, *show_problems, *tree_problems, *found, *media_problems)


def _entry(root: Path, place: Place, settings: Settings, labels: Labels) -> Entry:
    source, problems = read_source(root, place.path)
    if is_lost(source, problems):
        return Entry(None, None, problems)
    raw, syntax = parse_document(source)
    document, invalid = validate(
        raw, place.kind, place.name, place.language, settings.zone, unreadable(syntax, all_fields(place.kind))
    )
    text = render(raw.body, Position(place.path, raw.body_line), labels)
    return Entry(document, text, problems + syntax + invalid + text.problems)


def _labels(language: Language) -> Labels:
    """What the Markdown engine writes by itself, in `language`."""
    text = language.text
    return Labels(
        note=text("Note"),
        tip=text("Tip"),
        important=text("Important"),
        warning=text("Warning"),
        caution=text("Caution"),
        footnotes=text("Footnotes"),
        back_to_text=text("Back to the text ({number})"),
        table=text("Table"),
        done=text("Done"),
        to_do=text("To do"),
    )


def _media(
    root: Path, documents: Iterable[Document], files: frozenset[str], memory: Memory
) -> tuple[dict[str, AudioFacts], dict[str, tuple[Cue, ...]], list[Problem]]:
    audio: dict[str, AudioFacts] = {}
    transcripts: dict[str, tuple[Cue, ...]] = {}
    lock, damage = memory.recall(root, LOCK, partial(read_lock, root)) if LOCK in files else ({}, ())
    problems = list(damage)
    for document in documents:
        details = document.details
        if not isinstance(details, EpisodeDetails):
            continue
        if details.audio and details.audio not in audio:
            facts = _facts(root, details.audio, document.where("audio"), files, lock, memory)
            if isinstance(facts, AudioFacts):
                audio[details.audio] = facts
            elif details.audio in files or not damage:  # what a damaged lock says of it, nobody knows
                problems.append(facts)
        if details.transcript in files and details.transcript not in transcripts:
            cues, found = memory.recall(
                root, details.transcript, partial(_transcript, root, details.transcript)
            )
            transcripts[details.transcript] = cues
            problems += found
    return audio, transcripts, problems


def _facts(
    root: Path,
    path: str,
    at: Position,
    files: frozenset[str],
    lock: Mapping[str, AudioFacts],
    memory: Memory,
) -> AudioFacts | Problem:
    known = lock.get(path)
    read = partial(known_facts, known, root, path, at)
    return memory.recall(root, path, read, at, known) if path in files else read()


def _transcript(root: Path, path: str) -> tuple[tuple[Cue, ...], tuple[Problem, ...]]:
    source, problems = read_source(root, path)
    if is_lost(source, problems):
        return (), problems
    cues, found = read_cues(source)
    return cues, problems + found
