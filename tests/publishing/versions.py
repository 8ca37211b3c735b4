"""Two versions of a little site as folders, with ledgers: what changes between them is of every sort."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sites import copy_site

from site_builder.ledger.entries import (
    LEDGER,
    Ledger,
    PublishedFeed,
    PublishedItem,
    PublishedPage,
    PublishedRedirect,
)
from site_builder.ledger.written import as_json, from_json

SITE = "https://web.example/"
AUDIO = b"\xff\xfb" + b"audio" * 400

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Versions:
    """A project, and its site in two versions (`old`, `new`), each in a folder of its own."""

    root: Path
    old: Files
    new: Files

    def write(self, version: Files) -> None:
        """Make the project's site that version."""
        shutil.rmtree(self.root / "site", ignore_errors=True)
        for path, data in version.items():
            (self.root / "site" / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / "site" / path).write_bytes(data)


def ledger_of(files: Files) -> Ledger:
    return from_json(files[LEDGER])


def file_of(url: str) -> str:
    """The file that answers an address."""
    return url.lstrip("/") + ("index.html" if url.endswith("/") else "")


def make_versions(folder: Path, pages: int = 4) -> Versions:
    """A project in `folder`, with a site of so many pages that stay, half of which change."""
    return Versions(copy_site(None, folder), version(1, pages), version(2, pages))


def version(number: int, pages: int = 4) -> dict[str, bytes]:
    """The site in its first, second, … version: page 0 changes with each, every other page with every second.

    From the second one on there is a new page, and an old one leads to it.
    """
    index = f"hledat/index/{digest(f'index {number}')}/w0.json"
    picture = f"media/pictures/foto-{digest(f'picture {number}')}-480.webp"
    urls = ["/", *(f"/clanky/c{each}/" for each in range(pages))]
    changes = {url: number if each % 2 == 0 else 1 for each, url in enumerate(urls)}
    files = {
        "assets/site.css": b"body {}",
        "assets/site.js": f"// {number}".encode(),
        "sw.js": f"// keeps {number}".encode(),
        "hledat/index/index.json": f'{{"number": "{index}"}}'.encode(),
        index: f'["{number}"]'.encode() * 200,
        picture: f"picture {number}".encode() * 500,
        "podcast/audio/dil.mp3": AUDIO,
        f"podcast/audio/dil{number}.mp3": AUDIO * number,
        "podcast/feed-2.xml": feed(["dil"]),
        "podcast/feed.xml": feed(["dil", *(f"dil{each}" for each in range(1, number + 1))]),
        "sitemap.xml": f"<urlset><!-- {number} --></urlset>".encode(),
        ".nojekyll": b"",
        "404.html": b"<!DOCTYPE html><p>Nic tu nen\xc3\xad</p></html>",
    }
    files |= {f"podcast/audio/dil{each}.mp3": AUDIO * each for each in range(1, number)}
    files |= {file_of(url): page(url, changes[url], picture) for url in urls}
    redirects = []
    stays = "/stary/"
    if number == 1:
        urls.append(stays)
        files[file_of(stays)] = page(stays, 1, picture)
    else:
        urls.append("/novy/")
        redirects.append(PublishedRedirect(stays, "/novy/"))
        files["novy/index.html"] = page("/novy/", number, picture)
        files[file_of(stays)] = b'<!DOCTYPE html><meta http-equiv="refresh" content="0; url=/novy/"></html>'
    names = ["dil", *(f"dil{each}" for each in range(1, number + 1))]
    ledger = Ledger(
        SITE,
        tuple(PublishedPage(url, "cs") for url in urls),
        tuple(redirects),
        (PublishedFeed("/podcast/feed.xml", "cs", tuple(map(item, names))),),
    )
    return {**files, LEDGER: as_json(ledger)}


def page(url: str, number: int, picture: str) -> bytes:
    """A page of some kB; those that change show the picture of their version."""
    shown = f'<img src="/{picture}">' if number > 1 else ""
    text = f"<p>{url} {number}</p>\n" * 150
    return f'<!DOCTYPE html><link rel="stylesheet" href="/assets/site.css">{shown}{text}</html>'.encode()


def feed(names: list[str]) -> bytes:
    items = "".join(
        f'<item><guid>{name}</guid><enclosure url="{SITE}podcast/audio/{name}.mp3" length="{size(name)}"/></item>'
        for name in names
    )
    return f"<rss><channel>{items}</channel></rss>".encode()


def item(name: str) -> PublishedItem:
    data = audio(name)
    return PublishedItem(
        name,
        "2026-03-01T05:00:00Z",
        "/",
        f"/podcast/audio/{name}.mp3",
        len(data),
        "audio/mpeg",
        hashlib.sha256(data).hexdigest(),
    )


def audio(name: str) -> bytes:
    return AUDIO * int(name.removeprefix("dil") or 1)


def size(name: str) -> int:
    return len(audio(name))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
