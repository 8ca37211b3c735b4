"""Each type of field reads what it should, and refuses the rest with the right form shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Position
from site_builder.reading.front_matter import Scalar, parse_fields
from site_builder.repairs import Replacement
from site_builder.schema import fields
from site_builder.schema.fields import Reader, Reading

AT = Position("content/articles/a.cs.md", 4, 7)


def read(reader: Reader, written: str) -> tuple[Any, list[str]]:
    """The value that `reader` makes of a scalar, and the codes of what it refused."""
    reading = Reading(AT.path, UTC)  # type: ignore[arg-type]
    return reader(Scalar(written, AT), reading), [problem.code for problem in reading.problems]


@pytest.mark.parametrize(
    ("reader", "written", "value"),
    [
        (fields.text, "  dvě\n slova ", "dvě slova"),
        (fields.flag, "true", True),
        (fields.flag, "True", True),
        (fields.flag, "FALSE", False),
        (fields.integer, "12", 12),
        (fields.moment, "2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        (fields.moment, "2026-03-01 06:30", datetime(2026, 3, 1, 6, 30, tzinfo=UTC)),
        (fields.moment, "2026-03-01T06:30:15", datetime(2026, 3, 1, 6, 30, 15, tzinfo=UTC)),
        (fields.moment, "2026-03-01T06:30:15Z", datetime(2026, 3, 1, 6, 30, 15, tzinfo=UTC)),
        (fields.moment, "2026-03-01T06:30:15.250Z", datetime(2026, 3, 1, 6, 30, 15, tzinfo=UTC)),
        (fields.moment, "2026-03-01 06:30+0200", datetime(2026, 3, 1, 4, 30, tzinfo=UTC)),
        (fields.day, "2024-02-29", date(2024, 2, 29)),
        (fields.clock, "06:00", time(6)),
        (fields.clock, "6:30", time(6, 30)),
        (fields.slug, "nocni-autobus-2", "nocni-autobus-2"),
        (fields.web_address, "https://www.mpsv.cz/a?b=c#d", "https://www.mpsv.cz/a?b=c#d"),
        (fields.file, "dum.svg", "content/articles/dum.svg"),
        (fields.file, "../dum.svg", "content/dum.svg"),
        (fields.guid, "urn:uuid:1", "urn:uuid:1"),
        (fields.offset, "1:05", 65.0),
        (fields.offset, "01:02:03", 3723.0),
        (fields.offset, "90:00", 5400.0),
        (fields.country, "BE", "BE"),
        (fields.one_of("a", "b"), "b", "b"),
    ],
)
def test_a_right_value_is_read(reader: Reader, written: str, value: object) -> None:
    assert read(reader, written) == (value, [])


@pytest.mark.parametrize(
    ("reader", "written", "code"),
    [
        (fields.flag, "1", "not-a-flag"),
        (fields.integer, "0", "not-a-number"),
        (fields.integer, "1.5", "not-a-number"),
        (fields.integer, "10000", "not-a-number"),
        (fields.moment, "1. 3. 2026", "not-a-date"),
        (fields.moment, "2026-3-1", "not-a-date"),
        (fields.moment, "2026-03-01 6:00", "not-a-date"),
        (fields.moment, "2025-02-29", "impossible-date"),
        (fields.moment, "0000-01-01", "impossible-date"),
        (fields.moment, "2026-03-01 24:00", "impossible-date"),
        (fields.slug, "Noční", "not-a-slug"),
        (fields.moment, "2026-03-01T06:00+25:00", "impossible-date"),
        (fields.moment, "2026-03-01T06:00:00.5+25:00", "impossible-date"),
        (fields.moment, "0001-01-01T00:00+02:00", "impossible-date"),
        (fields.clock, "24:00", "not-a-clock-time"),
        (fields.clock, "6", "not-a-clock-time"),
        (fields.slug, "a--b", "not-a-slug"),
        (fields.slug, "a" * 201, "not-a-slug"),
        (fields.web_address, "jana@urad.cz", "not-a-web-address"),
        (fields.file, "https://web.example/a.mp3", "file-elsewhere"),
        (fields.file, "C:\\zvuk\\a.mp3", "path-outside"),
        (fields.file, "\\\\server\\a.mp3", "path-outside"),
        (fields.file, "file:///a.mp3", "path-outside"),
        (fields.file, "zvuk\\a.mp3", "path-backslash"),
        (fields.web_address, "www.mpsv.cz", "not-a-web-address"),
        (fields.web_address, "javascript:alert(1)", "not-a-web-address"),
        (fields.file, "/etc/passwd", "path-outside"),
        (fields.file, "../../../etc/passwd", "path-outside"),
        (fields.file, "../../podcast/a.mp3", "path-outside"),
        (fields.guid, "dvě slova", "not-a-guid"),
        (fields.offset, "1:60", "not-a-time"),
        (fields.offset, "65", "not-a-time"),
        (fields.country, "XX", "not-a-country"),
        (fields.country, "cz", "not-a-country"),
        (fields.one_of("a", "b"), "c", "not-a-choice"),
        (fields.per_language(fields.text), "a", "not-per-language"),
    ],
)
def test_a_wrong_value_is_refused(reader: Reader, written: str, code: str) -> None:
    assert read(reader, written) == (None, [code])


@pytest.mark.parametrize(
    ("reader", "written", "right"),
    [
        (fields.moment, "1. 3. 2026", "2026-03-01"),
        (fields.moment, "24.12.2026 18:00", "2026-12-24 18:00"),
        (fields.slug, "Péče o děti", "pece-o-deti"),
        (fields.list_of(fields.text), "jana, petr", "jana, petr"),
    ],
)
def test_the_hint_shows_the_value_in_the_right_form(reader: Reader, written: str, right: str) -> None:
    reading = Reading(AT.path, UTC)  # type: ignore[arg-type]
    reader(Scalar(written, AT), reading)
    assert reading.problems[0].values["right"] == right


@pytest.mark.parametrize(
    ("reader", "written", "new"),
    [
        (fields.flag, "Ano", "true"),
        (fields.flag, "no", "false"),
        (fields.integer, "012", "12"),
        (fields.integer, "3.", "3"),
        (fields.moment, "1. března 2026 v 6:00", "2026-03-01 06:00"),
        (fields.slug, "Péče o děti", "pece-o-deti"),
        (fields.web_address, "www.mpsv.cz", "https://www.mpsv.cz"),
        (fields.file, "zvuk\\a.mp3", "zvuk/a.mp3"),
        (fields.country, "Belgie", "BE"),
        (fields.country, "czech republic", "CZ"),
        (fields.country, "cz", "CZ"),
        (fields.one_of("header", "footer"), "Header", "header"),
        (fields.one_of("header", "footer"), "patička", "footer"),
        (fields.list_of(fields.text), "jana", "[jana]"),
        (fields.list_of(fields.text), "jana, petr", "[jana, petr]"),
    ],
)
def test_what_has_one_right_answer_brings_it(reader: Reader, written: str, new: str) -> None:
    reading = Reading(AT.path, UTC)  # type: ignore[arg-type]
    reader(Scalar(written, AT), reading)
    assert [problem.repair for problem in reading.problems] == [Replacement(AT, written, new)]


@pytest.mark.parametrize(
    ("reader", "written"),
    [
        (fields.flag, "možná"),
        (fields.integer, "první"),
        (fields.moment, "1/3/2026"),
        (fields.moment, "30. 2. 2026"),
        (fields.slug, "clanky/autobus"),
        (fields.web_address, "naše stránky"),
        (fields.country, "Atlantida"),
        (fields.one_of("header", "footer"), "vlevo"),
        (fields.list_of(fields.text), "Jana (hlavní), Petr"),
        (fields.list_of(fields.integer), "jedna, dvě"),
    ],
)
def test_what_may_mean_more_brings_no_answer(reader: Reader, written: str) -> None:
    reading = Reading(AT.path, UTC)  # type: ignore[arg-type]
    reader(Scalar(written, AT), reading)
    assert [problem.repair for problem in reading.problems] == [None]


@pytest.mark.parametrize("written", ["10.–12. 1. 2027", "2027-01-10 9-17", "2027-01-10 09:00 - 17:00"])
def test_an_end_written_behind_the_beginning_is_sent_to_its_field(written: str) -> None:
    reading = Reading(AT.path, UTC)  # type: ignore[arg-type]
    fields.moment(Scalar(written, AT), reading)
    assert "the field ends" in reading.problems[0].hint


def test_words_count_as_flags_with_a_warning() -> None:
    assert read(fields.flag, "Ano") == (True, ["flag-in-words"])
    assert read(fields.flag, "ne") == (False, ["flag-in-words"])


def test_a_single_value_counts_as_the_list_that_it_should_be() -> None:
    assert read(fields.list_of(fields.text), "jana; petr") == (("jana", "petr"), ["not-a-list"])
    assert read(fields.list_of(fields.text), "a: b") == (None, ["not-a-list"])


@pytest.mark.parametrize(
    ("quote", "old", "new"), [('"', '"1. 3. 2026"', '"2026-03-01"'), ("'", "'1. 3. 2026'", "'2026-03-01'")]
)
def test_a_repair_keeps_the_quotes(quote: str, old: str, new: str) -> None:
    reading = Reading(AT.path, UTC)  # type: ignore[arg-type]
    fields.moment(Scalar("1. 3. 2026", AT, quote), reading)
    assert reading.problems[0].repair == Replacement(AT, old, new)


def test_what_the_file_has_in_another_form_is_not_replaced() -> None:
    reading = Reading(AT.path, UTC)  # type: ignore[arg-type]
    fields.moment(Scalar("1. 3. 2026", AT, None), reading)
    assert reading.problems[0].repair is None


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("2026-03-29 01:59", []),
        ("2026-03-29 02:00", ["skipped-time"]),
        ("2026-03-29 02:59:59", ["skipped-time"]),
        ("2026-03-29 03:00", []),
        ("2026-03-29T02:30+01:00", []),
        ("2026-10-25 02:30", []),
    ],
)
def test_clocks_that_are_put_forward_leave_out_an_hour(written: str, codes: list[str]) -> None:
    reading = Reading(AT.path, ZoneInfo("Europe/Prague"))
    fields.moment(Scalar(written, AT), reading)
    assert [problem.code for problem in reading.problems] == codes


def test_of_an_hour_that_comes_twice_it_is_the_first() -> None:
    found = fields.moment(Scalar("2026-10-25 02:30", AT), Reading(AT.path, ZoneInfo("Europe/Prague")))
    assert found
    assert found.astimezone(UTC).isoformat() == "2026-10-25T00:30:00+00:00"


def test_a_title_may_be_long_but_no_paragraph() -> None:
    assert read(fields.title, "a" * 200) == ("a" * 200, [])
    assert read(fields.title, "a" * 201) == ("a" * 201, ["title-long"])


def test_a_list_keeps_its_good_items() -> None:
    found, _ = parse_fields(AT.path, "names: [jana, {a: b}, '', petr]")
    reading = Reading(AT.path, UTC)  # type: ignore[arg-type]
    assert fields.list_of(fields.text)(found["names"].value, reading) == ("jana", "petr")
    assert [problem.code for problem in reading.problems] == ["not-a-text"]


READERS = [
    fields.text,
    fields.title,
    fields.clock,
    fields.flag,
    fields.integer,
    fields.moment,
    fields.day,
    fields.slug,
    fields.web_address,
    fields.file,
    fields.guid,
    fields.offset,
    fields.country,
]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@given(written=st.text() | st.from_regex(r"[\d:. T/-]{1,30}"))
def test_no_value_raises(reader: Reader, written: str) -> None:
    value, codes = read(reader, written)
    assert value is None or set(codes) <= {"flag-in-words", "title-long"}


def test_a_new_guid_is_the_same_in_all_languages_of_an_episode_and_in_no_other() -> None:
    czech, english, other = (
        fields.new_guid(Reading(f"podcast/{name}.md", UTC))  # type: ignore[arg-type]
        for name in ("a.cs", "a.en", "b.cs")
    )
    assert czech == english
    assert czech != other
