"""Libraries of one episode, made by hand: what front matter can say is in `tests/sites`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from site_builder.audio.facts import AudioFacts
from site_builder.documents import Document, EpisodeDetails, Kind
from site_builder.languages import Catalogue, Language
from site_builder.library import Library
from site_builder.problems import Position
from site_builder.settings import LanguageSettings, Settings

AUDIO = "podcast/dil.cs.mp3"
SECONDS = 600.0

EpisodeOf = Callable[..., Document]
LibraryOf = Callable[..., Library]


@pytest.fixture
def episode() -> EpisodeOf:
    """An episode with audio of ten minutes, and the given details; `date` and `refused` are the document's."""

    def make(
        language: str = "cs", date: datetime | None = None, refused: tuple[str, ...] = (), **details: Any
    ) -> Document:
        path = f"podcast/dil.{language}.md"
        return Document(
            Kind.EPISODE,
            "dil",
            language,
            path,
            "Díl",
            date=date,
            details=EpisodeDetails(**{"audio": AUDIO if language == "cs" else ""} | details),
            positions={"audio": Position(path, 3), "no_transcript": Position(path, 4)},
            refused=frozenset(refused),
        )

    return make


@pytest.fixture
def library_of() -> LibraryOf:
    """A library of documents; `fields` replace those of the library that follow from them."""

    def make(*documents: Document, **fields: Any) -> Library:
        languages = {
            code: LanguageSettings(Language(code, code, "", Catalogue({}, int)), "Web")
            for code in ("cs", "en")
        }
        return Library(
            **{
                "settings": Settings(languages, ZoneInfo("UTC"), {}),
                "topics": {},
                "shows": {},
                "documents": documents,
                "texts": {},
                "audio": {AUDIO: AudioFacts(AUDIO, 1, SECONDS, "audio/mpeg")},
                "transcripts": {},
                "pictures": {},
                "chapters": {},
                "files": frozenset({AUDIO}),
            }
            | fields
        )

    return make
