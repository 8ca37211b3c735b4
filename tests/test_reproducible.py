"""The same commit makes the same bytes: on another machine, on another day, for another user."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from sites import SITES

OTHER_ORDER = '''
import os

_scandir = os.scandir


class Backwards:
    """The entries of a folder in an order of their own, as another file system gives them."""

    def __init__(self, path="."):
        with _scandir(path) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: str(entry.name)[::-1], reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


os.scandir = Backwards
os.listdir = lambda path=".": [entry.name for entry in Backwards(path)]
'''


def build(project: Path, clock: str, umask: int, environment: Mapping[str, str]) -> dict[str, bytes]:
    """The files of the site that is built of `project` when a clock says `clock` (UTC)."""
    done = subprocess.run(
        ["faketime", "-f", f"@{clock}", sys.executable, "-m", "site_builder", "build"],
        cwd=project,
        env={**os.environ, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "PYTHONUTF8": "1", **environment},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = project / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_machines_on_two_days_build_the_same_bytes(every_kind: Path, tmp_path: Path) -> None:
    order = tmp_path / "order"
    order.mkdir()
    (order / "sitecustomize.py").write_text(OTHER_ORDER, encoding="utf-8")
    here, there = tmp_path / "here", tmp_path / "there/in/a longer folder"
    for project in (here, there):
        shutil.copytree(every_kind, project, symlinks=True)
        shutil.copytree(SITES / "valid/photos", project, dirs_exist_ok=True)
    first = build(
        here, "2026-06-02 23:30:00", 0o022, {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    )
    second = build(
        there,
        "2026-06-05 04:10:00",
        0o077,
        {
            "TZ": "America/Anchorage",
            "LC_ALL": "cs_CZ.UTF-8",
            "PYTHONHASHSEED": "2",
            "PYTHONPATH": os.pathsep.join([str(order), *filter(None, [os.environ.get("PYTHONPATH")])]),
        },
    )
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
    assert b"2026-06-0" not in first["published.json"]
