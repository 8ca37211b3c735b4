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
    "text", ["Nadpis\n=======\n", "a <<<<<<< b\n", "<<<<<<<<\n", ">>> citace\n", "    <<<<<<< HEAD\n"]
)
def test_what_markdown_means_otherwise_is_none(text: str) -> None:
    source = SourceFile("a.md", text)
    assert settled(source) == (source, ())
