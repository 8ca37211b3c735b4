"""What stands before, between and behind the frames of an MP3, and headers that lie."""

from __future__ import annotations

import struct
import time
from pathlib import Path

import pytest

from site_builder.audio.facts import read_facts

from .ffmpeg import SPEECH, ffmpeg
from .judging import AT, facts, refusal, seconds
from .mp3 import ape, footed_id3, frame, free_frame, id3, id3v1, lyrics3, summary, vbri

FRAME = 1152 / 44100


@pytest.mark.parametrize(
    "data",
    [
        footed_id3(500) + frame() * 200,
        id3(100) * 5 + frame() * 200,
        frame() * 200 + id3v1(),
        frame() * 200 + lyrics3(3000) + id3v1(),
        frame() * 200 + ape(9000) + id3v1(),
        frame() * 200 + ape(9000, has_header=False),
        frame() * 200 + footed_id3(700, is_last=True),
        frame() * 100 + id3(60_000) + frame() * 100,
        frame() * 100 + id3v1() + frame() * 100,
        frame() * 100 + ape(5000) + frame() * 100,
        frame() * 100 + ape(0, has_header=False) + frame() * 100,
        frame() * 50 + bytes(30_000) + frame() * 150,
        (frame() * 40 + b"\xff\xfb\x50" * 3) * 5,
        frame() * 200 + bytes(30_000),
        b"\xff\xfb\x50\xc0" + bytes(40) + frame() * 200,
    ],
    ids=[
        "footer",
        "five tags",
        "id3v1",
        "lyrics3",
        "ape",
        "ape without header",
        "closing id3",
        "id3 between two files",
        "id3v1 between",
        "ape between",
        "ape without header between",
        "hole",
        "false starts",
        "padding behind",
        "false start before",
    ],
)
def test_only_frames_count(root: Path, data: bytes) -> None:
    assert seconds(facts(root, "a.mp3", data)) == pytest.approx(200 * FRAME)


def test_more_damage_than_sound_is_no_mp3(root: Path) -> None:
    for data in (frame() * 50 + bytes(90_000) + frame() * 150, bytes(5_000_000) + frame() * 50_000):
        assert refusal(facts(root, "a.mp3", data)).code == "audio-unreadable"


@pytest.mark.parametrize("padding", [0, 1])
def test_frames_of_a_bitrate_of_their_own(root: Path, padding: int) -> None:
    data = b"".join(free_frame(700, padding=padding if number % 3 else 0) for number in range(200))
    assert seconds(facts(root, "a.mp3", data)) == pytest.approx(200 * FRAME)
    assert seconds(facts(root, "a.mp3", id3(40) + data + id3v1())) == pytest.approx(200 * FRAME)
    damaged = data[:70_000] + b"damage" + data[70_000:]
    assert seconds(facts(root, "a.mp3", damaged)) == pytest.approx(200 * FRAME)


@pytest.mark.parametrize("name", [b"Xing", b"Info"])
def test_the_frame_of_the_header_is_no_sound(root: Path, name: bytes) -> None:
    for count in (None, 500, 499):
        assert seconds(facts(root, "a.mp3", summary(name, count) + frame() * 500)) == pytest.approx(
            500 * FRAME
        )
    assert seconds(facts(root, "a.mp3", vbri(500, len(frame()) * 501) + frame() * 500)) == pytest.approx(
        500 * FRAME
    )


@pytest.mark.parametrize(
    "header", [summary(b"Xing", 500), summary(b"Info", 500), vbri(500, len(frame()) * 501)]
)
def test_a_header_that_counts_more_than_there_is(root: Path, header: bytes) -> None:
    for left in (0, 10, 250, 480):
        assert refusal(facts(root, "a.mp3", header + frame() * left)).code == "audio-truncated"


@pytest.fixture(scope="module")
def proven(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Twenty seconds with a header that has a checksum."""
    file = tmp_path_factory.mktemp("proven") / "a.mp3"
    ffmpeg(
        "-f", "lavfi", "-i", f"{SPEECH}:d=20", "-ar", "44100", "-b:a", "96k", "-id3v2_version", "0", str(file)
    )
    return file.read_bytes()


def test_a_header_with_another_count_has_another_checksum(root: Path, proven: bytes) -> None:
    expected = seconds(facts(root, "a.mp3", proven))
    place = proven.find(b"Info") + 8
    count = struct.unpack_from(">I", proven, place)[0]
    for lie in (count - 1, count // 2, 1, 0, 2**32 - 1, count + 1, count * 2):
        data = proven[:place] + struct.pack(">I", lie) + proven[place + 4 :]
        assert seconds(facts(root, "a.mp3", data)) == pytest.approx(expected, abs=1e-6)


def test_a_copy_that_was_filled_up_with_zeros_is_cut(root: Path, proven: bytes) -> None:
    half = len(proven) // 2
    data = proven[:half].ljust(len(proven), b"\0")
    assert refusal(facts(root, "a.mp3", data)).code == "audio-truncated"


def test_tags_that_were_added_later_do_not_matter(root: Path, proven: bytes) -> None:
    expected = seconds(facts(root, "a.mp3", proven))
    for data in (id3(5000) + proven, proven + id3v1(), id3(10) + proven + ape(400) + id3v1()):
        assert seconds(facts(root, "a.mp3", data)) == pytest.approx(expected, abs=1e-6)


def test_an_unsynchronised_tag(root: Path, proven: bytes) -> None:
    title = b"TIT2\0\0\0\x05\0\0\x03" + "Díl".encode()
    body = (title + b"\xff\xe0" * 30).replace(b"\xff", b"\xff\0")
    tag = b"ID3\x03\0\x80" + bytes((0, 0, len(body) >> 7, len(body) & 0x7F)) + body
    assert seconds(facts(root, "a.mp3", tag + proven)) == seconds(facts(root, "a.mp3", proven))


@pytest.mark.parametrize("kbit", [32, 96])
def test_ten_hours_of_silence(root: Path, kbit: int) -> None:
    second = b"".join(frame(kbit, padding=number % 2) for number in range(38))
    with (root / "podcast/a.mp3").open("wb") as stream:
        stream.writelines(second for _ in range(36_000))
    started = time.process_time()
    assert seconds(read_facts(root, "podcast/a.mp3", AT)) == pytest.approx(38 * 36_000 * FRAME)
    assert time.process_time() - started < 1
