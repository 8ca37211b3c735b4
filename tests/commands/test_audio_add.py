"""`site-builder audio add` makes a recording the audio of an episode, whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from audio.ffmpeg import FFMPEG, ffmpeg, told
from mutagen.id3 import ID3
from studio.sounds import RECORDINGS, lavfi, loudness

from site_builder.media.digests import sha256_of

Command = Callable[..., tuple[int, str, str]]

AUDIO = "podcast/prvni.cs.mp3"
TEXT = "podcast/prvni.cs.md"
LOCK = "podcast/media.lock.json"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a few recordings."""
    folder = tmp_path_factory.mktemp("recorded")
    for name in ("voice.wav", "pauses.wav", "silent.wav", "two-seconds.wav", "good.m4a", "good.opus"):
        ffmpeg(*RECORDINGS[name], str(folder / name))
    ffmpeg(*lavfi("sine=d=2"), str(folder / "kept.mp3"))
    return folder


def lock(project: Path) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = json.loads((project / LOCK).read_text(encoding="utf-8"))["audio"]
    return found


def state(project: Path) -> dict[str, bytes]:
    """Every file of the podcast, hidden ones too."""
    return {path.name: path.read_bytes() for path in (project / "podcast").iterdir()}


def test_a_recording_becomes_the_audio(project: Path, site_builder: Command, recorded: Path) -> None:
    text = (project / TEXT).read_bytes()
    (project / AUDIO).unlink()
    code, output, _ = site_builder("audio", "add", str(recorded / "voice.wav"), "prvni")
    assert code == 0
    assert output.startswith(f"{AUDIO}: 6 s, 0.1 MB\nLoudness: -1")
    assert loudness(project / AUDIO).integrated == pytest.approx(-19, abs=0.5)
    assert (project / TEXT).read_bytes() == text, "it named this audio already"
    entry = lock(project)[AUDIO]
    assert entry["sha256"] == sha256_of(project / AUDIO)
    assert entry["bytes"] == (project / AUDIO).stat().st_size
    assert "url" not in entry
    tag = ID3(project / AUDIO)
    assert [str(tag[name]) for name in ("TIT2", "TALB", "TPE1", "TLAN", "TDRC", "TRCK", "TPOS")] == [
        *("První díl", "Zkušební podcast", "Úřad", "ces", "2026-03-01", "1", "1")
    ]
    assert tag["APIC:"].data == (project / "podcast/cover.jpg").read_bytes()
    titles = [str(tag[f"CHAP:{name}"].sub_frames["TIT2"]) for name in tag["CTOC:toc"].child_element_ids]
    assert titles == ["Začátek", "Konec"]
    assert site_builder("check")[:2] == (0, "")


def test_the_other_language_is_named_with_it(project: Path, site_builder: Command, recorded: Path) -> None:
    before = (project / "podcast/prvni.en.md").read_text(encoding="utf-8")
    code, output, _ = site_builder("audio", "add", str(recorded / "two-seconds.wav"), "prvni.en")
    assert code == 0
    assert output.startswith("podcast/prvni.en.mp3: ")
    after = (project / "podcast/prvni.en.md").read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if line not in before.splitlines()] == ["audio: prvni.en.mp3"]
    assert str(ID3(project / "podcast/prvni.en.mp3")["TALB"]) == "Test podcast"


@pytest.mark.parametrize(
    "word", ["podcast/prvni.en.md", "./podcast/prvni.en.md", "podcast/prvni.en", "prvni.en"]
)
def test_an_episode_has_several_names(
    word: str, project: Path, site_builder: Command, recorded: Path
) -> None:
    code, output, _ = site_builder("audio", "add", "--keep", str(recorded / "kept.mp3"), word)
    assert code == 0
    assert output.startswith("podcast/prvni.en.mp3: ")


@pytest.mark.parametrize(
    ("word", "guess"), [("prvny", "prvni"), ("podcast/prvni.cz.md", TEXT), ("nikdy-nebyl", None)]
)
def test_an_unknown_episode_is_a_guess(
    word: str, guess: str | None, project: Path, site_builder: Command, recorded: Path
) -> None:
    code, _, error = site_builder("audio", "add", str(recorded / "voice.wav"), word)
    assert code == 2
    assert f"There is no episode called {word}." in error
    assert (f"Did you mean “{guess}”?" in error) if guess else ("Did you mean" not in error)


