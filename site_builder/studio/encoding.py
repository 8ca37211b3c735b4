"""A recording → MP3 as loud as podcasts are (EBU R128, AES TD1008): made, measured and made again until it is."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isclose
from pathlib import Path

from ..languages import mark
from ..shows import Encoding
from .ffmpeg import Step, convert, sound_of
from .levels import Levels, measure
from .recording import Recording

LOUDNESS = {1: -19.0, 2: -16.0}
"""LUFS by the number of channels: mono sounds from both loudspeakers, and so 3 LU louder than it measures."""

HIGHEST_PEAK = -1.0
"""dBTP (Apple, A893: true peak at most -1 dB)."""

TOLERANCE = 0.4
"""LU that the loudness may be off before it is made again; listeners hear about 1."""

SAMPLE_RATE = 44_100
"""Hz: the rate of MP3 that every player has had from the beginning."""

_ATTEMPTS = 4
_USUAL_OVERSHOOT = 0.5
"""dB by which MP3 of speech usually passes the highest peak of what it was made of."""

_USUAL_LOSS = 0.6
"""LU by which it usually comes out softer: LAME takes half of that, the taming of peaks some."""

_RUN_OUT = 4
"""Seconds of silence, cut off again, that loudnorm gets behind the sound: it needs 3 to begin, and may lose its end."""

_LARGEST_SPREAD = 20
_AIMS = (-70.0, -5.0)
_CEILINGS = (-9.0, 0.0)


@dataclass(frozen=True, slots=True)
class Setting:
    """One attempt: the loudness to aim at in LUFS, and the highest peak before encoding in dBTP."""

    aim: float
    ceiling: float

    def after(self, result: Levels, target: float) -> Setting:
        """The next attempt, where `result` came of this one: it makes up for what was missed."""
        overshoot = max(result.peak - HIGHEST_PEAK, 0.0)
        return Setting(
            _within(self.aim + target - result.loudness, *_AIMS),
            _within(self.ceiling - overshoot * 1.2, *_CEILINGS),
        )


def channels_of(encoding: Encoding) -> str:
    """The filter that mixes any number of channels down (or up) to those of `encoding`."""
    layout = "mono" if encoding.channels == 1 else "stereo"
    return f"aformat=sample_fmts=flt:channel_layouts={layout}"


def is_right(levels: Levels, target: float) -> bool:
    """Whether audio may be published as it is."""
    return levels.peak <= HIGHEST_PEAK and isclose(levels.loudness, target, abs_tol=TOLERANCE)


def encode(
    program: str, recording: Recording, before: Levels, encoding: Encoding, to: Path, step: Step
) -> Levels:
    """Write the first track of `recording` as MP3 to file `to` and give the levels that it got.

    `before` are the recording's own, as mixed for `encoding`. Where the aim can't be reached the last attempt stays.
    """
    target = LOUDNESS[encoding.channels]
    setting = Setting(target + _USUAL_LOSS, HIGHEST_PEAK - _USUAL_OVERSHOOT)
    after = before
    for attempt in range(_ATTEMPTS):
        name = mark("Setting the loudness more exactly") if attempt else mark("Setting the loudness")
        with step(name, before.seconds) as tell:
            convert(program, _arguments(recording, before, encoding, setting, to), tell)
        with step(mark("Measuring the result"), before.seconds) as tell:
            after = measure(program, to, tell)
        if is_right(after, target):
            break
        setting = setting.after(after, target)
    return after


def _arguments(
    recording: Recording, before: Levels, encoding: Encoding, setting: Setting, to: Path
) -> tuple[str, ...]:
    """Filters: loudnorm moves the whole sound by one gain where its peaks allow, else it tames them as it goes."""
    spread = _within(
        before.spread, 0.1, _LARGEST_SPREAD
    )  # none at all would make loudnorm forget its first pass
    normalizing = (
        f"loudnorm=linear=true:I={setting.aim:.2f}:TP={setting.ceiling:.2f}:LRA={_LARGEST_SPREAD}"
        f":measured_I={min(before.loudness, 0.0):.2f}:measured_TP={before.peak:.2f}"
        f":measured_LRA={spread:.2f}:measured_thresh={min(before.threshold, 0.0):.2f}"
    )
    run_out = f"apad=pad_dur={_RUN_OUT}"
    length = f"aresample={SAMPLE_RATE},atrim=end={before.seconds:.6f}"
    filters = ",".join((channels_of(encoding), run_out, normalizing, length))
    codec = ("-c:a", "libmp3lame", "-b:a", f"{encoding.kilobits}k", "-compression_level", "2")
    nothing_else = ("-map", "0:a:0", "-map_metadata", "-1", "-map_chapters", "-1")
    plain = ("-id3v2_version", "0", "-write_xing", "1", "-f", "mp3")
    return (*sound_of(recording.file), *nothing_else, "-af", filters, *codec, *plain, f"file:{to.absolute()}")


def _within(value: float, lowest: float, highest: float) -> float:
    return lowest if value == -inf else min(max(value, lowest), highest)
