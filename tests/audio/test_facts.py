"""The facts about sound files, and a clear word about everything that is not one."""

from __future__ import annotations

import os
import random
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen import mp3 as mutagen_mp3

from site_builder.audio.facts import AudioFacts, read_facts

from .judging import AT, facts, refusal, seconds
from .mp3 import frame, frame_of_mpeg2, id3, summary, vbri

FRAME = 1152 / 44100


# What plays


@pytest.mark.parametrize(
    ("name", "media_type", "tolerance"),
    [
        ("xing.mp3", "audio/mpeg", 0.05),
        ("bare.mp3", "audio/mpeg", 0.08),
        ("cbr.mp3", "audio/mpeg", 0.08),
        ("a.m4a", "audio/x-m4a", 0.05),
        ("fast.m4a", "audio/x-m4a", 0.05),
        ("a.opus", "audio/ogg", 0.05),
        ("a.ogg", "audio/ogg", 0.05),
    ],
)
def test_recordings(root: Path, recordings: Path, name: str, media_type: str, tolerance: float) -> None:
    data = (recordings / name).read_bytes()
    found = facts(root, name, data)
    assert isinstance(found, AudioFacts), found
    assert (found.path, found.size, found.media_type) == (f"podcast/{name}", len(data), media_type)
    assert found.seconds == pytest.approx(7.5, abs=tolerance)


@pytest.mark.parametrize("name", ["a.OPUS", "a.oga", "a.ogg"])
def test_opus_under_each_of_its_endings(root: Path, recordings: Path, name: str) -> None:
    found = facts(root, name, (recordings / "a.opus").read_bytes())
    assert seconds(found) == pytest.approx(7.5, abs=0.05)


def test_frames_are_counted_where_no_header_tells(root: Path) -> None:
    """A quiet beginning at 32 kbit/s makes mutagen guess a length that is several times too long."""
    data = frame(32) * 100 + frame(320, padding=1) * 900
    found = facts(root, "vbr.mp3", data)
    assert seconds(found) == pytest.approx(1000 * FRAME)
    assert mutagen_mp3.MP3(root / "podcast/vbr.mp3").info.length > 5 * seconds(found)


def test_a_header_that_counts_frames_is_believed(root: Path) -> None:
    for name in (b"Xing", b"Info"):
        found = facts(root, "a.mp3", summary(name, 500) + frame() * 500)
        assert seconds(found) == pytest.approx(500 * FRAME)
    audio = frame() * 300
    assert seconds(facts(root, "a.mp3", vbri(300, len(audio)) + audio)) == pytest.approx(300 * FRAME)


@pytest.mark.parametrize("count", [None, 0, 5, 2**32 - 1])
def test_a_header_that_lies_is_not(root: Path, count: int | None) -> None:
    found = facts(root, "a.mp3", summary(b"Xing", count) + (frame(32) + frame(128)) * 250)
    assert seconds(found) == pytest.approx(500 * FRAME)


def test_the_lower_sampling_rates(root: Path) -> None:
    assert seconds(facts(root, "a.mp3", frame_of_mpeg2() * 400)) == pytest.approx(400 * 576 / 22050)


@pytest.mark.parametrize(
    "data",
    [
        id3(100) + frame() * 200,
        id3(100) + id3(50_000) + frame() * 200,
        bytes(5000) + frame() * 200,
        frame() * 200 + b"TAG" + bytes(125),
        frame() * 100 + b"\xff damage \xff\xfb\xff" + frame() * 100,
        frame() * 200 + frame()[:-1],
        frame() * 199 + frame() + b"APETAGEX" + b"\xff\xfb" * 2000,
    ],
    ids=["id3", "two id3", "padding", "id3v1", "damage", "cut frame", "ape"],
)
def test_only_frames_count(root: Path, data: bytes) -> None:
    assert seconds(facts(root, "a.mp3", data)) == pytest.approx(200 * FRAME)


