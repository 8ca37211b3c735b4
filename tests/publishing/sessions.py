"""What an sshd does for its clients, who may be gone."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

MARK = "SERVED_BY"
"""A variable of what sshd runs: a program may outlive the session that began it, and is known by it then."""


def is_serving(sshd: Path) -> bool:
    """Whether the sshd with the number in file `sshd`, which is the value of `MARK` too, does anything for a client."""
    mark = f"{MARK}={sshd}\0".encode()
    parents = set()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended just now, or is somebody else's
            state, parent = (process / "stat").read_text(errors="replace").rpartition(") ")[2].split()[:2]
            if state == "Z":
                continue
            parents.add(parent)
            if mark in (process / "environ").read_bytes():
                return True
    return sshd.read_text().strip() in parents
