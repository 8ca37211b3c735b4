"""What published audio lacks, by the recommendations of Apple (A893, "Audio requirements") and EBU R128."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from ..problems import Position, Problem, Severity
from ..seconds import clock
from .encoding import HIGHEST_PEAK, LOUDNESS
from .levels import Levels
from .recording import Track

_TOLERANCE = 1.0
"""LU that loudness may be off (A893: ±1 dB)."""

_EDGE = 0.2
"""Seconds from the beginning or the end within which silence counts as the beginning's or the end's."""

_LONGEST_PAUSE = 5.0
"""Seconds for which speakers may be silent in the middle."""

_CODECS = ("mp3", "aac")
_RATES = (44_100, 48_000)
_KILOBITS = {1: (96, 128), 2: (128, 256)}
"""Recommended kilobits a second of MP3 and AAC, by the number of channels (A893)."""

_MEAN = 0.05
"""Share by which the mean of a variable bit rate may miss them."""


def loudness(track: Track, levels: Levels, at: Position) -> Iterator[Problem]:
    """Too quiet, too loud, peaks that players cut off, waves that are cut already."""
    if levels.loudness == -inf:
        yield _finding(
            "audio-loudness",
            at,
            "The audio is silent.",
            "Replace it: site-builder audio add FILE EPISODE --replace",
        )
        return
    difference = levels.loudness - LOUDNESS[track.channels]
    if abs(difference) > _TOLERANCE:
        yield _finding(
            "audio-loudness",
            at,
            "The audio is {difference} LU too quiet; it should have {target} LUFS."
            if difference < 0
            else "The audio is {difference} LU too loud; it should have {target} LUFS.",
            "Add the recording again: “site-builder audio add” sets its loudness.",
            difference=f"{abs(difference):.0f}",
            target=f"{LOUDNESS[track.channels]:.0f}",
        )
    if levels.is_clipped or levels.sample_peak > 0:
        yield _finding(
            "audio-clipping",
            at,
            "The audio is clipped: it sounds distorted where it is loudest.",
            "Add the recording again, or record it anew if it is clipped itself.",
        )
    elif levels.peak > HIGHEST_PEAK:
        yield _finding(
            "audio-peak",
            at,
            "The audio has peaks above {highest} dBTP, which may sound distorted.",
            "Add the recording again: “site-builder audio add” keeps peaks lower.",
            highest=f"{HIGHEST_PEAK:.0f}",
        )


def silences(levels: Levels, at: Position) -> Iterator[Problem]:
    """Long silence at the beginning, at the end and between."""
    for silence in levels.silences:
        if silence.start < _EDGE:
            message = "The audio begins with silence, up to {end}."
        elif silence.end > levels.seconds - _EDGE:
            message = "The audio ends with silence, from {start} on."
        elif silence.end - silence.start > _LONGEST_PAUSE:
            message = "In the audio there is silence from {start} to {end}."
        else:
            continue
        hint = "Cut it out of the recording and add that again, unless it is meant."
        times = {"start": clock(round(silence.start)), "end": clock(round(silence.end))}
        yield Problem("audio-silence", Severity.WARNING, at, message, hint, times, "audio")


def encoding(track: Track, kilobits: float, at: Position) -> Iterator[Problem]:
    """Sample and bit rates (`kilobits` a second) that Apple does not recommend."""
    if track.codec not in _CODECS:
        return
    if track.rate not in _RATES:
        yield _finding(
            "audio-bitrate",
            at,
            "The audio has a sample rate of {rate} Hz; 44100 or 48000 is recommended.",
            "Add the recording again: “site-builder audio add” encodes it as recommended.",
            rate=str(track.rate),
        )
    lowest, highest = _KILOBITS[track.channels]
    if not lowest * (1 - _MEAN) <= kilobits <= highest * (1 + _MEAN):
        yield _finding(
            "audio-bitrate",
            at,
            "The audio has {kilobits} kb/s; {lowest} to {highest} are recommended in mono."
            if track.channels == 1
            else "The audio has {kilobits} kb/s; {lowest} to {highest} are recommended in stereo.",
            "Add the recording again: “site-builder audio add” encodes it as recommended.",
            kilobits=f"{kilobits:.0f}",
            lowest=str(lowest),
            highest=str(highest),
        )


def _finding(code: str, at: Position, message: str, hint: str, **values: str) -> Problem:
    return Problem(code, Severity.WARNING, at, message, hint, values, "audio")
