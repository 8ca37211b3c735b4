"""Cues → WebVTT, SRT, JSON and HTML: the same words, the same speakers, the times in their order."""

from __future__ import annotations

import json
import re
from html import unescape
from itertools import groupby, pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Severity
from site_builder.reading.source import SourceFile
from site_builder.transcripts import MEDIA_TYPES, Cue, read_cues, transcript_files

CUES = (
    Cue(
        0.25, 4.5, "Jana Nováková", "Dobrý den, vítejte u prvního dílu & buďte jako doma, je to <3 a dlouhé."
    ),
    Cue(4.5, 6, "Jana Nováková", "Začínáme."),
    Cue(3606, 3608, "Jana", "Ano?"),
    Cue(3606, 3608, "Petr", "Ne! Ne"),
    Cue(3609.25, 3610, "", "Hudba"),
)


@pytest.fixture
def files() -> dict[str, str]:
    written = transcript_files(CUES, "cs", 'Díl "1" & další')
    assert list(written) == list(MEDIA_TYPES)
    return {ending: data.decode() for ending, data in written.items()}


def test_webvtt_names_the_speaker_of_each_cue(files: dict[str, str]) -> None:
    assert files[".vtt"] == (
        "WEBVTT\n\n"
        "00:00:00.250 --> 00:00:04.500\n"
        "<v Jana Nováková>Dobrý den, vítejte u prvního dílu &amp; buďte\n"
        "jako doma, je to &lt;3 a dlouhé.\n\n"
        "00:00:04.500 --> 00:00:06.000\n<v Jana Nováková>Začínáme.\n\n"
        "01:00:06.000 --> 01:00:06.800\n<v Jana>Ano?\n\n"
        "01:00:06.800 --> 01:00:08.000\n<v Petr>Ne! Ne\n\n"
        "01:00:09.250 --> 01:00:10.000\nHudba\n"
    )


def test_srt_has_two_lines_a_card_and_a_name_where_the_speaker_changes(files: dict[str, str]) -> None:
    assert files[".srt"] == (
        "1\n00:00:00,250 --> 00:00:03,050\nJana Nováková: Dobrý den,\nvítejte u prvního dílu & buďte\n\n"
        "2\n00:00:03,050 --> 00:00:04,500\njako doma, je to <3 a dlouhé.\n\n"
        "3\n00:00:04,500 --> 00:00:06,000\nZačínáme.\n\n"
        "4\n01:00:06,000 --> 01:00:06,800\nJana: Ano?\n\n"
        "5\n01:00:06,800 --> 01:00:08,000\nPetr: Ne! Ne\n\n"
        "6\n01:00:09,250 --> 01:00:10,000\nHudba\n"
    )


def test_srt_repeats_the_name_before_what_looks_like_another() -> None:
    texts = (
        "Ano.",
        "U Cokida: kde budou děti? A ještě jedna otázka je tu.",
        "Dlouhá věta o něčem jiném a pak ta otázka: proč?",
    )
    cues = [Cue(second, second + 1, "Jana", text) for second, text in enumerate(texts)]
    written = transcript_files(cues, "cs", "Díl")[".srt"].decode()
    assert [block.split("\n", 2)[2].strip() for block in written.split("\n\n")] == [
        "Jana: Ano.",
        "Jana: U Cokida: kde budou děti?\nA ještě jedna otázka je tu.",
        "Dlouhá věta o něčem jiném a pak\nta otázka: proč?",
    ]


def test_a_name_longer_than_a_card_stays_whole() -> None:
    name = "Zástupkyně ředitele odboru sociálního začleňování a bydlení Jana Nováková"
    written = transcript_files([Cue(0, 1, name, "Ano: ne."), Cue(1, 2, name, "A: b.")], "cs", "Díl")[".srt"]
    said = [line for line in written.decode().split("\n") if line and not line[0].isdecimal()]
    assert " ".join(said) == f"{name}: Ano: ne. A: b."


def test_json_has_a_segment_for_each_cue(files: dict[str, str]) -> None:
    read = json.loads(files[".json"])
    assert read["version"] == "1.0.0"
    assert read["segments"][1:4] == [
        {"speaker": "Jana Nováková", "startTime": 4.5, "endTime": 6, "body": "Začínáme."},
        {"speaker": "Jana", "startTime": 3606, "endTime": 3606.8, "body": "Ano?"},
        {"speaker": "Petr", "startTime": 3606.8, "endTime": 3608, "body": "Ne! Ne"},
    ]
    assert read["segments"][4] == {"startTime": 3609.25, "endTime": 3610, "body": "Hudba"}


def test_html_is_a_page_of_names_times_and_paragraphs(files: dict[str, str]) -> None:
    assert files[".html"].startswith('<!DOCTYPE html>\n<html lang="cs">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>Díl &quot;1&quot; &amp; další</title>" in files[".html"]
    assert "<cite>Petr:</cite>\n<time>01:00:06</time>\n<p>Ne! Ne</p>\n" in files[".html"]
    assert "buďte jako doma, je to &lt;3 a dlouhé. Začínáme.</p>" in files[".html"]


def test_no_cues_are_valid_files() -> None:
    written = transcript_files((), "cs", "Díl")
    assert (written[".vtt"], written[".srt"]) == (b"WEBVTT\n", b"")
    assert json.loads(written[".json"])["segments"] == []


Said = list[tuple[str, str]]
"""Speaker and word, one by one."""

Times = list[tuple[float, float]]

names = st.sampled_from(["Jana", "Petr Novák", "Host 2", "Řečnice"])
words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=35)
texts = st.lists(
    words | st.sampled_from(["-->", "<v", "</v>", "&amp;", "NOTE", "2026", "Pozor:"]), min_size=1, max_size=12
)


