"""How long an edit takes to be seen in `mkdocs serve`."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

EDITS = 5
PATIENCE = 300.0
PAUSE = 0.02


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, text: str, server: subprocess.Popen[bytes]) -> float:
    """Seconds until the page at `url` holds `text`."""
    start = monotonic()
    while monotonic() - start < PATIENCE and server.poll() is None:
        try:
            with urlopen(url, timeout=PATIENCE) as answer:
                if text in answer.read().decode():
                    return monotonic() - start
        except (URLError, ConnectionError):
            pass
        sleep(PAUSE)
    raise SystemExit(f"{text!r} never appeared at {url}")


def seconds_to_see_an_edit(site: Path, environment: Mapping[str, str]) -> tuple[float, float]:
    """Serve `site`: seconds to the first page, and from saving an article to reading it (median)."""
    article = min(path for path in (site / "content/articles").glob("*.cs.md"))
    title = re.search(r'^title: "(.*)"$', article.read_text(encoding="utf-8"), re.MULTILINE)
    assert title
    host = f"127.0.0.1:{_free_port()}"
    url = f"http://{host}/clanky/{article.name.removesuffix('.cs.md')}/"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", host],
        cwd=site,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        first = _wait_for(url, title[1], server)
        edits = []
        for number in range(EDITS):
            sleep(2)
            with article.open("a", encoding="utf-8") as file:
                file.write(f"\nEdit{number}seen.\n")
            edits.append(_wait_for(url, f"Edit{number}seen", server))
    finally:
        server.terminate()
        server.wait()
    return first, median(edits)
