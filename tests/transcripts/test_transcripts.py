"""WebVTT → cues → turns, and what can be wrong with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Position, Severity
from site_builder.reading.source import SourceFile
from site_builder.transcripts import LONGEST_TURN, Cue, Utterance, read_cues, turns

PATH = "podcast/dil.cs.vtt"
GOOD = """WEBVTT Díl první

NOTE
poznámka --
přes dva řádky

STYLE
::cue { color: red }

uvod
00:00.000 --> 00:04.500 align:start position:10%
<v Jana Nováková>Dobrý <i>den</i>, vítejte.
Začínáme.

00:04.500 --> 00:06.000
<v.hlasite Petr>Děti &amp; <00:05.000>rodiče &lt;3&nbsp;roky.</v>

2
01:00:06.000 --> 01:00:09.250
<v Jana>Ano? <v Petr>Ne.

01:00:09.250\t-->\t01:00:10.000
Hudba
"""


def read(text: str) -> tuple[tuple[Cue, ...], list[tuple[str, int, Severity]]]:
    cues, problems = read_cues(SourceFile(PATH, text))
    assert all(problem.at.path == PATH for problem in problems)
    for problem in problems:
        problem.message.format(**problem.values)
        problem.hint.format(**problem.values)
    return cues, [(problem.code, problem.at.line, problem.severity) for problem in problems]


def test_cues_with_their_speakers() -> None:
    assert read(GOOD) == (
        (
            Cue(0.0, 4.5, "Jana Nováková", "Dobrý den, vítejte. Začínáme."),
            Cue(4.5, 6.0, "Petr", "Děti & rodiče <3 roky."),
            Cue(3606.0, 3609.25, "Jana", "Ano?"),
            Cue(3606.0, 3609.25, "Petr", "Ne."),
            Cue(3609.25, 3610.0, "", "Hudba"),
        ),
        [],
    )


ERROR, WARNING = Severity.ERROR, Severity.WARNING
CUE = "00:01.000 --> 00:02.000\nAhoj.\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("transcript-empty", 1, ERROR)]),
        (" \n\n", [("transcript-empty", 1, ERROR)]),
        ("WEBVTT\n", [("transcript-empty", 1, ERROR)]),
        ("WEBVTT\n\nNOTE nic\n", [("transcript-empty", 1, ERROR)]),
        (CUE, [("transcript-syntax", 1, ERROR)]),
        ("WEBVTTX\n\n" + CUE, [("transcript-syntax", 1, ERROR)]),
        ("WEBVTT\n\n1\n00:00:01,000 --> 00:00:02,000\nAhoj.\n", [("transcript-syntax", 4, ERROR)]),
        ("WEBVTT\n\n0:01.000 --> 0:02.000\nAhoj.\n", [("transcript-syntax", 3, ERROR)]),
        ("WEBVTT\n\n00:61.000 --> 00:62.000\nAhoj.\n", [("transcript-syntax", 3, ERROR)]),
        ("WEBVTT\n\n00:01.000-->00:02.000\nAhoj.\n", [("transcript-syntax", 3, ERROR)]),
        ("WEBVTT\n\n" + CUE + "\nztracená řádka\n", [("transcript-syntax", 6, ERROR)]),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nAhoj.\n", [("transcript-order", 3, ERROR)]),
        ("WEBVTT\n\n00:05.000 --> 00:06.000\nA.\n\n" + CUE, [("transcript-order", 6, ERROR)]),
        ("WEBVTT\n\n00:00.000 --> 00:01.500\nA.\n\n" + CUE, [("transcript-overlap", 6, WARNING)]),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n\n" + CUE, [("transcript-empty", 3, WARNING)]),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n<v Jana></v>\n\n" + CUE, [("transcript-empty", 3, WARNING)]),
    ],
)
def test_problems_say_the_line(text: str, found: list[tuple[str, int, Severity]]) -> None:
    assert read(text)[1] == found


def test_a_damaged_cue_does_not_hide_the_others() -> None:
    cues, problems = read("WEBVTT\n\nx --> y\nA.\n\n" + CUE)
    assert [cue.text for cue in cues] == ["Ahoj."]
    assert len(problems) == 1


def test_turns_join_what_one_speaker_says() -> None:
    cues = [
        Cue(0, 1, "Jana", "A."),
        Cue(1, 2, "Jana", "B."),
        Cue(2, 3, "Petr", "C."),
        Cue(3, 4, "Jana", "D."),
    ]
    assert turns(cues) == (
        Utterance(0, "Jana", "A. B."),
        Utterance(2, "Petr", "C."),
        Utterance(3, "Jana", "D."),
    )


def test_a_long_turn_is_split_after_a_sentence() -> None:
    sentence = "Tohle je věta. "
    cues = [Cue(i, i + 1, "Jana", sentence * 3 + ("a dál" if i % 2 else "Konec.")) for i in range(60)]
    found = turns(cues)
    assert " ".join(turn.text for turn in found) == " ".join(cue.text for cue in cues)
    assert len(found) > 4
    assert all(len(turn.text) <= LONGEST_TURN for turn in found)
    assert all(turn.text.endswith("Konec.") for turn in found[:-1])
    assert [turn.start for turn in found] == sorted(turn.start for turn in found)


def test_a_cue_longer_than_a_turn_stays_whole() -> None:
    long = "a" * (LONGEST_TURN * 2)
    assert turns([Cue(0, 1, "", long), Cue(1, 2, "", "b")]) == (Utterance(0, "", long), Utterance(1, "", "b"))


@given(st.text(st.sampled_from("WEBVTNO-> 0123:.,<v>/&amp;\n\tž")))
def test_no_text_breaks_the_reader(text: str) -> None:
    read(text)
    cues, problems = read_cues(SourceFile(PATH, "WEBVTT\n\n" + text))
    assert turns(cues) or not cues
    assert cues or any(problem.at >= Position(PATH) for problem in problems)