@st.composite
def cues(draw: st.DrawFn) -> tuple[Cue, ...]:
    spoken = draw(
        st.lists(st.tuples(names, texts.map(" ".join), st.integers(1, 90_000)), min_size=1, max_size=6)
    )
    found: list[Cue] = []
    clock = 0
    for speaker, text, length in spoken:
        start = clock
        clock += length
        found.append(Cue(start / 1000, clock / 1000, speaker, text))
    return tuple(found)


@given(cues())
def test_every_form_has_the_same_words_of_the_same_speakers(cues: tuple[Cue, ...]) -> None:
    written = {ending: data.decode() for ending, data in transcript_files(cues, "cs", "Díl").items()}
    said = [(cue.speaker, word) for cue in cues for word in cue.text.split()]
    for read in (read_vtt, read_srt, read_json, read_html):
        found, times = read(written[f".{read.__name__.removeprefix('read_')}"])
        assert found == said, read.__name__
        assert all(start <= end for start, end in times)
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(times))


@given(cues())
def test_lines_are_no_longer_than_apps_show(cues: tuple[Cue, ...]) -> None:
    written = transcript_files(cues, "cs", "Díl")
    for ending, longest in ((".vtt", 65), (".srt", 32)):
        for block in written[ending].decode().split("\n\n"):
            lines = re.split(r"\n", block.strip("\n"))
            shown = [re.sub("^<v [^>]*>", "", line) if len(line) > longest else line for line in lines]
            assert all(len(line) <= longest or " " not in line for line in shown)
            assert ending == ".vtt" or len(lines) <= 4


@given(cues())
def test_webvtt_is_read_back_as_it_was(cues: tuple[Cue, ...]) -> None:
    read, problems = read_cues(SourceFile("a.vtt", transcript_files(cues, "cs", "Díl")[".vtt"].decode()))
    assert read == cues
    assert not problems


@given(cues())
def test_srt_is_read_back_without_errors(cues: tuple[Cue, ...]) -> None:
    _, problems = read_cues(SourceFile("a.srt", transcript_files(cues, "cs", "Díl")[".srt"].decode()))
    assert {problem.code for problem in problems if problem.severity is Severity.ERROR} <= {
        "transcript-order"
    }


def read_vtt(text: str) -> tuple[Said, Times]:
    """As WebVTT is specified, for what these files have of it."""
    header, *blocks = text.strip("\n").split("\n\n")
    assert header == "WEBVTT"
    said: Said = []
    times: Times = []
    for block in blocks:
        timing, _, payload = block.partition("\n")
        times.append(period(timing, "."))
        assert "-->" not in payload
        voice = re.fullmatch(r"<v ([^>]*)>([^<]*)", payload)
        assert voice
        said += [(unescape(voice[1]), unescape(word)) for word in voice[2].split()]
    return said, times


def read_srt(text: str) -> tuple[Said, Times]:
    """A name is one where a card begins with one of those that speak."""
    said: Said = []
    times: Times = []
    speaker = ""
    for number, block in enumerate(text.strip("\n").split("\n\n"), start=1):
        written, timing, payload = block.split("\n", 2)
        assert written == str(number)
        times.append(period(timing, ","))
        spoken = " ".join(payload.split("\n"))
        name = re.match("(Jana|Petr Novák|Host 2|Řečnice): ", spoken)
        if name:
            speaker = name[1]
            spoken = spoken[name.end() :]
        said += [(speaker, word) for word in spoken.split()]
    return said, times


def read_json(text: str) -> tuple[Said, Times]:
    segments = json.loads(text)["segments"]
    said = [(segment["speaker"], word) for segment in segments for word in segment["body"].split()]
    return said, [(segment["startTime"], segment["endTime"]) for segment in segments]


def read_html(text: str) -> tuple[Said, Times]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    body = parser.parse(text).find("body/main")
    assert isinstance(body, Element)
    said: Said = []
    starts: list[float] = []
    speaker = ""
    for element in body:
        if element.tag == "cite":
            speaker = (element.text or "").removesuffix(":")
        elif element.tag == "time":
            starts.append(seconds(f"{element.text}.000", "."))
        elif element.tag == "p":
            said += [(speaker, word) for word in (element.text or "").split()]
    assert [key for key, _ in groupby(speaker for speaker, _ in said)]
    return said, [(start, start) for start in starts]


def period(timing: str, point: str) -> tuple[float, float]:
    start, end = (seconds(time, point) for time in timing.split(" --> "))
    return start, end


def seconds(time: str, point: str) -> float:
    found = re.fullmatch(rf"(\d\d):(\d\d):(\d\d){re.escape(point)}(\d{{3}})", time)
    assert found
    hours, minutes, whole, thousandths = map(int, found.groups())
    return (hours * 3600 + minutes * 60 + whole) + thousandths / 1000
