"""The project as the hosts of Git have it, and clean clones of it.

Workflows, Makefile, scripts, templates and the package are those of the project; its content is that of the small
site of the tests, so that a build takes a second. Installing anew would take a minute for each job: a clone has the
environment that the tests run in, as if `make` had just made it. That `make` can make it on a clean checkout is what
.ci/run shows, which begins so.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests/sites/base"

_LOCKS = ("site", "test", "links", "audio")
"""What make marks as installed."""

_LEFT_OUT = ("tests/", "content/", "podcast/", "docs/")
"""No step needs the tests but the one that runs them, and they are most of the files."""

_FOREIGN = re.compile(r"^(GITHUB_|CI_|GIT_|LC_|PYTEST_|MAKE|PYTHONDONTWRITEBYTECODE$)")


@dataclass(frozen=True)
class Origin:
    """The repository at a host: branch `main`, and `change` with what a merge request would bring."""

    folder: Path

    def commit(self, branch: str, files: Mapping[str, str | None]) -> None:
        """Save `files` (path → text, or None to delete) on a branch, which is begun at `main`."""
        if branch != "main":
            git(self.folder, "checkout", "--quiet", "-B", branch, "main")
        for path, text in files.items():
            file = self.folder / path
            if text is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--message", "Change")
        git(self.folder, "checkout", "--quiet", "main")

    def clone(self, target: Path, branch: str, *, whole: bool) -> None:
        """Clone a branch into `target`: with the whole history and all branches, or its last commit alone."""
        source = [str(self.folder)] if whole else ["--depth=1", self.folder.as_uri()]
        git(target.parent, "clone", "--quiet", "--branch", branch, *source, str(target))
        _install(target)


def make_origin(folder: Path, address: str) -> Origin:
    """The project's files, with the small site for its content and `address` for its address, newly committed."""
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and not name.startswith(_LEFT_OUT) and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    for name in ("content", "podcast"):
        shutil.copytree(BASE / name, folder / name)
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"https://[^\"]+", address, text), encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    origin = Origin(folder)
    origin.commit("main", {})
    return origin


def _install(clone: Path) -> None:
    """Give a clone the running environment, newer than its lock files."""
    environment = clone / ".venv"
    environment.mkdir()
    for part in Path(sys.prefix).iterdir():
        if not part.name.endswith(".ready"):
            (environment / part.name).symlink_to(part)
    for lock in _LOCKS:
        (environment / f"{lock}.ready").touch()


def environment(clone: Path, home: Path) -> dict[str, str]:
    """What a host's machine tells the steps of a job: nothing of the one that runs the tests.

    The clone's own package is run, by the environment's Python.
    """
    inherited = {name: value for name, value in os.environ.items() if not _FOREIGN.match(name)}
    own = {"CI": "true", "HOME": str(home), "LANG": "C.UTF-8", "NO_MKDOCS_2_WARNING": "1"}
    return {**inherited, **own, "PYTHONPATH": str(clone)}


def git(folder: Path, *arguments: str) -> str:
    """What git prints, whatever its user has configured."""
    person = {
        f"GIT_{role}_{key}": "jana@web.example"
        for role in ("AUTHOR", "COMMITTER")
        for key in ("NAME", "EMAIL")
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(
        command, env={**inherited, **person, **settings}, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
