"""A site as a commit on a branch that a host serves, as `mkdocs gh-deploy` makes it: whole, or not there at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ghp_import import GhpError, ghp_import

from ..history import branches
from ..history.git import file_at
from ..ledger.entries import LEDGER
from ..refusals import RefusalError
from ..settings.mkdocs import MKDOCS
from .places import OvertakenError, Progress
from .site import BuiltSite
from .target import BranchTarget

_OURS = "site-builder-publishes-"
"""How the branches begin that a commit is made on; each has a name of its own, as git may not let go of a lost one.

A run deletes what lost ones have left. Of two at a time in one clone, one may so lose its own: it fails, and sends
nothing.
"""

_CNAME = "CNAME"
"""The file by which GitHub Pages knows the site's domain; its settings write it into the branch."""

_NOBODY = {"GIT_COMMITTER_NAME": "site-builder", "GIT_COMMITTER_EMAIL": "site-builder@localhost"}
"""Who commits where nobody has told git their name, as in a pipeline."""


@dataclass(frozen=True)
class BranchFound:
    """A branch as it was found: the commit that it is at (`tip`), empty where there is no such branch yet.

    `source` is the commit that the project is at, which the message of the publication's commit will name.
    A branch that `has_sources` is that of the project: it must never be published to.
    """

    root: Path
    target: BranchTarget
    source: str
    tip: str
    ledger: bytes | None
    has_sources: bool

    @property
    def seen_ledgers(self) -> tuple[bytes, ...]:
        """A commit is published whole, and none is left."""
        return ()

    @property
    def is_ours(self) -> bool:
        """Whether nothing is there, or what is was published by us."""
        return not self.tip or self.was_published

    @property
    def was_published(self) -> bool:
        """A commit is whole: its ledger tells that it is ours."""
        return self.ledger is not None

    def put(self, site: BuiltSite, progress: Progress) -> bool:
        """Publish `site`; False where the same is there already."""
        name = f"{_OURS}{secrets.token_hex(4)}"
        branches.delete_branches(self.root, _OURS)
        if self.tip:
            branches.begin_branch(self.root, name, self.tip)
        try:
            self._commit(site, name)
            commit = branches.branch_tip(self.root, name)
        finally:
            branches.delete_branches(self.root, name)
        if self.tip and branches.tree_of(self.root, commit) == branches.tree_of(self.root, self.tip):
            return False
        if not branches.push(self.root, commit, self.target.remote, self.target.branch, progress):
            raise OvertakenError
        return True

    def _commit(self, site: BuiltSite, name: str) -> None:
        """Commit `site` on the local branch `name`."""
        domain = file_at(self.root, self.tip, _CNAME) if self.tip and _CNAME not in site.files else None
        changed = " with uncommitted changes" if branches.has_changes(self.root) else ""
        message = f"Published from {self.source}{changed}"
        with chdir(self.root), _committer(self.root):
            try:
                ghp_import(
                    str(site.folder),
                    mesg=message,
                    remote=self.target.remote,
                    branch=name,
                    cname=None if domain is None else domain.decode(errors="replace"),
                )
            except (GhpError, BrokenPipeError, TypeError) as error:  # it prints bytes as text where git fails
                reason = error.message if isinstance(error, GhpError) else str(error)
                raise RefusalError("The commit can't be made: {error}", error=reason) from error


def look(root: Path, target: BranchTarget) -> BranchFound:
    """What is published on the branch, as its remote has it. Raises `RefusalError`."""
    if shutil.which("git") is None:
        raise RefusalError("Publishing to a branch needs Git on this machine: install it.")
    source = branches.last_commit(root)
    if not source:
        raise RefusalError("Nothing has been committed yet: commit what the site is made of first.")
    if target.remote not in branches.remotes(root):
        message = (
            "This clone has no Git remote “{remote}”: git remote add {remote} ADDRESS tells it where that lies. "
            "A branch with a slash in its name is named behind its remote: branch:origin/name/of/branch"
        )
        raise RefusalError(message, remote=target.remote)
    tip = branches.remote_tip(root, target.remote, target.branch)
    ledger = file_at(root, tip, LEDGER) if tip else None
    places = (MKDOCS, f"./{MKDOCS}")  # at the branch's top, and where the project lies in its repository
    has_sources = bool(tip) and any(file_at(root, tip, path) is not None for path in places)
    return BranchFound(root.absolute(), target, source, tip, ledger, has_sources)


@contextmanager
def _committer(root: Path) -> Iterator[None]:
    """Give a commit somebody who makes it."""
    given = {} if branches.has_author(root) else _NOBODY
    os.environ.update(given)
    try:
        yield
    finally:
        for name in given:
            del os.environ[name]
