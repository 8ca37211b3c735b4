"""A host on loopback that publishes a folder as it should be, but for the faults that a test gives it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote

from host_headers import blocks, by_cloudflare
from hosts import Server


@dataclass(frozen=True)
class Fault:
    """What is otherwise than it should be: `body` makes another of the right one, a header of None isn't sent.

    `breaks` is how often the connection is cut without an answer.
    """

    status: int = 0
    headers: Mapping[str, str | None] = field(default_factory=dict)
    body: Callable[[bytes], bytes] = lambda body: body
    breaks: int = 0


@dataclass
class Host:
    """`url` has a slash at its end; `faults` are by the path that is asked for.

    The version of an asset (`?v=…`) makes no other path. `headers` are sent with all files in the
    place of those that `_headers` says.
    """

    url: str
    folder: Path
    faults: dict[str, Fault] = field(default_factory=dict)
    headers: dict[str, str | None] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, host: Host, *arguments: object) -> None:
        self.host = host
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """The file, a part of it or the page for missing ones; with its fault."""
        path = self.path
        self.host.asked.append(f"{self.command} {path}")
        fault = self.host.faults.get(path.partition("?v=")[0]) or Fault()
        if self.host.asked.count(f"{self.command} {path}") <= fault.breaks:
            self.close_connection = True
            return
        file = self.host.folder / unquote(path.partition("?")[0]).lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        status = 200 if file.is_file() else 404
        body = fault.body((file if file.is_file() else self.host.folder / "404.html").read_bytes())
        kind = guess_type(file)[0] if status == 200 else "text/html"
        if status == 200 and self.headers.get("Range"):
            status, body = 206, body[:1]
        headers = {
            **by_cloudflare(blocks((self.host.folder / "_headers").read_text("utf-8")), path),
            "Accept-Ranges": "bytes",
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            **self.host.headers,
            **fault.headers,
        }
        self.send_response_only(fault.status or status)
        for name, value in headers.items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def do_HEAD(self) -> None:
        """The same without its body."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def publishing(folder: Path) -> Iterator[Host]:
    """A host of `folder`, while it is needed."""
    host = Host("", folder)
    with Server(("127.0.0.1", 0), partial(_Handler, host)) as server:
        host.url = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield host
        finally:
            server.shutdown()
