"""Any recording becomes an MP3 as loud as podcasts are; what can't is refused with a reason."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from audio.ffmpeg import FFMPEG
from mutagen.mp3 import MP3, BitrateMode

from site_builder.problems import Problem
from site_builder.shows import Encoding
from site_builder.studio.ffmpeg import Tell
from site_builder.studio.mastering import Master, master

from .sounds import SECONDS, loudness

MONO, STEREO = Encoding(1, 96), Encoding(2, 128)

FIT = (
    *("voice.wav", "soft.wav", "clipped.wav", "stereo.flac", "surround.wav", "telephone.wav", "cd.wav"),
    *("lively.wav", "meeting.mp4", "meeting.webm", "two-tracks.mkv", "good.m4a", "good.opus"),
)
UNFIT = {
    "moment.wav": "recording-too-short",
    "silent.wav": "recording-silent",
    "murmur.wav": "recording-silent",
    "against.wav": "recording-silent",
    "film-only.mp4": "recording-silent",
    "picture.png": "recording-unreadable",
}


@contextmanager
def quietly(name: str, seconds: float) -> Iterator[Tell]:
    yield lambda done: None


def make(file: Path, to: Path, encoding: Encoding = MONO, program: str = FFMPEG) -> Master | Problem:
    return master(program, file, encoding, to, quietly)


def made(file: Path, to: Path, encoding: Encoding = MONO, program: str = FFMPEG) -> Master:
    done = make(file, to, encoding, program)
    assert isinstance(done, Master), done
    return done


def codes(done: Master) -> list[str]:
    return [problem.code for problem in done.remarks]


@pytest.mark.parametrize("name", FIT)
def test_speech_gets_the_loudness_of_podcasts(name: str, recordings: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.mp3"
    done = made(recordings / name, target)
    measured = loudness(target)
    assert measured.integrated == pytest.approx(-19, abs=0.5)
    assert measured.peak <= -1
    assert (done.after.loudness, done.after.peak) == pytest.approx(measured, abs=0.1)
    info = MP3(target).info
    assert (info.sample_rate, info.channels) == (44100, 1)
    assert info.bitrate == pytest.approx(96_000, rel=0.001)
    assert info.bitrate_mode is BitrateMode.CBR, "a header that says so"
    assert info.length == pytest.approx(SECONDS, abs=0.1)


@pytest.mark.parametrize("name", ["voice.wav", "stereo.flac", "surround.wav", "lively.wav"])
def test_stereo_is_as_loud_as_stereo_is(name: str, recordings: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.mp3"
    made(recordings / name, target, STEREO)
    measured = loudness(target)
    assert measured.integrated == pytest.approx(-16, abs=0.5)
    assert measured.peak <= -1
    assert MP3(target).info.channels == 2
    assert MP3(target).info.bitrate == pytest.approx(128_000, rel=0.001)


@pytest.mark.parametrize("name", ["tone.wav", "two-seconds.wav", "pauses.wav"])
def test_odd_sounds_get_it_too(name: str, recordings: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.mp3"
    before = made(recordings / name, target).before
    assert loudness(target).integrated == pytest.approx(-19, abs=0.5)
    assert MP3(target).info.length == pytest.approx(before.seconds, abs=0.1)


@pytest.mark.parametrize("name", ["voice.wav", "lively.wav", "meeting.mp4", "two-seconds.wav"])
def test_the_machines_own_ffmpeg_does_the_same(name: str, recordings: Path, tmp_path: Path) -> None:
    program = shutil.which("ffmpeg")
    assert program, ".ci/programs installs it"
    made(recordings / name, tmp_path / "a.mp3", program=program)
    measured = loudness(tmp_path / "a.mp3")
    assert measured.integrated == pytest.approx(-19, abs=0.5)
    assert measured.peak <= -1


def test_of_several_tracks_the_first_is_taken(recordings: Path, tmp_path: Path) -> None:
    done = made(recordings / "two-tracks.mkv", tmp_path / "a.mp3")
    assert codes(done) == ["recording-tracks"]
    assert done.before.loudness == pytest.approx(loudness(recordings / "voice.wav").integrated, abs=1)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("clipped.wav", "recording-clipped"),
        ("soft.wav", "recording-soft"),
        ("surround.wav", "recording-surround"),
        ("claps.wav", "recording-uneven"),
    ],
)
def test_what_is_to_be_known_is_said(name: str, code: str, recordings: Path, tmp_path: Path) -> None:
    assert code in codes(made(recordings / name, tmp_path / "a.mp3"))


def test_good_recordings_need_no_word(recordings: Path, tmp_path: Path) -> None:
    for name in ("voice.wav", "stereo.flac", "lively.wav", "meeting.mp4"):
        assert codes(made(recordings / name, tmp_path / "a.mp3")) == []


def test_silence_at_the_ends_is_told_and_stays(recordings: Path, tmp_path: Path) -> None:
    done = made(recordings / "pauses.wav", tmp_path / "a.mp3")
    first, last = (problem for problem in done.remarks if problem.code == "audio-silence")
    assert first.values["end"] == "0:03"
    assert last.values["start"] in {"0:08", "0:09"}
    assert MP3(tmp_path / "a.mp3").info.length == pytest.approx(SECONDS + 7, abs=0.1)


@pytest.mark.parametrize("name", ["stereo.flac", "meeting.webm"])
def test_a_recording_that_was_cut_off_is_told(name: str, recordings: Path, tmp_path: Path) -> None:
    data = (recordings / name).read_bytes()
    (tmp_path / name).write_bytes(data[: len(data) // 2])
    done = made(tmp_path / name, tmp_path / "a.mp3")
    assert codes(done) == ["recording-cut"]
    assert done.before.seconds == pytest.approx(SECONDS / 2, abs=0.2)


@pytest.mark.parametrize(("name", "code"), UNFIT.items())
def test_what_nobody_could_hear_is_refused(name: str, code: str, recordings: Path, tmp_path: Path) -> None:
    refused = make(recordings / name, tmp_path / "a.mp3")
    assert isinstance(refused, Problem)
    assert refused.code == code
    assert refused.message.format(**refused.values)
    assert refused.hint.format(**refused.values)


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html><html><body>404</body></html>",
        b"Ahoj!\n" * 100,
        b"RIFF\x24\x00\x00\x00WAVEfmt ",
        b"ID3\x03\x00",
        bytes(5000),
        b"#EXTM3U\n#EXTINF:5,\nfile:///etc/passwd\n",
        b"ffconcat version 1.0\nfile 'voice.wav'\n",
    ],
)
def test_what_is_no_recording_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(content)
    refused = make(tmp_path / "a.wav", tmp_path / "a.mp3")
    assert isinstance(refused, Problem)
    assert refused.code == "recording-unreadable"
    assert "\n" not in refused.hint.format(**refused.values)


def test_a_list_of_other_files_is_not_followed(recordings: Path, tmp_path: Path) -> None:
    shutil.copy(recordings / "voice.wav", tmp_path / "voice.wav")
    for name, text in {
        "list.m3u8": "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\nvoice.wav\n#EXT-X-ENDLIST\n",
        "list.ffconcat": "ffconcat version 1.0\nfile voice.wav\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        refused = make(tmp_path / name, tmp_path / "a.mp3")
        assert isinstance(refused, Problem)


def test_a_place_that_cannot_be_written_to_is_told(recordings: Path, tmp_path: Path) -> None:
    refused = make(recordings / "two-seconds.wav", tmp_path / "nowhere" / "a.mp3")
    assert isinstance(refused, Problem)
    assert refused.code == "audio-not-written"


@pytest.mark.parametrize("name", ["-i.wav", "http:x.wav", "a b %d 'c'.wav", "žluťoučký.wav"])
def test_any_name_will_do(
    name: str, recordings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(recordings / "two-seconds.wav", tmp_path / name)
    made(Path(name), Path("-a.mp3"))
    assert (tmp_path / "-a.mp3").stat().st_size > 20_000
