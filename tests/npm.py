"""Programs of npm, at the versions of a lock file."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import subprocess
from pathlib import Path

CACHE = Path(__file__).parents[1] / ".cache"


def installed(source: Path) -> Path:
    """A folder with the packages that `source` locks, and with its scripts; installed once for all processes."""
    lock = (source / "package-lock.json").read_bytes()
    folder = CACHE / f"npm-{source.parent.name}-{hashlib.sha256(lock).hexdigest()[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        for file in source.iterdir():
            if file.is_file():
                shutil.copy(file, new := folder / f"{file.name}.new")
                new.replace(folder / file.name)  # another process may be reading the one that is there
        if not (folder / "node_modules/.package-lock.json").exists():
            command = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder
