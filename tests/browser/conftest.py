"""The real site, built once, behind a plain file server, and a real browser to look at it with."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from site_builder.plugin import build_site

ROOT = Path(__file__).parents[2]


class FileHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word, and parts of them as players ask for (RFC 9110, section 14)."""

    def do_GET(self) -> None:
        """The whole file, or the bytes from a place on."""
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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, monkeypatch_session: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of the real site, served from its own folder with no host of its own."""
    folder = tmp_path_factory.mktemp("site")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(FileHandler, directory=str(folder)))
    url = f"http://127.0.0.1:{server.server_port}/"
    monkeypatch_session.setenv("SITE_URL", url)
    assert build_site(ROOT, folder).project.is_publishable
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield url
    server.shutdown()


@pytest.fixture(scope="session")
def monkeypatch_session() -> Iterator[pytest.MonkeyPatch]:
    """Like `monkeypatch`, for the whole session."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture
def desktop(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A window of a desktop computer."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def without_scripts(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A phone whose browser runs no scripts."""
    context = browser.new_context(
        base_url=site, viewport={"width": 390, "height": 800}, java_script_enabled=False
    )
    yield context
    context.close()
