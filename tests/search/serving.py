"""Hosts for the index: with byte ranges and without, which note what each answer costs."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from hosts import FileHost, hosted

_RANGE = re.compile(r"bytes=(\d+)-(\d+)")


@dataclass(frozen=True)
class Served:
    """A folder on `url`; `sent` are the bytes of each answer as a public host sends them: whole files in gzip."""

    url: str
    folder: Path
    ranges: bool
    sent: list[int]


class _Noting(FileHost):
    def __init__(self, *request: Any, ranges: bool, sent: list[int], directory: str) -> None:
        self.ranges, self.sent = ranges, sent
        super().__init__(*request, directory=directory)  # which answers the request

    def do_GET(self) -> None:  # noqa: N802 - the name is the library's
        if not self.ranges:
            del self.headers["Range"]
        part = _RANGE.fullmatch(self.headers.get("Range", ""))
        file = Path(self.translate_path(self.path))
        if part:
            self.sent.append(int(part[2]) - int(part[1]) + 1)
        else:
            self.sent.append(len(gzip.compress(file.read_bytes(), mtime=0)) if file.is_file() else 0)
        super().do_GET()


@contextmanager
def serving(folder: Path, *, ranges: bool) -> Iterator[Served]:
    """`folder` while it is served."""
    sent: list[int] = []
    with hosted(folder, partial(_Noting, ranges=ranges, sent=sent)) as url:
        yield Served(url, folder, ranges, sent)
