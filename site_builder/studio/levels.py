"""How loud a recording is, where it is silent and whether it is clipped: measured in one pass over its sound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf
from pathlib import Path

from .ffmpeg import FfmpegError, Tell, convert, sound_of

SILENCE = -40
"""dBFS that no sample of a silence passes: speech at -19 LUFS lies far above, the noise of a room below."""

SHORTEST_SILENCE = 2
"""Seconds of quiet from which on it is a silence."""

_SAMPLES = "astats=measure_perchannel=none:measure_overall=Peak_level+Flat_factor+Number_of_samples"
_LOUDNESS = (
    "ebur128=peak=true:framelog=verbose",
    f"silencedetect=noise={SILENCE}dB:duration={SHORTEST_SILENCE}",
)
_OUTPUT = re.compile(r"^Output #0.*?^  Stream #0:0[^\n]*?, (\d+) Hz", re.MULTILINE | re.DOTALL)
_SILENCE = re.compile(r"^\[[^\]]*silencedetect[^\]]*\] silence_(start|end): (-?[\d.e+-]+)", re.MULTILINE)

_NEARLY_FULL_SCALE = -1.0
_FLAT = 6.0
"""dB by which astats tells that the waves are cut: the highest samples come two in a row on average, or more."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without sound, in seconds."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Levels:
    """Figures of EBU R128: `loudness` and `threshold` in LUFS, `spread` (loudness range) in LU, `peak` in dBTP.

    `loudness` is minus infinity where there is nothing to measure, `sample_peak` in dBFS. `is_clipped` where the
    waves are cut flat at full scale. `seconds` were decoded.
    """

    loudness: float
    threshold: float
    spread: float
    peak: float
    sample_peak: float
    is_clipped: bool
    silences: tuple[Silence, ...]
    seconds: float


def measure(program: str, file: Path, tell: Tell, *mix: str) -> Levels:
    """The levels of the first track of `file`, its loudness when mixed by filter `mix`. Raises `FfmpegError`."""
    filters = ",".join((_SAMPLES, *mix, *_LOUDNESS))
    arguments = (*sound_of(file), "-map", "0:a:0", "-af", filters, "-f", "null", "-")
    return read_levels(convert(program, arguments, tell))


def read_levels(log: str) -> Levels:
    """The figures in what ffmpeg wrote while it measured."""
    rate = _OUTPUT.search(log)
    if rate is None:
        raise FfmpegError("no sound")
    seconds = _figure(log, "Number of samples: ") / int(rate[1])
    loudness = _figure(log, "    I: +")
    sample_peak = _figure(log, "Peak level dB: ")
    return Levels(
        loudness if loudness > -70 else -inf,
        _figure(log, "    Threshold: +"),
        _figure(log, "    LRA: +"),
        _figure(log, "    Peak: +"),
        sample_peak,
        sample_peak > _NEARLY_FULL_SCALE and _figure(log, "Flat factor: ") >= _FLAT,
        _silences(log, seconds),
        seconds,
    )


def _figure(log: str, name: str) -> float:
    """The first figure that `log` gives after `name` (an expression); minus infinity where it gives none."""
    found = re.search(rf"^(?:\[.*?\] )?{name}(-?[\d.]+|-?inf)", log, re.MULTILINE)
    return float(found[1]) if found else -inf


def _silences(log: str, seconds: float) -> tuple[Silence, ...]:
    starts: list[float] = []
    ends: list[float] = []
    for which, time in _SILENCE.findall(log):
        (starts if which == "start" else ends).append(max(float(time), 0.0))
    return tuple(map(Silence, starts, [*ends, seconds][: len(starts)]))
