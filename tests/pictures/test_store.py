"""Pictures are coded once: what was made is found again, whoever asks, and is never there by half."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from pictures.photos import noisy, opened, photo, saved
from site_builder.pictures import store
from site_builder.pictures.encoding import encoded
from site_builder.pictures.facts import PictureFacts, read_picture
from site_builder.pictures.recipe import Recipe, recipes
from site_builder.pictures.store import FOLDER, forget, made


class Counter:
    """Codes pictures as ever and remembers what it coded."""

    def __init__(self) -> None:
        self.coded: list[str] = []

    def __call__(self, file: Path, recipes: Iterable[Recipe]) -> Iterator[tuple[Recipe, bytes]]:
        for recipe, data in encoded(file, recipes):
            self.coded.append(recipe.name)
            yield recipe, data


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    counting = Counter()
    monkeypatch.setattr(store, "encoded", counting)
    return counting


def put(root: Path, name: str, data: bytes) -> tuple[Recipe, ...]:
    """What is to be made of a picture in the project."""
    (root / name).write_bytes(data)
    facts = read_picture(root, name)
    assert isinstance(facts, PictureFacts)
    return recipes(facts)


def kept(root: Path) -> set[str]:
    return {file.name for file in (root / FOLDER).iterdir()}


def test_what_was_made_is_not_made_again(tmp_path: Path, counter: Counter) -> None:
    wanted = put(tmp_path, "a.jpg", saved("JPEG", noisy((600, 400))))
    first = dict(made(wanted, tmp_path))
    assert sorted(counter.coded) == sorted(recipe.name for recipe in wanted) == sorted(kept(tmp_path))
    assert dict(made(wanted, tmp_path)) == first
    assert len(counter.coded) == len(wanted)


def test_only_what_is_missing_is_made(tmp_path: Path, counter: Counter) -> None:
    wanted = put(tmp_path, "a.jpg", saved("JPEG", noisy((600, 400))))
    list(made(wanted[:2], tmp_path))
    list(made(wanted, tmp_path))
    assert len(counter.coded) == len(set(counter.coded)) == len(wanted)


def test_a_copy_and_another_name_are_the_same_picture(tmp_path: Path, counter: Counter) -> None:
    data = saved("JPEG", noisy((600, 400)))
    wanted = put(tmp_path, "a.jpg", data) + put(tmp_path, "b.jpg", data)
    assert len(list(made(wanted, tmp_path))) == len(wanted)
    assert len(counter.coded) == len(wanted) / 2


def test_a_changed_picture_is_made_anew(tmp_path: Path, counter: Counter) -> None:
    list(made(put(tmp_path, "a.jpg", saved("JPEG", photo(size=(300, 200)))), tmp_path))
    found = dict(made(put(tmp_path, "a.jpg", saved("JPEG", photo("L", (300, 200)))), tmp_path))
    assert len(counter.coded) == 2 * len(found)


def test_a_damaged_picture_is_missing_and_the_others_are_there(tmp_path: Path) -> None:
    data = saved("PNG", noisy((600, 400)))
    wanted = put(tmp_path, "a.png", data[:40_000] + b"\xff" * 2000 + data[42_000:])
    good = put(tmp_path, "b.jpg", saved("JPEG", noisy((600, 400))))
    assert {recipe for recipe, _ in made(wanted + good, tmp_path)} == set(good)


def test_where_nothing_can_be_kept_pictures_are_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("")
    wanted = put(tmp_path, "a.jpg", saved("JPEG", photo(size=(300, 200))))
    assert {recipe for recipe, _ in made(wanted, tmp_path)} == set(wanted)


def test_what_no_picture_of_the_project_needs_goes(tmp_path: Path) -> None:
    shown = put(tmp_path, "a.jpg", saved("JPEG", photo(size=(300, 200))))
    draft = put(tmp_path, "b.jpg", saved("JPEG", photo(size=(310, 200))))
    gone = put(tmp_path, "c.jpg", saved("JPEG", photo(size=(320, 200))))
    list(made(shown + draft + gone, tmp_path))
    (tmp_path / FOLDER / f"{shown[0].name}.4711").write_bytes(b"half")
    forget(tmp_path, {shown[0].digest}, (recipe.digest for recipe in draft))
    assert kept(tmp_path) == {recipe.name for recipe in shown + draft}


def test_nobody_looks_at_drafts_while_nothing_is_left_over(tmp_path: Path) -> None:
    shown = put(tmp_path, "a.jpg", saved("JPEG", photo(size=(300, 200))))
    list(made(shown, tmp_path))

    def others() -> Iterator[str]:
        raise AssertionError
        yield ""

    forget(tmp_path, {shown[0].digest}, others())
    assert len(kept(tmp_path)) == len(shown)


MAKE = """
import sys
from pathlib import Path
from site_builder.pictures.facts import read_picture
from site_builder.pictures.recipe import recipes
from site_builder.pictures.store import made
root = Path(sys.argv[1])
for name in sys.argv[2:]:
    assert len(list(made(recipes(read_picture(root, name)), root))) == 8
"""


KILLED = f"""
import os, signal
from pathlib import Path
write = Path.write_bytes
written = []
def half(file, data):
    written.append(file)
    if len(written) < 3:
        return write(file, data)
    write(file, data[:len(data) // 2])
    os.kill(os.getpid(), signal.SIGKILL)
Path.write_bytes = half
{MAKE}
"""
"""Makes pictures, and is killed when the third is written by half."""


def making(root: Path, *names: str, code: str = MAKE) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code, str(root), *names])


def whole(root: Path) -> int:
    """How many files are kept under their final names; each can be decoded."""
    finished = [file for file in (root / FOLDER).iterdir() if not file.suffix[1:].isdigit()]
    assert all(opened(file.read_bytes()).size for file in finished)
    return len(finished)


def test_two_processes_at_once_and_a_killed_one_leave_nothing_by_half(tmp_path: Path) -> None:
    names = [f"{number}.jpg" for number in range(4)]
    for number, name in enumerate(names):
        put(tmp_path, name, saved("JPEG", noisy((1000 + number, 800))))
    assert making(tmp_path, names[0], code=KILLED).wait() == -signal.SIGKILL
    assert (whole(tmp_path), len(kept(tmp_path))) == (2, 3)
    both = [making(tmp_path, *names), making(tmp_path, *reversed(names))]
    assert [process.wait() for process in both] == [0, 0]
    assert whole(tmp_path) == 4 * 8
