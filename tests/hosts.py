"""Hosts of folders on loopback: a plain one, which knows parts of files, and one that compresses as public ones do."""

from __future__ import annotations

import gzip
import http.server
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".vtt", ".webmanifest"}


class FileHost(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word, and parts of them as players ask for (RFC 9110, section 14)."""

    def do_GET(self) -> None:
        """The whole file, or the bytes from a place on.

        Never that it is as it was: Python's host asks for the second of its date, and two builds may share that.
        """
        del self.headers["If-Modified-Since"]
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if wanted is None or not path.is_file():
            super().do_GET()
            return
        data = path.read_bytes()
        first, last = int(wanted[1]), min(int(wanted[2] or len(data) - 1), len(data) - 1)
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(data)}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        self.wfile.write(data[first : last + 1])

    def end_headers(self) -> None:
        """Say that parts can be had."""
        self.send_header("Accept-Ranges", "bytes")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class CompressingHost(http.server.SimpleHTTPRequestHandler):
    """Serves whole files, to be kept for an hour: texts compressed where a browser takes them so, else as they are.

    What is missing has the site's own page.
    """

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """The file, or the page for missing ones."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        path = path if found else Path(self.directory) / "404.html"
        is_text = path.suffix in TEXT
        is_packed = is_text and "gzip" in self.headers.get("Accept-Encoding", "")
        data = compressed(path, path.stat().st_mtime_ns) if is_packed else path.read_bytes()
        self.send_response(200 if found else 404)
        kind = self.guess_type(path)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=3600")
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@cache
def compressed(path: Path, changed: int) -> bytes:
    """The text file as it goes over the wire; `changed` tells its versions apart."""
    return gzip.compress(path.read_bytes(), 6)


class Server(http.server.ThreadingHTTPServer):
    """Answers many requests at once."""

    request_queue_size = 64
    """With the usual five, some of eight requests at once wait for a second."""


@contextmanager
def hosted(folder: Path, host: Callable[..., http.server.BaseHTTPRequestHandler] = FileHost) -> Iterator[str]:
    """The URL of `folder`, with a slash at its end, while it is served."""
    handler = partial(host, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
