"""`site-builder audio push`, `pull` and `orphans`, with storages of each kind behind real servers."""

from __future__ import annotations

import hashlib
import json
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from audio.mp3 import frame
from media.servers import Storage

Command = Callable[..., tuple[int, str, str]]

AUDIO = "podcast/prvni.cs.mp3"
LOCK = "podcast/media.lock.json"


only_a_directory = pytest.mark.parametrize("storage", ["directory"], indirect=True)


@pytest.fixture
def stored(project: Path, storage: Storage) -> Path:
    """The base site with a storage in its settings."""
    with (project / "content/site.yml").open("a", encoding="utf-8") as settings:
        settings.write(storage.setting)
    return project


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def locked(project: Path, path: str = AUDIO) -> dict[str, object]:
    entry: dict[str, object] = json.loads((project / LOCK).read_text(encoding="utf-8"))["audio"][path]
    return entry


def published(project: Path, path: str = AUDIO) -> bytes:
    with urllib.request.urlopen(str(locked(project, path)["url"])) as answer:
        content: bytes = answer.read()
        return content


def objects(storage: Storage) -> dict[str, bytes]:
    """The files of the storage, by their names in it."""
    files = (path for path in storage.folder.rglob("*") if path.is_file())
    return {str(path.relative_to(storage.folder)): path.read_bytes() for path in files}


def test_push_stores_audio_under_its_content(stored: Path, storage: Storage, site_builder: Command) -> None:
    content = (stored / AUDIO).read_bytes()
    name = f"{sha256(content)[:12]}/prvni.cs.mp3"
    code, output, _ = site_builder("audio", "push")
    assert (code, output) == (0, f"{storage.url}/{name}\n")
    assert objects(storage) == {name: content}
    assert locked(stored)["sha256"] == sha256(content)
    assert locked(stored)["bytes"] == len(content)
    assert published(stored) == content


@only_a_directory
def test_the_site_needs_no_file_that_is_stored(stored: Path, site_builder: Command, tmp_path: Path) -> None:
    site_builder("audio", "push")
    url = locked(stored)["url"]
    (stored / AUDIO).unlink()
    assert site_builder("check") == (0, "", "No problems.\n")
    code, output, _ = site_builder("build", "--site-dir", str(tmp_path / "built"))
    assert (code, output) == (0, "")
    feed = (tmp_path / "built/podcast/feed.xml").read_text(encoding="utf-8")
    assert f'<enclosure url="{url}" length="{locked(stored)["bytes"]}" type="audio/mpeg"/>' in feed
    assert f'src="{url}"' in (tmp_path / "built/podcast/prvni-dil/index.html").read_text(encoding="utf-8")
    assert not list((tmp_path / "built").rglob("*.mp3"))


@only_a_directory
def test_a_second_push_changes_nothing(stored: Path, storage: Storage, site_builder: Command) -> None:
    site_builder("audio", "push")
    before = (stored / LOCK).read_bytes()
    assert site_builder("audio", "push") == (0, "", "No problems.\n")
    assert (stored / LOCK).read_bytes() == before


def test_push_takes_up_what_lies_in_the_storage_already(
    stored: Path, storage: Storage, site_builder: Command
) -> None:
    """As after an interruption between the upload and the lock."""
    site_builder("audio", "push")
    before = (stored / LOCK).read_bytes()
    times = [path.stat().st_mtime_ns for path in storage.folder.rglob("*.mp3")]
    (stored / LOCK).unlink()
    assert site_builder("audio", "push")[0] == 0
    assert (stored / LOCK).read_bytes() == before
    assert [path.stat().st_mtime_ns for path in storage.folder.rglob("*.mp3")] == times


@only_a_directory
def test_a_changed_audio_gets_a_new_address_and_the_old_one_stays(
    stored: Path, storage: Storage, site_builder: Command
) -> None:
    site_builder("audio", "push")
    old, before = locked(stored)["url"], objects(storage)
    (stored / AUDIO).write_bytes(frame() * 60)
    code, output, _ = site_builder("check")
    assert code == 1
    assert f"podcast/prvni.cs.md:11:1: Error: The audio {AUDIO} isn't the one" in output
    assert site_builder("audio", "push")[0] == 0
    assert locked(stored)["url"] != old
    assert objects(storage).items() > before.items()
    assert published(stored) == frame() * 60
    assert site_builder("check")[0] == 0


