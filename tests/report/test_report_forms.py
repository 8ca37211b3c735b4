"""Reports for machines: GitLab's code quality, SARIF, and the page of a step on GitHub."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from npm import installed
from sites import cases, copy_site

from site_builder.problems import Position, Problem, Severity
from site_builder.project import prepare
from site_builder.repairs import Renaming, Replacement
from site_builder.report import as_gitlab, as_sarif, as_step_summary, editor_language

ENGLISH, CZECH = editor_language("en"), editor_language("cs")
ROOM = 1_048_576

DATE = Problem(
    "not-a-date",
    Severity.ERROR,
    Position("content/články/a b.cs.md", 4, 7),
    "“{text}” is not a date in the form year-month-day.",
    "Write it so: {right}, or with the time: {right} 06:00",
    {"text": "1. 3. 2026", "right": "2026-03-01"},
    "date",
    Replacement(Position("content/články/a b.cs.md", 4, 7), "1. 3. 2026", "2026-03-01"),
)
NAME = Problem(
    "file-name",
    Severity.WARNING,
    Position("content/A.md"),
    "Bad name",
    repair=Renaming("content/A.md", "content/a.md"),
)


@pytest.fixture(scope="module")
def schema() -> Draft7Validator:
    """The schema of SARIF 2.1.0, as OASIS published it."""
    folder = installed(Path(__file__).parent / "npm") / "node_modules/@microsoft/jest-sarif/lib/schemas"
    return Draft7Validator(json.loads((folder / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))


def test_gitlab_gets_the_fields_that_it_needs() -> None:
    assert json.loads(as_gitlab([DATE], ENGLISH)) == [
        {
            "description": (
                "“1. 3. 2026” is not a date in the form year-month-day. "
                "Write it so: 2026-03-01, or with the time: 2026-03-01 06:00"
            ),
            "check_name": "not-a-date",
            "fingerprint": fingerprints([DATE])[0],
            "severity": "blocker",
            "location": {"path": "content/články/a b.cs.md", "lines": {"begin": 4}},
        }
    ]
    assert json.loads(as_gitlab([NAME], ENGLISH))[0]["severity"] == "minor"


def test_a_fingerprint_stays_when_lines_move_and_languages_change() -> None:
    moved = replace(DATE, at=DATE.at._replace(line=40, column=1))
    assert fingerprints([DATE]) == fingerprints([moved])
    assert as_gitlab([DATE], CZECH) != as_gitlab([DATE], ENGLISH)
    assert fingerprints([DATE]) == [entry["fingerprint"] for entry in json.loads(as_gitlab([DATE], CZECH))]


def test_fingerprints_differ_where_problems_do() -> None:
    elsewhere = replace(DATE, at=DATE.at._replace(path="content/b.md"))
    other = replace(DATE, values={"text": "2. 3. 2026", "right": "2026-03-02"})
    twice = replace(DATE, at=DATE.at._replace(line=9))
    assert len(set(fingerprints([DATE, elsewhere, other, twice, NAME]))) == 5


def test_sarif_tells_place_rule_and_repair(schema: Draft7Validator) -> None:
    log = valid_log(schema, [DATE, NAME])
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    first, second = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/%C4%8Dl%C3%A1nky/a%20b.cs.md"
    assert place["region"] == {"startLine": 4, "startColumn": 7}
    rule = run["tool"]["driver"]["rules"][first["ruleIndex"]]
    assert rule["id"] == first["ruleId"] == "not-a-date"
    assert rule["help"]["text"] == "Write it so: …, or with the time: … 06:00"
    change = first["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change == {
        "deletedRegion": {"startLine": 4, "startColumn": 7, "endLine": 4, "endColumn": 17},
        "insertedContent": {"text": "2026-03-01"},
    }
    assert first["partialFingerprints"] == {"problem/v1": fingerprints([DATE])[0]}
    assert "fixes" not in second, "SARIF knows no renaming"
    assert [first["level"], second["level"]] == ["error", "warning"]


def test_the_region_of_a_repair_may_span_lines(schema: Draft7Validator) -> None:
    repair = Replacement(Position("a.md", 2, 5), "one\ntwo\n", "")
    result = valid_log(schema, [replace(DATE, repair=repair)])["runs"][0]["results"][0]
    region = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    assert region == {"startLine": 2, "startColumn": 5, "endLine": 4, "endColumn": 1}


def test_sarif_without_problems_is_valid(schema: Draft7Validator) -> None:
    assert valid_log(schema, [])["runs"][0]["results"] == []


@pytest.mark.parametrize("code", ["cs", "en"])
def test_sarif_of_every_case_is_valid(
    schema: Draft7Validator, tmp_path: Path, now: datetime, code: str
) -> None:
    for number, case in enumerate(cases("invalid")):
        problems = prepare(copy_site(case, tmp_path / str(number)), "https://web.example/", now).problems
        log = json.loads(as_sarif(problems, editor_language(code)))
        assert len(log["runs"][0]["results"]) == len(problems)
        schema.validate(log)


def test_the_page_of_a_step_has_a_table_for_each_file() -> None:
    assert as_step_summary([NAME, DATE, DATE], ENGLISH, ROOM).splitlines() == [
        "## 2 errors&#44; 1 warning",
        "",
        "3 of them can be mended by&#58; site&#45;builder fix",
        "",
        "### content&#47;A&#46;md",
        "",
        "| | Place | What is wrong | What to do |",
        "|---|---|---|---|",
        "| ⚠️ Warning | 1:1 | Bad name &#91;file&#45;name&#93; |  |",
        "",
        "### content&#47;články&#47;a b&#46;cs&#46;md",
        "",
        "| | Place | What is wrong | What to do |",
        "|---|---|---|---|",
        *[
            (
                "| ❌ Error | 4:7 | “1&#46; 3&#46; 2026” is not a date in the form year&#45;month&#45;day&#46; "
                "&#91;not&#45;a&#45;date&#93; | Write it so&#58; 2026&#45;03&#45;01&#44; or with the time&#58; "
                "2026&#45;03&#45;01 06&#58;00 |"
            )
        ]
        * 2,
    ]


def test_nothing_in_the_page_of_a_step_is_markdown_or_html_of_the_content() -> None:
    hostile = "a|b`c`<img src=x onerror=alert(1)>\n\n# [x](javascript:1) ![](https://e.example/) @team :x: $a$ ::e::"
    problem = Problem(
        "x", Severity.ERROR, Position(f"content/{hostile}.md"), "{what}", "{what}", {"what": hostile}
    )
    lines = as_step_summary([problem], ENGLISH, ROOM).splitlines()
    assert len(lines) == 7
    for line in lines[2], *lines[6].split(" | ")[2:]:
        assert not set(line.removeprefix("### ").removesuffix(" |")) & set("|`<>[]()!@$\\*_~"), line


def test_the_page_of_a_step_is_never_too_large() -> None:
    problems = [replace(DATE, at=Position(f"content/{number}.md")) for number in range(9_000)]
    text = as_step_summary(problems, ENGLISH, ROOM)
    assert ROOM - 5_000 < len(text.encode()) <= ROOM
    told = text.count("| ❌")
    assert text.endswith(f"\n{9_000 - told:,} more problems had no place here&#46;\n".replace(",", "&#44;"))
    assert len(as_step_summary(problems, CZECH, 100).encode()) <= 1_000


def fingerprints(problems: list[Problem]) -> list[str]:
    return [entry["fingerprint"] for entry in json.loads(as_gitlab(problems, ENGLISH))]


def valid_log(schema: Draft7Validator, problems: list[Problem]) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(as_sarif(problems, ENGLISH))
    schema.validate(log)
    return log