def test_an_hour_is_counted_in_less_than_a_second(root: Path) -> None:
    data = (frame(32) + frame(128)) * 70_000
    started = time.process_time()
    assert seconds(facts(root, "hour.mp3", data)) == pytest.approx(140_000 * FRAME)
    assert time.process_time() - started < 1


# What does not


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.mp3", b"", "audio-empty"),
        ("a.mp3", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "audio-lfs-pointer"),
        ("a.mp3", b"<!DOCTYPE html>\n<html>", "audio-is-html"),
        ("a.m4a", b"\xef\xbb\xbf\n <HTML lang=cs>", "audio-is-html"),
        ("a.wav", b"<?xml version='1.0'?><html/>", "audio-is-html"),
        ("a.mp3", b'{"message": "Not Found"}', "audio-wrong-format"),
        ("a.mp3", "text v UTF-16".encode("utf-16"), "audio-wrong-format"),
        ("a.mp3", b"%PDF-1.7\n" + bytes(100), "audio-wrong-format"),
        ("a.mp3", b"PK\x03\x04" + bytes(100), "audio-wrong-format"),
        ("a.mp3", b"\0", "audio-unreadable"),
        ("a.mp3", bytes(100_000), "audio-unreadable"),
        ("a.mp3", b"\xff" * 100_000, "audio-unreadable"),
        ("a.mp3", random.Random(1).randbytes(300_000), "audio-unreadable"),
        ("a.mp3", b"ID3\x04", "audio-unreadable"),
        ("a.mp3", id3(1000)[:500], "audio-unreadable"),
        ("a.mp3", b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + bytes(100), "audio-unreadable"),
        ("a.mp3", id3(1000), "audio-unreadable"),
        ("a.mp3", frame()[:40], "audio-unreadable"),
        ("a.m4a", b"\0\0\0\x20ftypM4A \0\0\0\0" + bytes(16), "audio-unreadable"),
        ("a.m4a", b"\0\0\0\x01mdat" + b"\xff" * 100, "audio-unreadable"),
        ("a.m4a", bytes(10) + b"\x9a", "audio-unreadable"),
        ("a.opus", b"OggS" + bytes(24) + b"OpusHead", "audio-unreadable"),
        ("a.ogg", b"OggS" + bytes(24) + b"\x01vorbis" + bytes(50), "audio-unreadable"),
        ("a.ogg", b"OggS" + bytes(60), "audio-unsupported"),
        ("a.mp3", b"GIF89a" + bytes(60), "audio-wrong-format"),
        ("a", frame() * 10, "audio-wrong-format"),
    ],
)
def test_broken_files(root: Path, name: str, data: bytes, code: str) -> None:
    assert refusal(facts(root, name, data)).code == code


@pytest.mark.parametrize(
    "name",
    [
        "a.wav",
        "a.flac",
        "a.aiff",
        "a.aac",
        "a.mp2",
        "a.webm",
        "film.mp4",
        "film.avi",
        "image.png",
        "image.jpg",
    ],
)
def test_what_no_app_plays(root: Path, recordings: Path, name: str) -> None:
    data = (recordings / name).read_bytes()
    found = refusal(facts(root, name, data))
    assert found.code == "audio-unsupported"
    renamed = refusal(facts(root, "a.mp3", data))
    assert renamed.code == "audio-wrong-format"
    assert renamed.values["found"] == found.values["found"]
    assert renamed.values["ending"] == ".mp3"


@pytest.mark.parametrize(
    ("name", "code"), [("flac.ogg", "audio-unsupported"), ("alac.m4a", "audio-unsupported")]
)
def test_a_right_container_with_a_wrong_codec(root: Path, recordings: Path, name: str, code: str) -> None:
    assert refusal(facts(root, name, (recordings / name).read_bytes())).code == code


@pytest.mark.parametrize(
    ("recording", "name", "right"),
    [
        ("a.m4a", "a.mp3", "a.m4a"),
        ("isom.mp4", "isom.mp4", "isom.m4a"),
        ("xing.mp3", "a.m4a", "a.mp3"),
        ("a.opus", "a.mp3", "a.opus"),
        ("a.ogg", "a.opus", "a.ogg"),
        ("xing.mp3", "a.wav", "a.mp3"),
    ],
)
def test_a_wrong_ending_and_the_right_one(
    root: Path, recordings: Path, recording: str, name: str, right: str
) -> None:
    found = refusal(facts(root, name, (recordings / recording).read_bytes()))
    assert found.code == "audio-wrong-format"
    assert found.values["right"] == right


