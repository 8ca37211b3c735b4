"""What the commands about stored audio say where they can't begin, or where the storage fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]

LOCK = "podcast/media.lock.json"


@pytest.fixture
def stored(project: Path, tmp_path: Path) -> Path:
    """The base site with a directory for a storage."""
    (tmp_path / "storage").mkdir()
    setting = f'storage: {{remote: "{tmp_path}/storage", url: "https://media.example/"}}\n'
    with (project / "content/site.yml").open("a", encoding="utf-8") as settings:
        settings.write(setting)
    return project


def use_remote(project: Path, remote: str) -> None:
    settings = project / "content/site.yml"
    lines = settings.read_text(encoding="utf-8").splitlines()[:-1]
    lines.append(f'storage: {{remote: "{remote}", url: "https://media.example/"}}\n')
    settings.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("command", ["push", "pull", "orphans"])
def test_without_a_storage_there_is_nothing_to_do(project: Path, site_builder: Command, command: str) -> None:
    code, _, error = site_builder("audio", command)
    assert code == 2
    assert "No storage is named: add “storage” to content/site.yml" in error


@pytest.mark.parametrize("command", ["push", "pull", "orphans"])
def test_without_rclone_it_is_said_how_to_get_it(
    stored: Path, site_builder: Command, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("sysconfig.get_path", lambda name: "/nonexistent")
    code, _, error = site_builder("audio", command)
    assert code == 2
    assert "make audio" in error


@pytest.mark.parametrize("command", ["push", "pull", "orphans", "verify"])
def test_a_damaged_lock_ends_the_command(stored: Path, site_builder: Command, command: str) -> None:
    (stored / LOCK).write_text('{"version": 1,\n<<<<<<< HEAD\n', encoding="utf-8")
    code, output, _ = site_builder("audio", command)
    assert code == 1
    assert output.startswith(f"{LOCK}:2:1: Error: ")
    assert (stored / LOCK).read_text(encoding="utf-8") == '{"version": 1,\n<<<<<<< HEAD\n'


@pytest.mark.parametrize("command", ["push", "pull", "verify"])
def test_an_unknown_episode_is_refused(stored: Path, site_builder: Command, command: str) -> None:
    code, _, error = site_builder("audio", command, "prvni", "neni")
    assert code == 2
    assert "There is no episode and no audio of an episode called neni." in error


@pytest.mark.parametrize(
    "word", ["prvni", "prvni.cs", "podcast/prvni.cs.md", "./podcast/prvni.cs", "podcast/prvni.cs.mp3"]
)
def test_an_episode_is_meant_by_its_name_its_file_or_its_audio(
    stored: Path, site_builder: Command, word: str
) -> None:
    assert site_builder("audio", "push", word)[1].startswith("https://media.example/")


def test_an_episode_that_is_not_meant_is_not_stored(stored: Path, site_builder: Command) -> None:
    (stored / "podcast/druhy.cs.md").write_text(
        "---\ntitle: Druhý díl\nguid: urn:uuid:00000000-0000-4000-8000-000000000002\n---\nText.\n",
        encoding="utf-8",
    )
    assert site_builder("audio", "push", "druhy")[:2] == (0, "")
    assert not (stored / LOCK).exists()


def test_a_missing_file_is_told_only_when_it_is_asked_for(stored: Path, site_builder: Command) -> None:
    (stored / "podcast/prvni.cs.mp3").unlink()
    assert site_builder("audio", "push")[:2] == (0, "")
    code, output, _ = site_builder("audio", "push", "prvni")
    assert code == 1
    assert "[audio-missing]" in output


@pytest.mark.parametrize(
    ("remote", "reason"),
    [
        ("nobody:bucket", "nobody"),
        (":webdav,url='http://127.0.0.1:1',vendor=other:x", "connection refused"),
        (":nosuchkind:x", "nosuchkind"),
    ],
)
@pytest.mark.parametrize("command", ["push", "orphans"])
def test_a_storage_that_fails_is_told_with_its_own_reason(
    stored: Path, site_builder: Command, command: str, remote: str, reason: str
) -> None:
    use_remote(stored, remote)
    code, _, error = site_builder("audio", command)
    assert code == 2
    assert "Error: The storage fails: " in error
    assert reason in error
    assert not (stored / LOCK).exists()


def test_messages_are_in_the_language_that_is_asked_for(project: Path, site_builder: Command) -> None:
    assert "Není nastavené žádné úložiště" in site_builder("audio", "push", "--language", "cs")[2]
