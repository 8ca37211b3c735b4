"""Servers for the index: with byte ranges and without, which note what they are asked for."""

from __future__ import annotations

import gzip
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import ClassVar

from browser.conftest import FileHandler

_RANGE = re.compile(r"bytes=(\d+)-(\d+)")


@dataclass
class Served:
    """A folder on `url`; `sent` are the bytes of each answer as a public host sends them: whole files in gzip."""

    url: str
    folder: Path
    ranges: bool
    sent: list[int] = field(default_factory=list)

    def note(self, path: str, wanted: str) -> None:
        part = _RANGE.fullmatch(wanted)
        if self.ranges and part:
            self.sent.append(int(part[2]) - int(part[1]) + 1)
            return
        file = self.folder / path.lstrip("/")
        self.sent.append(len(gzip.compress(file.read_bytes(), mtime=0)) if file.is_file() else 0)


class _Noting(FileHandler):
    served: ClassVar[dict[int, Served]] = {}

    def do_GET(self) -> None:  # noqa: N802 - the name is the library's
        served = self.served[self.server.server_port]  # type: ignore[attr-defined]
        served.note(self.path, self.headers.get("Range", ""))
        if not served.ranges:
            del self.headers["Range"]
        super().do_GET()


@contextmanager
def serving(folder: Path, *, ranges: bool) -> Iterator[Served]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Noting, directory=str(folder)))
    served = Served(f"http://127.0.0.1:{server.server_port}", folder, ranges)
    _Noting.served[server.server_port] = served
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield served
    server.shutdown()
    server.server_close()
