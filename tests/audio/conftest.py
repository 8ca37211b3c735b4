"""What the tests of audio share: an empty project, and real recordings."""

from __future__ import annotations

from pathlib import Path

import pytest

from .ffmpeg import ffmpeg


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "podcast").mkdir()
    return tmp_path


@pytest.fixture(scope="session")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same 7.5 seconds in every format that matters, made by ffmpeg."""
    folder = tmp_path_factory.mktemp("recordings")
    tone = ["-f", "lavfi", "-i", "sine=frequency=330:duration=7.5:sample_rate=48000"]
    film = ["-f", "lavfi", "-i", "testsrc=duration=7.5:size=64x64:rate=5"]
    for name, options in {
        "xing.mp3": [*tone, "-c:a", "libmp3lame", "-q:a", "5"],
        "bare.mp3": [*tone, "-c:a", "libmp3lame", "-q:a", "5", "-write_xing", "0"],
        "cbr.mp3": [*tone, "-c:a", "libmp3lame", "-b:a", "64k", "-write_xing", "0", "-id3v2_version", "0"],
        "a.m4a": [*tone, "-c:a", "aac"],
        "fast.m4a": [*tone, "-c:a", "aac", "-movflags", "+faststart"],
        "isom.mp4": [*tone, "-c:a", "aac"],
        "alac.m4a": [*tone, "-c:a", "alac"],
        "a.opus": [*tone, "-c:a", "libopus"],
        "a.ogg": [*tone, "-c:a", "libvorbis"],
        "a.wav": tone,
        "a.flac": tone,
        "a.aiff": tone,
        "a.aac": tone,
        "a.mp2": tone,
        "a.webm": [*tone, "-c:a", "libopus"],
        "flac.ogg": [*tone, "-c:a", "flac"],
        "film.mp4": [*tone, *film, "-c:v", "mpeg4", "-c:a", "aac"],
        "film.avi": [*tone, *film, "-c:v", "mpeg4"],
        "image.png": [*film, "-frames:v", "1"],
        "image.jpg": [*film, "-frames:v", "1"],
    }.items():
        ffmpeg(*options, str(folder / name))
    return folder
