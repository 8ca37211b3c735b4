"""Each kind's schema makes the document of its fields, or says all that is wrong."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from site_builder.documents import (
    Chapter,
    Document,
    EpisodeDetails,
    EventDetails,
    ExampleDetails,
    Kind,
    PageDetails,
    Picture,
)
from site_builder.problems import Position
from site_builder.reading.front_matter import parse_document
from site_builder.reading.source import SourceFile
from site_builder.schema.kinds import SCHEMAS, all_fields, validate
from site_builder.schema.validate import unreadable

PRAGUE = ZoneInfo("Europe/Prague")


def make(kind: Kind, *lines: str) -> tuple[Document | None, list[str]]:
    header = "\n".join(("---", "title: Název", "description: Perex.", *lines, "---", ""))
    raw, _ = parse_document(SourceFile("content/a.cs.md", header))
    document, problems = validate(raw, kind, "a", "cs", PRAGUE)
    return document, [problem.code for problem in problems]


def made(kind: Kind, *lines: str) -> Document:
    document, codes = make(kind, *lines)
    assert document is not None
    assert codes == []
    return document


def test_every_kind_has_a_schema() -> None:
    assert set(SCHEMAS) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_field_has_one_meaning_in_a_kind(kind: Kind) -> None:
    names = [field.name for field in all_fields(kind)]
    assert len(names) == len(set(names))


def test_times_are_in_the_zone_of_the_site() -> None:
    assert made(Kind.ARTICLE, "date: 2026-07-01 06:00").date == datetime(2026, 7, 1, 6, tzinfo=PRAGUE)


def test_a_picture_is_read_with_its_text_and_credit() -> None:
    document = made(
        Kind.ARTICLE, "date: 2026-07-01", "image: a/b.svg", "image_alt: Dům", "image_credit: Jana"
    )
    assert document.picture == Picture("content/a/b.svg", "Dům", "Jana")


def test_an_event_knows_when_and_where() -> None:
    document = made(Kind.EVENT, "date: 2026-07-01", "starts: 2026-08-01 09:00", "place: Brno")
    assert document.details == EventDetails(datetime(2026, 8, 1, 9, tzinfo=PRAGUE), place="Brno")


def test_an_example_has_a_country() -> None:
    document = made(Kind.EXAMPLE, "date: 2026-07-01", "country: BE")
    assert document.details == ExampleDetails("BE")


def test_a_page_has_no_date_but_a_place_in_the_menu() -> None:
    assert made(Kind.PAGE, "menu: footer", "order: 3").details == PageDetails("footer", 3)
    assert make(Kind.PAGE, "date: 2026-07-01")[1] == ["unknown-field"]


def test_an_episode_is_read_whole() -> None:
    document = made(
        Kind.EPISODE,
        "date: 2026-07-01",
        "guid: urn:uuid:1",
        "audio: a.mp3",
        "transcript: a.vtt",
        "season: 2",
        "episode: 7",
        "episode_type: bonus",
        "explicit: false",
        "synthetic_voice: true",
        "hosts: [jana]",
        "guests: [petr]",
        "chapters:",
        '  - {start: "1:05", title: Úvod}',
    )
    assert document.details == EpisodeDetails(
        guid="urn:uuid:1",
        audio="content/a.mp3",
        transcript="content/a.vtt",
        season=2,
        number=7,
        type="bonus",
        synthetic_voice=True,
        hosts=("jana",),
        guests=("petr",),
        chapters=(Chapter(65.0, "Úvod", Position("content/a.cs.md", 16, 5)),),
    )
    assert document.people == ("jana", "petr")


def test_a_wrong_optional_field_leaves_the_page_whole() -> None:
    document, codes = make(Kind.ARTICLE, "date: 2026-07-01", "updated: zítra")
    assert document is not None
    assert document.updated is None
    assert codes == ["not-a-date"]


def test_a_field_under_a_czech_name_counts_and_is_not_missing() -> None:
    header = "---\nnázev: Noční autobus\npopis: Perex.\ndatum: 2026-07-01\nautoři: [jana]\n---\n"
    raw, _ = parse_document(SourceFile("content/a.cs.md", header))
    document, problems = validate(raw, Kind.ARTICLE, "a", "cs", PRAGUE)
    assert (document.title, document.description, document.authors) == ("Noční autobus", "Perex.", ("jana",))
    assert document.where("title") == Position("content/a.cs.md", 2, 1)
    assert [problem.code for problem in problems] == ["unknown-field"] * 4


def test_of_two_names_for_a_field_the_right_one_counts() -> None:
    document, codes = make(Kind.ARTICLE, "date: 2026-07-01", "Nadpis: Jiný")
    assert document is not None
    assert (document.title, codes) == ("Název", ["unknown-field"])


def test_a_czech_name_that_cannot_be_read_hides_nothing_else() -> None:
    header = "---\nnázev: Pomoc: nyní\ndescription: Perex.\ndate: 2026-07-01\n---\n"
    raw, syntax = parse_document(SourceFile("content/a.cs.md", header))
    hidden = unreadable(syntax, all_fields(Kind.ARTICLE))
    _, problems = validate(raw, Kind.ARTICLE, "a", "cs", PRAGUE, hidden)
    assert "missing-field" not in [problem.code for problem in problems]


def test_names_are_known_by_where_they_stand() -> None:
    document = made(Kind.ARTICLE, "date: 2026-07-01", "authors: [jana, 'petr']", "topics:", "  - housing")
    path = "content/a.cs.md"
    assert document.where("authors", "petr") == Position(path, 5, 17)
    assert document.where("topics", "housing") == Position(path, 7, 5)
    assert document.where("authors", "eva") == document.where("authors") == Position(path, 5, 1)


def test_all_problems_are_told_at_once() -> None:
    document, codes = make(Kind.EPISODE, "date: zítra", "season: první", "barva: modrá")
    assert (document.date, document.refused) == (None, {"date", "season"})
    assert sorted(codes) == ["missing-field", "not-a-date", "not-a-number", "unknown-field"]
