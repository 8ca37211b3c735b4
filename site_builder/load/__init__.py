"""Files → `Library`: reading, parsing, validation and rendering, file by file.

Each file's result depends on that file and the settings alone, so a preview keeps it until the file changes
(`Memory`); everything that depends on several files is a check or a part of the plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..chapters import listed_chapters
from ..documents import Chapter, Document, Kind
from ..languages import Language
from ..library import Library
from ..markdown import Labels, Rendered, render
from ..problems import Position, Problem
from ..reading.front_matter import parse_document
from ..reading.source import is_lost, read_source
from ..reading.tree import Place, read_tree
from ..schema.kinds import all_fields, validate
from ..schema.validate import unreadable
from ..settings import SERIES, Settings, read_settings, read_shows, read_topics, read_withdrawn
from ..stages import stage
from .as_typed import as_typed
from .downloads import read_downloads
from .episode_files import read_episode_files
from .leftovers import is_blank, leftovers
from .memory import Memory
from .misnamed_pages import misnamed_pages, pages_outside
from .other_language import in_other_language
from .publish_times import at_publish_times


@dataclass(frozen=True, slots=True)
class Entry:
    """What one Markdown file holds; `document` is None where it is too broken to be a page.

    `chapters` are those that the notes of an episode list. `is_blank` tells that there is nothing to read in it.
    """

    document: Document | None
    text: Rendered | None
    problems: tuple[Problem, ...]
    chapters: tuple[Chapter, ...] = ()
    is_blank: bool = False


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
    series, series_problems = read_topics(root, settings, SERIES)
    withdrawn, withdrawn_problems = read_withdrawn(root, settings.zone)
    tree, tree_problems = read_tree(root, settings.languages)
    shows, show_problems = read_shows(root, tree.files, settings)
    written = {code: labels(entry.language) for code, entry in settings.languages.items()}
    with stage("read"):
        read = [
            (
                place,
                memory.recall(
                    root, place.path, _entry, partial(_entry, root, place, settings, written[place.language])
                ),
            )
            for place in tree.places
        ]
        absent = leftovers(root, (place for place, entry in read if entry.is_blank), tree.places)
        places = [place for place, _ in read if place.path not in absent]
        entries = [entry for place, entry in read if place.path not in absent]
    documents = at_publish_times((entry.document for entry in entries if entry.document), shows, tree.files)
    with stage("audio"):
        beside = read_episode_files(root, documents, tree.files, memory)
    listed = {entry.document.path: entry.chapters for entry in entries if entry.document and entry.chapters}
    broken = (place.path for place, entry in zip(places, entries, strict=True) if not entry.document)
    library = Library(
        settings,
        topics,
        shows,
        documents,
        {entry.document.path: entry.text for entry in entries if entry.document and entry.text},
        beside.audio,
        beside.transcripts,
        beside.pictures,
        {**beside.chapters, **listed},
        tree.files.union(broken),
        series,
        withdrawn,
    )
    found = (problem for entry in entries for problem in entry.problems)
    return library, (
        *problems,
        *topic_problems,
        *series_problems,
        *withdrawn_problems,
        *show_problems,
        *tree_problems,
        *found,
        *beside.problems,
        *read_downloads(root, tree.files, memory),
        *pages_outside(root, settings.languages),
        *misnamed_pages(root, tree, settings.languages, memory),
    )


def _entry(root: Path, place: Place, settings: Settings, written: Labels) -> Entry:
    source, problems = read_source(root, place.path)
    if is_lost(source, problems):
        return Entry(None, None, problems)
    raw, syntax = parse_document(source)
    document, invalid = validate(
        raw, place.kind, place.name, place.language, settings.zone, unreadable(syntax, all_fields(place.kind))
    )
    body = Position(place.path, raw.body_line)
    text = render(raw.body, body, written, place.language if document.typography else "")
    chapters = listed_chapters(raw.body, body) if place.kind is Kind.EPISODE else ()
    foreign = in_other_language(raw, document, place.language, settings)
    typed = as_typed(raw.body, body, text)
    found = (*problems, *syntax, *invalid, *text.problems, *typed, *foreign)
    return Entry(document, text, found, chapters, is_blank(raw))


def labels(language: Language) -> Labels:
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
