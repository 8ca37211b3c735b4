"""Tags, cover and chapters are read back by mutagen, by ffmpeg and by this package's own reading."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from mutagen.id3 import ID3

from site_builder.audio.facts import AudioChapter, AudioFacts, read_facts
from site_builder.audio.tagging import NewTags, write_tags
from site_builder.audio.tags import Tags, read_cover, read_tags
from site_builder.problems import Position

from .ffmpeg import ffmpeg
from .mp3 import frame, id3

COVER = b"\xff\xd8\xff\xe0" + bytes(2000)
CHAPTERS = (AudioChapter(0, "Úvod"), AudioChapter(0.5, "Žluťoučký 🦄", "https://web.example/č"))
TAGS = NewTags(
    title="Péče: „nová“ 🦄",
    artist="Úřad práce",
    album="Ministerský jednorožec",
    description="O čem to je.\nA proč.",
    language="cs",
    day=date(2026, 3, 1),
    number=12,
    season=2,
    cover=COVER,
    chapters=CHAPTERS,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two seconds of silence behind an old tag."""
    (tmp_path / "a.mp3").write_bytes(id3(300) + frame() * 77)
    return tmp_path / "a.mp3"


def test_mutagen_reads_it_back(file: Path) -> None:
    write_tags(file, TAGS, 2.0)
    tag = ID3(file)
    assert tag.version == (2, 3, 0)
    texts = {name: str(tag[name]) for name in ("TIT2", "TPE1", "TALB", "TRCK", "TPOS", "TLAN", "TDRC")}
    assert texts == {
        "TIT2": TAGS.title,
        "TPE1": TAGS.artist,
        "TALB": TAGS.album,
        "TRCK": "12",
        "TPOS": "2",
        "TLAN": "ces",
        "TDRC": "2026-03-01",
    }
    assert str(tag["COMM::ces"]) == TAGS.description
    assert tag["APIC:"].data == COVER
    assert tag["APIC:"].mime == "image/jpeg"
    assert tag["CTOC:toc"].child_element_ids == ["chp000", "chp001"]
    times = [(tag[name].start_time, tag[name].end_time) for name in ("CHAP:chp000", "CHAP:chp001")]
    assert times == [(0, 500), (500, 2000)]


def test_ffmpeg_reads_it_back(file: Path) -> None:
    write_tags(file, TAGS, 2.0)
    told = ffmpeg("-i", str(file), "-f", "ffmetadata", "-").decode()
    for line in (f"title={TAGS.title}", f"album={TAGS.album}", "track=12", "disc=2", "date=2026-03-01"):
        assert line in told
    assert "END=500\ntitle=Úvod\n" in told
    assert "START=500\nEND=2000\ntitle=Žluťoučký 🦄" in told


def test_the_package_reads_it_back(file: Path) -> None:
    before = read_facts(file.parent, "a.mp3", Position("a"))
    write_tags(file, TAGS, 2.0)
    after = read_facts(file.parent, "a.mp3", Position("a"))
    assert isinstance(before, AudioFacts)
    assert isinstance(after, AudioFacts)
    assert after.seconds == before.seconds
    assert [(chapter.start, chapter.title) for chapter in after.chapters] == [
        (chapter.start, chapter.title) for chapter in CHAPTERS
    ]
    assert read_tags(file) == Tags(TAGS.title, TAGS.artist, TAGS.album)
    assert read_cover(file) == COVER


def test_the_sound_is_untouched_and_an_old_tag_gone(file: Path) -> None:
    write_tags(file, TAGS, 2.0)
    write_tags(file, NewTags("Jiný", "", "", "", "en"), 2.0)
    assert file.read_bytes().endswith(frame() * 77)
    assert file.read_bytes().count(b"ID3") == 1
    assert {key[:4] for key in ID3(file)} == {"TIT2", "TLAN", "TCON"}


@pytest.mark.parametrize(
    ("code", "letters"), [("cs", "ces"), ("en", "eng"), ("uk", "ukr"), ("rue", "rue"), ("xx", "und")]
)
def test_languages_have_three_letters(code: str, letters: str, file: Path) -> None:
    write_tags(file, NewTags("a", "", "", "b", code), 2.0)
    assert str(ID3(file)["TLAN"]) == letters


def test_more_chapters_than_a_table_can_count(file: Path) -> None:
    chapters = tuple(AudioChapter(number / 1000, f"{number}") for number in range(300))
    write_tags(file, NewTags("a", "", "", "", "cs", chapters=chapters), 2.0)
    assert len(ID3(file)["CTOC:toc"].child_element_ids) == 255
    assert len(ID3(file).getall("CHAP")) == 255


def test_chapters_come_in_their_order_whatever_the_length_of_their_titles(file: Path) -> None:
    titles = ["Dlouhý název první kapitoly", "a", "Střední", "b", "ab"]
    chapters = tuple(AudioChapter(number / 4, title) for number, title in enumerate(titles))
    write_tags(file, replace(TAGS, chapters=chapters), 2.0)
    told = ffmpeg("-i", str(file), "-f", "ffmetadata", "-").decode()
    assert re.findall(r"^title=(.+)$", told, re.MULTILINE)[1:] == titles
    assert ID3(file)["APIC:"].data == COVER
