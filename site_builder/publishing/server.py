"""A site in a folder of a server: a release is uploaded beside the present one, then a link leads to it instead.

    /srv/www/current -> releases/20260301T120000.000Z-3b5d0c7a9f12     the web server's root
    /srv/www/releases/…                                                the last ones, for `rollback`

The upload is rsync's, the rest are scripts for the server's own shell, of which each holds a lock while it changes
anything. rename(2) replaces the link, so there is no moment without one.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..languages import mark
from ..ledger.entries import LEDGER
from ..refusals import RefusalError
from .manifest import MANIFEST, Manifest, after, as_json, read_manifest
from .places import OvertakenError, Progress
from .site import BuiltSite
from .target import ServerTarget

_SCRIPTS = Path(__file__).parent / "scripts"

_SSH = ("ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=15")
"""It asks nothing, and gives up a server that doesn't answer for some 45 s."""

_RSYNC = (
    *("rsync", "--recursive", "--checksum", "--delete", "--perms", "--chmod=D755,F644"),
    *("--protect-args", "--no-inc-recursive", "--info=progress2"),
)
"""Files are the same where their bytes are, whenever they were built and by whom; everybody may read them."""

_LINE = 4096
"""Bytes of progress to read at once, at most."""

_AT_ONCE = 500
"""Files to a command: a system takes only so long a line."""

_REFUSALS = (
    (
        "Host key verification failed",
        mark(
            "The key of the server {host} isn't known on this machine, or it has changed. Compare it with the one "
            "that whoever runs the server tells; “ssh {host}” takes it down."
        ),
    ),
    (
        r"Permission denied \([a-z]",
        mark("The server {host} lets nobody in with the keys on this machine: “ssh {host}” must work first."),
    ),
    ("Could not resolve hostname", mark("There is no server called {name}.")),
    ("ermission denied", mark("What is needed in {folder} can't be written: it belongs to somebody else.")),
    ("No space left", mark("There is no space left where {folder} is.")),
)
"""What ssh, rsync and the shell say (patterns), and what that means; what names a host is ssh's alone."""


@dataclass(frozen=True)
class ServerFound:
    """A folder of a server as it was found: what its link `current` says, and the `manifest` of that release."""

    target: ServerTarget
    keep: int
    current: str
    manifest: Manifest
    ledger: bytes | None
    seen_ledgers: tuple[bytes, ...]
    is_ours: bool
    was_published: bool

    def put(self, site: BuiltSite, progress: Progress) -> bool:
        """Publish `site`, and keep the last releases; False where the same is there already."""
        if self.current.endswith(f"-{site.digest}"):
            return False
        settled = after(self.manifest, site.digests)
        _run(self.target, "begin", self.target.folder, site.digest)
        self._upload(site, settled, progress)
        steps = (self.target.folder, self.current, site.digest, str(self.keep))
        told = _run(self.target, "finish", *steps, before=_keeping(settled.older))
        if told == b"overtaken\n":
            raise OvertakenError
        return True

    def _upload(self, site: BuiltSite, manifest: Manifest, progress: Progress) -> None:
        """Send what the present release hasn't got; of the rest, the new one has the same files."""
        place = f"{self.target.folder}/releases/.upload-{site.digest}"
        shared = [f"--link-dest=../{self.current.removeprefix('releases/')}"] if self.current else []
        remote = [f"--rsh={shlex.join(_SSH)}"] if self.target.host else []
        to = f"{self.target.host}:{place}" if self.target.host else place
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, MANIFEST).write_bytes(as_json(manifest))
            _follow(
                self.target, [*_RSYNC, *shared, *remote, "--", f"{site.folder}/", f"{folder}/", to], progress
            )


@dataclass(frozen=True)
class RolledBack:
    """The release that was `left` and the one that is there `now`, with the ledgers that they have."""

    left: str
    now: str
    left_ledger: bytes | None
    now_ledger: bytes | None


