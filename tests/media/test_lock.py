"""The lock is written the same way by everybody, and read whatever became of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.audio.facts import AudioChapter, AudioFacts
from site_builder.media.entry import is_audio_path
from site_builder.media.lock import LOCK, read_lock, update_lock, write_lock

FACTS = AudioFacts(
    "podcast/dil.cs.mp3",
    30_123_456,
    1880.8163265306123,
    "audio/mpeg",
    (AudioChapter(0.0, "Úvod"), AudioChapter(61.5, "“Druhá”\\část", "https://web.example/?a=1&b=2")),
    "0123456789abcdef" * 4,
    "https://media.example/0123456789ab/dil.cs.mp3",
)
OWN = AudioFacts("podcast/a.cs.m4a", 1, 0.5, "audio/x-m4a", sha256="f" * 64)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "podcast").mkdir()
    return tmp_path


def spoil(folder: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Write the lock of both audio files after `change` was made to the entry of the first."""
    write_lock(folder, {facts.path: facts for facts in (FACTS, OWN)})
    content = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    change(content["audio"][FACTS.path])
    (folder / LOCK).write_text(json.dumps(content, indent=2), encoding="utf-8")


def test_there_may_be_no_lock(folder: Path) -> None:
    assert read_lock(folder) == ({}, ())


def test_what_is_written_is_read(folder: Path) -> None:
    known = {FACTS.path: FACTS, OWN.path: OWN}
    write_lock(folder, known)
    assert read_lock(folder) == (known, ())
    write_lock(folder, {})
    assert read_lock(folder) == ({}, ())


def test_the_file_is_made_for_changes_to_be_read_line_by_line(folder: Path) -> None:
    write_lock(folder, {FACTS.path: FACTS, OWN.path: OWN})
    expected = """\
{
  "version": 1,
  "audio": {
    "podcast/a.cs.m4a": {
      "sha256": "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
      "bytes": 1,
      "seconds": 0.5,
      "type": "audio/x-m4a"
    },
    "podcast/dil.cs.mp3": {
      "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      "bytes": 30123456,
      "seconds": 1880.8163265306123,
      "type": "audio/mpeg",
      "url": "https://media.example/0123456789ab/dil.cs.mp3",
      "chapters": [
        {"start": 0.0, "title": "Úvod"},
        {"start": 61.5, "title": "“Druhá”\\\\část", "url": "https://web.example/?a=1&b=2"}
      ]
    }
  }
}
"""
    assert (folder / LOCK).read_text(encoding="utf-8") == expected
    assert [path.name for path in (folder / "podcast").iterdir()] == ["media.lock.json"]


def test_an_update_keeps_what_others_wrote(folder: Path) -> None:
    write_lock(folder, {OWN.path: OWN})
    assert update_lock(folder, FACTS) == ()
    changed = replace(FACTS, size=5)
    assert update_lock(folder, changed) == ()
    assert read_lock(folder) == ({OWN.path: OWN, FACTS.path: changed}, ())


def test_an_update_touches_no_damaged_lock(folder: Path) -> None:
    (folder / LOCK).write_text("{", encoding="utf-8")
    assert [problem.code for problem in update_lock(folder, FACTS)] == ["lock-unreadable"]
    assert (folder / LOCK).read_text(encoding="utf-8") == "{"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sha256", "0" * 63),
        ("sha256", "0" * 64 + "\n"),
        ("sha256", 5),
        ("bytes", 0),
        ("bytes", -1),
        ("bytes", 1.5),
        ("bytes", True),
        ("bytes", 1 << 50),
        ("seconds", 0),
        ("seconds", "1883"),
        ("seconds", float("nan")),
        ("seconds", float("inf")),
        ("seconds", 1e7),
        ("type", "text/html"),
        ("type", 'audio/mpeg" onerror="'),
        ("url", ""),
        ("url", "media.example/a.mp3"),
        ("url", "ftp://media.example/a.mp3"),
        ("url", "https://media.example/a b.mp3"),
        ("url", "https:///a.mp3"),
        ("url", "https://media.example/\ud800"),
        ("chapters", {}),
        ("chapters", ["Úvod"]),
        ("chapters", [{"start": 0}]),
        ("chapters", [{"start": 0, "title": "\ud800"}]),
        ("chapters", [{"start": 0, "title": "Úvod", "image": "a.jpg"}]),
        ("note", "from a later version"),
    ],
)
def test_an_entry_with_a_wrong_field_is_told_and_the_others_stay(
    folder: Path, field: str, value: object
) -> None:
    spoil(folder, lambda entry: entry.__setitem__(field, value))
    known, problems = read_lock(folder)
    assert known == {OWN.path: OWN}
    (problem,) = problems
    assert problem.code == "lock-entry"
    line = (folder / LOCK).read_text(encoding="utf-8").splitlines()[problem.at.line - 1]
    assert line[problem.at.column - 1 :].startswith(f'"{field}":')


