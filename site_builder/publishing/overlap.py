"""Whether two places are the same, or one lies within the other: remotes of rclone, folders of this machine."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from .target import BranchTarget, ServerTarget, StorageTarget, Target

_PARTS = re.compile(
    r"(?P<backend>:?[^:,/]+)(?P<options>(?:,\w+=(?:\"[^\"]*\"|'[^']*'|[^,:]*))*):(?P<path>.*)", re.DOTALL
)
"""`:s3,endpoint='https://…',env_auth=true:bucket/path`, `name:path`."""

_OPTION = re.compile(r",(\w+)=(\"[^\"]*\"|'[^']*'|[^,:]*)")


def overlap(one: str, other: str, root: Path) -> bool:
    """Whether `one` and `other` share files; folders of this machine are relative to `root`.

    The same sort of storage counts as the same one unless an option of both says otherwise.
    """
    backend, options, path = _parsed(one, root)
    other_backend, other_options, other_path = _parsed(other, root)
    if backend != other_backend:
        return False
    if any(other_options.get(name, value) != value for name, value in options.items()):
        return False
    return _within(path, other_path) or _within(other_path, path)


def folder_here(target: Target, root: Path) -> str | None:
    """The folder of this machine (absolute) that `target` is, relative to `root`; None where it is none."""
    match target:
        case BranchTarget():
            return None
        case ServerTarget(host, folder):
            return None if host else folder
        case StorageTarget(remote):
            backend, _, folder = _parsed(remote, root)
            return None if backend else folder


def _parsed(remote: str, root: Path) -> tuple[str, Mapping[str, str], str]:
    found = _PARTS.fullmatch(remote)
    if found is None or found["backend"] == ":local":
        folder = found["path"] if found else remote
        return "", {}, str((root / folder).resolve())
    options = {name: value.strip("\"'").rstrip("/") for name, value in _OPTION.findall(found["options"])}
    return found["backend"], options, posixpath.normpath(f"/{found['path']}")


def _within(path: str, folder: str) -> bool:
    return folder in {"/", path} or path.startswith(f"{folder}/")
