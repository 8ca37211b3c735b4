"""Caddy and nginx, configured as docs/hosting.md says, answer as the site's `_headers` wants and as players need."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from host_headers import blocks, by_cloudflare

from .servers import SERVERS, configuration

SOUND = "/podcast/audio/prvni.cs.mp3"
FEED = "/podcast/feed.xml"
PAGE = "/clanky/nocleh/"
ASKED = (
    *(
        "/",
        "/en/",
        PAGE,
        "/podcast/prvni-dil/embed/",
        "/en/podcast/first-episode/embed/",
        "/admin/",
        "/en/admin/",
    ),
    *(
        "/admin/editor.js",
        "/sw.js",
        "/assets/site.css",
        "/published.json",
        FEED,
        "/en/podcast/feed.xml",
        "/atom.xml",
    ),
    *(SOUND, "/podcast/audio/a.m4a", "/podcast/audio/show/b.opus", "/podcast/transcripts/a.vtt"),
    *("/podcast/transcripts/a.srt", "/podcast/chapters/a.json", "/media/articles/a.svg", "/media/a.pdf"),
    *("/media/pictures/a-0123.webp", "/media/cards/a-0123.png", "/sitemap.xml"),
)
BARE = "/starý-web.php"
OLD = f"/{'velmi-dlouha-stara-adresa-' * 6}stranky/"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Host:
    """A running server, and the folder that it serves."""

    url: str
    folder: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=10)
        connection.request(
            method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


@pytest.fixture(scope="module")
def www(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What stands for /srv/www: a publication of the site, with files of all types, and the link to it."""
    www = tmp_path_factory.mktemp("www")
    release = www / "releases/one"
    shutil.copytree(built, release)
    (www / "current").symlink_to("releases/one")
    for path in ASKED:
        file = release / (f"{path[1:]}index.html" if path.endswith("/") else path[1:])
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"0123456789" * 10)
    (release / "redirects.nginx.map").write_text(f'"{OLD}" "{PAGE}";\n"{BARE}" "{PAGE}";\n', "utf-8")
    (release / "redirects.apache.map").write_text(f"# A list\n{OLD} {PAGE}\n{BARE} {PAGE}\n", "utf-8")
    return www


@pytest.fixture(scope="module", params=SERVERS)
def host(
    request: pytest.FixtureRequest, www: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Host]:
    with SERVERS[request.param](www, tmp_path_factory.mktemp(request.param)) as url:
        yield Host(url, www / "current")


def test_all_files_have_the_headers_that_the_site_asks_for(host: Host) -> None:
    rules = blocks((host.folder / "_headers").read_text("utf-8"))
    ours = {name.lower() for rule in rules for name in rule.set if name != "Content-Type"}
    for path in ASKED:
        answer = host.ask(path)
        assert answer.status == 200, path
        wanted = {name.lower(): value for name, value in by_cloudflare(rules, path).items()}
        assert {name: answer.headers.get(name) for name in wanted} == wanted, path
        assert answer.headers.keys() & ours == wanted.keys() & ours, path


def test_texts_are_in_utf_8_and_feeds_are_xml(host: Host) -> None:
    for path, kind in ((PAGE, "text/html"), (FEED, "text/xml"), ("/assets/site.css", "text/css")):
        assert host.ask(path).headers["content-type"] == f"{kind}; charset=utf-8"


def test_players_learn_how_long_the_audio_is_and_jump_in_it(host: Host) -> None:
    sound = (host.folder / SOUND[1:]).read_bytes()
    for method, body in (("HEAD", b""), ("GET", sound)):
        answer = host.ask(SOUND, method, Accept_Encoding="gzip")
        assert (answer.status, answer.body) == (200, body)
        assert answer.headers["content-length"] == str(len(sound))
        assert answer.headers["content-type"] == "audio/mpeg"
        assert answer.headers["accept-ranges"] == "bytes"
        assert "content-encoding" not in answer.headers


@pytest.mark.parametrize("asked", ["bytes=0-99", "bytes=100-", "bytes=-50"])
def test_a_part_of_the_audio_is_a_part(host: Host, asked: str) -> None:
    sound = (host.folder / SOUND[1:]).read_bytes()
    size = len(sound)
    first, last = {"bytes=0-99": (0, 99), "bytes=100-": (100, size - 1), "bytes=-50": (size - 50, size - 1)}[
        asked
    ]
    answer = host.ask(SOUND, Range=asked)
    assert (answer.status, answer.body) == (206, sound[first : last + 1])
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{size}"
    assert answer.headers["content-length"] == str(last + 1 - first)
    assert answer.headers["content-type"] == "audio/mpeg"
    assert answer.headers["access-control-allow-origin"] == "*"


def test_a_part_behind_the_end_is_refused(host: Host) -> None:
    assert host.ask(SOUND, Range="bytes=999999999-").status == 416


def test_a_part_of_audio_that_has_changed_is_the_whole(host: Host) -> None:
    assert host.ask(SOUND, Range="bytes=0-99", If_Range='"another"').status == 200


def test_a_feed_is_sent_once(host: Host) -> None:
    feed = host.ask(FEED)
    assert host.ask(FEED, "HEAD").headers["content-type"] == feed.headers["content-type"]
    again = host.ask(FEED, If_None_Match=feed.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert host.ask(FEED, If_Modified_Since=feed.headers["last-modified"]).status == 304


def test_texts_are_compressed(host: Host) -> None:
    answer = host.ask(FEED, Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == (host.folder / FEED[1:]).read_bytes()


@pytest.mark.parametrize(
    "path", ["/nic/", "/en/nothing/at/all/", "/media/pictures/none.png", "/podcast/audio/none.mp3"]
)
def test_what_is_missing_has_the_sites_page_and_the_headers_of_pages(host: Host, path: str) -> None:
    missing, page = host.ask(path), host.ask(PAGE)
    assert missing.status == 404
    assert missing.body == (host.folder / "404.html").read_bytes()
    for name in ("content-type", "content-security-policy", "x-content-type-options"):
        assert missing.headers[name] == page.headers[name]
    assert "immutable" not in missing.headers.get("cache-control", "")
    assert "access-control-allow-origin" not in missing.headers


def test_a_folder_leads_to_its_page(host: Host) -> None:
    answer = host.ask(PAGE.rstrip("/"))
    assert answer.status in {301, 308}
    assert answer.headers["location"] == PAGE


def test_a_new_publication_is_served_at_once(host: Host, www: Path) -> None:
    other = www / "releases/two"
    other.mkdir(exist_ok=True)
    (other / "index.html").write_text("new", "utf-8")
    link = www / "current"
    try:
        link.unlink()
        link.symlink_to("releases/two")
        assert host.ask("/").body == b"new"
    finally:
        link.unlink()
        link.symlink_to("releases/one")


@pytest.mark.parametrize("old", [OLD, quote(BARE)])
def test_it_leads_on_by_the_list_of_redirects(host: Host, old: str) -> None:
    answer = host.ask(old)
    assert (answer.status, answer.headers["location"]) == (301, PAGE)
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("name", SERVERS)
def test_it_starts_without_a_list_of_redirects(name: str, tmp_path: Path) -> None:
    (tmp_path / "current").mkdir()
    (tmp_path / "current/index.html").write_text("page", "utf-8")
    with SERVERS[name](tmp_path, tmp_path) as url:
        assert Host(url, tmp_path).ask("/").body == b"page"


def test_the_guide_has_the_configurations_whole() -> None:
    assert configuration("caddyfile").count("www.example.org {") == 1
    assert configuration("nginx").count("server {") == 1
