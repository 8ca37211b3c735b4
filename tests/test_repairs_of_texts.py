"""Where a mistake in a text has one right answer, the repair is exactly that change, and the text is whole then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from repaired import repaired

from site_builder.problems import Problem
from site_builder.project import prepare

ARTICLE = "---\ntitle: Název\ndescription: Perex.\ndate: 2026-03-01\n---\n"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 4h8"/></svg>'
MakeSite = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def problems(make_site: MakeSite, now: datetime) -> Callable[[str], tuple[Problem, ...]]:
    """What is wrong with an article of this text, in a site with another one and some files."""

    def find(body: str) -> tuple[Problem, ...]:
        root = make_site(
            {
                "content/articles/a.cs.md": f"{ARTICLE}{body}\n",
                "content/articles/b/index.cs.md": f"{ARTICLE}## Nadpis\n\nText.\n",
                "content/articles/plán (1).svg": DRAWING,
                "content/articles/ka\u0301va.svg": DRAWING,
            }
        )
        return prepare(root, "https://web.example/", now).problems

    return find


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Ž [plán](plán (1).svg).", "Ž [plán](<plán (1).svg>)."),
        ("![Plán domu]( plán (1).svg )", "![Plán domu](<plán (1).svg>)"),
        ("Viz [Jana] (../people/jana.cs.md).", "Viz [Jana](../people/jana.cs.md)."),
        ("Viz (Jana)[../people/jana.cs.md].", "Viz [Jana](../people/jana.cs.md)."),
        ("Viz [Jana][../people/jana.cs.md].", "Viz [Jana](../people/jana.cs.md)."),
        ("[Jana](../people/jana.cs.md „Jana“)", '[Jana](../people/jana.cs.md "Jana")'),
        ('[k](mailto:j@a.cz "Napište "hned"")', "[k](mailto:j@a.cz 'Napište \"hned\"')"),
        ('[k](mailto:j@a.cz "Jana\'s "a" b")', '[k](mailto:j@a.cz "Jana\'s „a“ b")'),
        ("![Hrnek](káva.svg Foto: J. N.)", '![Hrnek](káva.svg "Foto: J. N.")'),
        ("![Hrnek](káva.svg Archiv „N“)", '![Hrnek](káva.svg "Archiv „N“")'),
        ('![Hrnek](káva.svg "Foto: J. N.“)', '![Hrnek](káva.svg "Foto: J. N.")'),
        ('! [Hrnek](káva.svg "Foto: J. N.")', '![Hrnek](káva.svg "Foto: J. N.")'),
        ('![Hrnek] (káva.svg "Foto: J. N.")', '![Hrnek](káva.svg "Foto: J. N.")'),
        ("[linka](+420 123 456 789)", "[linka](tel:+420123456789)"),
        ("[linka](<123 456 789>)", "[linka](tel:123456789)"),
        ("[úřad](https//www.mpsv.cz/a)", "[úřad](https://www.mpsv.cz/a)"),
        ("[úřad](http:/mpsv.cz)", "[úřad](http://mpsv.cz)"),
        ("[úřad](htps://mpsv.cz)", "[úřad](https://mpsv.cz)"),
        ("[úřad](https://mpsv,cz)", "[úřad](https://mpsv.cz)"),
        ("[Jana](http://127.0.0.1:8000/lide/jana/)", "[Jana](../people/jana.cs.md)"),
        ("[Jana](http://localhost:8000/en/people/jana/#a)", "[Jana](../people/jana.en.md#a)"),
        ("[Jana](„../people/jana.cs.md“)", "[Jana](../people/jana.cs.md)"),
        ("[úřad](“https://www.mpsv.cz/”)", "[úřad](https://www.mpsv.cz/)"),
        ("[úřad](www.mpsv.cz)", "[úřad](https://www.mpsv.cz)"),
        ("[redakce](redakce@web.example)", "[redakce](mailto:redakce@web.example)"),
        (r"[Jana](..\people\jana.cs.md)", "[Jana](../people/jana.cs.md)"),
        ("[Jana](../People/JANA.cs.md)", "[Jana](../people/jana.cs.md)"),
        ("![Plán domu](<PLÁN (1).SVG>)", "![Plán domu](<plán (1).svg>)"),
        ("[Jana](../people/jana.md)", "[Jana](../people/jana.cs.md)"),
        ("[druhý](b/#nadpis)", "[druhý](b/index.cs.md#nadpis)"),
        (
            "ž **ž [druhý](../b/)** a [Jana](/lide/jana/)",
            "ž **ž [druhý](b/index.cs.md)** a [Jana](/lide/jana/)",
        ),
        ("[Jana](https://web.example/en/people/jana/)", "[Jana](../people/jana.en.md)"),
        (
            "[![Plán domu](<plán (1).svg>)](/lide/jana/)",
            "[![Plán domu](<plán (1).svg>)](../people/jana.cs.md)",
        ),
        (
            "| a | ž |\n|---|---|\n| b | [Jana](/lide/jana/) |",
            "| a | ž |\n|---|---|\n| b | [Jana](../people/jana.cs.md) |",
        ),
        ("##Nadpis", "## Nadpis"),
    ],
)
def test_the_repair_is_the_change_that_somebody_would_make(
    problems: Callable[[str], tuple[Problem, ...]], written: str, right: str
) -> None:
    assert repaired(f"{ARTICLE}{written}\n", problems(written)[:1]) == f"{ARTICLE}{right}\n"


@pytest.mark.parametrize(
    "written",
    [
        "[x](neni.cs.md)",
        "[x](b/index.cs.md#nadpi)",
        "[x](https://)",
        "[x](http://intranet/plan.pdf)",
        "[x](http://localhost:8000/neni/)",
        "[x](C:\\plan.pdf)",
        "[x](a.md",
        "text[^1]",
        "```\nx",
        "[x][neni]",
        "<a href='/lide/jana/'>Jana</a>",
        "[Jana]\n\n[Jana]: /lide/jana/",
    ],
)
def test_what_has_no_one_right_answer_has_no_repair(
    problems: Callable[[str], tuple[Problem, ...]], written: str
) -> None:
    [problem] = problems(written)
    assert problem.repair is None


def test_a_picture_whose_name_macos_stored_is_found_as_everybody_types_it(
    problems: Callable[[str], tuple[Problem, ...]],
) -> None:
    assert problems("![Hrnek kávy](k\xe1va.svg) ![Hrnek kávy](k%C3%A1va.svg)") == ()
