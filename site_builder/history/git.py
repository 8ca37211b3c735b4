"""git: the only module that runs it, whatever its user has configured. All but `branches` reads and writes nothing."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from ..documents import CONTENT, PODCAST
from ..languages import mark
from ..refusals import RefusalError
from .commits import LOG_FORMAT, WORKING_TREE, Commit, commits, nodes, pairs_of_trees, saved

_GUARDS = ("--no-pager", "--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false")
_RAW = ("--raw", "-z", "--no-abbrev", "-M", "-l1000", "--relative")
"""Changes as data; renames are found among 1,000 files of a commit, as the time for it grows with their square."""

_FOLDERS = ("--", CONTENT, PODCAST)
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""Variables by which a hook's git would work on its own repository instead of the project's."""

_REFUSALS = (
    (
        "dubious ownership",
        mark(
            "Git refuses to read {folder}, because it belongs to somebody else: git config safe.directory allows it."
        ),
    ),
    ("not a git repository", mark("{folder} is in no Git repository, so nothing is known of earlier texts.")),
    ("argument 'HEAD'", mark("Nothing has been committed yet.")),
)
"""What git says, and what that means to an editor."""

_UNREADABLE = mark("Git can't read the history: {error}")

_PIPE = 65_536
"""Bytes that a pipe of Linux holds."""

Blob = Callable[[str], bytes]
"""The bytes that a blob's name stands for."""


class NoHistoryError(RefusalError):
    """Git can't tell the history, or can't do what it is asked for."""


def head(root: Path) -> str:
    """The last commit of the repository that the project at `root` is in. Raises `NoHistoryError`."""
    found = run(root, "rev-parse", "--is-shallow-repository", "HEAD")
    if found.returncode:
        said = found.stderr.decode(errors="replace")
        folder = str(root.absolute())
        for sign, message in _REFUSALS:
            if sign in said:
                raise NoHistoryError(message, folder=folder)
        raise NoHistoryError(_UNREADABLE, error=said.strip())
    is_shallow, last = found.stdout.decode().split()
    if is_shallow == "true":
        raise NoHistoryError(
            mark("This clone is shallow: it hasn't got the whole history. “git fetch --unshallow” brings it.")
        )
    return last


def read_commits(root: Path, last: str) -> tuple[Commit, ...]:
    """What was saved since commit `last` if anything was, then all commits up to it.

    Each stands before its parents.
    """
    before = _committed(root, last)
    now = saved(*_differing(root, last), last)
    return (now, *before) if now else before


@lru_cache(maxsize=1)
def _committed(root: Path, last: str) -> tuple[Commit, ...]:
    """A preview asks for the same again and again."""
    log = (
        "log",
        "--topo-order",
        "--no-color",
        "--no-show-signature",
        "--encoding=UTF-8",
        f"--format={LOG_FORMAT}",
    )
    found = nodes(output(root, *log, last))
    compare = ("diff-tree", "--stdin", "-r", *_RAW, *_FOLDERS)
    return commits(found, output(root, *compare, given=pairs_of_trees(found)))


def changed_since(root: Path, reference: str) -> frozenset[str]:
    """The files of the content that aren't as they were where the present work left `reference` (a branch, a commit).

    Raises `NoHistoryError`.
    """
    last = head(root)
    found = run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if found.returncode:
        raise NoHistoryError(
            mark("There is no commit or branch “{reference}” in this clone."), reference=reference
        )
    common = run(root, "merge-base", found.stdout.decode().strip(), last)
    if common.returncode:
        raise NoHistoryError(
            mark("“{reference}” has no history in common with the present work."), reference=reference
        )
    before = common.stdout.decode().strip()
    now = saved(*_differing(root, before), before)
    return frozenset(now.steps[0].changes) if now else frozenset()


def _differing(root: Path, commit: str) -> tuple[bytes, bytes]:
    """How the folders differ from `commit`, and the files in them that Git doesn't follow."""
    diff = ("diff", *_RAW, "--no-ext-diff", "--no-color", commit, *_FOLDERS)
    return output(root, *diff), output(root, "ls-files", "-z", "--others", *_FOLDERS)


def is_commit(root: Path, reference: str) -> bool:
    """Whether `reference` is a branch, a tag or a commit here. Raises `NoHistoryError` where there is no git."""
    return not run(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}"
    ).returncode


def file_at(root: Path, reference: str, path: str) -> bytes | None:
    """The file at `path` (from the repository's top) in `reference`, a branch or a commit; None where there is none.

    Raises `NoHistoryError` where there is no git, or no repository.
    """
    found = run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}:{path}")
    if found.returncode:
        return None
    return output(root, "cat-file", "blob", found.stdout.decode().strip())


@contextmanager
def opened_blobs(root: Path) -> Iterator[Blob]:
    """Reads blobs by their names, one after another from one process of git, and saved files from the disk.

    Reading raises `NoHistoryError` where the repository hasn't got them.
    """
    with subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
        _command(root, "cat-file", "--batch"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    ) as process:
        requests, answers = process.stdin, process.stdout
        assert requests
        assert answers

        def blob(name: str) -> bytes:
            if not name:
                return b""
            if name.startswith(WORKING_TREE):
                return (root / name.removeprefix(WORKING_TREE)).read_bytes()
            requests.write(f"{name}\n".encode())
            requests.flush()
            told = answers.readline().split()
            if len(told) != 3:  # it is missing, or git has given up
                raise NoHistoryError(_UNREADABLE, error=name)
            return answers.read(int(told[2]) + 1)[:-1]

        yield blob


def output(root: Path, *arguments: str, given: str = "", failing: str = _UNREADABLE) -> bytes:
    """What git prints. Raises `NoHistoryError` where it fails, with the message id `failing`."""
    done = run(root, *arguments, given=given)
    if done.returncode:
        error = done.stderr.decode(errors="replace").strip()
        raise NoHistoryError(failing, error=error)
    return done.stdout


def run(root: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run git in the repository that `root` is in. Raises `NoHistoryError` where there is no git."""
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, no shell
            _command(root, *arguments),
            input=given.encode(),
            capture_output=True,
            check=False,
            env=_environment(),
        )
    except FileNotFoundError:
        raise NoHistoryError(mark("Git isn't installed, so nothing is known of earlier texts.")) from None


def follow(
    root: Path, *arguments: str, tell: Callable[[bytes], object]
) -> subprocess.CompletedProcess[bytes]:
    """Run git as `run` does, for what takes long: `tell` is told what git says of its progress."""
    command = _command(root, *arguments)
    with (
        tempfile.TemporaryFile() as output,
        subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE, env=_environment()
        ) as process,
    ):
        assert process.stderr
        said = b""
        while part := os.read(process.stderr.fileno(), _PIPE):
            said += part
            tell(part)
        status = process.wait()
        output.seek(0)
        return subprocess.CompletedProcess(command, status, output.read(), said)


def _command(root: Path, *arguments: str) -> list[str]:
    return ["git", *_GUARDS, "-C", str(root), *arguments]


def _environment() -> dict[str, str]:
    """The user's environment, but in English, never asking anything, and in the project's own repository."""
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return kept | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
