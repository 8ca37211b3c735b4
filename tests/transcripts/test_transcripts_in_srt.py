"""SRT → cues with their speakers, and what can be wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Severity
from site_builder.reading.source import SourceFile, read_source
from site_builder.transcripts import Cue, read_cues

PATH = "podcast/dil.cs.srt"
ERROR, WARNING = Severity.ERROR, Severity.WARNING
CUE = "1\n00:00:01,000 --> 00:00:02,000\nAhoj.\n"


def read(text: str, path: str = PATH) -> tuple[tuple[Cue, ...], list[tuple[str, int, Severity]]]:
    cues, problems = read_cues(SourceFile(path, text))
    for problem in problems:
        problem.message.format(**problem.values)
        problem.hint.format(**problem.values)
    return cues, [(problem.code, problem.at.line, problem.severity) for problem in problems]


def card(second: int, text: str) -> str:
    return f"{second}\n00:00:{second:02},000 --> 00:00:{second:02},900\n{text}\n\n"


def test_cues_without_styling_numbers_and_positions() -> None:
    text = (
        "7\n00:00:01,000 --> 00:00:02,500 X1:10 X2:20\n{\\an8}<i>Dobrý</i> den,\n"
        '<font color="#fff">vítejte</font> &amp; buďte zdrávi.\n\n'
        "7\n01:00:02,500 --> 01:00:04,000\n3 < 5\n\n"
        "00:59:59.000 --> 01:00:05.000\nBez čísla\n"
    )
    cues, problems = read(text)
    assert cues == (
        Cue(1, 2.5, "", "Dobrý den, vítejte & buďte zdrávi."),
        Cue(3602.5, 3604, "", "3 < 5"),
        Cue(3599, 3605, "", "Bez čísla"),
    )
    assert [cue.line for cue in cues] == [2, 7, 10]
    assert problems == [("transcript-order", 10, ERROR)]


def test_a_file_from_windows(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_bytes(b"\xef\xbb\xbf" + CUE.replace("\n", "\r\n").encode())
    source, problems = read_source(tmp_path, "a.srt")
    assert [problem.code for problem in problems] == ["byte-order-mark"]
    assert read_cues(source) == ((Cue(1, 2, "", "Ahoj."),), ())


def speakers(*texts: str) -> list[tuple[str, str]]:
    cues, problems = read("".join(card(number, text) for number, text in enumerate(texts, start=1)))
    assert not problems
    return [(cue.speaker, cue.text) for cue in cues]


def test_a_name_stands_where_its_speaker_begins() -> None:
    """The example of the podcast namespace."""
    assert speakers(
        "Sarah: In today's episode,\nyou'll learn whether",
        "you should have a trailer.",
        "Gillian: Hi Buzzsprout, Gillian\nhere from breaking through",
        "careers podcast. My question is: why?",
    ) == [
        ("Sarah", "In today's episode, you'll learn whether"),
        ("Sarah", "you should have a trailer."),
        ("Gillian", "Hi Buzzsprout, Gillian here from breaking through"),
        ("Gillian", "careers podcast. My question is: why?"),
    ]


def test_a_name_that_is_repeated_counts_before_other_words() -> None:
    assert speakers("Jana: A.", "Petr: B.", "U Cokida: kde?", "Jana: C.", "Petr: D.") == [
        ("Jana", "A."),
        ("Petr", "B."),
        ("Petr", "U Cokida: kde?"),
        ("Jana", "C."),
        ("Petr", "D."),
    ]


@pytest.mark.parametrize("name", ["Jana", "JANA", "Jana Nováková-Malá", "Host 2", "J. Nováková", "Řečník 1"])
def test_what_is_a_name(name: str) -> None:
    assert speakers(f"{name}: Ahoj.", "Petr: Ne.") == [(name, "Ahoj."), ("Petr", "Ne.")]


@pytest.mark.parametrize(
    "texts",
    [
        ("Pozor: schod.", "A nic víc."),
        ("Ahoj.", "Pozor: schod.", "Pozor: práh."),
        ("jana: malými", "petr: písmeny"),
        ("Jak říkám: ne.", "Takže řeknu: ano."),
        ("Ano. Jana: ne.", "Ne. Petr: ano."),
        ("V 12:30 začneme", "V 13:30 skončíme"),
        ("Tohle je věta která nikdy neskončí: a", "Tohle je věta která nikdy neskončí: b"),
    ],
)
def test_a_colon_alone_makes_no_name(texts: tuple[str, ...]) -> None:
    assert speakers(*texts) == [("", text) for text in texts]


def test_voices_are_read_as_in_webvtt() -> None:
    assert speakers("<v Jana>Petře: ano?", "<v Petr>Jano: ne.") == [
        ("Jana", "Petře: ano?"),
        ("Petr", "Jano: ne."),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\n", [("transcript-empty", 1, ERROR)]),
        ("1\nJana: Ahoj.\n", [("transcript-without-times", 1, ERROR)]),
        ("1\n00:00:01,000 --> 00:00:02,000\n<v Jana Ahoj.\n", [("transcript-syntax", 2, WARNING)]),
        (CUE + "\nztracená řádka\n", [("transcript-syntax", 5, ERROR)]),
        ("1\n00:01,000 --> 00:02,000\nAhoj.\n", [("transcript-syntax", 2, ERROR)]),
        ("1\n00:00:01 --> 00:00:02\nAhoj.\n", [("transcript-syntax", 2, ERROR)]),
        (CUE + "2\n00:00:03,000 --> 00:00:04,000\nBez mezery.\n", [("transcript-syntax", 4, ERROR)]),
        (CUE + "\n2\n00:00:01,500 --> 00:00:04,000\nA.\n", [("transcript-overlap", 6, WARNING)]),
        (CUE + "\n2\n00:00:00,500 --> 00:00:00,900\nA.\n", [("transcript-order", 6, ERROR)]),
        (CUE + "\n2\n00:00:02,000 --> 00:00:02,000\nA.\n", [("transcript-order", 6, ERROR)]),
        (CUE + "\n2\n00:00:03,000 --> 00:00:04,000\n<i></i>\n", [("transcript-empty", 6, WARNING)]),
    ],
)
def test_problems_say_the_line(text: str, found: list[tuple[str, int, Severity]]) -> None:
    assert read(text)[1] == found


def test_cues_without_an_empty_line_between_them_are_two() -> None:
    cues, _ = read(CUE + "2\n00:00:03,000 --> 00:00:04,000\nBez mezery.\n")
    assert [cue.text for cue in cues] == ["Ahoj.", "Bez mezery."]
    cues, problems = read("WEBVTT\n00:01.000 --> 00:02.000\nA.\n00:02.000 --> 00:03.000\nB.\n", "a.vtt")
    assert [cue.text for cue in cues] == ["A.", "B."]
    assert problems == [("transcript-syntax", 4, ERROR)]


@pytest.mark.parametrize(
    ("path", "text", "form", "right"),
    [
        ("podcast/dil.cs.vtt", CUE, "SRT", "dil.cs.srt"),
        ("podcast/dil.cs.srt", "WEBVTT\n\n00:01.000 --> 00:02.000\nAhoj.\n", "WebVTT", "dil.cs.vtt"),
        ("podcast/dil.cs.txt", CUE, "SRT", "dil.cs.srt"),
    ],
)
def test_the_content_tells_the_format_and_the_name_should_too(
    path: str, text: str, form: str, right: str
) -> None:
    cues, problems = read_cues(SourceFile(path, text))
    assert cues == (Cue(1, 2, "", "Ahoj."),)
    (problem,) = problems
    assert (problem.code, problem.severity, problem.at.path) == ("transcript-wrong-format", WARNING, path)
    assert (problem.values["format"], problem.values["right"]) == (form, right)


@given(st.text(st.sampled_from("0123: \n,.-><{\\an8}&;AaŽ1")))
def test_no_text_breaks_the_reader(text: str) -> None:
    read(text)
    read(card(1, "Jana: " + text) + card(2, "Petr: " + text))
