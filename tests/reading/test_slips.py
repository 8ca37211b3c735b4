"""What is wrong with a line of a header, where, and what was meant."""

from __future__ import annotations

import pytest
from repaired import repaired

from site_builder.problems import Position, Problem
from site_builder.reading.front_matter import Scalar, parse_fields


def told(line: str) -> tuple[str | None, Problem]:
    """How the only problem of a header with `line` is told, and the title that is read."""
    fields, (problem,) = parse_fields("a.md", f"{line}\ndate: 2026-03-01\n")
    assert "date" in fields
    value = fields["title"].value if "title" in fields else None
    return (value.text if isinstance(value, Scalar) else None), problem


@pytest.mark.parametrize(
    ("line", "code", "column", "meant", "title"),
    [
        ("title: Pomoc: jak na to", "value-colon", 13, 'title: "Pomoc: jak na to"', "Pomoc: jak na to"),
        ("title: „A“: b", "value-colon", 11, 'title: "„A“: b"', "„A“: b"),
        ("title: „Auto: b“", "value-colon", 13, 'title: "„Auto: b“"', "„Auto: b“"),
        ("title: ”Auto: b”", "value-smart-quotes", 8, 'title: "Auto: b"', "Auto: b"),
        ('title: "Auto: b“', "value-smart-quotes", 8, 'title: "Auto: b"', "Auto: b"),
        ("title: «Auto: b”", "value-smart-quotes", 8, 'title: "Auto: b"', "Auto: b"),
        ("title: \u2039Auto: b”", "value-smart-quotes", 8, 'title: "Auto: b"', "Auto: b"),
        ('title: "Dům" stojí', "value-quote-inside", 13, 'title: "\\"Dům\\" stojí"', '"Dům" stojí'),
        ("title: 'Rock'n'roll'", "value-quote-inside", 8, "title: \"Rock'n'roll\"", "Rock'n'roll"),
        ("title: 'A' a 'B'", "value-quote-inside", 11, "title: \"'A' a 'B'\"", "'A' a 'B'"),
        ('title: "Dům', "value-quote-open", 8, 'title: "Dům"', "Dům"),
        (
            'title: "Kniha "Dům" a my"',
            "value-quote-inside",
            16,
            'title: "Kniha \\"Dům\\" a my"',
            'Kniha "Dům" a my',
        ),
        ('title: "Řekl "ano""', "value-quote-inside", 15, 'title: "Řekl \\"ano\\""', 'Řekl "ano"'),
        ('title: ""Ano" řekl"', "value-quote-inside", 10, 'title: "\\"Ano\\" řekl"', '"Ano" řekl'),
        (r'title: "U \"A" a "B""', "value-quote-inside", 15, r'title: "U \"A\" a \"B\""', 'U "A" a "B"'),
        ('title: "A", "B"', "value-quote-inside", 11, 'title: "\\"A\\", \\"B\\""', '"A", "B"'),
        ('title: "A"–"B"', "value-quote-inside", 11, 'title: "\\"A\\"–\\"B\\""', '"A"–"B"'),
        (
            "title: 'Řekl 'ano' a šel.'",
            "value-quote-inside",
            15,
            "title: \"Řekl 'ano' a šel.\"",
            "Řekl 'ano' a šel.",
        ),
        (
            "title: 'Rock'n'roll' a my",
            "value-quote-inside",
            14,
            "title: \"'Rock'n'roll' a my\"",
            "'Rock'n'roll' a my",
        ),
        ("title: @mpsv", "value-mark", 8, 'title: "@mpsv"', "@mpsv"),
        ("title: *Důležité*", "value-mark", 8, 'title: "*Důležité*"', "*Důležité*"),
        ("title: &Co je nového", "value-mark", 8, 'title: "&Co je nového"', "&Co je nového"),
        ("title: !Pozor", "value-mark", 8, 'title: "!Pozor"', "!Pozor"),
        ("title: #doprava", "value-mark", 8, 'title: "#doprava"', "#doprava"),
        ("title: [Nové] linky", "value-mark", 8, 'title: "[Nové] linky"', "[Nové] linky"),
        (r'title: "C:\Data"', "value-escape", 11, r'title: "C:\\Data"', r"C:\Data"),
        (r'title: "\ud83d\ude8c"', "value-escape", 9, 'title: "🚌"', "🚌"),
        ("title:Dům", "header-colon-space", 7, "title: Dům", "Dům"),
        ("title:Dům: okno", "header-colon-space", 7, 'title: "Dům: okno"', "Dům: okno"),
        ("title\uff1aDům", "header-colon", 6, "title: Dům", "Dům"),
        ("title = Dům", "header-colon", 7, "title: Dům", "Dům"),
        ("• title: Dům", "header-bullet", 1, "title: Dům", "Dům"),
        ("\ttitle: Dům", "header-tab", 1, "title: Dům", "Dům"),
        ("  title: Dům", "header-indentation", 3, "title: Dům", "Dům"),
        ("title:\u00a0Dům", "invisible-character", 7, "title: Dům", "Dům"),
        ("ti\u200btle: Dům", "invisible-character", 3, "title: Dům", "Dům"),
    ],
)
def test_a_slip_with_one_right_answer_is_read_as_it_was_meant(
    line: str, code: str, column: int, meant: str, title: str
) -> None:
    read, problem = told(line)
    assert (problem.code, problem.at, problem.field) == (code, Position("a.md", 1, column), "title")
    assert read == title
    assert repaired(line, [problem]) == meant
    assert not parse_fields("a.md", f"{meant}\ndate: 2026-03-01\n")[1]