@pytest.mark.parametrize("name", ["kept.mp3", "good.m4a", "good.opus"])
def test_a_good_file_is_kept_bit_for_bit(
    name: str, project: Path, site_builder: Command, recorded: Path
) -> None:
    (project / AUDIO).unlink()
    code, output, _ = site_builder("audio", "add", "--keep", str(recorded / name), "prvni")
    path = f"podcast/prvni.cs{Path(name).suffix}"
    assert code == 0
    assert output.startswith(f"{path}: ")
    assert (project / path).read_bytes() == (recorded / name).read_bytes()
    assert f"\naudio: {Path(path).name}\n" in (project / TEXT).read_text(encoding="utf-8")
    assert lock(project)[path]["sha256"] == sha256_of(recorded / name)


def test_audio_that_lies_there_is_only_noted(project: Path, site_builder: Command) -> None:
    before = state(project)
    assert site_builder("audio", "add", "--keep", AUDIO, "prvni")[0] == 0
    after = state(project)
    assert after.pop("media.lock.json")
    assert after == before


@pytest.mark.parametrize("keep", [(), ("--keep",)])
def test_what_listeners_know_is_not_lost_unasked(
    keep: tuple[str, ...], project: Path, site_builder: Command, recorded: Path
) -> None:
    before = state(project)
    code, output, _ = site_builder("audio", "add", *keep, str(recorded / "kept.mp3"), "prvni")
    assert code == 1
    assert f"{AUDIO}:1:1: Error: The episode has audio already." in output
    assert "--replace" in output
    assert state(project) == before
    assert site_builder("audio", "add", *keep, "--replace", str(recorded / "kept.mp3"), "prvni")[0] == 0
    assert state(project) != before


@pytest.mark.parametrize(
    ("recording", "fields", "word"),
    [
        ("kept.mp3", "", "audio_changed: 2026-06-01 14:00\n"),
        ("good.m4a", "", "audio_changed: 2026-06-01 14:00\n"),
        (AUDIO, "", ""),
        ("kept.mp3", "draft: true\n", ""),
    ],
)
def test_a_published_episode_says_that_its_audio_is_replaced_on_purpose(
    project: Path, site_builder: Command, recorded: Path, recording: str, fields: str, word: str
) -> None:
    text = (project / TEXT).read_text(encoding="utf-8").replace("season: 1\n", f"season: 1\n{fields}")
    (project / TEXT).write_text(text, encoding="utf-8")
    file = recording if recording == AUDIO else str(recorded / recording)
    assert site_builder("audio", "add", "--keep", "--replace", file, "prvni")[0] == 0
    after = (project / TEXT).read_text(encoding="utf-8")
    assert "".join(line for line in after.splitlines(keepends=True) if "audio_changed" in line) == word


def test_audio_that_only_the_lock_knows_counts_too(
    project: Path, site_builder: Command, recorded: Path
) -> None:
    site_builder("audio", "add", "--keep", AUDIO, "prvni")
    (project / AUDIO).unlink()
    assert site_builder("audio", "add", str(recorded / "voice.wav"), "prvni")[0] == 1
    assert not (project / AUDIO).exists()


def test_audio_of_another_name_stays_and_is_told(
    project: Path, site_builder: Command, recorded: Path
) -> None:
    code, output, _ = site_builder("audio", "add", "--keep", "--replace", str(recorded / "good.m4a"), "prvni")
    assert code == 0
    assert (
        f"{AUDIO}:1:1: Warning: This former audio is still there, but the episode plays podcast/prvni.cs.m4a"
        in output
    )
    assert (project / AUDIO).exists()


def test_stored_audio_stays_stored_where_it_is_the_same(project: Path, site_builder: Command) -> None:
    site_builder("audio", "add", "--keep", AUDIO, "prvni")
    content = json.loads((project / LOCK).read_text(encoding="utf-8"))
    content["audio"][AUDIO] |= {"url": "https://media.example/a.mp3", "seconds": 9}
    (project / LOCK).write_text(json.dumps(content), encoding="utf-8")
    assert site_builder("audio", "add", "--keep", AUDIO, "prvni")[0] == 0
    assert lock(project)[AUDIO]["url"] == "https://media.example/a.mp3"
    assert lock(project)[AUDIO]["seconds"] == pytest.approx(3, abs=0.1)


def test_the_shows_setting_is_followed_and_a_large_cover_made_small(
    project: Path, site_builder: Command, recorded: Path
) -> None:
    ffmpeg(
        *lavfi("nullsrc=s=2000x2000,geq=random(1)*255:128:128"),
        *("-frames:v", "1", "-q:v", "2", str(project / "podcast/cover.jpg")),
    )
    assert (project / "podcast/cover.jpg").stat().st_size > 500_000
    site_builder("audio", "add", "--replace", str(recorded / "two-seconds.wav"), "prvni")
    cover = ID3(project / AUDIO)["APIC:"].data
    (project / "small.jpg").write_bytes(cover)
    assert "1400x1400" in told("-i", str(project / "small.jpg"), "-f", "null", "-")