@pytest.mark.parametrize("other", [b"something shorter", None], ids=["other size", "same size"])
def test_other_bytes_under_the_name_are_never_overwritten(
    stored: Path, storage: Storage, site_builder: Command, other: bytes | None
) -> None:
    content = (stored / AUDIO).read_bytes()
    other = other or bytes(len(content))
    place = storage.folder / sha256(content)[:12] / "prvni.cs.mp3"
    place.parent.mkdir()
    place.write_bytes(other)
    code, output, _ = site_builder("audio", "push")
    assert code == 1
    assert "podcast/prvni.cs.md:11:1: Error: In the storage, " in output
    assert "[storage-other-bytes]" in output
    assert place.read_bytes() == other
    assert not (stored / LOCK).exists()


@only_a_directory
def test_broken_audio_is_not_stored(stored: Path, storage: Storage, site_builder: Command) -> None:
    (stored / AUDIO).write_bytes(b"<!doctype html>")
    code, output, _ = site_builder("audio", "push")
    assert code == 1
    assert "[audio-is-html]" in output
    assert objects(storage) == {}


def test_pull_brings_back_what_is_missing(stored: Path, site_builder: Command) -> None:
    content = (stored / AUDIO).read_bytes()
    site_builder("audio", "push")
    (stored / AUDIO).unlink()
    assert site_builder("audio", "pull")[:2] == (0, f"{AUDIO}\n")
    assert (stored / AUDIO).read_bytes() == content
    assert site_builder("audio", "pull")[:2] == (0, "")


@only_a_directory
def test_pull_takes_nothing_that_was_damaged(stored: Path, storage: Storage, site_builder: Command) -> None:
    site_builder("audio", "push")
    size = (stored / AUDIO).stat().st_size
    (stored / AUDIO).unlink()
    next(storage.folder.rglob("*.mp3")).write_bytes(bytes(size))
    code, output, _ = site_builder("audio", "pull")
    assert code == 1
    assert "[storage-other-bytes]" in output
    assert not [path for path in (stored / "podcast").iterdir() if "mp3" in path.name]


@only_a_directory
def test_pull_says_what_the_storage_lacks(stored: Path, storage: Storage, site_builder: Command) -> None:
    site_builder("audio", "push")
    (stored / AUDIO).unlink()
    next(storage.folder.rglob("*.mp3")).unlink()
    code, output, _ = site_builder("audio", "pull")
    assert code == 1
    assert "podcast/prvni.cs.md:11:1: Error: The storage has no " in output
    assert "[storage-lacks]" in output


def test_orphans_are_listed_and_stay(stored: Path, storage: Storage, site_builder: Command) -> None:
    assert site_builder("audio", "orphans")[:2] == (0, "")
    site_builder("audio", "push")
    first = next(iter(objects(storage)))
    assert site_builder("audio", "orphans")[:2] == (0, "")
    (stored / AUDIO).write_bytes(frame() * 6000)
    site_builder("audio", "push")
    (storage.folder / "cizi").mkdir()
    (storage.folder / "cizi/soubor.mp3.0a1b2c3d.part").write_bytes(bytes(2_000_000))
    code, output, summary = site_builder("audio", "orphans")
    assert code == 0
    assert output == "".join(sorted((f"{first}  0 MB\n", "cizi/soubor.mp3.0a1b2c3d.part  2 MB\n")))
    assert summary == "In all 2 MB; nothing was deleted.\n"
    assert len(objects(storage)) == 3


def test_names_with_spaces_and_diacritics_are_stored(
    stored: Path, storage: Storage, site_builder: Command
) -> None:
    text = (stored / "podcast/prvni.cs.md").read_text(encoding="utf-8")
    (stored / "podcast/prvni.cs.md").write_text(
        text.replace("prvni.cs.mp3", "První díl.mp3"), encoding="utf-8"
    )
    (stored / AUDIO).rename(stored / "podcast/První díl.mp3")
    code, output, _ = site_builder("audio", "push")
    assert code == 0
    assert output.endswith("/Prvn%C3%AD%20d%C3%ADl.mp3\n")
    content = (stored / "podcast/První díl.mp3").read_bytes()
    assert published(stored, "podcast/První díl.mp3") == content
    (stored / "podcast/První díl.mp3").unlink()
    assert site_builder("audio", "pull")[0] == 0
    assert (stored / "podcast/První díl.mp3").read_bytes() == content
    assert site_builder("audio", "orphans")[1] == ""
