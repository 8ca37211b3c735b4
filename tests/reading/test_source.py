"""Bytes become text, whatever they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Position
from site_builder.reading.source import LARGEST, read_source


def read(folder: Path, data: bytes) -> tuple[str, list[tuple[str, Position]]]:
    (folder / "a.md").write_bytes(data)
    source, problems = read_source(folder, "a.md")
    return source.text, [(problem.code, problem.at) for problem in problems]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_line_end_becomes_a_newline(tmp_path: Path, ending: str) -> None:
    assert read(tmp_path, f"první{ending}druhý{ending}".encode()) == ("první\ndruhý\n", [])


@pytest.mark.parametrize("ending", ["\r", "\r\r\n"])
def test_a_line_end_of_no_program_of_today_is_told(tmp_path: Path, ending: str) -> None:
    text, problems = read(tmp_path, f"první{ending}druhý{ending}".encode())
    assert text == "první\ndruhý\n"
    assert problems == [("line-ends", Position("a.md", 1, 6))]


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    assert read(tmp_path, "pe\u0301c\u030ce".encode()) == ("péče", [])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("péče".encode("cp1250"), "wrong-encoding"),
        (b"\xff\xfe" + "péče".encode("utf-16-le"), "wrong-encoding"),
        (b"\xfe\xff" + "péče".encode("utf-16-be"), "wrong-encoding"),
        (b"\xef\xbb\xbf" + "péče".encode(), "byte-order-mark"),
    ],
)
def test_other_encodings_are_a_problem_but_readable(tmp_path: Path, data: bytes, code: str) -> None:
    text, problems = read(tmp_path, data)
    assert text == "péče"
    assert [found for found, _ in problems] == [code]


def test_the_first_wrong_byte_is_pointed_at(tmp_path: Path) -> None:
    _, problems = read(tmp_path, b"ok\nok " + "é".encode("cp1250"))
    assert problems == [("wrong-encoding", Position("a.md", 2, 4))]


@pytest.mark.parametrize(
    ("character", "instead"),
    [("\0", ""), ("\x7f", ""), ("\ufeff", ""), ("\x0b", " "), ("\u2028", " "), ("\x81", "")],
)
def test_a_control_character_is_pointed_at_and_left_out(tmp_path: Path, character: str, instead: str) -> None:
    text, problems = read(tmp_path, f"ok\nno{character}k".encode())
    assert text == f"ok\nno{instead}k"
    assert problems == [("control-character", Position("a.md", 2, 3))]


def test_a_file_of_megabytes_is_not_read_as_text(tmp_path: Path) -> None:
    text, problems = read(tmp_path, b"a" * (LARGEST + 1))
    assert text == ""
    assert problems == [("too-large", Position("a.md"))]


@given(data=st.binary(max_size=200))
def test_any_bytes_become_text_that_a_feed_may_hold(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text, _ = read(tmp_path_factory.getbasetemp(), data)
    assert "\r" not in text
    assert not any(ord(char) < 32 and char not in "\t\n" for char in text)
    text.encode("utf-8")
