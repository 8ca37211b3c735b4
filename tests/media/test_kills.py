"""`site-builder audio push`, killed at a hundred random points with all its processes, loses and overwrites nothing.

A stand-in for rclone writes down when each call begins and ends, and lets the real one do the work. A point is one of
these moments and a while after it, both by chance: points fall into the calls and, as the stand-in tarries, between.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from audio.mp3 import frame
from sites import copy_site

from media.servers import Servers, Storage
from site_builder.media.lock import read_lock

POINTS = {"directory": 33, "webdav": 34, "s3": 33}
MOMENTS = {
    "directory": (
        "",
        "begin lsjson",
        "begin copyto",
        "begin copyto",
        "end copyto",
        "begin moveto",
        "end moveto",
    ),
    "webdav": (
        "",
        "begin copyto",
        "begin copyto",
        "end copyto",
        "begin hashsum",
        "begin moveto",
        "end moveto",
    ),
    "s3": ("", "begin lsjson", "begin copyto", "begin copyto", "end copyto", "end lsjson", "end lsjson"),
}
"""After what to kill: the beginning of everything, or a line of the log."""

EPISODES = 5
FRAMES = 150
SPEED = "300k"
"""Bytes a second that rclone may send: an upload of 31 kB takes a tenth of a second."""

LONGEST_WHILE = 0.15
"""Seconds after a moment, at most; most points are soon after it, as most calls are short."""

STAND_IN = """#!/bin/sh
for word; do case "$word" in features|lsjson|copyto|hashsum|moveto) break;; esac; done
echo "begin $word" >> "{log}"
"{rclone}" "$@"
status=$?
echo "end $word" >> "{log}"
sleep 0.05
exit $status
"""


@dataclass
class Project:
    """A site whose audio is to be stored. `whole` are the storage's files that had their names, as they were then."""

    root: Path
    storage: Storage
    whole: dict[Path, tuple[int, int]] = field(default_factory=dict)

    @property
    def log(self) -> Path:
        return self.root.parent / "log"

    def push(self) -> subprocess.Popen[bytes]:
        """Begin to push, in a group of processes of its own."""
        self.log.write_text("", encoding="utf-8")
        path = f"{self.root.parent}{os.pathsep}{os.environ['PATH']}"
        return subprocess.Popen(
            [sys.executable, "-m", "site_builder", "audio", "push"],
            cwd=self.root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "PATH": path, "RCLONE_BWLIMIT": SPEED},
        )

    def moments(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines()

    def locked(self) -> int:
        """How many audio files are stored, as the lock says: each answers with the bytes that it says."""
        known, problems = read_lock(self.root)
        assert not problems
        for facts in known.values():
            with urllib.request.urlopen(facts.url) as answer:
                assert hashlib.sha256(answer.read()).hexdigest() == facts.sha256
        return len(known)

    def named(self) -> int:
        """How many files of the storage have the name of an audio: each is whole, and none ever changes."""
        for path, change in self.whole.items():
            assert change_of(path) == change, "overwritten"
        for path in self.storage.folder.glob("*/*.mp3"):
            assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(path.parent.name), (
                "a part of a file"
            )
            self.whole[path] = change_of(path)
        return len(self.whole)


def change_of(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_ino, status.st_mtime_ns


def make_project(folder: Path, storage: Storage) -> Project:
    """A site with episodes that all have audio of their own, and a stand-in for rclone beside it."""
    root = copy_site(None, folder / "site")
    with (root / "content/site.yml").open("a", encoding="utf-8") as settings:
        settings.write(storage.setting)
    text = (root / "podcast/prvni.cs.md").read_text(encoding="utf-8")
    for number in range(2, EPISODES + 1):
        own = text.replace("prvni", f"dil{number}").replace("000000000001", f"{number:012}")
        (root / f"podcast/dil{number}.cs.md").write_text(own, encoding="utf-8")
        (root / f"podcast/dil{number}.cs.mp3").write_bytes(frame() * (FRAMES + number))
    stand_in = folder / "rclone"
    stand_in.write_text(STAND_IN.format(log=folder / "log", rclone=shutil.which("rclone")), encoding="utf-8")
    stand_in.chmod(0o755)
    return Project(root, storage)


def kill_at(project: Project, moment: str, time_of_it: int, later: float) -> bool:
    """Push, and kill everything `later` seconds after a `moment`, the first or second time; was it running still?"""
    process = project.push()
    while moment and process.poll() is None and project.moments().count(moment) < time_of_it:
        time.sleep(0.005)
    time.sleep(later)
    was_running = process.poll() is None
    if was_running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return was_running


def place_of(project: Project, was_running: bool, named: int, locked: int) -> str:
    """What the push was doing."""
    moments = project.moments()
    if not was_running:
        return "after the end"
    if named > locked:
        return "stored, not in the lock"
    if moments and moments[-1] == "begin copyto":
        return "in the upload"
    since = moments[len(moments) - moments[::-1].index("begin copyto") :] if "begin copyto" in moments else []
    is_unnamed = "end copyto" in since and named == locked and since.count("begin lsjson") < 2
    return "uploaded, without its name" if is_unnamed and "end moveto" not in since else "before an upload"


@pytest.mark.parametrize("kind", POINTS)
def test_a_killed_push_leaves_all_consistent_and_the_next_completes(
    kind: str, servers: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "editor")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    chance = random.Random(kind)
    places: Counter[str] = Counter()
    project: Project | None = None
    while places.total() < POINTS[kind]:
        if project is None or project.locked() == EPISODES:
            folder = tmp_path / str(places.total())
            folder.mkdir()
            project = make_project(folder, servers.storage(kind))
        later = LONGEST_WHILE * chance.random() ** 2
        was_running = kill_at(project, chance.choice(MOMENTS[kind]), chance.choice((1, 1, 2)), later)
        places[place_of(project, was_running, project.named(), project.locked())] += 1
    assert project
    assert project.push().wait() == 0
    assert (project.named(), project.locked()) == (EPISODES, EPISODES)
    assert places["in the upload"], places
