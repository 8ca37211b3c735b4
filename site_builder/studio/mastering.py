"""A recording → an MP3 that is fit to be an episode, or why it can't be."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from pathlib import Path

from ..languages import mark
from ..problems import Position, Problem
from ..shows import Encoding
from . import refusals
from .encoding import LOUDNESS, channels_of, encode
from .ffmpeg import FfmpegError, Step, describe
from .findings import silences
from .levels import SILENCE, Levels, measure
from .recording import Recording, read_recording
from .remarks import remarks

_SHORTEST = 1.0
"""Seconds that an episode lasts at least."""

_SOFTEST = -50.0
"""LUFS below which a recording holds noise alone: made louder by more than 30 dB, no voice would be clear."""


@dataclass(frozen=True, slots=True)
class Master:
    """What was made: the levels of the recording `before`, those of the MP3 `after`, and what to know about them."""

    before: Levels
    after: Levels
    remarks: tuple[Problem, ...]


def master(program: str, file: Path, encoding: Encoding, to: Path, step: Step) -> Master | Problem:
    """Make the MP3 `to` of recording `file`, which can be opened."""
    try:
        recording = read_recording(file, describe(program, file))
        if not recording.tracks:
            return refusals.soundless(file)
        with step(mark("Measuring the recording"), recording.seconds) as tell:
            before = measure(program, file, tell, channels_of(encoding))
    except FfmpegError as error:
        return refusals.unreadable(file, error)
    if refusal := _unfit(recording, before):
        return refusal
    try:
        after = encode(program, recording, before, encoding, to, step)
    except FfmpegError as error:
        return refusals.unwritten(file, error)
    target = LOUDNESS[encoding.channels]
    said = (*remarks(recording, before, after, target), *silences(after, Position(str(file))))
    return Master(before, after, said)


def _unfit(recording: Recording, levels: Levels) -> Problem | None:
    """Why what was recorded can't be made louder or softer, if so."""
    if levels.seconds < _SHORTEST:
        return refusals.too_short(recording.file)
    if levels.loudness >= _SOFTEST:
        return None
    if levels.loudness == -inf and levels.sample_peak > SILENCE:
        return refusals.cancelled(recording.file)
    return refusals.silent(recording.file)
