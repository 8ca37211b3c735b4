"""A built site behind a server that compresses, as public hosts do."""

from __future__ import annotations

import gzip
import http.server
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from site_builder.plan.frame import Page
from site_builder.plugin import build_site

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".vtt", ".webmanifest"}


@dataclass(frozen=True)
class Site:
    """A site that is served at `url` (with a slash at the end) from `folder`.

    `pages` are the URL paths of all its HTML files without the first slash; `kinds` has, for each kind of page, the
    one that says the most.
    """

    url: str
    folder: Path
    pages: tuple[str, ...]
    kinds: dict[str, str]
    languages: tuple[str, ...]


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves a folder: texts compressed for browsers that take them so, everything to be kept for an hour."""

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


@contextmanager
def served(root: Path, folder: Path) -> Iterator[Site]:
    """The site of the project at `root`, built into `folder`, while it is served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    url = f"http://127.0.0.1:{server.server_port}/"
    before = os.environ.get("SITE_URL")
    os.environ["SITE_URL"] = url  # canonical addresses lead to where the site is judged
    try:
        built = build_site(root, folder)
    finally:
        os.environ.pop("SITE_URL") if before is None else os.environ.update(SITE_URL=before)
    assert built.project.site is not None
    assert built.project.is_publishable, built.project.problems
    kinds = {"missing": "404.html", **_kinds(folder, built.project.site.pages)}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Site(url, folder, all_pages(folder), kinds, tuple(built.project.site.chromes))
    finally:
        server.shutdown()
        server.server_close()


def _kinds(folder: Path, pages: Iterable[Page]) -> dict[str, str]:
    """The largest page of each kind, by its layout and what it is about."""
    ordered = sorted(pages, key=lambda page: (folder / page.url[1:] / "index.html").stat().st_size)
    views = ((page, page.view()) for page in ordered)
    return {f"{view.layout} {view.kind}": page.url[1:] for page, view in views}


def all_pages(folder: Path) -> tuple[str, ...]:
    """The URL paths of all HTML files in `folder`."""
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return tuple(sorted(path.removesuffix("index.html") for path in files))
