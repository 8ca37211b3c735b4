"""rclone: the program that reaches storage of any kind (https://rclone.org), called with JSON in and out.

Credentials are rclone's own business: its environment variables, or the configuration of a named remote.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Any

from ..languages import mark
from ..refusals import RefusalError

Progress = Callable[[int], object]
"""Told how many more bytes have gone."""

_NAMED = re.compile("[^:/]+:")
"""A remote that a configuration describes; `:s3,…:bucket` and `/a/folder` say everything themselves."""

_NO_FOLDER, _NO_FILE = 3, 4
"""Exit statuses (https://rclone.org/docs/#list-of-exit-codes)."""

PART = ".publishing"
"""At the end of the names of files that are still being copied, after a point and eight hexadecimal digits."""

_FROM_INPUT = ("--files-from-raw=-",)

_PATIENCE = ("--contimeout=20s", "--timeout=60s", "--retries=2", "--low-level-retries=3")
"""20 s for a connection and 60 s without a byte before another attempt: nothing waits for ever."""


class StorageError(RefusalError):
    """The storage can't be reached or refuses."""

    def __init__(self, error: str) -> None:
        """`error` is rclone's own text, in English."""
        super().__init__(mark("The storage fails: {error}"), error=error)


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in the storage: `size` in bytes, `hashes` (hex) by their names, as far as the storage knows them."""

    name: str
    size: int
    hashes: dict[str, str]


def find_rclone() -> str | None:
    """The machine's rclone, else that of this Python's environment."""
    return shutil.which("rclone") or shutil.which("rclone", path=sysconfig.get_path("scripts"))


@dataclass(frozen=True)
class Rclone:
    """rclone (`program`) for the files below `remote`, run in the project's folder `root`. Raises `StorageError`."""

    program: str
    remote: str
    root: Path

    @cached_property
    def is_atomic(self) -> bool:
        """Whether a file is there whole or not at all, as in object stores (S3, Azure, …).

        Elsewhere (a directory, WebDAV, SFTP) an upload that breaks off may leave its beginning under its name.
        """
        return bool(self._features.get("Features", {}).get("BucketBased"))

    @cached_property
    def renames_uploads(self) -> bool:
        """Whether `copy` gives a file its name when it is whole, as it does in a directory and by SFTP."""
        return bool(self._features.get("Features", {}).get("PartialUploads"))

    @cached_property
    def _features(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._find("backend", "features", paths=[self.remote]) or b"{}")
        return found

    def stat(self, name: str) -> Stored | None:
        """The file `name` with its hashes, None where it isn't there."""
        flags = ("--stat", "--hash", "--hash-type=sha256", "--hash-type=md5")
        found = json.loads(self._find("lsjson", *flags, paths=[self._at(name)]) or b"null")
        return None if found is None or found["IsDir"] else _stored(name, found)

    def files(self) -> tuple[Stored, ...]:
        """All files, without hashes."""
        return self.listing()[0]

    def listing(self) -> tuple[tuple[Stored, ...], frozenset[str]]:
        """All files, without hashes, and the names of all folders."""
        flags = ("--recursive", "--no-modtime", "--no-mimetype")
        found = json.loads(self._find("lsjson", *flags, paths=[self.remote]) or b"[]")
        files = tuple(_stored(each["Path"], each) for each in found if not each["IsDir"])
        return files, frozenset(each["Path"] for each in found if each["IsDir"])

    def sha256(self, name: str) -> str:
        """The SHA-256 (hex) of file `name`, counted here over all its bytes."""
        return (
            self._find("hashsum", "sha256", "--download", paths=[self._at(name)]).decode().partition(" ")[0]
        )

    def upload(self, path: str, name: str, media_type: str, progress: Progress) -> None:
        """Copy file `path` of the project to `name`; what is there already is never changed."""
        flags = [f"--header-upload=Content-Type: {media_type}"] if self.is_atomic else ["--inplace"]
        self._run("copyto", "--immutable", *flags, paths=[path, self._at(name)], progress=progress)

    def rename(self, name: str, new: str) -> None:
        """Give file `name` the name `new`; what is there already is never changed."""
        self._run("moveto", "--immutable", paths=[self._at(name), self._at(new)])

    def download(self, name: str, path: str, progress: Progress) -> None:
        """Copy file `name` to `path` in the project, which is there with its first byte."""
        self._run("copyto", "--inplace", paths=[self._at(name), path], progress=progress)

    def read(self, name: str) -> bytes:
        """The bytes of file `name`, which is there."""
        return self._run("cat", paths=[self._at(name)])

    def copy(
        self, folder: Path, names: Iterable[str], to: str, progress: Progress, *, uncached: bool
    ) -> None:
        """Copy the files `names` of `folder` into the folder `to` over what is there, unless it has the same bytes.

        `uncached` tells browsers to ask for them again each time, where that is said with the upload.
        """
        compared = "--checksum" if self._features.get("Hashes") else "--ignore-times"
        headers = ["--header-upload=Cache-Control: no-cache"] if uncached and self.is_atomic else []
        flags = ("--no-traverse", "--no-update-modtime", f"--partial-suffix={PART}", compared, *headers)
        paths = [str(folder), self._at(to)]
        self._run("copy", *_FROM_INPUT, *flags, paths=paths, given=names, progress=progress)

    def move(self, folder: str, names: Iterable[str]) -> None:
        """Give the files `names` of `folder`, which has no others, the same names outside of it, over what is there.

        rclone would delete what is there first, if it looked for it.
        """
        flags = ("--no-traverse", "--no-check-dest")
        self._run("move", *_FROM_INPUT, *flags, paths=[self._at(folder), self.remote], given=names)
        self.delete_empty(folder)

    def delete(self, names: Iterable[str]) -> None:
        """Delete the files `names`."""
        self._run("delete", *_FROM_INPUT, "--no-traverse", paths=[self.remote], given=names)

    def delete_empty(self, folder: str) -> None:
        """Delete `folder` with those in it, as far as there is no file in them; it needn't be there."""
        if json.loads(self._find("lsjson", "--stat", paths=[self._at(folder)]) or b"null"):
            self._run("rmdirs", paths=[self._at(folder)])

    def _at(self, name: str) -> str:
        """`:` ends a remote's name: a slash behind it would mean the root of a server, not the user's folder."""
        if not name:
            return self.remote
        return self.remote + name if self.remote.endswith((":", "/")) else f"{self.remote}/{name}"

    def _find(self, *command: str, paths: Iterable[str]) -> bytes:
        """What rclone prints; nothing where it finds nothing."""
        return self._run(*command, paths=paths, passed=(_NO_FOLDER, _NO_FILE))

    def _run(
        self,
        *command: str,
        paths: Iterable[str],
        given: Iterable[str] = (),
        progress: Progress | None = None,
        passed: Iterable[int] = (),
    ) -> bytes:
        """What rclone prints. It reads the lines `given`; the exit statuses `passed` are no failures."""
        config = () if _NAMED.match(self.remote) else ("--config=",)
        stats = ("--stats=200ms", "--stats-log-level=NOTICE") if progress else ("--stats=0",)
        common = (*config, "--ask-password=false", "--use-json-log", *_PATIENCE, *stats)
        with (
            tempfile.TemporaryFile() as output,
            _lines(given) as lines,
            subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
                [self.program, *common, *command, "--", *paths],
                cwd=self.root,
                stdin=lines,
                stdout=output,
                stderr=subprocess.PIPE,
            ) as process,
        ):
            assert process.stderr
            errors = _follow(process.stderr, progress)
            status = process.wait()
            if status in passed:
                return b""
            if status:
                raise StorageError(errors[-1] if errors else f"rclone: {status}")
            output.seek(0)
            return output.read()


def _lines(given: Iterable[str]) -> IO[bytes]:
    """A file with the lines `given`, to be read from its beginning."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    file.writelines(f"{line}\n".encode() for line in given)
    file.seek(0)
    return file


def _follow(log: Iterable[bytes], progress: Progress | None) -> list[str]:
    """Tell `progress` what the lines of `log` say while they come; the errors among them."""
    errors = []
    done = 0
    for line in log:
        entry = _entry(line)
        if progress and "stats" in entry:
            progress(entry["stats"]["bytes"] - done)
            done = entry["stats"]["bytes"]
        elif entry["level"] in ("error", "critical"):
            errors.append(entry["msg"])
    return errors


def _entry(line: bytes) -> dict[str, Any]:
    """A line of the log; what isn't JSON is said by rclone before it reads its flags, or by Go as it dies."""
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    return found if isinstance(found, dict) and "level" in found else {"level": "error", "msg": _text(line)}


def _text(line: bytes) -> str:
    return line.decode(errors="replace").strip()


def _stored(name: str, found: dict[str, Any]) -> Stored:
    return Stored(name, found["Size"], found.get("Hashes") or {})
