"""All documents, found by name, language, topic and person. Stages after this one read it and never change it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from posixpath import basename
from unicodedata import normalize

from .audio.facts import AudioFacts
from .documents import PICTURE_ENDINGS, Chapter, Document, EpisodeDetails, Kind
from .markdown import Rendered
from .pictures.facts import PictureFacts
from .reading.names import same_on_some_disks
from .settings import Settings, Topic, Withdrawal
from .shows import Show, show_folder
from .transcripts import Cue

_SETTINGS = (".yml", ".yaml", ".po", ".json", ".md")
"""Endings of files that are read here and published nowhere."""

_PAGE = re.compile(r"\.html?$")


@dataclass(frozen=True, slots=True)
class Played:
    """The `audio` that the page of an episode plays, the `version` that it is of, and that one's `details`."""

    version: Document
    details: EpisodeDetails
    audio: AudioFacts


@dataclass(frozen=True)
class Library:
    """The content as a whole.

    `documents` are sorted by path; `texts`, `audio`, `transcripts` and `pictures` are found by the path of their
    file, `chapters` by that of what lists them (a JSON file, or the notes of an episode), `shows` by their folder,
    the first one first; `files` are all others: what lies beside the texts, and Markdown files too broken to be
    documents. `withdrawn` is what was published and isn't to be any more.
    """

    settings: Settings
    topics: Mapping[str, Topic]
    shows: Mapping[str, Show]
    documents: tuple[Document, ...]
    texts: Mapping[str, Rendered]
    audio: Mapping[str, AudioFacts]
    transcripts: Mapping[str, tuple[Cue, ...]]
    pictures: Mapping[str, PictureFacts]
    chapters: Mapping[str, tuple[Chapter, ...]]
    files: frozenset[str]
    series: Mapping[str, Topic] = field(default_factory=dict)
    withdrawn: tuple[Withdrawal, ...] = ()

    @cached_property
    def by_path(self) -> Mapping[str, Document]:
        """Documents by the path of their file."""
        return {document.path: document for document in self.documents}

    @cached_property
    def versions(self) -> Mapping[tuple[Kind, str], Mapping[str, Document]]:
        """The language versions of each page, in the order of the site's languages."""
        found: dict[tuple[Kind, str], dict[str, Document]] = defaultdict(dict)
        for document in self.documents:
            found[document.id][document.language] = document
        order = list(self.settings.languages)
        return {
            key: {code: versions[code] for code in order if code in versions}
            for key, versions in found.items()
        }

    @cached_property
    def episodes(self) -> tuple[tuple[Document, EpisodeDetails], ...]:
        """The documents that are episodes, each with its details."""
        return tuple((d, d.details) for d in self.documents if isinstance(d.details, EpisodeDetails))

    @cached_property
    def people(self) -> Mapping[str, Mapping[str, Document]]:
        """The language versions of each person's page, by the person's id."""
        return {name: versions for (kind, name), versions in self.versions.items() if kind is Kind.PERSON}

    @cached_property
    def media(self) -> frozenset[str]:
        """The files of the site itself: all of `content/` but settings, and what `podcast/` publishes here."""
        pictures = (path for path in self.files if path.lower().endswith(PICTURE_ENDINGS))
        others = (path for path in self.files if path.startswith("content/") and not path.endswith(_SETTINGS))
        own_audio = (path for path, facts in self.audio.items() if not facts.url)
        return frozenset({*pictures, *others, *own_audio, *self.transcripts})

    @cached_property
    def by_slug(self) -> Mapping[str, tuple[Document, ...]]:
        """Documents by the last part of their address; one that an address had before, if no address has it now."""
        found: dict[str, tuple[Document, ...]] = defaultdict(tuple)
        former: dict[str, tuple[Document, ...]] = defaultdict(tuple)
        for document in self.documents:
            found[document.slug or basename(document.name)] += (document,)
            for one in document.redirect_from:
                former[_PAGE.sub("", basename(one.address.rstrip("/")))] += (document,)
        return {**former, **found}

    @cached_property
    def by_small_letters(self) -> Mapping[str, str]:
        """Paths of pages and `media` by how disks see them that don't tell capital letters."""
        return {same_on_some_disks(path): path for path in (*self.media, *self.by_path)}

    @cached_property
    def by_composed_name(self) -> Mapping[str, str]:
        """Those of `media` whose names macOS stored in parts (NFD), by the path that everybody types (NFC)."""
        names = ((normalize("NFC", path), path) for path in self.media if not path.isascii())
        return {composed: path for composed, path in names if composed != path}

    def show_of(self, document: Document) -> Show | None:
        """The show that an episode belongs to; None where its `show.yml` is missing or broken."""
        return self.shows.get(show_folder(document.path, self.files))

    def original(self, document: Document) -> Document:
        """The version of `document` in the first language that it exists in."""
        return next(iter(self.versions[document.id].values()))

    def published(self, now: datetime, *, preview: bool = False) -> Library:
        """The library as readers see it at `now`; a preview keeps drafts and what is scheduled."""
        if preview:
            return self
        visible = tuple(document for document in self.documents if is_published(document, now))
        return self.only(visible)

    def only(self, documents: Iterable[Document]) -> Library:
        """The library with `documents` alone, and with the audio and transcripts of the episodes among them."""
        kept = tuple(documents)
        episodes = [document.details for document in kept if isinstance(document.details, EpisodeDetails)]
        audio = {path for details in episodes for path in details.audio_files}
        transcripts = {details.transcript for details in episodes}
        return replace(
            self,
            documents=kept,
            audio={path: facts for path, facts in self.audio.items() if path in audio},
            transcripts={path: cues for path, cues in self.transcripts.items() if path in transcripts},
        )

    def audio_of(self, document: Document) -> Played | None:
        """The audio that the page of an episode plays; None where there is none.

        That is its own, else the one of the first version that has any.
        """
        for version in (document, *self.versions[document.id].values()):
            details = version.details
            if isinstance(details, EpisodeDetails) and details.audio in self.audio:
                return Played(version, details, self.audio[details.audio])
        return None


def is_published(document: Document, now: datetime) -> bool:
    """Whether readers see `document` at `now`: no draft, its date come, not expired."""
    return has_appeared(document, now) and not has_expired(document, now)


def has_appeared(document: Document, now: datetime) -> bool:
    """Whether readers have seen `document` by `now`, though it may have expired since."""
    return not document.draft and (document.date is None or document.date <= now)


def has_expired(document: Document, now: datetime) -> bool:
    """Whether its front matter says that it is gone."""
    return document.expires is not None and document.expires <= now
