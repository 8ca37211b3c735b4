"""The head of every built page: what search engines, other sites and feed readers are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html
import pytest
from PIL import Image

HOST = "https://web.example"
ATOM, RSS = "application/atom+xml", "application/rss+xml"

Tags = dict[str, list[str]]


def heads(folder: Path) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    """The path and head of each page but transcripts, the page for missing pages and the web editor's."""
    for path in sorted(folder.rglob("index.html")):
        if path.parent.name != "admin":
            yield str(path.relative_to(folder)), lxml.html.document_fromstring(path.read_bytes()).head


def tags(head: lxml.html.HtmlElement) -> Tags:
    """The contents of the `<meta>` elements by property or name."""
    found: Tags = {}
    for meta in head.iter("meta"):
        name = meta.get("property") or meta.get("name")
        if name:
            found.setdefault(name, []).append(meta.get("content"))
    return found


def tags_of(folder: Path, path: str) -> Tags:
    return tags(lxml.html.document_fromstring((folder / path / "index.html").read_bytes()).head)


def test_every_page_can_be_shared(built: Path) -> None:
    for path, head in heads(built):
        found = tags(head)
        for name in ("type", "title", "url", "site_name", "locale", "image", "image:alt", "image:type"):
            (value,) = found[f"og:{name}"]
            assert value, (path, name)
        assert found["og:url"] == head.xpath("link[@rel='canonical']/@href")
        assert found.get("og:description") == found.get("description") or path.endswith("embed/index.html")
        assert found["og:title"][0] in head.getparent().xpath("string(//h1)"), path
        assert found["twitter:card"] == ["summary_large_image"]
        assert not [name for name in found if name.startswith("article:")] or found["og:type"] == ["article"]


def test_cards_are_there_as_announced(built: Path) -> None:
    shown = set()
    for _, head in heads(built):
        found = tags(head)
        (address,) = found["og:image"]
        file = built / address.removeprefix(f"{HOST}/")
        with Image.open(file) as card:
            assert [[str(card.width)], [str(card.height)], [Image.MIME[card.format or ""]]] == [
                found[f"og:image:{name}"] for name in ("width", "height", "type")
            ]
        shown.add(file)
    assert shown == set((built / "media/cards").iterdir()), "none is left over"


def test_an_article(built: Path) -> None:
    assert {
        name: values
        for name, values in tags_of(built, "clanky/nocleh").items()
        if name.startswith("article:")
    } == {
        "article:published_time": ["2026-02-01T08:30:00+01:00"],
        "article:modified_time": ["2026-02-03T00:00:00+01:00"],
        "article:author": [f"{HOST}/lide/jana/"],
        "article:section": ["Články"],
        "article:tag": ["Bydlení", "Dluhy"],
    }


def test_an_episode_and_its_player_for_other_sites_can_be_heard(built: Path) -> None:
    for path in ("podcast/prvni-dil", "podcast/prvni-dil/embed"):
        found = tags_of(built, path)
        assert found["og:audio"] == found["og:audio:secure_url"] == [f"{HOST}/podcast/audio/prvni.cs.mp3"]
        assert found["og:audio:type"] == ["audio/mpeg"]
        assert found["og:url"] == [f"{HOST}/podcast/prvni-dil/"]


def test_translated_pages_say_so(built: Path) -> None:
    assert tags_of(built, "en/articles/winter-bed")["og:locale:alternate"] == ["cs_CZ"]
    assert "og:locale:alternate" not in tags_of(built, "clanky/jen-cesky")


def test_search_engines_may_show_large_pictures(built: Path) -> None:
    listed = (built / "sitemap.xml").read_text(encoding="utf-8")
    for path, head in heads(built):
        is_listed = f"<loc>{HOST}/{path.removesuffix('index.html')}</loc>" in listed
        assert tags(head)["robots"] == ["max-image-preview:large" if is_listed else "noindex"], path


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_page_names_the_feeds_of_its_language(built: Path, language: str) -> None:
    for path, head in heads(built):
        if path.endswith("embed/index.html") or path.startswith("en/") != bool(language):
            continue
        feeds = {(link.get("type"), link.get("href")) for link in head.xpath("link[@rel='alternate'][@type]")}
        assert feeds == {(ATOM, f"{HOST}/{language}atom.xml"), (RSS, f"{HOST}/podcast/feed.xml")}, path
        assert all(link.get("title") for link in head.xpath("link[@rel='alternate'][@type]"))


def test_every_icon_is_there(built: Path) -> None:
    head = lxml.html.document_fromstring((built / "index.html").read_bytes()).head
    for address in head.xpath("link[contains(@rel, 'icon')]/@href"):
        assert (built / urlsplit(address).path.strip("/")).is_file()
    with Image.open(built / "assets/apple-touch-icon.png") as icon:
        assert icon.size == (180, 180)
        assert icon.mode == "P", "iOS shows black where an icon is transparent"
        assert "transparency" not in icon.info
