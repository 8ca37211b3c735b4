"""Little repositories: the base site, committed with people and days that a test names."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

MakeSite = Callable[[Mapping[str, str]], Path]


@dataclass(frozen=True)
class Repository:
    """A site in Git; `root` is the project's folder. Nothing of the user's own configuration is in force."""

    root: Path

    def git(self, *arguments: str, day: str = "2026-01-01") -> str:
        """What git prints; commits are of `day`, at noon."""
        moment = f"{day}T12:00:00+0100"
        person = {"NAME": "Jana", "EMAIL": "jana@web.example", "DATE": moment}
        told = {
            f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in person.items()
        }
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment = {**inherited, **told, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str]) -> None:
        """Save `files` (path → text)."""
        for path, text in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_bytes(text.encode())

    def commit(self, files: Mapping[str, str], day: str = "2026-01-01") -> str:
        """Save and commit `files`; the new commit."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Change", day=day)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(make_site: MakeSite) -> Repository:
    """The base site with its first commit, of 1 January 2026, on the branch `main`."""
    found = Repository(make_site({}))
    found.git("init", "--quiet", "--initial-branch=main")
    found.commit({})
    return found