def test_a_missing_file_and_the_one_that_was_meant(root: Path) -> None:
    facts(root, "prvni-dil.mp3", frame() * 10)
    (root / "podcast/prvni-dill.md").touch()
    for name in ("prvni-dill.mp3", "Prvni-Dil.MP3", "prvni_dil.m4a"):
        found = refusal(read_facts(root, f"podcast/{name}", AT))
        assert (found.code, found.values["close"]) == ("audio-missing", "prvni-dil.mp3")
    assert "close" not in refusal(read_facts(root, "podcast/uplne-jiny-soubor.mp3", AT)).values
    assert refusal(read_facts(root, "podcast/neni/dil.mp3", AT)).code == "audio-missing"


def test_a_folder_is_no_audio(root: Path) -> None:
    (root / "podcast/dil.mp3").mkdir()
    assert refusal(read_facts(root, "podcast/dil.mp3", AT)).code == "audio-missing"


@pytest.mark.parametrize(
    "path",
    [
        "../a.mp3",
        "podcast/../../a.mp3",
        "podcast/../content/a.mp3",
        "/etc/passwd",
        "",
        ".",
        "podcast/link.mp3",
    ],
)
def test_paths_that_lead_out(root: Path, path: str) -> None:
    (root / "content").mkdir()
    (root / "content/a.mp3").write_bytes(frame() * 10)
    (root / "podcast/link.mp3").symlink_to(root / "content/a.mp3")
    assert refusal(read_facts(root, path, AT)).code == "path-outside"


@pytest.mark.parametrize("name", ["a\0.mp3", "a\ud800.mp3", "x" * 5000 + ".mp3", "loop.mp3"])
def test_names_that_the_system_refuses(root: Path, name: str) -> None:
    (root / "podcast/loop.mp3").symlink_to(root / "podcast/loop.mp3")
    assert refusal(read_facts(root, f"podcast/{name}", AT)).code in {"audio-missing", "audio-unreadable"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(root: Path) -> None:
    facts(root, "a.mp3", frame() * 10)
    (root / "podcast/a.mp3").chmod(0)
    assert refusal(read_facts(root, "podcast/a.mp3", AT)).code == "audio-unreadable"


def test_a_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "podcast/a.mp3")
    assert refusal(read_facts(root, "podcast/a.mp3", AT)).code == "audio-missing"


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_no_damage_breaks_the_reader(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory, recordings: Path
) -> None:
    """Real files with bytes changed, cut out or doubled: facts or a problem, never an exception."""
    name = data.draw(st.sampled_from(["xing.mp3", "bare.mp3", "a.m4a", "fast.m4a", "a.opus", "a.ogg"]))
    content = bytearray((recordings / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 12))):
        start = data.draw(st.integers(0, min(len(content), data.draw(st.sampled_from([600, 10**6])))))
        end = start + data.draw(st.integers(0, 8))
        content[start:end] = data.draw(st.binary(max_size=8))
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "podcast").mkdir()
    found = facts(folder, name, bytes(content))
    assert isinstance(found, AudioFacts) or refusal(found)
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", ["xing.mp3", "a.m4a", "fast.m4a"])
def test_a_file_cut_in_half_keeps_its_claim_but_is_found_out(root: Path, recordings: Path, name: str) -> None:
    data = (recordings / name).read_bytes()
    assert seconds(facts(root, name, data)) > 7
    codes = {refusal(facts(root, name, data[: len(data) * part // 10])).code for part in (5, 8)}
    assert codes <= {"audio-truncated", "audio-unreadable", "audio-unsupported", "audio-wrong-format"}
    if name != "a.m4a":  # its track table stands at the end: without it nothing can be read at all
        assert codes == {"audio-truncated"}
