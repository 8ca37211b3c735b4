"""Storing one audio, as far as the command itself can't be made to show it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from audio.mp3 import frame

from media.servers import Storage
from site_builder.audio.facts import AudioFacts
from site_builder.media.objects import name_in, object_name, object_url
from site_builder.media.push import is_stored, read_audio, store
from site_builder.media.rclone import Rclone, StorageError
from site_builder.problems import Position

MakeSite = Callable[[Mapping[str, str]], Path]

AUDIO = "podcast/prvni.cs.mp3"
AT = Position("podcast/prvni.cs.md", 11, 1)
FACTS = AudioFacts(
    AUDIO, 5, 1.0, "audio/mpeg", (), "a" * 64, "https://media.example/aaaaaaaaaaaa/prvni.cs.mp3"
)


def rclone_at(remote: str, root: Path) -> Rclone:
    program = shutil.which("rclone")
    assert program
    return Rclone(program, remote, root)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (None, False),
        (FACTS, True),
        (replace(FACTS, url=""), False),
        (replace(FACTS, sha256="b" * 64), False),
        (replace(FACTS, size=6), True),
    ],
)
def test_what_the_lock_has_a_url_and_the_hash_of_is_stored(known: AudioFacts | None, expected: bool) -> None:
    assert is_stored(known, "a" * 64) == expected


@pytest.mark.parametrize("base", ["https://media.example/a", "https://media.example/a/"])
@pytest.mark.parametrize("file", ["podcast/prvni.cs.mp3", "podcast/druhy/První díl #1.mp3"])
def test_a_url_leads_back_to_the_name(base: str, file: str) -> None:
    name = object_name("0123456789abcdef" * 4, file)
    assert name == f"0123456789ab/{file.rpartition('/')[2]}"
    url = object_url(base, name)
    assert url.startswith("https://media.example/a/0123456789ab/")
    assert url.isascii()
    assert name_in(url) == name


def test_a_file_that_changes_before_its_upload_is_not_taken_for_stored(
    make_site: MakeSite, storage: Storage
) -> None:
    site = make_site({})
    (site / AUDIO).write_bytes(frame() * 100)
    read = read_audio(site, AUDIO, AT, storage.url)
    assert isinstance(read, tuple)
    (site / AUDIO).write_bytes(frame() * 99 + frame()[:-1] + b"\1")
    problem = store(rclone_at(storage.remote, site), *read, AT, lambda _: None)
    assert problem
    assert (problem.code, problem.at) == ("storage-damaged", AT)


def test_progress_is_told_to_the_end(make_site: MakeSite, storage: Storage) -> None:
    site = make_site({})
    (site / AUDIO).write_bytes(frame() * 5000)
    read = read_audio(site, AUDIO, AT, storage.url)
    assert isinstance(read, tuple)
    told: list[int] = []
    assert store(rclone_at(storage.remote, site), *read, AT, told.append) is None
    assert sum(told) == (site / AUDIO).stat().st_size


def test_a_remote_that_says_everything_itself_needs_no_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is one read: it may ask for a password, or be broken."""
    (tmp_path / "rclone.conf").write_text("RCLONE_ENCRYPT_V0:\nAAAA", encoding="utf-8")
    monkeypatch.setenv("RCLONE_CONFIG", str(tmp_path / "rclone.conf"))
    assert rclone_at(str(tmp_path), tmp_path).stat("rclone.conf")
    assert rclone_at(f":local:{tmp_path}", tmp_path).stat("rclone.conf")
    with pytest.raises(StorageError):
        rclone_at("named:", tmp_path).files()


@pytest.mark.parametrize("folder", ["", "a", "a/"])
def test_a_named_remote_is_configured_as_rclone_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.setenv("RCLONE_CONFIG_MEDIA_TYPE", "alias")
    monkeypatch.setenv("RCLONE_CONFIG_MEDIA_REMOTE", str(tmp_path))
    (tmp_path / folder / "b").mkdir(parents=True)
    (tmp_path / folder / "b/c.mp3").write_bytes(b"12345")
    (stored,) = rclone_at(f"media:{folder}", tmp_path).files()
    assert (stored.name, stored.size) == ("b/c.mp3", 5)
    found = rclone_at(f"media:{folder}", tmp_path).stat("b/c.mp3")
    assert found
    assert found.hashes["md5"] == "827ccb0eea8a706c4c34a16891f84e7b"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert rclone_at(str(tmp_path), tmp_path).stat("a") is None
    assert rclone_at(str(tmp_path / "none"), tmp_path).files() == ()
