"""Recordings made by ffmpeg, and how loud a file is by its measurement alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from audio.ffmpeg import ffmpeg, told

SECONDS = 6
_VOICE = f"anoisesrc=d={SECONDS}:color=pink:seed=7:sample_rate=48000,tremolo=f=3:d=0.9,highpass=f=100"
"""Noise that comes and goes as syllables do."""


def lavfi(*sources: str) -> list[str]:
    return [part for source in sources for part in ("-f", "lavfi", "-i", source)]


def voice(decibels: float, *, mono: bool = True) -> list[str]:
    """Input of a voice; at 0 dB its loudness is about -19 LUFS."""
    layout = "mono" if mono else "stereo"
    return lavfi(f"{_VOICE},volume={decibels}dB,aformat=channel_layouts={layout}")


_FILM = "testsrc=duration=6:size=64x64:rate=5"
_SURROUND = "pan=5.1|FL=0.5*c0|FR=0.4*c0|FC=c0|LFE=0.1*c0|BL=0.2*c0|BR=0.1*c0"

RECORDINGS: dict[str, list[str]] = {
    "voice.wav": voice(-8),
    "soft.wav": voice(-21),
    "clipped.wav": voice(25),
    "stereo.flac": voice(-8, mono=False),
    "surround.wav": [*voice(-8), "-af", _SURROUND, "-c:a", "pcm_s24le"],
    "telephone.wav": [*voice(-8), "-ar", "8000"],
    "cd.wav": [*voice(-8), "-ar", "44100", "-c:a", "pcm_s24le"],
    "lively.wav": [*voice(-8), "-af", "volume='if(lt(mod(t,2),0.2),4,1)':eval=frame"],
    "tone.wav": lavfi("sine=frequency=440:duration=4"),
    "meeting.mp4": [*voice(-8), *lavfi(_FILM), "-c:v", "mpeg4", "-c:a", "aac"],
    "meeting.webm": [*voice(-8), *lavfi(_FILM), "-c:v", "libvpx", "-c:a", "libopus"],
    "two-tracks.mkv": [
        *voice(-8),
        *lavfi("sine=duration=6"),
        *("-map", "0:a", "-map", "1:a", "-c:a", "aac"),
    ],
    "pauses.wav": [*voice(-8), "-af", "adelay=3s:all=1,apad=pad_dur=4"],
    "moment.wav": [*voice(-8), "-t", "0.3"],
    "two-seconds.wav": [*voice(0), "-t", "2"],
    "silent.wav": lavfi("anullsrc=d=3"),
    "murmur.wav": voice(-50),
    "against.wav": [*voice(-8), "-af", "pan=stereo|c0=c0|c1=-1*c0"],
    "claps.wav": lavfi("aevalsrc='if(lt(mod(t,1),0.005),0.9*sin(6283*t),0.003*sin(1885*t))':d=6"),
    "film-only.mp4": [*lavfi(_FILM), "-c:v", "mpeg4"],
    "good.m4a": [*voice(-8), "-c:a", "aac", "-b:a", "96k"],
    "good.opus": [*voice(-8), "-c:a", "libopus"],
    "picture.png": [*lavfi(_FILM), "-frames:v", "1"],
}


def record(folder: Path) -> None:
    """Make all recordings in `folder`."""
    for name, arguments in RECORDINGS.items():
        ffmpeg(*arguments, str(folder / name))


class Loudness(NamedTuple):
    """Integrated loudness in LUFS and true peak in dBTP, to 0.1."""

    integrated: float
    peak: float


def loudness(file: Path) -> Loudness:
    """As the filter ebur128 measures it."""
    log = told("-i", str(file), "-map", "0:a:0", "-af", "ebur128=peak=true", "-f", "null", "-")
    summary = log[log.rindex("Summary:") :]
    figures = (re.search(rf"{name}:\s+(-?[\d.]+)", summary) for name in ("I", "Peak"))
    return Loudness(*(float(found[1]) for found in figures if found))
