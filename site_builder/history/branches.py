"""Branches of a remote: what is committed there, and a commit that is sent there. No branch of this clone changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ..languages import mark
from .git import NoHistoryError, follow, output, run

_LOCAL = "refs/heads/"
_SHARE = re.compile(rb"Writing objects: +(\d+)%")

_PROGRESS = re.compile(r"\d+% \(\d+/\d+\)|Enumerating objects:|Delta compression|Total \d+ \(")
"""What git says of its progress, beside why it fails."""

_OVERTAKEN = re.compile(rb"^!.*rejected\].*(?:fetch first|non-fast-forward|stale info)", re.MULTILINE)
"""How `git push --porcelain` says that the branch has commits which what is sent doesn't go on from."""

_AT_ONCE = ("-c", "core.packedRefsTimeout=0", "-c", "core.filesRefLockTimeout=0")
"""A lock that a killed git has left would be waited for a second and more with each branch, at each publication."""

_FAILS = mark("Git fails: {error}")

_output = partial(output, failing=_FAILS)
"""What git prints. Raises `NoHistoryError` where it fails."""


def remotes(root: Path) -> tuple[str, ...]:
    """The names of the repositories that this clone knows. Raises `NoHistoryError`."""
    return tuple(_output(root, "remote").decode().split())


def remote_tip(root: Path, remote: str, branch: str) -> str:
    """The commit that `branch` of `remote` is at, brought here; empty where there is no such branch.

    Raises `NoHistoryError`.
    """
    told = _output(root, "ls-remote", "--", remote, _LOCAL + branch).split()
    if not told:
        return ""
    tip = told[0].decode()
    if run(root, "cat-file", "-e", f"{tip}^{{commit}}").returncode:
        into_nothing = ("--no-tags", "--no-write-fetch-head", "--refmap=")
        _output(root, "fetch", "--quiet", *into_nothing, "--", remote, _LOCAL + branch)
    return tip


def tree_of(root: Path, commit: str) -> str:
    """What stands for all files of `commit`."""
    return _output(root, "rev-parse", "--verify", f"{commit}^{{tree}}").decode().strip()


def begin_branch(root: Path, name: str, commit: str) -> None:
    """Make the new local branch `name` at `commit`."""
    _output(root, "update-ref", _LOCAL + name, commit, "0" * 40)


def branch_tip(root: Path, name: str) -> str:
    """The commit that the local branch `name` is at."""
    return _output(root, "rev-parse", "--verify", _LOCAL + name).decode().strip()


def delete_branches(root: Path, prefix: str) -> None:
    """Delete the local branches whose names begin with `prefix`, as far as git lets them go."""
    found = run(root, "for-each-ref", "--format=%(refname)", f"{_LOCAL}{prefix}*")
    for name in found.stdout.decode().split():
        run(root, *_AT_ONCE, "update-ref", "-d", name)


def last_commit(root: Path) -> str:
    """The commit that the working tree was checked out at; empty where nothing has been committed.

    Raises `NoHistoryError` where there is no repository.
    """
    found = run(root, "rev-parse", "--verify", "--quiet", "HEAD")
    said = found.stderr.decode(errors="replace").strip()
    if "not a git repository" in said:
        message = mark("{folder} is in no Git repository, so there is no branch to publish to.")
        raise NoHistoryError(message, folder=str(root.absolute()))
    if found.returncode and said:
        raise NoHistoryError(_FAILS, error=said)
    return found.stdout.decode().strip()


def has_changes(root: Path) -> bool:
    """Whether the project at `root` has files that aren't as the last commit has them, but those that git ignores."""
    return bool(_output(root, "status", "--porcelain", "--untracked-files=normal", "--", "."))


def has_author(root: Path) -> bool:
    """Whether git knows who commits here."""
    return not run(root, "var", "GIT_COMMITTER_IDENT").returncode


def push(root: Path, commit: str, remote: str, branch: str, progress: Callable[[float], object]) -> bool:
    """Send `commit` to `branch` of `remote`; False where it has got other commits meanwhile.

    Hooks judge what people write, not what was built of it.
    """

    def tell(line: bytes) -> None:
        if found := _SHARE.search(line):
            progress(int(found[1]) / 100)

    flags = ("--progress", "--porcelain", "--no-verify")
    done = follow(root, "push", *flags, "--", remote, f"{commit}:{_LOCAL}{branch}", tell=tell)
    if done.returncode and _OVERTAKEN.search(done.stdout):
        return False
    if done.returncode:
        raise NoHistoryError(_FAILS, error=_reason((done.stderr or done.stdout).decode(errors="replace")))
    return True


def _reason(said: str) -> str:
    """Why git fails: what it `said` but for its progress, of which each step is a line."""
    lines = (line.rstrip() for line in re.split(r"[\r\n]+", said))
    return "\n".join(line for line in lines if line and not _PROGRESS.search(line))
