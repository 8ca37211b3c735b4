"""A broken header is read on: no mistake hides another, none makes noise of its own, all can be mended at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from repaired import repaired
from sites import cases

from site_builder.reading.front_matter import Mapping, Scalar, Sequence, Value, parse_document, parse_fields
from site_builder.reading.recovery import MOST
from site_builder.reading.source import SourceFile, read_source
from site_builder.repairs import Replacement, Resaving

BROKEN = sorted(path for case in cases("invalid") for path in case.rglob("content/articles/*.md"))


def texts(value: Value) -> object:
    match value:
        case Scalar(text):
            return text
        case Sequence(items):
            return [texts(item) for item in items]
        case Mapping(fields):
            return {name: texts(field.value) for name, field in fields.items()}


def test_all_mistakes_of_a_header_are_told_at_once() -> None:
    fields, problems = parse_fields(
        "a.md",
        "title: Pomoc: hned\ndescription:Perex.\n\tslug: pomoc\ntopics:\n  - bydleni\n   - dluhy\n"
        "authors: [jana\nimage obrazek.svg\ndate: 2026-03-01\n",
        line=2,
    )
    assert [(problem.code, problem.at.line, problem.field) for problem in problems] == [
        ("value-colon", 2, "title"),
        ("header-colon-space", 3, "description"),
        ("header-tab", 4, "slug"),
        ("header-indentation", 7, "topics"),
        ("value-bracket", 8, "authors"),
        ("header-colon-missing", 9, "image"),
    ]
    assert {name: texts(field.value) for name, field in fields.items()} == {
        "title": "Pomoc: hned",
        "description": "Perex.",
        "slug": "pomoc",
        "topics": ["bydleni", "dluhy"],
        "authors": ["jana"],
        "date": "2026-03-01",
    }


@pytest.mark.parametrize(
    "items",
    [
        "  - a\n   - b\n",
        "  - a\n - b\n",
        "  - a\n    - b\n",
        "\t- a\n\t- b\n",
        "  -\ta\n  -\tb\n",
        "\u00a0\u00a0- a\n  - b\n",
        "  • a\n  • b\n",
        "– a\n– b\n",
    ],
)
def test_a_list_is_read_however_it_is_indented(items: str) -> None:
    fields, problems = parse_fields("a.md", f"topics:\n{items}date: 2026-03-01\n")
    assert texts(fields["topics"].value) == ["a", "b"]
    assert problems
    assert all(problem.repair for problem in problems)


def test_fields_of_items_stand_below_each_other() -> None:
    fields, problems = parse_fields(
        "a.md", 'chapters:\n  - start: "0:00"\n   title: A: b\n  - start: "0:01"\n     title: B\n'
    )
    assert texts(fields["chapters"].value) == [
        {"start": "0:00", "title": "A: b"},
        {"start": "0:01", "title": "B"},
    ]
    assert [(problem.code, problem.at.line) for problem in problems] == [
        ("value-colon", 3),
        ("header-indentation", 5),
    ]


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("a:\n  b: c\n d: e\n", "a:\n  b: c\n  d: e\n"),
        ("a: # b\n    b: c\n  d: e\n  f: g\n", "a: # b\n    b: c\n    d: e\n    f: g\n"),
        ("a:\n- b\n c: d\n", "a:\n- b\nc: d\n"),
        ("a:\n- b\n# x\n c:\n  - d\n", "a:\n- b\n# x\nc:\n  - d\n"),
        ("a:\n  - b\n   c: d\n", "a:\n  - b\nc: d\n"),
        ("a:\n  - b\n c: d\n", "a:\n  - b\nc: d\n"),
        ("a: >\n  b: c\n d: e\n", "a: >\n  b: c\nd: e\n"),
        ("a: b\n c: d\n", "a: b\nc: d\n"),
    ],
)
def test_an_indented_field_belongs_to_its_neighbours(header: str, meant: str) -> None:
    _, problems = parse_fields("a.md", header)
    assert {problem.code for problem in problems} == {"header-indentation"}
    assert repaired(header, problems) == meant


def test_a_field_between_an_item_and_the_margin_may_belong_to_both() -> None:
    header = 'chapters:\n  - start: "0:00"\n title: A\n'
    _, (problem,) = parse_fields("a.md", header)
    assert (problem.code, problem.at.line, problem.repair) == ("header-indentation", 3, None)
    assert problem.hint.startswith("If it is a field of its own")


@pytest.mark.parametrize(
    ("items", "meant"),
    [
        ("  - {a: b, c: d\n  - {a: e}\n", "  - {a: b, c: d}\n  - {a: e}\n"),
        ("  - {a: b: c\n", '  - {a: "b: c"}\n'),
        ("  - {a: b,\n     c: d}\n  - {a: e\n", "  - {a: b,\n     c: d}\n  - {a: e}\n"),
    ],
)
def test_braces_around_fields_are_closed(items: str, meant: str) -> None:
    header = f"chapters:\n{items}"
    _, (problem,) = parse_fields("a.md", header)
    assert problem.code == "value-bracket"
    assert repaired(header, [problem]) == f"chapters:\n{meant}"


def test_braces_without_end_are_not_looked_into() -> None:
    _, (problem,) = parse_fields("a.md", "x: {a: @, b: " + "{a: " * 3000 + "@" + "}" * 3001)
    assert problem.repair is None


def test_a_slip_in_braces_concerns_its_own_field() -> None:
    fields, problems = parse_fields("a.md", 'chapters:\n  - {start:"0:00", title: Úvod: začátek}\n')
    assert texts(fields["chapters"].value) == [{"start": "0:00", "title": "Úvod: začátek"}]
    assert [problem.code for problem in problems] == ["header-colon-space"]


def test_a_text_that_goes_on_indented_is_one_value() -> None:
    fields, (problem,) = parse_fields("a.md", "title: Pomoc\n  lidé: hned\ndate: 2026-03-01\n")
    assert texts(fields["title"].value) == "Pomoc lidé: hned"
    assert isinstance(problem.repair, Replacement)
    assert (problem.repair.old, problem.repair.new) == ("Pomoc\n  lidé: hned", '"Pomoc lidé: hned"')


def test_who_repeats_a_field_in_a_broken_header_is_told() -> None:
    _, problems = parse_fields("a.md", "title: A\ntitle: B: c\n")
    assert [problem.code for problem in problems] == ["value-colon", "duplicate-field"]


def test_a_text_in_place_of_a_header_is_one_mistake() -> None:
    fields, problems = parse_fields("a.md", "Jeden odstavec.\n\nDruhý odstavec.\n" * 30)
    assert not fields
    assert [problem.code for problem in problems] == ["not-fields"]


def test_a_header_without_end_of_mistakes_is_left() -> None:
    _, problems = parse_fields("a.md", "title: a: b\n" * 5000)
    assert len(problems) <= 2 * (MOST + 1)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: f"{path.parts[-4]}/{path.name}")
def test_what_was_repaired_needs_no_repair_and_says_the_same(path: Path, tmp_path: Path) -> None:
    source, found = read_source(path.parent, path.name)
    raw, problems = parse_document(source)
    if any(isinstance(problem.repair, Resaving) for problem in found):
        (tmp_path / path.name).write_text(source.text, encoding="utf-8", newline="\n")
        again, rest = read_source(tmp_path, path.name)
        assert (again, rest) == (source, ())
    right = repaired(source.text, problems)
    raw_again, problems_again = parse_document(SourceFile(source.path, right))
    assert not [problem for problem in problems_again if problem.repair]
    assert [problem.code for problem in problems_again] == [p.code for p in problems if not p.repair]
    assert {name: texts(field.value) for name, field in raw_again.fields.items()} == {
        name: texts(field.value) for name, field in raw.fields.items()
    }
    assert raw_again.body.lstrip("\n") == raw.body.lstrip("\n")
