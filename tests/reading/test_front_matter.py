"""Front matter becomes fields with their positions; every scalar stays the text that was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Position
from site_builder.reading.front_matter import (
    DEEPEST,
    LONGEST,
    Mapping,
    Scalar,
    Sequence,
    parse_document,
    parse_fields,
)
from site_builder.reading.slips_of_values import quoted
from site_builder.reading.source import SourceFile, without_control
from site_builder.repairs import Replacement

HOSTILE_PIECES = [
    *(
        "title",
        "a",
        "č",
        ":",
        ": ",
        "\uff1a",
        "=",
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        "\u00a0",
        "\u200b",
        "\ufeff",
    ),
    *("- ", "-", "—", "•", "---", "+++", "```", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n"),
    *(
        '"',
        "'",
        "„",
        "“",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " #",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "?",
        "\\",
        "\\ud83d",
    ),
]


def value_of(text: str) -> object:
    fields, problems = parse_fields("a.md", f"field: {text}")
    assert not problems
    return fields["field"].value


@pytest.mark.parametrize(
    "typed", ["no", "012", "1e3", "2026-03-01", "0x1F", "12:30:45", "true", "=", "1_000"]
)
def test_a_scalar_is_the_text_that_was_typed(typed: str) -> None:
    assert value_of(typed) == Scalar(typed, Position("a.md", 1, 8))


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_empty_values_are_empty_texts(typed: str) -> None:
    value = value_of(typed)
    assert isinstance(value, Scalar)
    assert value.text == ""


def test_a_quoted_null_is_a_text() -> None:
    assert value_of('"null"') == Scalar("null", Position("a.md", 1, 8))


def test_names_and_values_know_their_line_and_column() -> None:
    fields, _ = parse_fields(
        "a.md", "title: Název\ntopics: [a, žluť, b]\nchapters:\n  - {start: x}\n", line=5
    )
    assert fields["title"].at == Position("a.md", 5, 1)
    topics = fields["topics"].value
    assert isinstance(topics, Sequence)
    assert [item.at for item in topics.items] == [
        Position("a.md", 6, 10),
        Position("a.md", 6, 13),
        Position("a.md", 6, 19),
    ]
    chapters = fields["chapters"].value
    assert isinstance(chapters, Sequence)
    chapter = chapters.items[0]
    assert isinstance(chapter, Mapping)
    assert chapter.fields["start"].at == Position("a.md", 8, 6)


def test_a_document_is_split_where_its_header_ends() -> None:
    raw, problems = parse_document(SourceFile("a.md", "---\ntitle: A\n---\n\nText.\n\n---\n\nend: 1\n"))
    assert not problems
    assert list(raw.fields) == ["title"]
    lines = ["---", "title: A", "---", "", "Text.", "", "---", "", "end: 1", ""]
    assert raw.body.split("\n")[0] == lines[raw.body_line - 1]
    assert raw.body.endswith("Text.\n\n---\n\nend: 1\n")


def test_a_bad_field_does_not_hide_the_others() -> None:
    fields, problems = parse_fields(
        "a.md", 'title: "a\n  b\ndate: 2026-03-01\nslug: [x,\n  y\nauthors: [jana]\n'
    )
    assert sorted(fields) == ["authors", "date"]
    assert [(problem.code, problem.field, problem.at.line) for problem in problems] == [
        ("header-syntax", "title", 2),
        ("header-syntax", "slug", 5),
    ]


def test_the_first_of_two_equal_fields_is_kept() -> None:
    fields, problems = parse_fields("a.md", "title: A\ntitle: B\n")
    assert fields["title"].value == Scalar("A", Position("a.md", 1, 8))
    assert [problem.code for problem in problems] == ["duplicate-field"]


def test_a_bomb_of_references_costs_no_more_than_its_text() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    _, problems = parse_fields("a.md", bomb)
    assert {problem.code for problem in problems} == {"yaml-forbidden"}


def test_deep_nesting_is_refused() -> None:
    _, problems = parse_fields("a.md", "a: " + "[" * (DEEPEST + 5) + "]" * (DEEPEST + 5))
    assert [problem.code for problem in problems] == ["yaml-forbidden"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "a: [", "-\t"])
def test_nesting_that_would_end_the_process_is_refused(opening: str) -> None:
    _, problems = parse_fields("a.md", opening * (LONGEST // len(opening)))
    assert {problem.code for problem in problems} <= {"yaml-forbidden", "not-fields", "header-colon-space"}


def test_a_header_of_pages_is_refused() -> None:
    fields, problems = parse_fields("a.md", "title: A\ndescription: " + "a" * LONGEST)
    assert fields == {}
    assert [problem.code for problem in problems] == ["header-too-long"]


@pytest.mark.parametrize("typed", ["\u00a02026-03-01", "2026-03-01\u200b", "\u20602026-03-01\u00a0"])
def test_what_nobody_sees_around_a_value_is_told_and_left_out(typed: str) -> None:
    fields, (problem,) = parse_fields("a.md", f"date: {typed}\n")
    assert fields["date"].value == Scalar("2026-03-01", Position("a.md", 1, 7))
    assert problem.code == "invisible-character"
    assert problem.repair == Replacement(Position("a.md", 1, 7), typed, "2026-03-01")


@pytest.mark.parametrize("typed", ["V\u00a0Praze", "Ro\u00addina", "👩\u200d👧", '"\u00a0"'])
def test_what_belongs_to_a_text_stays_in_it(typed: str) -> None:
    value = value_of(typed)
    assert isinstance(value, Scalar)
    assert value.text == typed.strip('"')


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")))
PIECES = st.lists(st.sampled_from(HOSTILE_PIECES), max_size=12).map("".join)


@given(st.text() | PIECES)
def test_no_header_raises(text: str) -> None:
    for form in ("---\n{}\n---\nText.\n", "---\n{}", "{}"):
        raw, _ = parse_document(SourceFile("a.md", form.format(text)))
        assert raw.path == "a.md"


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), WORDS, min_size=1))
def test_fields_in_quotes_are_read_back_without_a_word(written: dict[str, str]) -> None:
    text = "".join(f"{name}: {quoted(value)}\n" for name, value in written.items())
    raw, problems = parse_document(SourceFile("a.md", f"---\n{text}---\nText.\n"))
    assert not [problem for problem in problems if problem.code != "control-character"]
    assert [*raw.fields] == [*written]
    for name, field in raw.fields.items():
        assert isinstance(field.value, Scalar)
        assert field.value.text == without_control(written[name])


@given(WORDS.map(str.strip).filter(bool))
def test_a_value_that_is_read_otherwise_than_typed_is_never_silent(typed: str) -> None:
    """Whatever stands behind a colon: it is read as it was typed, or told of, or a comment, a list or fields."""
    fields, problems = parse_fields("a.md", f"title: {typed}\ndate: 2026-03-01\n")
    value = fields["title"].value if "title" in fields else None
    if not problems and isinstance(value, Scalar) and typed[0] not in "\"'|>#" and " #" not in typed:
        assert value.text == ("" if typed in {"~", "null"} else typed)
