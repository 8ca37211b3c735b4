"""What is wrong with the published site is told at its URL, in each form as that form takes it."""

from __future__ import annotations

import json

from site_builder.problems import Position, Problem, Severity
from site_builder.report import as_github, as_gitlab, as_sarif, as_text, editor_language, without_floods
from site_builder.report.floods import MOST

ENGLISH = editor_language("en")
URL = "https://web.example:8443/%C4%8Dl%C3%A1nky/"


def at(url: str, line: int = 1) -> Problem:
    return Problem("live-missing", Severity.ERROR, Position(url, line), "It isn't there.")


def test_a_line_is_told_only_where_it_says_something() -> None:
    assert as_text([at(URL)], ENGLISH) == f"{URL}: Error: It isn't there. [live-missing]"
    assert as_text([at(URL, 7)], ENGLISH).startswith(f"{URL}:7:1: Error: ")


def test_github_has_it_as_a_title_as_no_file_of_the_change_is_meant() -> None:
    escaped = URL.replace("%", "%25").replace(":", "%3A")
    assert as_github([at(URL)], ENGLISH) == f"::error title={escaped}::It isn't there."


def test_gitlab_and_sarif_have_it_below_its_host() -> None:
    (told,) = json.loads(as_gitlab([at(URL)], ENGLISH))
    assert told["location"]["path"] == "web.example:8443/%C4%8Dl%C3%A1nky/"
    (result,) = json.loads(as_sarif([at(URL)], ENGLISH))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "web.example%3A8443/%C4%8Dl%C3%A1nky/"}


def test_one_mistake_on_all_pages_of_a_host_is_told_a_few_times() -> None:
    flood = [at(f"https://web.example/{number}/") for number in range(MOST + 5)]
    other = at("https://media.example/a.mp3")
    *told, rest, last = without_floods([*flood, other])
    assert (told, last) == (flood[:MOST], other)
    assert "And 5 more like this at other addresses." in as_text([rest], ENGLISH)
