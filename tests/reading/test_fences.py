"""Where a header begins and ends, however it is fenced."""

from __future__ import annotations

import pytest

from site_builder.reading.fences import Parts, split

FIELDS = "title: A\ndate: 2026-03-01\n"


def taken_apart(text: str) -> tuple[Parts, list[tuple[str, int, int]]]:
    parts = split("a.md", text)
    lines = text.split("\n")
    assert parts.body == "\n".join(lines[parts.body_line - 1 :])
    return parts, [(problem.code, problem.at.line, problem.at.column) for problem in parts.problems]


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{FIELDS}---\nText.\n\n---\n\nDál.\n",
        f"----\n{FIELDS}-----\nText.\n",
        f"---  \n{FIELDS}---\t\nText.\n",
        f"---\n\n{FIELDS}\n# poznámka\n\ntopics:\n\n- a\n---\nText.\n",
        f"---\n{FIELDS}---\nNadpis\n---\n\nnadpis: text\n",
        f"---\n{FIELDS}---\nredakce: Ano?\n\nhost: Ne.\n\n---\n\nredakce: Konec.\n",
        f"---\n{FIELDS}---\n```\n---\n{FIELDS}---\n```\n",
        "---\n---\nText.\n",
    ],
)
def test_a_right_header_says_nothing(text: str) -> None:
    assert taken_apart(text)[1] == []


@pytest.mark.parametrize(
    "fence", ["—", "———", "–––", "- - -", "***", "___", "~~~", "===", "--", " ---", "\u200b---"]
)
def test_another_fence_is_told_and_taken_for_one(fence: str) -> None:
    parts, problems = taken_apart(f"{fence}\n{FIELDS}{fence}\nText.\n\n---\n\nDál.\n")
    assert problems == [("header-fence", 1, 1), ("header-fence", 4, 1)]
    assert (parts.header.strip(), parts.header_line, parts.body_line) == (FIELDS.strip(), 2, 5)


@pytest.mark.parametrize(
    ("text", "problem", "body"),
    [
        (f"---\n{FIELDS}\nText.\n", ("header-not-closed", 3, 17), "\nText.\n"),
        (f"---\n{FIELDS}Text bez mezery.\n", ("header-not-closed", 3, 17), "Text bez mezery.\n"),
        (f"---\n{FIELDS}\nText.\n\n---\n\nDál.\n", ("header-not-closed", 3, 17), "\nText.\n\n---\n\nDál.\n"),
        (f"---\n{FIELDS}", ("header-not-closed", 3, 17), ""),
        (f"{FIELDS}---\nText.\n", ("header-not-opened", 1, 1), "Text.\n"),
        (f"\n\n---\n{FIELDS}---\nText.\n", ("header-late", 3, 1), "Text.\n"),
        (f"Úvod.\n\n---\n{FIELDS}---\nText.\n", ("header-late", 3, 1), "Text.\n"),
        ("---\ntitle: A\n---\ndate: 2026-03-01\n---\nText.\n", ("header-twice", 3, 1), "Text.\n"),
        (f"---\n{FIELDS}---\n---\n{FIELDS}---\nText.\n", ("header-twice", 5, 1), "Text.\n"),
        ('+++\ntitle = "A"\n+++\nText.\n', ("header-toml", 1, 1), "Text.\n"),
    ],
)
def test_the_text_begins_below_the_header(text: str, problem: tuple[str, int, int], body: str) -> None:
    parts, problems = taken_apart(text)
    assert problems == [problem]
    assert parts.body == body


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Text.\n", "Redakce: Ano?\nHost: Ne.\n", "# Nadpis\n\n---\n\nText.\n"]
)
def test_a_text_without_header_is_whole(text: str) -> None:
    parts, problems = taken_apart(text)
    assert problems == [("header-missing", 1, 1)]
    assert parts.body == text
