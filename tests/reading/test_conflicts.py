"""Of a conflict that Git left, the first side is read."""

from __future__ import annotations

import pytest

from site_builder.problems import Position
from site_builder.reading.conflicts import settled
from site_builder.reading.source import SourceFile


def test_one_side_stays_and_all_lines_keep_their_numbers() -> None:
    text = "a\n<<<<<<< HEAD\nb\n||||||| b\nx\n=======\nc\n>>>>>>> navrh\nd\n<<<<<<< HEAD\ne\n=======\n>>>>>>> navrh\n"
    source, (problem,) = settled(SourceFile("a.md", text))
    assert source.text.split("\n") == ["a", "", "b", "", "", "", "", "", "d", "", "e", "", "", ""]
    assert (problem.code, problem.at, problem.repair) == ("merge-conflict", Position("a.md", 2), None)


@pytest.mark.parametrize(
    "text",
    [
        "Nadpis\n=======\n",
        "a <<<<<<< b\n",
        "<<<<<<<<\n",
        ">>> citace\n",
        "    <<<<<<< HEAD\n",
        "```\n<<<<<<< HEAD\n",
    ],
)
def test_what_markdown_means_otherwise_is_none(text: str) -> None:
    source = SourceFile("a.md", text)
    assert settled(source) == (source, ())


@pytest.mark.parametrize(
    "code",
    [
        "```text\n<<<<<<< HEAD\n```\n",
        "~~~~\n>>>>>>> navrh\n~~~\n<<<<<<< HEAD\n~~~~\n",
        "- ```\n  a\n  ```\n",
        "```a``` b\n",
    ],
)
def test_marks_are_text_up_to_the_end_of_code(code: str) -> None:
    text = f"{code}<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> navrh\n"
    source, (problem,) = settled(SourceFile("a.md", text))
    assert source.text == f"{code}\nb\n\n\n\n"
    assert problem.at.line == code.count("\n") + 1


def test_a_conflict_about_the_fence_of_code_is_one() -> None:
    text = "<<<<<<< HEAD\n```sh\n=======\n~~~sh\n>>>>>>> navrh\n<<<<<<< HEAD\n```\n"
    source, (problem,) = settled(SourceFile("a.md", text))
    assert source.text == "\n```sh\n\n\n\n<<<<<<< HEAD\n```\n"
    assert problem.at.line == 1
