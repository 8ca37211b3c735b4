"""What can be wrong with a transcript, in words."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, splitext

from ..problems import Position, Problem, Severity, error
from .cues import Cue


def out_of_order(at: Position, cue: Cue, before: Cue | None) -> Iterator[Problem]:
    """How the times of `cue` stand to each other and to the cue `before` it."""
    if cue.end <= cue.start:
        yield error(
            "transcript-order",
            at,
            "The cue ends before it begins.",
            "Mend the times; the second one must be later.",
        )
    if before and cue.start < before.start:
        yield error(
            "transcript-order",
            at,
            "The cue begins before the one above it.",
            "Put the cues in the order of their times.",
        )
    elif before and cue.start < before.end:
        yield Problem(
            "transcript-overlap",
            Severity.WARNING,
            at,
            "The cue begins before the one above it ends.",
            "Mend the times, or put what both say into one cue.",
        )


def misnamed(path: str, is_srt: bool) -> Problem:
    """The ending of the file's name tells another format than it holds."""
    return Problem(
        "transcript-wrong-format",
        Severity.WARNING,
        Position(path),
        "{name} holds a transcript in the format {format}, which its ending doesn't say.",
        "Rename the file to {right} and correct its name in the field transcript of the episode.",
        {
            "name": basename(path),
            "format": "SRT" if is_srt else "WebVTT",
            "right": splitext(basename(path))[0] + (".srt" if is_srt else ".vtt"),
        },
    )


def no_times(path: str) -> Problem:
    """A text alone, or a document of a word processor."""
    return error(
        "transcript-without-times",
        Position(path),
        "{name} is neither WebVTT nor SRT: it has no times.",
        "A text or a document alone won't do. Save the transcript as WebVTT or SRT in the program that you "
        "transcribe with, or write a line of times above each part: 00:00:01.000 --> 00:00:04.000",
        name=basename(path),
    )


def no_header(path: str) -> Problem:
    """WebVTT without its first line."""
    return error(
        "transcript-syntax",
        Position(path),
        "A transcript begins with the line WEBVTT.",
        "Write WEBVTT on the first line and leave the second one empty.",
    )


def no_gap(at: Position) -> Problem:
    """Two cues in one block."""
    return error(
        "transcript-syntax",
        at,
        "There is no empty line above this cue.",
        "Leave a line empty between two cues.",
    )


def no_timing(at: Position, text: str, *, is_srt: bool) -> Problem:
    """A block without times."""
    vtt = "Write the times above it (00:01.000 --> 00:04.000), or remove the empty line that cuts it off."
    srt = (
        "Write the times above it (00:00:01,000 --> 00:00:04,000), or remove the empty line that cuts it off."
    )
    return error(
        "transcript-syntax",
        at,
        "“{text}” belongs to no cue.",
        srt if is_srt else vtt,
        text=text.strip()[:60],
    )


def bad_timing(at: Position, text: str, *, is_srt: bool) -> Problem:
    """A line with an arrow and no times around it."""
    vtt = "Write minutes, seconds and thousandths with a dot: 00:01.000 --> 00:04.000"
    srt = "Write hours, minutes, seconds and thousandths with a comma: 00:00:01,000 --> 00:00:04,000"
    return error(
        "transcript-syntax",
        at,
        "“{text}” are not the times of a cue.",
        srt if is_srt else vtt,
        text=text[:60],
    )


def open_voice(at: Position) -> Problem:
    """A speaker's name that would be read out as text."""
    return Problem(
        "transcript-syntax",
        Severity.WARNING,
        at,
        "In this cue, a speaker's name has no end.",
        "Write > behind the name: <v Jana>",
    )


def silent(at: Position) -> Problem:
    """A cue of times alone."""
    return Problem(
        "transcript-empty",
        Severity.WARNING,
        at,
        "The cue has no text.",
        "Write what is said, or remove the cue.",
    )


def empty(path: str) -> Problem:
    """A file without cues."""
    return error(
        "transcript-empty",
        Position(path),
        "The transcript has no text.",
        "Write its cues, or remove the field transcript from the episode.",
    )
