"""Storages of three kinds and the host that makes them public: real servers on loopback, over one folder."""

from __future__ import annotations

import itertools
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

KINDS = ("directory", "webdav", "s3")

_PATIENCE = 60.0
"""Seconds until a server must answer."""


@dataclass(frozen=True)
class Storage:
    """A storage: what content/site.yml says of it, and the folder of this machine that its files are in."""

    remote: str
    url: str
    folder: Path

    @property
    def setting(self) -> str:
        return f'storage: {{remote: "{self.remote}", url: "{self.url}"}}\n'


@dataclass(frozen=True)
class Servers:
    """The running servers: their ports, and the folder whose folders are storages."""

    folder: Path
    webdav: int
    s3: int
    public: int
    numbers: Iterator[int]

    def storage(self, kind: str) -> Storage:
        """A new, empty storage of a kind."""
        folder = self.folder / f"{kind}{next(self.numbers):03}"
        folder.mkdir()
        remote = {
            "directory": str(folder),
            "webdav": f":webdav,url='http://127.0.0.1:{self.webdav}',vendor=other:{folder.name}",
            "s3": f":s3,provider=Other,endpoint='http://127.0.0.1:{self.s3}',env_auth=true:{folder.name}",
        }[kind]
        return Storage(remote, f"http://127.0.0.1:{self.public}/{folder.name}", folder)


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Servers for the tests of a module, each of which takes storages of its own."""
    folder = tmp_path_factory.mktemp("storages")
    # Tests write behind rclone's back, so it may remember next to nothing; without any time it would clean up all the
    # time, and a processor with it.
    rclone = ["--config=", "--dir-cache-time=10ms"]
    with ExitStack() as stack:
        serve = lambda command: stack.enter_context(server(command))  # noqa: E731
        yield Servers(
            folder,
            serve(lambda at: ["rclone", "serve", "webdav", str(folder), *rclone, "--addr", at]),
            serve(lambda at: ["rclone", "serve", "s3", str(folder), *rclone, "--addr", at]),
            serve(lambda at: ["caddy", "file-server", "--root", str(folder), "--listen", at]),
            itertools.count(1),
        )


@pytest.fixture(params=KINDS)
def storage(request: pytest.FixtureRequest, servers: Servers, monkeypatch: pytest.MonkeyPatch) -> Storage:
    """An empty storage, once of each kind."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "editor")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    return servers.storage(request.param)


@contextmanager
def server(command: Callable[[str], list[str]]) -> Iterator[int]:
    """Run a server at a free port of loopback until it is no longer needed; its port."""
    with reserved_port() as port:
        process = subprocess.Popen(
            command(f"127.0.0.1:{port}"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "XDG_DATA_HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent"},
        )
        try:
            _wait_for(process, port)
            yield port
        finally:
            process.kill()
            process.wait()


@contextmanager
def reserved_port() -> Iterator[int]:
    """A port of loopback that no other process is given as a free one while a server that knows it may listen there.

    For Linux it is enough that both ends say `SO_REUSEADDR`, as servers do, and that this one doesn't listen.
    """
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        assert process.poll() is None, f"the server has ended: {process.args!r}"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return