def test_long_silence_is_told_with_its_times(project: Path, site_builder: Command, recorded: Path) -> None:
    code, output, error = site_builder("audio", "add", "--replace", str(recorded / "pauses.wav"), "prvni")
    assert code == 0
    assert "The audio begins with silence, up to 0:03." in output
    assert error.endswith("0 errors, 2 warnings\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "There is no such recording."),
        (b"", "is empty (0 bytes)"),
        (b"<!doctype html><title>404</title>", "The file is HTML, and no sound can be read from it."),
        (b"Text.\n", "The file is text, and no sound can be read from it."),
        (bytes(9000), "No sound can be read from"),
    ],
)
@pytest.mark.parametrize("keep", [(), ("--keep",)])
def test_what_is_no_recording_is_a_sentence(
    keep: tuple[str, ...], content: bytes | None, message: str, project: Path, site_builder: Command
) -> None:
    (project / AUDIO).unlink()
    before = state(project)
    if content is not None:
        (project / "a.wav").write_bytes(content)
    code, output, error = site_builder("audio", "add", *keep, "a.wav", "prvni")
    assert code == 1
    assert message in output or keep
    assert "Traceback" not in output + error
    assert state(project) == before


def test_a_folder_is_no_recording(project: Path, site_builder: Command) -> None:
    assert "This is a folder" in site_builder("audio", "add", "podcast", "prvni", "--replace")[1]


def test_a_header_that_no_line_can_change_is_told(
    project: Path, site_builder: Command, recorded: Path
) -> None:
    text = (project / TEXT).read_text(encoding="utf-8").replace("audio: prvni.cs.mp3", "audio: >-\n  a.mp3")
    (project / TEXT).write_text(text, encoding="utf-8")
    code, output, _ = site_builder("audio", "add", "--keep", "--replace", str(recorded / "kept.mp3"), "prvni")
    assert code == 1
    assert "Write this line into it yourself: audio: prvni.cs.mp3" in output
    assert (project / TEXT).read_text(encoding="utf-8") == text


def test_without_ffmpeg_it_says_how_to_get_it(
    project: Path, site_builder: Command, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    before = state(project)
    code, _, error = site_builder("audio", "add", str(recorded / "voice.wav"), "prvni", "--replace")
    assert code == 2
    assert "make audio" in error
    assert state(project) == before
    keeping = site_builder("audio", "add", "--keep", str(recorded / "kept.mp3"), "prvni", "--replace")
    assert keeping[0] == 0, "what is kept needs none"


def test_it_speaks_czech(project: Path, site_builder: Command, recorded: Path) -> None:
    _, output, _ = site_builder(
        "audio", "add", str(recorded / "silent.wav"), "prvni", "--replace", "--language", "cs"
    )
    assert "není nic slyšet" in output


STAND_IN = """#!/bin/sh
for last; do :; done
case "$last" in
    *.new-*) printf half > "${{last#file:}}"; exec tail -f --pid={tests} "{recording}" >/dev/null ;;
esac
exec "{ffmpeg}" "$@"
"""
"""An ffmpeg that never ends the audio that it has begun, at least not before the tests do."""


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What a shell runs in the background ignores SIGINT, and so would what the tests start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_leaves_everything_as_it_was(
    number: signal.Signals, status: int, project: Path, tmp_path: Path
) -> None:
    recording = str(tmp_path / "recording.wav")
    ffmpeg(*lavfi("anoisesrc=d=3:a=0.1"), recording)
    stand_in = STAND_IN.format(tests=os.getpid(), recording=recording, ffmpeg=FFMPEG)
    (tmp_path / "ffmpeg").write_text(stand_in, encoding="utf-8")
    (tmp_path / "ffmpeg").chmod(0o755)
    before = state(project)
    command = [
        sys.executable,
        "-m",
        "site_builder",
        "audio",
        "add",
        recording,
        "prvni",
        "--replace",
    ]
    process = subprocess.Popen(
        command,
        cwd=project,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C"},
    )
    assert process.stderr is not None
    while not (project / "podcast" / ".new-prvni.cs.mp3").exists():
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(number)
    process.stderr.read()
    assert process.wait() == status
    assert state(project) == before
    assert not [path for path in Path("/proc").glob("[0-9]*/cmdline") if recording in command_line(path)]


def command_line(path: Path) -> str:
    """What a process was called with; empty where it has ended by now."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def test_a_full_disk_leaves_everything_as_it_was(
    project: Path, site_builder: Command, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "podcast")

    monkeypatch.setattr(shutil, "copyfile", full)
    before = state(project)
    code, _, error = site_builder("audio", "add", "--keep", "--replace", str(recorded / "kept.mp3"), "prvni")
    assert (code, error) == (2, "site-builder: No space left on device: podcast\n")
    assert state(project) == before
