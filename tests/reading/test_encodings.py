"""Whatever a program saved a text in, it is read as it was meant, and the wrong places are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Position
from site_builder.reading.encodings import decode
from site_builder.reading.mojibake import unscrambled
from site_builder.reading.source import read_source
from site_builder.repairs import Resaving

PANGRAM = "Příliš žluťoučký kůň úpěl ďábelské ódy.\nPŘÍLIŠ ŽLUŤOUČKÝ KŮŇ „ÚPĚL“ – ĎÁBELSKÉ ÓDY…\n"


@pytest.mark.parametrize("encoding", ["cp1250", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_every_encoding_is_read(encoding: str) -> None:
    text, (problem,) = decode(PANGRAM.encode(encoding), "a.md")
    assert text == PANGRAM
    assert problem.repair == Resaving("a.md")


def test_of_two_encodings_in_a_file_each_is_read() -> None:
    first, second = PANGRAM.splitlines(keepends=True)
    text, (problem,) = decode(first.encode() + second.encode("cp1250") + b"abc\n" + first.encode(), "a.md")
    assert text == first + second + "abc\n" + first
    assert (problem.code, problem.at) == ("mixed-encodings", Position("a.md", 2, 2))
    assert problem.values["lines"] == "2"


@pytest.mark.parametrize(
    "data",
    [
        b"nev\xedm, co zde \x81 st\xe1lo",  # a byte that windows-1250 doesn't know
        "Příliš ".encode() + b"nev\xedm \x90",
        b"\xff\xfea\0\x00\xd8b\0",  # half a character in UTF-16
        b"\xef\xbb\xbfnev\xedm \x81\rdal\x9a\xed",
    ],
)
def test_a_file_whose_bytes_mean_nothing_is_never_saved_anew(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.md").write_bytes(data)
    source, problems = read_source(tmp_path, "a.md")
    assert source.text
    assert problems
    assert [problem for problem in problems if problem.repair] == []


@pytest.mark.parametrize("encoding", ["cp1250", "cp1252"])
def test_letters_read_in_the_wrong_encoding_are_told_and_mended(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.md").write_text("Nadpis\n" + scrambled(PANGRAM, encoding), encoding="utf-8")
    source, (problem,) = read_source(tmp_path, "a.md")
    assert source.text == "Nadpis\n" + PANGRAM
    assert (problem.code, problem.at) == ("scrambled-letters", Position("a.md", 2, 2))
    assert problem.values["meant"] == "ř"
    assert problem.repair == Resaving("a.md")


@pytest.mark.parametrize(
    "text",
    ["São Paulo", "Åland a Ärzte", "10 Å", "Ĺ", "„písmeno Ä“", "Ã – velké", "CÂMARA", "Ça", "naïve", PANGRAM],
)
def test_letters_of_other_languages_are_not_scrambled(text: str) -> None:
    assert unscrambled(text) == (text, None)


def test_quotes_taken_for_latin_1_are_quotes_again(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("\x84ano\x93 \x96 \x8akola\x85", encoding="utf-8")
    source, (problem,) = read_source(tmp_path, "a.md")
    assert source.text == "„ano“ – Škola…"
    assert (problem.code, problem.at) == ("control-character", Position("a.md", 1, 1))


@given(st.text(st.sampled_from("áčďéěíňóřšťúůýž ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ„“–\nabc")))
def test_czech_is_read_back_from_windows_1250(text: str) -> None:
    text = PANGRAM + text
    assert decode(text.encode("cp1250"), "a.md")[0] == text


def scrambled(text: str, encoding: str) -> str:
    """`text` in UTF-8, read as `encoding`; bytes that it lacks become control characters, as in browsers."""
    return "".join(bytes((byte,)).decode(encoding, "ignore") or chr(byte) for byte in text.encode())
