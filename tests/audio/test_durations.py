"""Durations beside what ffmpeg finds in real encodings, and what is left of each when its end is cut off."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

import pytest

from site_builder.audio.facts import read_facts
from site_builder.audio.frames import walk
from site_builder.problems import Problem

from .ffmpeg import SPEECH, decoded_seconds, ffmpeg, packets
from .judging import AT, facts, refusal, seconds
from .mp3 import id3v1
from .mp4 import box, full, movie

SECONDS = 4.7
RATES = (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000)
CHANNELS = {"mono": ("-ac", "1"), "stereo": ("-ac", "2", "-joint_stereo", "0"), "joint": ("-ac", "2")}
BITRATES = {"constant": ("-b:a", "64k"), "variable": ("-q:a", "4"), "average": ("-b:a", "56k", "-abr", "1")}
HEADERS = {"header": ("-write_xing", "1"), "bare": ("-write_xing", "0", "-id3v2_version", "0")}
MP3S = {
    f"{rate}-{channels}-{bitrate}-{header}.mp3": (
        *("-c:a", "libmp3lame", "-ar", str(rate)),
        *(*CHANNELS[channels], *BITRATES[bitrate], *HEADERS[header]),
    )
    for rate, channels, bitrate, header in product(RATES, CHANNELS, BITRATES, HEADERS)
}
FRAGMENTS = ("-frag_duration", "500000", "-movflags")
OTHERS = {
    "plain.m4a": ("-c:a", "aac"),
    "fast.m4a": ("-c:a", "aac", "-movflags", "+faststart"),
    "low.m4a": ("-c:a", "aac", "-ar", "8000"),
    "fragments.m4a": ("-c:a", "aac", "-f", "ipod", *FRAGMENTS, "frag_keyframe"),
    "empty-moov.m4a": ("-c:a", "aac", "-f", "ipod", *FRAGMENTS, "empty_moov+default_base_moof"),
    "dash.m4a": ("-c:a", "aac", "-f", "ipod", *FRAGMENTS, "dash+frag_keyframe"),
    "speech.opus": ("-c:a", "libopus", "-b:a", "12k", "-frame_duration", "60", "-ac", "1"),
    "music.opus": ("-c:a", "libopus", "-frame_duration", "2.5"),
    "pages.opus": ("-c:a", "libopus", "-page_duration", "1"),
    "music.ogg": ("-c:a", "libvorbis"),
    "speech.ogg": ("-c:a", "libvorbis", "-ar", "22050", "-ac", "1"),
    "pages.ogg": ("-c:a", "libvorbis", "-page_duration", "5000000"),
}


@pytest.fixture(scope="module")
def encodings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with every encoding, all made by one run of ffmpeg."""
    project = tmp_path_factory.mktemp("encodings")
    (project / "podcast").mkdir()
    outputs = [
        part
        for name, options in (MP3S | OTHERS).items()
        for part in (*options, str(project / "podcast" / name))
    ]
    ffmpeg("-f", "lavfi", "-i", f"{SPEECH}:d={SECONDS}", *outputs)
    return project