def look(target: ServerTarget, keep: int) -> ServerFound:
    """What is published in the folder of `target`, of which the last `keep` releases will be kept."""
    said, files = _said(_run(target, "look", target.folder, before=_script("file")))
    if "lacks" in said:
        raise RefusalError("The server has no {program}: install it there.", program=said["lacks"])
    if "folder" in said:
        message = "{folder}/current is a folder, where publishing makes a link: move it away."
        raise RefusalError(message, folder=target.folder)
    ledger = files.pop(LEDGER, None)
    was_published = ledger is not None or "release" in said
    is_ours = was_published or not said
    manifest = read_manifest(files.pop(MANIFEST, b"")) or Manifest()
    left = tuple(files.values())
    return ServerFound(target, keep, said.get("current", ""), manifest, ledger, left, is_ours, was_published)


def rollback(target: ServerTarget) -> RolledBack | None:
    """Make the release before the current one the current one again; None where none is kept."""
    said, files = _said(_run(target, "rollback", target.folder, before=_script("file")))
    return RolledBack(said["left"], said["now"], files.get("left"), files.get("now")) if said else None


def _said(told: bytes) -> tuple[dict[str, str], dict[str, bytes]]:
    """What a script's lines say, by their words, and the files among them."""
    said: dict[str, str] = {}
    files: dict[str, bytes] = {}
    while told:
        line, _, told = told.partition(b"\n")
        word, _, value = line.decode(errors="replace").partition(" ")
        if word == "file":
            name, _, size = value.rpartition(" ")
            files[name], told = told[: int(size)], told[int(size) :]
        else:
            said[word] = value
    return said, files


def _keeping(paths: Iterable[str]) -> str:
    """The shell's function that gives files of the folder that it is in to the release $1 too, as far as they exist."""
    left = [shlex.quote(path) for path in sorted(paths)]
    groups = (left[start : start + _AT_ONCE] for start in range(0, len(left), _AT_ONCE))
    commands = (f'cp -l --parents -t "$1" -- {" ".join(group)} 2>/dev/null || true\n' for group in groups)
    return f"keep() {{\n:\n{''.join(commands)}}}\n"


def _script(name: str) -> str:
    return (_SCRIPTS / f"{name}.sh").read_text(encoding="utf-8")


def _run(target: ServerTarget, script: str, *arguments: str, before: str = "") -> bytes:
    """What a script prints on the server. It begins only when the shell has all of it."""
    whole = f"set -eu\n{before}{_script(script)}{shlex.join(['main', *arguments])}\n"
    command = [*_SSH, target.host, "sh"] if target.host else ["sh"]
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments
            command, input=whole.encode(), capture_output=True, check=False
        )
    except FileNotFoundError:
        raise _not_here(command[0]) from None
    if done.returncode:
        raise _refusal(target, done.stderr)
    return done.stdout


def _follow(target: ServerTarget, command: list[str], progress: Progress) -> None:
    """Run rsync, which tells how far it is."""
    try:
        with (
            tempfile.TemporaryFile() as errors,
            subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors
            ) as process,
        ):
            assert process.stdout
            while told := os.read(process.stdout.fileno(), _LINE):
                if shares := re.findall(rb"(\d+)%", told):
                    progress(int(shares[-1]) / 100)
            if process.wait():
                errors.seek(0)
                raise _refusal(target, errors.read())
    except FileNotFoundError:
        raise _not_here(command[0]) from None


def _refusal(target: ServerTarget, errors: bytes) -> RefusalError:
    said = errors.decode(errors="replace").strip()
    values: Mapping[str, str] = {
        "host": target.host,
        "name": target.host.rpartition("@")[2],
        "folder": target.folder,
    }
    for sign, message in _REFUSALS:
        if re.search(sign, said) and (target.host or "{host}" not in message):
            return RefusalError(message, **values)
    return RefusalError("The server fails: {error}", error=said)


def _not_here(program: str) -> RefusalError:
    return RefusalError(
        "Publishing to a server needs {program} on this machine: install it.", program=program
    )
