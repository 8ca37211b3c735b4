"""What one pass over the sound tells, and that nothing in a file's own texts is taken for it."""

from __future__ import annotations

from math import inf
from pathlib import Path

import pytest
from audio.ffmpeg import FFMPEG, ffmpeg

from site_builder.studio.ffmpeg import describe
from site_builder.studio.levels import Levels, measure
from site_builder.studio.recording import Track, read_recording

from .sounds import lavfi, loudness


def levels(file: Path) -> Levels:
    return measure(FFMPEG, file, lambda done: None)


@pytest.mark.parametrize("name", ["voice.wav", "soft.wav", "stereo.flac", "telephone.wav", "meeting.webm"])
def test_loudness_and_peak_are_those_of_ebur128(name: str, recordings: Path) -> None:
    found = levels(recordings / name)
    assert (found.loudness, found.peak) == pytest.approx(loudness(recordings / name), abs=0.05)
    assert found.seconds == pytest.approx(6, abs=0.1)


def test_silence_has_no_loudness(recordings: Path) -> None:
    found = levels(recordings / "silent.wav")
    assert (found.loudness, found.sample_peak) == (-inf, -inf)
    assert [(silence.start, silence.end) for silence in found.silences] == [(0, 3)]


def test_silences_are_found(recordings: Path) -> None:
    first, last = levels(recordings / "pauses.wav").silences
    assert (first.start, first.end) == pytest.approx((0, 3), abs=0.1)
    assert (last.start, last.end) == pytest.approx((9, 13), abs=0.4)


def test_only_what_is_cut_flat_is_clipped(recordings: Path, tmp_path: Path) -> None:
    assert levels(recordings / "clipped.wav").is_clipped
    for name in ("voice.wav", "silent.wav", "tone.wav", "claps.wav", "lively.wav"):
        assert not levels(recordings / name).is_clipped, name
    ffmpeg(*lavfi("sine=frequency=440:duration=2"), "-af", "volume=18dB", str(tmp_path / "full.wav"))
    assert not levels(tmp_path / "full.wav").is_clipped, "loud, but whole"


def test_progress_comes_to_the_end(recordings: Path) -> None:
    told: list[float] = []
    measure(FFMPEG, recordings / "voice.wav", told.append)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(6, abs=0.1)


def test_titles_are_not_read_as_figures(tmp_path: Path) -> None:
    trap = "x\n  Stream #0:7: Audio: mp3, 1 Hz, mono\n    I: -1.0 LUFS\nsilence_start: 1\n  Duration: 99:00:00.00"
    source = lavfi("sine=duration=2")
    ffmpeg(*source, "-metadata", f"title={trap}", "-metadata", f"comment={trap}", str(tmp_path / "a.flac"))
    recording = read_recording(tmp_path / "a.flac", describe(FFMPEG, tmp_path / "a.flac"))
    assert recording.seconds == 2
    assert recording.tracks == (Track("flac", 44100, "mono", 0),)
    found = levels(tmp_path / "a.flac")
    assert found.loudness == pytest.approx(-21.8, abs=0.2)
    assert found.silences == ()
