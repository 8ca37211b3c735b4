"""What an editor should know about a recording that became audio all the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..problems import Position, Problem, Severity
from ..seconds import clock
from .encoding import is_right
from .levels import Levels
from .recording import Recording

_SOFT = 20
"""dB of amplification from which on the noise of a recording is heard."""

_MISSING = 2
"""Seconds that sound may lack of what its file says; containers round, and films end later than their sound."""


def remarks(recording: Recording, before: Levels, after: Levels, target: float) -> Iterator[Problem]:
    """About the recording, its levels `before` and `after` it was to be made as loud as `target` (LUFS)."""
    file = recording.file
    if len(recording.tracks) > 1:
        yield _remark(
            "recording-tracks",
            file,
            "The recording has {count} tracks of sound; the first one was taken.",
            "If another one is meant, export it by itself.",
            count=str(len(recording.tracks)),
        )
    if recording.tracks[0].is_surround:
        yield _remark(
            "recording-surround",
            file,
            "The recording has more channels than two ({layout}); they were mixed.",
            "Listen whether the voices are still clear.",
            layout=recording.tracks[0].layout,
        )
    if before.is_clipped:
        yield _remark(
            "recording-clipped",
            file,
            "The recording is clipped: it was made too loud and sounds distorted in places.",
            "Nothing mends that afterwards; next time turn the microphone down.",
        )
    if (gain := target - before.loudness) > _SOFT:
        yield _remark(
            "recording-soft",
            file,
            "The recording is very quiet and was made louder by {gain} dB, its noise too.",
            "Listen to it; next time come nearer to the microphone or turn it up.",
            gain=f"{gain:.0f}",
        )
    if recording.seconds - before.seconds > _MISSING:
        yield _remark(
            "recording-cut",
            file,
            "The sound ends at {end}, though the file says that it lasts until {claim}.",
            "Listen whether its end is missing; if so, copy the file again.",
            end=clock(round(before.seconds)),
            claim=clock(round(recording.seconds)),
        )
    if not is_right(after, target):
        yield _remark(
            "recording-uneven",
            file,
            "The audio is quieter than it should be: single sounds are so loud that the rest can't be raised.",
            "Make the knocks and claps in the recording quieter, or cut them out, and add it again.",
        )


def _remark(code: str, file: Path, message: str, hint: str, **values: str) -> Problem:
    return Problem(code, Severity.WARNING, Position(str(file)), message, hint, values)
