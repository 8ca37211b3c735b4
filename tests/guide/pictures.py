"""Makes the pictures of the editors' guide and of the README from the real thing: `make guide`.

The editor and the preview work on copies of the project; what they show is what they show editors.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from admin.session import editing
from hosts import hosted
from judges.chromium import launched
from playwright.sync_api import Browser, Error, Page

from site_builder.plugin import build_site

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "content/editors-guide"
WIDTH = 1100
EPISODE = {"cs": "podcast/koncepce-bydleni/", "en": "en/podcast/what-is-the-competence-centre/"}

ARTICLE = {
    "cs": (
        "Noční autobus",
        "Město pustilo autobusy i po půlnoci. Kdo v nich jezdí?",
        "Autobus jezdí od října.",
    ),
    "en": (
        "A Night Bus",
        "A town lets its buses run after midnight. Who rides in them?",
        "The bus runs since October.",
    ),
}
MISTAKEN = """---
title: Noční autobus
popis: Kdo jezdí po půlnoci?
date: 1. 3. 2026
topics: [bydleni]
---
[Belgický příklad](../papilon/index.cs.md)
"""


def project(folder: Path) -> Path:
    """A copy of the project's content at `folder`, without the guide, whose pictures may be missing."""
    for name in ("content", "podcast", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.rmtree(folder / GUIDE.relative_to(ROOT))
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


@contextmanager
def preview(folder: Path, language: str) -> Iterator[str]:
    """The address of a preview of the project in `folder`, its messages in `language`."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{found.getsockname()[1]}"
    command = [sys.executable, "-m", "site_builder", "serve", "--address", host, str(folder)]
    server = subprocess.Popen(command, env={**os.environ, "LC_ALL": f"{language}_XX.UTF-8"})
    try:
        yield f"http://{host}/"
    finally:
        server.terminate()
        server.wait()


def window(
    browser: Browser, url: str, height: int, *, width: int = WIDTH, scale: float = 1.5, language: str = "cs"
) -> Page:
    """A page at `url`, its window in CSS pixels; at a `scale` of 1.5 its picture is sharp enough for print."""
    page = browser.new_page(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        reduced_motion="reduce",
        locale=language,
    )
    for _ in range(100):
        with suppress(Error):  # the preview isn't there yet
            page.goto(url)
            return page
        page.wait_for_timeout(200)
    raise TimeoutError(url)


def form(browser: Browser, site: str, folder: Path, language: str, target: str) -> None:
    """The form of a new article, as far as it is filled in."""
    with editing(browser, site, folder, "admin/" if language == "cs" else "en/admin/") as session:
        session.open("collections/articles/new")
        for name, text in zip(("title", "description", "body"), ARTICLE[language], strict=True):
            session.fill(name, text)
        session.page.set_viewport_size({"width": 1280, "height": 900})
        session.page.wait_for_timeout(1500)
        session.page.screenshot(path=GUIDE / target)


def main() -> None:
    """Make all pictures anew."""
    with TemporaryDirectory() as name, launched() as browser:
        folder = project(Path(name) / "project")
        built = build_site(folder, Path(name) / "site").folder
        with hosted(built) as site:
            form(browser, site, folder, "cs", "editor-clanek.png")
            form(browser, site, folder, "en", "editor-article.png")
            home = window(browser, site, 1150, width=1280, scale=0.75)
            home.screenshot(path=ROOT / "docs/home.png")
            for language, target in (("cs", "epizoda.png"), ("en", "episode.png")):
                page = window(browser, site + EPISODE[language], 1000, language=language)
                page.screenshot(path=GUIDE / target)
        (folder / "content/articles/nocni-autobus.cs.md").write_text(MISTAKEN, encoding="utf-8")
        for language, target in (("cs", "nahled-chyby.png"), ("en", "preview-problems.png")):
            with preview(folder, language) as address:
                page = window(browser, address + "problems.html", 700, language=language)
                page.screenshot(path=GUIDE / target)


if __name__ == "__main__":
    main()
