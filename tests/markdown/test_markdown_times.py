"""Times in the notes of an episode: links that play the audio, and lists that are its chapters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.markdown import timed, timed_list
from site_builder.markdown.engine import to_html
from site_builder.problems import Position

HOURS_TWO = 7200.0
AT = Position("podcast/dil.cs.md", 10)


def links(markdown: str, seconds: float = HOURS_TWO) -> list[tuple[str, str]]:
    """The link's address and text, for each."""
    html = timed(to_html(markdown), seconds, lambda second: f"/x.mp3?a&b#t={second}")
    assert re.sub(r'<a class="time" href="[^"]*" data-start="\d+">([\d:]+)</a>', r"\1", html) == to_html(
        markdown
    )
    return re.findall(r'<a class="time" href="/x\.mp3\?a&amp;b#t=(\d+)" data-start="\1">([\d:]+)</a>', html)


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("- 12:34 Úvod\n- 1:02:03 – Konec", [("754", "12:34"), ("3723", "1:02:03")]),
        ("1. [02:15] Úvod\n2. (3:15): Konec", [("135", "02:15"), ("195", "3:15")]),
        ("* **12:34** Úvod\n* _00:00_", [("754", "12:34"), ("0", "00:00")]),
        ("- 12:34 Volně\n\n- 12:35\n\n  a dál 12:36", [("754", "12:34"), ("755", "12:35")]),
        ("- [ ] 12:34 Úkol", [("754", "12:34")]),
        ("- 1:00–2:00 Úvod", [("60", "1:00")]),
        ("Slyšet to je [12:34] i (1:02:03).", [("754", "12:34"), ("3723", "1:02:03")]),
        ("| Čas |\n|---|\n| [75:10] |", [("4510", "75:10")]),
        ("> - 0:01 Úvod\n>   - 0:02 Hned", [("1", "0:01"), ("2", "0:02")]),
    ],
)
def test_times_become_links(markdown: str, found: list[tuple[str, str]]) -> None:
    assert links(markdown) == found


@pytest.mark.parametrize(
    "markdown",
    [
        "v 12:30 začínáme",
        "Otevřeno (od 9:00 do 17:00).",
        "12:30 začínáme",
        "- začínáme v 12:30",
        "- 12:30začínáme",
        "- 12:60 Úvod\n- 1:2 Úvod\n- 1:02:99 Úvod\n- 12.34 Úvod",
        "- 1:00:00:00 Úvod\n- 12:34.5 Úvod",
        "[12:34, 12:35] a (12:34–12:35)",
        "`[12:34]` a\n\n```\n- 12:34 Úvod\n```",
        "[12:34](https://web.example/) a [[12:34]](https://web.example/)",
        "- [12:34](https://web.example/) Úvod",
        "## [12:34] Nadpis\n\n- ## 12:34 Nadpis",
        "- *`12:34`* Úvod",
        "- 2:00:00 Za koncem a [3:00:00]",
        "![12:34](x.svg '[12:34]')",
    ],
)
def test_other_times_stay_as_they_are(markdown: str) -> None:
    assert links(markdown) == []


@given(st.text(st.sampled_from("-* 12:34[]()`#\n>.ab<&")))
def test_no_text_is_changed_but_for_the_links(markdown: str) -> None:
    links(markdown)


def items(markdown: str) -> list[tuple[float, str, int, int]]:
    found = timed_list(markdown, AT)
    assert {item.at.path for item in found} <= {AT.path}
    return [(item.start, item.text, item.at.line, item.at.column) for item in found]


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("- 00:00 Úvod\n- 1:02:03 – Konec *dne*", [(0, "Úvod", 10, 1), (3723, "Konec dne", 11, 1)]),
        ("1. [02:15] A & B\n2. (3:15): C", [(135, "A & B", 10, 1), (195, "C", 11, 1)]),
        ("* **0:00** Úvod\n* 1:00–2:00 | [Konec](x.cs.md)", [(0, "Úvod", 10, 1), (60, "Konec", 11, 1)]),
        ("Text.\n\n- a\n- b\n\n---\n\n- 0:00 A\n- 0:01 B", [(0, "A", 17, 1), (1, "B", 18, 1)]),
        ("- 0:00 A\n\n  Odstavec.\n\n- 0:01 B\n  C", [(0, "A", 10, 1), (1, "B C", 14, 1)]),
        ("- 0:00 A\n  - 0:01 B\n- 0:02 C", [(0, "A", 10, 1), (2, "C", 12, 1)]),
        ("> - 0:00 Ž\n> - 0:01 B", [(0, "Ž", 10, 3), (1, "B", 11, 3)]),
        ("- první\n  - 0:00 A\n  - 0:01 B", [(0, "A", 11, 3), (1, "B", 12, 3)]),
        ("- 0:00 A\n- 0:01 B\n\n1. 0:02 C\n2. 0:03 D", [(0, "A", 10, 1), (1, "B", 11, 1)]),
        ("- [ ] 0:00 A\n- [x] 0:01 B", [(0, "A", 10, 1), (1, "B", 11, 1)]),
    ],
)
def test_a_list_of_times_is_found(markdown: str, found: list[tuple[float, str, int, int]]) -> None:
    assert items(markdown) == found


@pytest.mark.parametrize(
    "markdown",
    [
        "",
        "- 0:00 Jediná",
        "- 0:00 A\n- bez času",
        "- 0:00\n- 0:01",
        "- 0:00 –\n- 0:01 –",
        "```\n- 0:00 A\n- 0:01 B\n```",
        "0:00 A\n0:01 B",
        "- [0:00](x.cs.md) A\n- v 0:01 B",
        "<ul>\n<li>0:00 A</li>\n<li>0:01 B</li>\n</ul>\n\n```\n- 0:00 A\n- 0:01 B\n```",
    ],
)
def test_other_lists_are_none(markdown: str) -> None:
    assert items(markdown) == []


@given(st.lists(st.sampled_from(["- ", "1. ", "0:01", "  ", "\n", "a", "<ul>", "</li>", "</ul>", "`", "> "])))
def test_no_text_breaks_the_search(pieces: list[str]) -> None:
    items("".join(pieces) + "\n- 0:00 A\n- 0:01 B")