@pytest.mark.parametrize("field", ["sha256", "bytes", "seconds", "type"])
def test_a_missing_field_is_told_at_its_entry(folder: Path, field: str) -> None:
    spoil(folder, lambda entry: entry.pop(field))
    (problem,) = read_lock(folder)[1]
    line = (folder / LOCK).read_text(encoding="utf-8").splitlines()[problem.at.line - 1]
    assert line[problem.at.column - 1 :].startswith(f'"{FACTS.path}":')


@pytest.mark.parametrize(
    "path",
    [
        "",
        "podcast",
        "podcast/",
        "podcast//a.mp3",
        "podcast/./a.mp3",
        "podcast/../a.mp3",
        "podcast/a/..",
        "/podcast/a.mp3",
        "content/a.mp3",
        "podcast\\a.mp3",
        "podcast/a\n.mp3",
        "podcast/\ud800.mp3",
    ],
)
def test_a_path_that_leads_elsewhere_is_told(folder: Path, path: str) -> None:
    write_lock(folder, {OWN.path: OWN})
    text = (folder / LOCK).read_text(encoding="utf-8")
    (folder / LOCK).write_text(text.replace(f'"{OWN.path}"', json.dumps(path)), encoding="utf-8")
    known, problems = read_lock(folder)
    assert known == {}
    assert [problem.code for problem in problems] == ["lock-path"]
    assert "".join(problems[0].values.values()).isprintable()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\0\0\0",
        b"[]",
        b"null",
        b"1",
        b"[" * 100_000,
        b'{"version": ' + b"1" * 5000 + b"}",
        b'{"version": true, "audio": {}}',
        b'{"version": 1, "audio": []}',
        b'{"version": 1, "audio": {"podcast/a.mp3": []}}',
        "{“version”: 1}".encode(),
        '{"version": 1}'.encode("utf-16"),
        b"\xff\xfe\xfa",
    ],
    ids=range(13),
)
def test_whatever_the_file_holds_it_is_a_problem(folder: Path, content: bytes) -> None:
    (folder / LOCK).write_bytes(content)
    known, problems = read_lock(folder)
    assert known == {}
    assert problems
    assert all(problem.at.path == LOCK and problem.is_error for problem in problems)


def test_a_folder_in_its_place_is_a_problem(folder: Path) -> None:
    (folder / LOCK).mkdir()
    assert [problem.code for problem in read_lock(folder)[1]] == ["lock-unreadable"]


def test_other_line_ends_and_a_byte_order_mark_change_nothing(folder: Path) -> None:
    write_lock(folder, {FACTS.path: FACTS})
    text = (folder / LOCK).read_text(encoding="utf-8")
    (folder / LOCK).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read_lock(folder) == ({FACTS.path: FACTS}, ())


@given(st.data())
def test_a_lock_that_was_cut_or_changed_never_raises(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("lock")
    (folder / "podcast").mkdir()
    write_lock(folder, {FACTS.path: FACTS, OWN.path: OWN})
    content = (folder / LOCK).read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    (folder / LOCK).write_bytes(content[:start] + data.draw(st.binary(max_size=8)) + content[end:])
    known, problems = read_lock(folder)
    assert all(path == facts.path and is_audio_path(path) for path, facts in known.items())
    assert all(problem.at.path == LOCK and problem.is_error for problem in problems)
