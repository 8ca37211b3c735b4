"""Readers who ask a web server for everything, again and again, while publications switch under it."""

from __future__ import annotations

import re
import shutil
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from getpass import getuser
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from media.servers import server

from publishing.versions import Files, Versions, file_of, ledger_of
from site_builder.publishing.server import look
from site_builder.publishing.site import read_site
from site_builder.publishing.target import ServerTarget

_NGINX = """
daemon off; user {user}; pid {folder}/pid; error_log {folder}/errors; worker_processes 2;
events {{}}
http {{
    include /etc/nginx/mime.types; access_log off; keepalive_requests 1000000;
    client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
    server {{ listen {at}; root {root}; }}
}}
"""

_PICTURES = re.compile(rb'src="(/[^"]+)"')


@dataclass
class Readers:
    """What readers got: how often (`answers`), and what was wrong (`errors`)."""

    port: int
    right: dict[str, set[bytes]]
    answers: int = 0
    errors: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    is_over: threading.Event = field(default_factory=threading.Event)

    def read(self) -> None:
        """Ask for everything, with the pictures of each page right behind it, until it is over."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        while not self.is_over.is_set():
            for url in self.right:
                body = self._get(connection, url)
                for picture in _PICTURES.findall(body):
                    self._get(connection, picture.decode())

    def _get(self, connection: HTTPConnection, url: str) -> bytes:
        try:
            connection.request("GET", url)
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, HTTPException) as error:
            self.errors.append(f"{url}: {error!r}")
            connection.close()
            return b""
        self.answers += 1
        self.statuses[answer.status] += 1
        if answer.status != 200:
            self.errors.append(f"{url}: {answer.status}")
        elif url in self.right and body not in self.right[url]:
            self.errors.append(f"{url}: {len(body)} bytes that no version has")
        return body


@contextmanager
def web_server(kind: str, root: Path, folder: Path) -> Iterator[int]:
    """nginx or Caddy with its root at `root`; its port."""

    def command(at: str) -> list[str]:
        if kind == "caddy":
            return ["caddy", "file-server", "--root", str(root), "--listen", at]
        program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
        assert program, ".ci/programs installs it"
        (folder / "nginx").write_text(
            _NGINX.format(user=getuser(), folder=folder, at=at, root=root), encoding="utf-8"
        )
        return [program, "-c", str(folder / "nginx")]

    with server(command) as port:
        yield port


def publish_under_load(
    kind: str, versions: Versions, several: Sequence[Files], times: int, readers: int, folder: Path
) -> tuple[Readers, float]:
    """Publish `several` versions in turn while so many read; what they got, and the seconds that it took."""
    target = ServerTarget("", str(folder / "www"))
    common = set.intersection(*(set(ledger_of(files).urls) for files in several))
    right = {url: {files[file_of(url)] for files in several} for url in sorted(common)}
    sites = []
    for number, files in enumerate(several):
        versions.write(files)
        kept = (versions.root / "site").rename(folder / f"site{number}")
        sites.append(read_site(kept, ledger_of(files)))
    look(target, 5).put(sites[0], lambda _: None)
    with web_server(kind, folder / "www/current", folder) as port:
        found = Readers(port, right)
        threads = [threading.Thread(target=found.read) for _ in range(readers)]
        for thread in threads:
            thread.start()
        start = time.monotonic()
        try:
            for number in range(1, times + 1):
                assert look(target, 5).put(sites[number % len(sites)], lambda _: None)
        finally:
            found.is_over.set()
            for thread in threads:
                thread.join()
        return found, time.monotonic() - start