@pytest.mark.parametrize(
    ("line", "code", "right"),
    [
        ("title: 'Tis the season", "value-quote-open", 'title: "\'Tis the season"'),
        ('title: "Noc "v Praze"', "value-quote-inside", r'title: "\"Noc \"v Praze\""'),
        ('title: "5" a 6" trubky"', "value-quote-inside", r'title: "\"5\" a 6\" trubky\""'),
        ("title: 'Psi' a kočky'", "value-quote-inside", "title: \"'Psi' a kočky'\""),
        ("title: {cs: A, b, en: C", "value-bracket", "title: {cs: A, b, en: C}"),
        ("title: Autobus č. 5 #doprava", "value-comment", 'title: "Autobus č. 5 #doprava"'),
        ("title Noční autobus", "header-colon-missing", "title: Noční autobus"),
        ("title: Dům\n  - okno", "value-and-list", "title: [Dům, okno]"),
    ],
)
def test_where_more_than_one_thing_can_be_meant_nothing_is_repaired(line: str, code: str, right: str) -> None:
    _, problem = told(line)
    assert (problem.code, problem.field, problem.repair) == (code, "title", None)
    assert problem.values["right"] == right


def test_a_hint_shows_both_texts_that_quotes_may_mean() -> None:
    _, problem = told('title: "Noc "v Praze"')
    assert problem.values["other"] == r'title: "Noc \"v Praze"'
    assert "{other}" in problem.hint


@pytest.mark.parametrize(
    "line",
    [
        "title: Autobus # poznámka",
        "title: true #zatím",
        "title: 2026-03-01 #zatím",
        "title: Jazyk C#",
        "title: Práce & rodina!",
        "title: „Noční autobus“",
        "title: \u2039Noční autobus\u203a",
        "title: http://web.example/a:b",
        "title:\tDům",
        "title : Dům",
        'title: "Dům" # okno',
        "title: >\n  Dům: okno #1\n  - dveře",
        "title:\n- a\n- b",
        "title: [a,\nb]",
        "title:\n  - a:\n      - b\n  - c",
    ],
)
def test_what_only_looks_odd_is_no_slip(line: str) -> None:
    assert not parse_fields("a.md", f"{line}\ndate: 2026-03-01\n")[1]
