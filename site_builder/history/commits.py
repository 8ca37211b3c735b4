"""What git prints → commits as data. Files are named by their paths in the project, contents by their blobs."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WORKING_TREE = ":"
"""Before a path it makes the blob's name of what lies in that file now."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that a commit has otherwise than its parent: `old` is its path there, `before` and `after` its blobs.

    Of a file that the parent hasn't got, `old` and `before` are empty.
    """

    old: str
    before: str
    after: str


Changes = Mapping[str, Change]
"""By the path that the file has in the commit. What it has no longer is left out."""


@dataclass(frozen=True, slots=True)
class Step:
    """The way from a commit to one of its parents (a commit's id, empty before the first one)."""

    parent: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Commit:
    """`seconds` is when it was written (since 1970), None where it isn't yet: what was saved and not committed.

    It has a step to each of its parents, the branch's own first.
    """

    id: str
    seconds: int | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A commit as `git log` lists it by `LOG_FORMAT`, `tree` being its files; 0 seconds where it hides its time."""

    id: str
    tree: str
    seconds: int
    parents: tuple[str, ...]


LOG_FORMAT = "%H|%T|%at|%P"


def nodes(log: bytes) -> tuple[Node, ...]:
    """The commits that `git log --format={LOG_FORMAT}` printed, each before its parents."""
    rows = (line.split("|") for line in log.decode().splitlines())
    return tuple(
        Node(name, tree, int(at) if at.isdecimal() else 0, tuple(parents.split()))
        for name, tree, at, parents in rows
    )


def pairs_of_trees(found: Sequence[Node]) -> str:
    """What `git diff-tree --stdin` shall compare: a line for each step of each commit."""
    trees = {node.id: node.tree for node in found}
    lines = [
        f"{trees[parent] if parent else _empty_tree(node.tree)} {node.tree}\n"
        for node in found
        for parent in node.parents or ("",)
    ]
    return "".join(lines)


def commits(found: Sequence[Node], compared: bytes) -> tuple[Commit, ...]:
    """The commits with the changes that `git diff-tree` printed for `pairs_of_trees`."""
    changes = _compared(compared)
    return tuple(
        Commit(node.id, node.seconds, tuple(Step(parent, next(changes)) for parent in node.parents or ("",)))
        for node in found
    )


def saved(diff: bytes, untracked: bytes, parent: str) -> Commit | None:
    """What was saved since the last commit, by `git diff` and `git ls-files`; None where nothing was."""
    found = dict(_changes(iter(diff.split(b"\0")))) | {
        path: Change("", "", WORKING_TREE + path) for path in _paths(untracked)
    }
    return Commit("", None, (Step(parent, found),)) if found else None


def _compared(output: bytes) -> Iterator[Changes]:
    """The changes of each comparison; each is headed by a line with the names of its two trees."""
    found: dict[str, Change] | None = None
    tokens = iter(output.split(b"\0"))
    for token in tokens:
        while token and not token.startswith(b":"):
            if found is not None:
                yield found
            found, token = {}, token.partition(b"\n")[2]  # noqa: PLW2901 - what follows is on the next line
        if token and found is not None:
            found.update(_change(token, tokens))
    if found is not None:
        yield found


def _changes(tokens: Iterator[bytes]) -> Iterator[tuple[str, Change]]:
    return (item for token in tokens if token for item in _change(token, tokens))


def _change(head: bytes, paths: Iterator[bytes]) -> Iterator[tuple[str, Change]]:
    """The change that git's raw format begins with `head`; its paths come after (git diff, "raw output format")."""
    _, _, before, after, status = head.decode().split()
    old = os.fsdecode(next(paths))
    path = os.fsdecode(next(paths)) if status.startswith(("R", "C")) else old
    if status.startswith("A"):
        old = before = ""
    if not status.startswith("D"):
        yield path, Change(old, before, after if after.strip("0") else WORKING_TREE + path)


def _paths(listed: bytes) -> Iterator[str]:
    return (os.fsdecode(path) for path in listed.split(b"\0") if path)


def _empty_tree(like: str) -> str:
    """The name of a tree without files, by the repository's hash: that of `like`."""
    algorithm = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return algorithm(b"tree 0\0").hexdigest()
