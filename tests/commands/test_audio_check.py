"""`site-builder audio check` tells how each episode's audio sounds and where it isn't what it says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from audio.ffmpeg import ffmpeg
from studio.sounds import RECORDINGS, lavfi

from site_builder.audio.facts import AudioChapter
from site_builder.audio.tagging import NewTags, write_tags

Command = Callable[..., tuple[int, str, str]]

AUDIO = "podcast/prvni.cs.mp3"
LOCK = "podcast/media.lock.json"
LAME = ("-c:a", "libmp3lame", "-ar", "44100", "-b:a", "96k")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recorded")
    for name in ("voice.wav", "clipped.wav", "pauses.wav", "soft.wav", "stereo.flac", "good.m4a"):
        ffmpeg(*RECORDINGS[name], str(folder / name))
    return folder


@pytest.fixture(scope="module")
def good(recorded: Path) -> bytes:
    """Audio with which nothing is wrong, tags and all; for the first episode of the base site."""
    file = recorded / "good.mp3"
    ffmpeg("-i", str(recorded / "voice.wav"), "-af", "volume=8dB", *LAME, str(file))
    cover = recorded / "cover.jpg"
    ffmpeg(*lavfi("testsrc=size=64x64"), "-frames:v", "1", str(cover))
    chapters = (AudioChapter(0, "Začátek"), AudioChapter(1, "Konec"))
    tags = NewTags(
        "První díl", "Úřad", "Zkušební podcast", "", "cs", cover=cover.read_bytes(), chapters=chapters
    )
    write_tags(file, tags, 6.0)
    return file.read_bytes()


def codes(output: str) -> list[str]:
    return sorted(line.rpartition("[")[2].rstrip("]") for line in output.splitlines() if line.endswith("]"))


def sound(project: Path, recorded: Path, name: str, *options: str) -> None:
    """Give the episode a recording as its audio, without tags."""
    ffmpeg("-i", str(recorded / name), *(options or LAME), "-id3v2_version", "0", str(project / AUDIO))


UNTAGGED = ["audio-chapters-differ", "audio-tags", "audio-tags", "audio-tags"]


def test_good_audio_has_figures_and_no_problems(project: Path, site_builder: Command, good: bytes) -> None:
    (project / AUDIO).write_bytes(good)
    code, output, error = site_builder("audio", "check")
    assert code == 0
    head, row = output.splitlines()
    assert head.split() == ["LUFS", "dBTP", "kHz", "kb/s"]
    path, loudness, peak, *rest = row.split()
    assert path == AUDIO
    assert float(loudness) == pytest.approx(-19, abs=0.5)
    assert float(peak) < -1
    assert rest == ["44.1", "96", "mono", "0:06"]
    assert error.endswith("No problems.\n")


@pytest.mark.parametrize(
    ("name", "options", "found"),
    [
        ("voice.wav", LAME, ["audio-loudness"]),
        ("soft.wav", LAME, ["audio-loudness"]),
        ("clipped.wav", LAME, ["audio-clipping", "audio-loudness"]),
        ("pauses.wav", ("-af", "volume=8dB", *LAME), ["audio-silence", "audio-silence"]),
        ("voice.wav", ("-af", "volume=8dB", *LAME, "-b:a", "48k"), ["audio-bitrate"]),
        ("voice.wav", ("-af", "volume=9dB", *LAME, "-ar", "22050"), ["audio-bitrate"]),
        ("stereo.flac", ("-af", "volume=11dB", *LAME), ["audio-bitrate"]),
        ("stereo.flac", ("-af", "volume=11dB", *LAME, "-b:a", "128k"), []),
    ],
)
def test_what_sounds_bad_is_told(
    name: str,
    options: tuple[str, ...],
    found: list[str],
    project: Path,
    site_builder: Command,
    recorded: Path,
) -> None:
    sound(project, recorded, name, *options)
    code, output, _ = site_builder("audio", "check", "prvni")
    assert code == 0, "warnings"
    assert codes(output) == sorted([*found, *UNTAGGED])


def test_peaks_that_players_may_cut_are_told(project: Path, site_builder: Command) -> None:
    swelling = "aevalsrc='0.15*sin(2513*t)*(1+5.6*exp(-pow((mod(t,2)-1)/0.02,2)))':d=6"
    ffmpeg(*lavfi(swelling), *LAME, str(project / AUDIO))
    assert codes(site_builder("audio", "check")[1]) == sorted(["audio-peak", *UNTAGGED])


def test_silence_in_the_middle_and_nothing_but_silence(project: Path, site_builder: Command) -> None:
    middle = "aevalsrc='if(between(t,2,8.5),0,0.3*sin(1000*t)*sin(7*t))':d=11"
    ffmpeg(*lavfi(middle), *LAME, str(project / AUDIO))
    assert "In the audio there is silence from 0:02 to 0:0" in site_builder("audio", "check")[1]
    ffmpeg(*lavfi("anullsrc=d=4:cl=mono"), *LAME, str(project / AUDIO))
    assert "The audio is silent." in site_builder("audio", "check")[1]


def test_tags_and_chapters_are_those_of_the_episode(
    project: Path, site_builder: Command, good: bytes
) -> None:
    (project / AUDIO).write_bytes(good)
    write_tags(project / AUDIO, NewTags("Jiný", "", "Cizí", "", "cs", chapters=(AudioChapter(0, "a"),)), 6)
    _, output, _ = site_builder("audio", "check")
    assert codes(output) == UNTAGGED
    assert "“Jiný”" in output
    assert "“Cizí”" in output
    assert "The audio holds other chapters than the episode." in output


def test_durations_that_disagree(project: Path, site_builder: Command, good: bytes) -> None:
    """The header of an MP3 counts fewer frames than there are."""
    at = good.index(b"Info")
    flags, frames = int.from_bytes(good[at + 4 : at + 8]), int.from_bytes(good[at + 8 : at + 12])
    lying = (flags & ~2).to_bytes(4) + (frames // 3).to_bytes(4)
    (project / AUDIO).write_bytes(good[: at + 4] + lying + good[at + 12 :])
    _, output, _ = site_builder("audio", "check")
    assert "audio-duration-differs" in codes(output)
    assert "0:02 by its header" in output


def test_the_lock_is_held_against_the_file(project: Path, site_builder: Command, good: bytes) -> None:
    (project / AUDIO).write_bytes(good)
    site_builder("audio", "add", "--keep", AUDIO, "prvni")
    assert codes(site_builder("audio", "check")[1]) == []
    content = json.loads((project / LOCK).read_text(encoding="utf-8"))
    content["audio"][AUDIO]["seconds"] += 5
    (project / LOCK).write_text(json.dumps(content), encoding="utf-8")
    assert codes(site_builder("audio", "check")[1]) == ["audio-duration-differs"]
    (project / AUDIO).write_bytes(good[:-1] + b"\1")
    code, output, _ = site_builder("audio", "check")
    assert code == 1
    assert codes(output) == ["audio-lock-differs"]
    command = re.search("site-builder (audio add --keep .+?) –", output)
    assert command
    site_builder(*command[1].split())
    assert codes(site_builder("audio", "check")[1]) == []


def test_audio_that_is_stored_elsewhere_is_skipped(project: Path, site_builder: Command) -> None:
    site_builder("audio", "add", "--keep", AUDIO, "prvni")
    content = json.loads((project / LOCK).read_text(encoding="utf-8"))
    content["audio"][AUDIO]["url"] = "https://media.example/a.mp3"
    (project / LOCK).write_text(json.dumps(content), encoding="utf-8")
    (project / AUDIO).unlink()
    code, output, _ = site_builder("audio", "check")
    assert code == 0
    assert f"{AUDIO}  stored elsewhere: not examined" in output


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "audio-empty"), (b"<html>", "audio-is-html"), (None, "audio-missing")]
)
def test_broken_audio_is_an_error(
    content: bytes | None, code: str, project: Path, site_builder: Command
) -> None:
    (project / AUDIO).unlink()
    if content is not None:
        (project / AUDIO).write_bytes(content)
    status, output, _ = site_builder("audio", "check")
    assert (status, codes(output)) == (1, [code])


def test_audio_that_nothing_can_play_is_an_error(
    project: Path, site_builder: Command, recorded: Path
) -> None:
    """A whole M4A by its table, with rubbish in the place of the sound."""
    data = bytearray((recorded / "good.m4a").read_bytes())
    start = data.index(b"mdat") + 4
    size = int.from_bytes(data[start - 8 : start - 4]) - 8
    data[start : start + size] = b"\xff" * size
    (project / "podcast/prvni.cs.m4a").write_bytes(data)
    text = (project / "podcast/prvni.cs.md").read_text(encoding="utf-8")
    (project / "podcast/prvni.cs.md").write_text(text.replace("cs.mp3", "cs.m4a"), encoding="utf-8")
    status, output, _ = site_builder("audio", "check")
    assert (status, codes(output)) == (1, ["audio-undecodable"])


def test_github_gets_the_problems_alone(project: Path, site_builder: Command, recorded: Path) -> None:
    sound(project, recorded, "voice.wav")
    _, output, _ = site_builder("audio", "check", "--format", "github")
    assert len(output.splitlines()) == 5
    assert all(
        line.startswith("::warning file=podcast/prvni.cs.md,line=11,col=1::") for line in output.splitlines()
    )


def test_it_speaks_czech(project: Path, site_builder: Command, recorded: Path) -> None:
    sound(project, recorded, "voice.wav")
    output = site_builder("audio", "check", "--language", "cs")[1]
    assert "Nahrávka je o 8" in output
    assert "44,1" in output


def test_only_what_is_asked_for_is_examined(project: Path, site_builder: Command, good: bytes) -> None:
    (project / AUDIO).write_bytes(good)
    assert site_builder("audio", "check", "prvni.en")[:2] == (0, "")
    code, _, error = site_builder("audio", "check", "prvny")
    assert code == 2
    assert "Did you mean “prvni”?" in error
