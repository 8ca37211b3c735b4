"""What readers see at a moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from site_builder.audio.facts import AudioFacts
from site_builder.documents import Document, EpisodeDetails, Kind
from site_builder.languages import Catalogue, Language
from site_builder.library import Library, Played, is_published
from site_builder.settings import LanguageSettings, Settings

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def document(name: str = "a", language: str = "cs", **fields: object) -> Document:
    return Document(
        **{  # type: ignore[arg-type]
            "kind": Kind.ARTICLE,
            "name": name,
            "language": language,
            "path": f"content/articles/{name}.{language}.md",
            "title": name,
            **fields,
        }
    )


def library(*documents: Document, audio: tuple[str, ...] = ()) -> Library:
    nothing = Catalogue({}, int)
    languages = {code: LanguageSettings(Language(code, code, "", nothing), "Web") for code in ("cs", "en")}
    facts = {path: AudioFacts(path, 1, 1.0, "audio/mpeg") for path in audio}
    return Library(
        Settings(languages, ZoneInfo("UTC"), {}), {}, {}, documents, {}, facts, {}, {}, {}, frozenset(audio)
    )


@pytest.mark.parametrize(
    ("fields", "visible"),
    [
        ({}, True),
        ({"date": NOW}, True),
        ({"date": NOW + SECOND}, False),
        ({"draft": True}, False),
        ({"draft": True, "date": NOW - SECOND}, False),
        ({"expires": NOW + SECOND}, True),
        ({"expires": NOW}, False),
        ({"date": NOW - SECOND, "expires": NOW - SECOND}, False),
    ],
)
def test_published_is_what_is_no_draft_has_come_and_has_not_expired(
    fields: dict[str, object], visible: bool
) -> None:
    one = document(**fields)
    assert is_published(one, NOW) is visible
    assert library(one).published(NOW).documents == ((one,) if visible else ())


def test_a_preview_holds_everything() -> None:
    documents = document("a", draft=True), document("b", date=NOW + SECOND), document("c", expires=NOW)
    assert library(*documents).published(NOW, preview=True).documents == documents


def test_versions_come_in_the_order_of_the_languages() -> None:
    english, czech = document("a", "en"), document("a", "cs")
    found = library(english, czech)
    assert list(found.versions[czech.id].values()) == [czech, english]
    assert found.original(english) is czech


def test_people_are_found_by_their_id() -> None:
    person = document("jana", kind=Kind.PERSON)
    assert library(person, document("b")).people == {"jana": {"cs": person}}


def episode(language: str, audio: str = "") -> Document:
    return document("e", language, kind=Kind.EPISODE, details=EpisodeDetails(audio=audio))


def played(version: Document, found: Library) -> Played:
    assert isinstance(version.details, EpisodeDetails)
    return Played(version, version.details, found.audio[version.details.audio])


def test_an_episode_plays_its_own_audio_before_the_others() -> None:
    czech, english = episode("cs", "podcast/a.mp3"), episode("en", "podcast/b.mp3")
    found = library(czech, english, audio=("podcast/a.mp3", "podcast/b.mp3"))
    assert found.audio_of(english) == played(english, found)


def test_an_episode_without_audio_plays_that_of_a_translation() -> None:
    czech, english = episode("cs", "podcast/a.mp3"), episode("en")
    found = library(czech, english, audio=("podcast/a.mp3",))
    assert found.audio_of(english) == played(czech, found)


def test_the_audio_of_an_episode_to_come_stays_here() -> None:
    later = document("e", kind=Kind.EPISODE, date=NOW + SECOND, details=EpisodeDetails(audio="podcast/a.mp3"))
    found = library(later, audio=("podcast/a.mp3",))
    assert found.published(NOW).audio == {}
    assert found.published(NOW + SECOND).audio == found.audio


def test_an_episode_whose_audio_is_broken_everywhere_plays_nothing() -> None:
    czech = episode("cs", "podcast/broken.mp3")
    assert library(czech).audio_of(czech) is None
