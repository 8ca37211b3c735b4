"""Publications that are killed with all their processes, and what readers must find then."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.dom import minidom

from publishing.places import Place
from publishing.sessions import is_serving
from publishing.versions import SITE, Versions, file_of, ledger_of
from site_builder.ledger.entries import LEDGER
from site_builder.publishing.manifest import MANIFEST

_ADDRESS = re.compile(rb'(?:src|href)="/([^"]+)"')

_PATIENCE = 60.0
"""Seconds until a server must have ended what it does for a client that is gone."""

_QUIET = 1.0
"""Seconds without a change after which a server of which no more is to be learned has ended that."""


@dataclass(frozen=True)
class Run:
    """The site of `versions` published at `place`, in processes of their own."""

    versions: Versions
    place: Place

    def begin(self) -> subprocess.Popen[bytes]:
        self.place.calls.write_text("", encoding="utf-8")
        return subprocess.Popen(
            [sys.executable, "-m", "site_builder", "publish", self.place.target],
            cwd=self.versions.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env={**os.environ, **self.place.environment, "LC_ALL": "C.UTF-8"},
        )

    def complete(self) -> tuple[float, ...]:
        """Publish; the seconds that its start took, and each call of a program until the next one."""
        start = time.time()
        process = self.begin()
        told, _ = process.communicate()
        assert process.returncode == 0, told.decode()
        moments = [start, *self._calls(), time.time()]
        return tuple(after - before for before, after in pairwise(moments))

    def rehearse(self) -> tuple[float, ...]:
        """Publish the old site, which the place is saved with, then the new one: what `complete` tells of that."""
        self.versions.write(self.versions.old)
        self.complete()
        self.place.save()
        self.versions.write(self.versions.new)
        return self.complete()

    def _calls(self) -> list[float]:
        return [float(line) for line in self.place.calls.read_text(encoding="utf-8").split()]

    def kill(self, call: int, later: float) -> bool:
        """Begin to publish, and kill everything so many seconds after a call (0: the start); was it running still?"""
        process = self.begin()
        while len(self._calls()) < call and process.poll() is None:
            time.sleep(0.002)
        try:
            process.communicate(timeout=later)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):  # it has ended at that very moment
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        return process.returncode == -signal.SIGKILL

    def settle(self) -> None:
        """Wait until nothing changes there any more."""
        end = time.monotonic() + _PATIENCE
        while is_serving(self.place.sshd):
            assert time.monotonic() < end
            time.sleep(0.01)
        before, since = self._state(), time.monotonic()
        while self.place.kind == "webdav" and time.monotonic() < since + _QUIET:
            assert time.monotonic() < end
            time.sleep(0.05)
            if (now := self._state()) != before:
                before, since = now, time.monotonic()

    def _state(self) -> list[tuple[str, int, int]]:
        """What lies there, as far as it doesn't vanish while we look."""
        found = []
        for folder, _, names in os.walk(self.place.folder):
            for path in (Path(folder, name) for name in sorted(names)):
                with suppress(FileNotFoundError):
                    status = path.lstat()
                    found.append((str(path), status.st_size, status.st_mtime_ns))
        return sorted(found)

    def check(self) -> None:
        """Follow every address of the old site: each has what the old or the new site has there, whole."""
        for url in sorted(ledger_of(self.versions.old).urls):
            found = self._one_of_both(file_of(url))
            for address in _ADDRESS.findall(found):
                self._one_of_both(address.decode())
        for feed in ledger_of(self.versions.old).feeds:
            content = self._one_of_both(file_of(feed.url))
            for enclosure in minidom.parseString(content).getElementsByTagName("enclosure"):
                audio = self._one_of_both(enclosure.getAttribute("url").removeprefix(SITE))
                assert len(audio) == int(enclosure.getAttribute("length"))

    def _one_of_both(self, path: str) -> bytes:
        found = self.place.read(path)
        both = [version[path] for version in (self.versions.old, self.versions.new) if path in version]
        assert found is not None, f"{path} is gone"
        assert found in both, f"{path} is neither the old nor the new one"
        return found

    def phase(self) -> str:
        """How far the publication came."""
        return self._phase_on_server() if self.place.has_releases else self._phase_of_files()

    def _phase_on_server(self) -> str:
        releases = self.place.folder / "releases"
        if list(releases.glob(".upload-*")):
            return "uploading"
        if self._has(LEDGER):
            return "switched"
        return "uploaded, not switched" if len(list(releases.glob("[0-9]*"))) > 1 else "before the upload"

    def _phase_of_files(self) -> str:
        if self._has(LEDGER):
            return "deletions" if b'""' in (self.place.read(MANIFEST) or b"") else "all there"
        changed = {path for path, data in self.versions.new.items() if self.versions.old.get(path) != data}
        sent = "\n".join(path for path in changed if self._has(path))
        signs = ((".xml", "feeds"), (".html", "pages"), ("", "assets"))
        return next((name for sign, name in signs if sent and sign in sent), "nothing sent yet")

    def _has(self, path: str) -> bool:
        return self.place.read(path) == self.versions.new[path]

    def check_complete(self) -> None:
        """The place has the new site, and nothing more than what was kept of the old one on purpose."""
        files = self.place.files()
        files.pop(MANIFEST, None)
        older = files.keys() - self.versions.new.keys()
        assert {path: files[path] for path in files.keys() - older} == dict(self.versions.new)
        for path in older:
            assert re.search("[0-9a-f]{12}", path), f"{path} should be gone"
            assert files[path] == self.versions.old[path]
        left_over = self.place.left_over()
        assert not left_over, left_over
