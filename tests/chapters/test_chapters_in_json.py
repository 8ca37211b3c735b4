"""A JSON file of chapters → chapters with their places, and what can be wrong with it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.chapters import read_chapters
from site_builder.documents import Chapter
from site_builder.problems import Position, Severity
from site_builder.reading.source import SourceFile

PATH = "podcast/kapitoly/dil.cs.json"
GOOD = """{
\t"waypoints": [{"chapters": [1]}, ",[{"],
\t"version": "1.2.0",
\t"chapters": [
\t\t{"startTime": 0, "title": "Úvod \\"A\\", {B}"},
\t\t{"startTime": 94.25, "title": " Dál ", "img": "../a.jpg", "url": "https://web.example/x?a=1"},
\t\t{"startTime": 100, "toc": false, "img": "b.jpg"}, {
\t\t\t"location": {"name": "x", "geo": "geo:1,2"}, "title": "Konec", "startTime": 1e2, "img": "", "url": null
\t\t}
\t],
\t"title": "Díl"
}
"""


def read(text: str) -> tuple[tuple[Chapter, ...], list[tuple[str, int, int]]]:
    chapters, problems = read_chapters(SourceFile(PATH, text))
    for problem in problems:
        assert problem.at.path == PATH
        assert problem.severity is Severity.ERROR
        problem.message.format(**problem.values)
        problem.hint.format(**problem.values)
    return chapters, [(problem.code, problem.at.line, problem.at.column) for problem in problems]


def test_chapters_with_links_pictures_and_places() -> None:
    assert read(GOOD) == (
        (
            Chapter(0, 'Úvod "A", {B}', Position(PATH, 5, 3)),
            Chapter(94.25, "Dál", Position(PATH, 6, 3), "https://web.example/x?a=1", "podcast/a.jpg"),
            Chapter(100, "Konec", Position(PATH, 7, 53)),
        ),
        [],
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ("chapters-syntax", 1, 1)),
        ("WEBVTT", ("chapters-syntax", 1, 1)),
        ('{"chapters": [\n{"startTime": 0, "title": "A"}\n{"startTime": 1}]}', ("chapters-syntax", 3, 1)),
        ("[" * 100_000, ("chapters-syntax", 1, 1)),
        ('{"chapters": [{"startTime": ' + "1" * 10_000 + "}]}", ("chapters-syntax", 1, 1)),
        ("[]", ("chapters-syntax", 1, 1)),
        ("{}", ("chapters-syntax", 1, 1)),
        ('{"chapters": []}', ("chapters-syntax", 1, 1)),
        ('{"chapters": {"startTime": 0}}', ("chapters-syntax", 1, 1)),
    ],
)
def test_a_file_that_cannot_be_read_has_no_chapters(text: str, found: tuple[str, int, int]) -> None:
    assert read(text) == ((), [found])


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("1", "chapters-no-start"),
        ("[]", "chapters-no-start"),
        ("{}", "chapters-no-start"),
        ('{"title": "A"}', "chapters-no-start"),
        ('{"startTime": "94", "title": "A"}', "chapters-no-start"),
        ('{"startTime": true, "title": "A"}', "chapters-no-start"),
        ('{"startTime": -1, "title": "A"}', "chapters-no-start"),
        ('{"startTime": NaN, "title": "A"}', "chapters-no-start"),
        ('{"startTime": Infinity, "title": "A"}', "chapters-no-start"),
        ('{"startTime": 1e400, "title": "A"}', "chapters-no-start"),
        ('{"startTime": 94}', "chapters-no-title"),
        ('{"startTime": 94, "title": " "}', "chapters-no-title"),
        ('{"startTime": 94, "title": 1, "toc": true}', "chapters-no-title"),
    ],
)
def test_a_damaged_chapter_does_not_hide_the_others(entry: str, code: str) -> None:
    good = '{"startTime": 1, "title": "A"}'
    chapters, problems = read(f'{{"chapters": [{good},\n  {entry}, {good}]}}')
    assert [chapter.title for chapter in chapters] == ["A", "A"]
    assert problems == [(code, 2, 3)]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ('"url": "x.html"', "not-a-web-address"),
        ('"url": "javascript:alert(1)"', "not-a-web-address"),
        ('"url": ["https://web.example/"]', "not-a-web-address"),
        ('"img": "https://web.example/a.jpg"', "foreign-picture"),
    ],
)
def test_a_wrong_address_is_left_out(field: str, code: str) -> None:
    chapters, problems = read(f'{{"chapters": [{{"startTime": 1, "title": "A", {field}}}]}}')
    assert chapters == (Chapter(1, "A", Position(PATH, 1, 15)),)
    assert [problem[0] for problem in problems] == [code]


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text('"\\[]{},:a'),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["startTime", "title", "img", "url", "toc", "chapters"]), inner)
    ),
    max_leaves=20,
)


@given(values, st.sampled_from([None, 1]))
def test_any_json_is_read_with_a_place_for_each_entry(value: object, indent: int | None) -> None:
    text = json.dumps({"title": value, "chapters": [value, "x"], "version": value}, indent=indent)
    chapters, problems = read_chapters(SourceFile(PATH, text))
    places = {(problem.at.line, problem.at.column) for problem in problems}
    last = text.rindex('"x"')
    assert (text.count("\n", 0, last) + 1, last - text.rfind("\n", 0, last)) in places
    assert len(chapters) <= 1


@given(st.text(st.sampled_from('{}[]",:1 \n')))
def test_no_text_breaks_the_reader(text: str) -> None:
    read(text)
    read('{"chapters": [' + text)
