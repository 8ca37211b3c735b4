"""Places of every kind to publish to: real servers on loopback, each over a folder of this machine."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from media.servers import server

from publishing.sessions import MARK

KINDS = ("branch", "server", "local", "directory", "webdav", "sftp")
"""All of them; `server` is reached by ssh, `local` isn't."""

_SSHD = """
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
StrictModes no
UsePAM no
PidFile {pid}
SetEnv {mark}={pid}
PasswordAuthentication no
MaxStartups 100
Subsystem sftp internal-sftp
"""

_STAND_IN = """#!/bin/sh
date +%s.%N >> {folder}/calls
exec {program} "$@"
"""
"""A program that notes when it is called; the real one does the work."""

_PROGRAMS = ("ssh", "rsync", "sh", "git", "rclone")

_SSH = """
Port {port}
IdentityFile {folder}/user
IdentitiesOnly yes
UserKnownHostsFile {folder}/known
LogLevel ERROR
"""


@dataclass(frozen=True)
class Place:
    """A place: what TARGET names it, and the folder (of a branch: the bare repository) that it is on this machine."""

    kind: str
    target: str
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    calls: Path = Path(os.devnull)
    """The moments at which programs were called, a line each."""
    sshd: Path = Path(os.devnull)
    """The number of the process of the sshd that some places are reached by."""

    @property
    def has_releases(self) -> bool:
        """Whether readers have what a link leads to."""
        return self.kind in {"server", "local"}

    def read(self, path: str) -> bytes | None:
        """What a reader gets who asks for a file; None where there is none."""
        if self.kind == "branch":
            shown = subprocess.run(
                ["git", "-C", str(self.folder), "cat-file", "blob", f"gh-pages:{path}"],
                check=False,
                capture_output=True,
            )
            return None if shown.returncode else shown.stdout
        file = self._root / path
        return file.read_bytes() if file.is_file() else None

    def files(self) -> dict[str, bytes]:
        """Everything that readers could get."""
        if self.kind == "branch":
            command = ["git", "-C", str(self.folder), "ls-tree", "-rz", "--name-only", "gh-pages"]
            listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            return {path: self.read(path) or b"" for path in listed.split("\0") if path}
        root = self._root.resolve()
        return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}

    def left_over(self) -> list[str]:
        """What should be nowhere after a publication."""
        signs = (".upload-*", ".gone-*", "*.publishing", ".current.new", ".*.??????")
        return [str(path) for sign in signs for path in self.folder.rglob(sign) if self.kind != "branch"]

    @property
    def _root(self) -> Path:
        return self.folder / "current" if self.has_releases else self.folder

    def save(self) -> None:
        """Remember how it is now."""
        shutil.copytree(self.folder, self._saved, symlinks=True)

    def clear(self) -> None:
        """Make it as it was before the first publication."""
        if self.kind == "branch":
            _git(self.folder, "update-ref", "-d", "refs/heads/gh-pages")
            return
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()

    def restore(self) -> None:
        """Make it as it was when it was saved."""
        self.clear()
        shutil.copytree(self._saved, self.folder, symlinks=True, dirs_exist_ok=True)

    @property
    def _saved(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}-saved")


@dataclass(frozen=True)
class Places:
    """Running servers: makes places in `folder`."""

    folder: Path
    ssh_port: int
    webdav_port: int

    def place(self, kind: str, name: str, project: Path) -> Place:
        """A new, empty place of a kind for the site of a project."""
        folder = self.folder / f"{kind}-{name}"
        folder.mkdir()
        user, port = getpass.getuser(), self.ssh_port
        path = f"{self.folder}/bin{os.pathsep}{os.environ['PATH']}"
        sftp = (
            f"rclone::sftp,host=127.0.0.1,user={user},port={port},key_file='{self.folder}/user',"
            f"known_hosts_file='{self.folder}/known-to-rclone':{folder}"
        )
        target = {
            "branch": "branch:gh-pages",
            "server": f"server:{user}@127.0.0.1:{folder}",
            "local": f"server:{folder}",
            "directory": f"rclone:{folder}",
            "webdav": f"rclone::webdav,url='http://127.0.0.1:{self.webdav_port}',vendor=other:{folder.name}",
            "sftp": sftp,
        }[kind]
        if kind == "branch":
            _git(folder, "init", "--quiet", "--bare")
            _git(project, "init", "--quiet")
            _git(project, "remote", "add", "origin", f"ssh://{user}@127.0.0.1{folder}")
            _git(project, "commit", "--quiet", "--allow-empty", "--message", "Start")
        return Place(kind, target, folder, {"PATH": path}, self.folder / "calls", self.folder / "sshd.pid")


@contextmanager
def running(folder: Path) -> Iterator[Places]:
    """Run the servers, with keys of their own, which the `ssh` in `folder`/bin knows."""
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    written = _SSHD.format(folder=folder, pid=folder / "sshd.pid", mark=MARK)
    (folder / "sshd").write_text(written, encoding="utf-8")
    (folder / "bin").mkdir()
    path = f"{os.environ['PATH']}{os.pathsep}/usr/sbin"
    sshd = shutil.which("sshd", path=path)
    assert sshd, ".ci/programs installs it"
    rclone = ["rclone", "serve", "webdav", str(folder), "--config=", "--dir-cache-time=10ms"]
    config = str(folder / "sshd")
    with ExitStack() as stack:
        serve = lambda command: stack.enter_context(server(command))  # noqa: E731
        port = serve(lambda at: [sshd, "-D", "-f", config, "-o", f"ListenAddress={at}"])
        (folder / "ssh").write_text(_SSH.format(folder=folder, port=port), encoding="utf-8")
        for name in _PROGRAMS:
            program = f"{shutil.which(name)} -F {folder}/ssh" if name == "ssh" else str(shutil.which(name))
            stand_in = folder / "bin" / name
            stand_in.write_text(_STAND_IN.format(folder=folder, program=program), encoding="utf-8")
            stand_in.chmod(0o755)
        key = " ".join((folder / "host.pub").read_text(encoding="utf-8").split()[:2])
        for name in ("known", "known-to-rclone"):
            (folder / name).write_text(f"[127.0.0.1]:{port} {key}\n", encoding="utf-8")
        yield Places(folder, port, serve(lambda at: [*rclone, "--addr", at]))


def _git(folder: Path, *arguments: str) -> None:
    person = ["-c", "user.name=Jana", "-c", "user.email=jana@web.example"]
    subprocess.run(["git", "-C", str(folder), *person, *arguments], check=True)
