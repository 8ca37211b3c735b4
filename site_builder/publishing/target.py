"""Where a site is to be published, as the command line says it."""

from __future__ import annotations

import re
from dataclasses import dataclass

FORMS = (
    "branch:gh-pages",
    "branch:origin/gh-pages",
    "server:jana@www.example.org:/srv/www",
    "rclone:remote:path",
)
"""An example of each."""

_REMOTE = "origin"

_NAME = re.compile(r"(?!(?:.*/)?HEAD$)[A-Za-z0-9_][\w.-]*(?:/[A-Za-z0-9_][\w.-]*)*")
"""Git has a meaning of its own for `HEAD`."""

_SERVER = re.compile(
    r"(?:(?P<host>(?:[A-Za-z0-9_][\w.@-]*@)?[A-Za-z0-9_][\w.-]*):)?(?P<folder>/[^\n]*[^\n/])/*"
)
"""A host as ssh knows it, its own configuration included; without one, the folder is on this machine."""


@dataclass(frozen=True, slots=True)
class BranchTarget:
    """The branch of a Git remote, from which a host such as GitHub Pages serves the site."""

    remote: str
    branch: str


@dataclass(frozen=True, slots=True)
class ServerTarget:
    """A folder (absolute) on a server reached by ssh; on this machine where `host` is empty."""

    host: str
    folder: str


@dataclass(frozen=True, slots=True)
class StorageTarget:
    """A place that rclone reaches, named as rclone names it."""

    remote: str


Target = BranchTarget | ServerTarget | StorageTarget


def parse_target(text: str) -> Target | None:
    """The target that `text` names, None where it has none of the `FORMS`."""
    kind, _, rest = text.partition(":")
    match kind:
        case "branch" if _NAME.fullmatch(rest):
            remote, slash, branch = rest.partition("/")
            return BranchTarget(remote, branch) if slash else BranchTarget(_REMOTE, rest)
        case "server" if found := _SERVER.fullmatch(rest):
            return ServerTarget(found["host"] or "", found["folder"])
        case "rclone" if rest and not rest.startswith("-"):
            return StorageTarget(rest)
    return None
