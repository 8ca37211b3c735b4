"""`site-builder audio push`, killed at a hundred random points with all its processes, loses and overwrites nothing.

A stand-in for rclone writes down when each call begins and ends and lets the real one work: a point is a random one
of these moments and a random while after it, so that points fall between the calls as well as into each of them.
"""

from __future__ import annotations

import hashlib
import os
import random
import re
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
from media.servers import Storage
from sites import copy_site

from site_builder.media.lock import read_lock

POINTS = {"directory": 34, "webdav": 33, "s3": 33}
EPISODES = 5
FRAMES = 150
SPEED = "300k"
"""Bytes a second that rclone may send: an upload of 31 kB takes a tenth of a second, as long as rclone's start."""

MOMENTS = {"directory": 8, "webdav": 10, "s3": 6}
"""Lines that the stand-in writes while one audio is stored, beginnings and ends of calls."""

STAND_IN = """#!/bin/sh
for word; do case "$word" in features|lsjson|copyto|moveto|hashsum) echo "begin $word" >> "{log}"; break;; esac; done
"{rclone}" "$@"
status=$?
echo "end $word" >> "{log}"
exit $status
"""


@dataclass
class Project:
    """A site whose audio is to be stored; `seen` are the files of the storage that were whole once, with their time."""

    root: Path
    storage: Storage
    log: Path
    seen: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def push(self) -> subprocess.Popen[bytes]:
        """Begin to push, in a group of processes of its own."""
        self.log.write_text("", encoding="utf-8")
        return subprocess.Popen(
            [sys.executable, "-m", "site_builder", "audio", "push"],
            cwd=self.root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={
                **os.environ,
                "PATH": f"{self.root.parent}{os.pathsep}{os.environ['PATH']}",
                "RCLONE_BWLIMIT": SPEED,
            },
        )

    def moments(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines()

    def check(self) -> int:
        """Lock and storage agree; how many audio files are stored, as the lock says."""
        known, problems = read_lock(self.root)
        assert not problems
        for facts in known.values():
            with urllib.request.urlopen(facts.url) as answer:
                assert hashlib.sha256(answer.read()).hexdigest() == facts.sha256
        for path, change in self.seen.items():
            assert (path.stat().st_ino, path.stat().st_mtime_ns) == change, "overwritten"
        for path in self.storage.folder.rglob("*/*.mp3"):
            if not path.name.startswith("."):
                assert hashlib.sha256(path.read_bytes()).hexdigest()[:12] == path.parent.name, "a part"
                self.seen[path] = (path.stat().st_ino, path.stat().st_mtime_ns)
        return len(known)


@pytest.fixture
def project(tmp_path: Path, storage: Storage) -> Project:
    return make_project(tmp_path, storage)


def make_project(folder: Path, storage: Storage) -> Project:
    """A site with episodes that all have audio of their own."""
    root = copy_site(None, folder / "site")
    with (root / "content/site.yml").open("a", encoding="utf-8") as settings:
        settings.write(storage.setting)
    text = (root / "podcast/prvni.cs.md").read_text(encoding="utf-8")
    for number in range(2, EPISODES + 1):
        own = text.replace("prvni", f"dil{number}").replace("000000000001", f"{number:012}")
        (root / f"podcast/dil{number}.cs.md").write_text(own, encoding="utf-8")
        (root / f"podcast/dil{number}.cs.mp3").write_bytes(frame() * (FRAMES + number))
    stand_in = folder / "rclone"
    log = folder / "log"
    stand_in.write_text(STAND_IN.format(log=log, rclone=shutil.which("rclone")), encoding="utf-8")
    stand_in.chmod(0o755)
    return Project(root, storage, log)