@pytest.fixture(scope="module")
def frames(encodings: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How many frames ffmpeg finds in each MP3."""
    files = [encodings / "podcast" / name for name in MP3S]
    return dict(zip(MP3S, packets(files, tmp_path_factory.mktemp("frames")), strict=True))


@pytest.mark.parametrize("name", MP3S)
def test_mp3_is_exact_to_the_frame(encodings: Path, frames: dict[str, int], name: str) -> None:
    rate = int(name.partition("-")[0])
    expected = frames[name] * (1152 if rate >= 32000 else 576) / rate
    assert seconds(read_facts(encodings, f"podcast/{name}", AT)) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("name", OTHERS)
def test_others_are_as_long_as_they_sound(encodings: Path, name: str) -> None:
    found = seconds(read_facts(encodings, f"podcast/{name}", AT))
    assert found == pytest.approx(decoded_seconds(encodings / "podcast" / name), abs=0.05)
    assert found == pytest.approx(SECONDS, abs=0.05)


def test_a_tag_behind_the_boxes_is_no_box(root: Path) -> None:
    assert seconds(facts(root, "a.m4a", movie() + id3v1())) == pytest.approx(10)


def test_padding_that_only_itunes_tag_tells(root: Path) -> None:
    """Older programs of Apple write no edit list; priming and remainder are up to 70 ms at 44.1 kHz."""
    counts = b" 00000000 00000040 00000024 %016X " % 9_900 + b"00000000 " * 8
    names = full(b"mean", data=b"com.apple.iTunes") + full(b"name", data=b"iTunSMPB")
    tag = box(b"----", names, full(b"data", 1, data=counts))
    data = movie(user_data=full(b"meta", data=box(b"ilst", tag)))
    assert seconds(facts(root, "a.m4a", data)) == pytest.approx(9.9)
    assert seconds(facts(root, "a.m4a", data.replace(b"iTunSMPB", b"iTunNORM"))) == pytest.approx(10)


@pytest.mark.parametrize("name", [*OTHERS, *(name for name in MP3S if name.endswith("-header.mp3"))][::3])
def test_no_cut_goes_unnoticed(encodings: Path, root: Path, name: str) -> None:
    data = (encodings / "podcast" / name).read_bytes()
    places = random.Random(name)
    for place in (len(data) // 2, *(places.randrange(len(data) * 9 // 10) for _ in range(8))):
        found = facts(root, name, data[:place])
        if (
            "fragments" in name or "moov" in name or "dash" in name
        ):  # a cut between two fragments leaves no trace
            assert isinstance(found, Problem) or found.seconds < SECONDS
        else:
            assert refusal(found).code in {
                "audio-truncated",
                "audio-unreadable",
                "audio-unsupported",
                "audio-empty",
            }
    if not name.endswith(("plain.m4a", "low.m4a")):
        assert refusal(facts(root, name, data[: len(data) // 2])).code == "audio-truncated"


@pytest.mark.parametrize("name", [name for name in OTHERS if name.endswith(("opus", "ogg"))])
def test_ogg_cut_between_two_pages(encodings: Path, root: Path, name: str) -> None:
    data = (encodings / "podcast" / name).read_bytes()
    place = data.rfind(b"OggS")
    found = refusal(facts(root, name, data[:place]))
    assert found.code == "audio-truncated"
    assert found.values["name"] == name


@pytest.mark.parametrize("length", [0.01, 0.5, 1, 2, 3.001, 7.77])
@pytest.mark.parametrize("codec", ["libopus", "libvorbis"])
def test_what_ffmpeg_writes_whole_is_never_called_cut(root: Path, codec: str, length: float) -> None:
    for pages in ("1", "20000", "1000000"):
        options = ("-t", str(length), "-c:a", codec, "-page_duration", pages, "-f", "ogg", "-")
        data = ffmpeg("-f", "lavfi", "-i", SPEECH, *options)
        assert seconds(facts(root, "a.ogg", data)) == pytest.approx(length, abs=0.02)


def test_streams_one_after_another(encodings: Path, root: Path) -> None:
    parts = [(encodings / "podcast" / name).read_bytes() for name in ("speech.opus", "music.opus")]
    assert seconds(facts(root, "a.opus", b"".join(parts))) == pytest.approx(2 * SECONDS, abs=0.05)


def test_a_piece_of_a_live_stream(encodings: Path, root: Path) -> None:
    """A recorder that joins later: the header pages, then sound from the midst."""
    data = (encodings / "podcast/pages.opus").read_bytes()
    pages = [b"OggS" + page for page in data.split(b"OggS")[1:]]
    piece = b"".join(pages[:2] + pages[100:])
    assert seconds(facts(root, "a.opus", piece)) == pytest.approx(SECONDS - 98 * 0.02, abs=0.05)


@pytest.mark.parametrize(("bitrate", "header"), list(product(BITRATES, HEADERS)))
def test_long_mp3s_with_a_proven_header_are_not_walked(
    encodings: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bitrate: str, header: str
) -> None:
    short = encodings / "podcast" / f"44100-stereo-{bitrate}-{header}.mp3"
    file = root / "podcast/long.mp3"
    ffmpeg("-stream_loop", "30", "-i", str(short), "-c", "copy", *HEADERS[header], str(file))
    walks: list[object] = []
    monkeypatch.setattr("site_builder.audio.mp3.walk", lambda *place: walks.append(place) or walk(*place))
    expected = packets([file], tmp_path)[0] * 1152 / 44100
    assert seconds(read_facts(root, "podcast/long.mp3", AT)) == pytest.approx(expected, abs=1e-6)
    assert bool(walks) == (header == "bare")
