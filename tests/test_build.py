"""A small site with a page of every kind, built whole."""

from __future__ import annotations

import filecmp
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import CompletedProcess
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import lxml.html
import pytest
from sites import SITES, copy_site

from site_builder.plan.taken import Taken
from site_builder.project import prepare

Run = Callable[..., CompletedProcess[str]]

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOST = "https://web.example"
LOADED = ("//script/@src", "//img/@src", "//audio/@src", "//source/@src", "//link[@rel!='canonical']/@href")
"""What a browser fetches by itself, or says to readers where to fetch."""

WHOLE = ("404.html", "offline.html")
"""Pages that are there once for all languages."""

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def pages(folder: Path, *, embedded: bool = True) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    """The path of each page for readers and the page; players for other sites' frames only if `embedded`."""
    others = {*folder.glob("podcast/transcripts/*"), *folder.rglob("admin/index.html")}
    for path in sorted(set(folder.rglob("*.html")) - others):
        if embedded or path.parent.name != "embed":
            yield str(path.relative_to(folder)), lxml.html.document_fromstring(path.read_bytes())


def url_of(path: str) -> str:
    return f"{HOST}/{path.removesuffix('index.html')}"


def differences(one: Path, other: Path) -> list[str]:
    """Files that are only in one of the folders, or aren't the same in both."""
    names = sorted(
        {str(path.relative_to(root)) for root in (one, other) for path in root.rglob("*") if path.is_file()}
    )
    return filecmp.cmpfiles(one, other, names, shallow=False)[1] + filecmp.cmpfiles(one, other, names)[2]


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["mkdocs", "build", "--strict", "--quiet"], id="mkdocs"),
        pytest.param(["properdocs", "build", "--strict", "--quiet", "-f", "mkdocs.yml"], id="properdocs"),
    ],
)
def test_mkdocs_and_properdocs_build_the_same_site_by_themselves(
    command: list[str], every_kind: Path, built: Path, run: Run, tmp_path: Path
) -> None:
    done = run(*command, "--site-dir", str(tmp_path / "out"), folder=every_kind)
    assert done.returncode == 0, done.stdout + done.stderr
    assert differences(built, tmp_path / "out") == []


def test_the_same_content_makes_the_same_bytes(
    every_kind: Path, built: Path, run: Run, tmp_path: Path
) -> None:
    """At another moment too, as long as nothing is published or expires between the two."""
    out = str(tmp_path / "out")
    later = NOW + timedelta(days=40)
    done = run(
        "site_builder", "build", "--site-dir", out, folder=every_kind, now=later, language="cs_CZ.UTF-8"
    )
    assert done.returncode == 0
    assert differences(built, tmp_path / "out") == []


def test_the_site_has_every_file(built: Path) -> None:
    for path in (
        "index.html",
        "en/index.html",
        "404.html",
        "offline.html",
        "sw.js",
        "sitemap.xml",
        "robots.txt",
        "atom.xml",
        "en/atom.xml",
        "podcast/feed.xml",
        "podcast/audio/cover.jpg",
        "podcast/audio/prvni.cs.mp3",
        "podcast/transcripts/prvni.cs.vtt",
        "podcast/chapters/prvni.cs.json",
        "podcast/prvni-dil/index.html",
        "en/podcast/first-episode/index.html",
        "media/articles/nocleh/dum.svg",
        "media/presentations/snimky.pdf",
    ):
        assert (built / path).is_file(), path


def test_nothing_of_the_source_is_published(built: Path) -> None:
    assert not [path for path in built.rglob("*") if path.suffix in {".md", ".yml", ".po"}]


def test_every_page_says_its_language_address_and_title(built: Path) -> None:
    for path, page in pages(built, embedded=False):
        assert page.get("lang") == ("en" if path.startswith("en/") else "cs"), path
        assert page.findtext(".//title", "").strip(), path
        assert len(page.findall(".//h1")) == 1, path
        if path not in WHOLE:
            assert page.xpath("//link[@rel='canonical']/@href") == [url_of(path)], path


def test_titles_tell_pages_apart(built: Path) -> None:
    titles = [(page.get("lang"), page.findtext(".//title")) for _, page in pages(built)]
    assert len(titles) == len(set(titles))


def test_no_page_loads_anything_from_another_host(built: Path) -> None:
    for path, page in pages(built):
        for address in (address for query in LOADED for address in page.xpath(query)):
            assert urlsplit(address).netloc in ("", "web.example"), f"{path}: {address}"
        assert not page.xpath("//iframe | //object | //embed"), path
        assert "@import" not in "".join(page.xpath("//style/text()")), path


def test_stylesheets_and_scripts_load_nothing_from_another_host(built: Path) -> None:
    for path in {*built.rglob("*.css"), *built.rglob("*.js")} - {*built.glob("admin/**/*.js")}:
        text = path.read_text(encoding="utf-8")
        for mark in ("url(http", "url(//", 'url("http', "url('http", "@import", 'fetch("', "XMLHttpRequest"):
            assert mark not in text, f"{path.name}: {mark}"


def test_ids_are_unique_on_each_page(built: Path) -> None:
    for path, page in pages(built):
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_every_page_leads_to_the_other_language(built: Path) -> None:
    for path, page in pages(built, embedded=False):
        if path in WHOLE:
            continue
        links = page.xpath("//nav[contains(@class, 'languages')]//a")
        assert [link.get("hreflang") for link in links] == ["cs", "en"], path
        for link in links:
            assert (built / link.get("href").strip("/") / "index.html").is_file(), path


def test_an_untranslated_page_says_so(built: Path) -> None:
    page = lxml.html.document_fromstring((built / "clanky/jen-cesky/index.html").read_bytes())
    (link,) = page.xpath("//nav[contains(@class, 'languages')]//a[@hreflang='en']")
    assert link.get("href") == "/en/articles/"
    assert "nepřeloženo" in link.text_content() or "není přelož" in link.text_content()


def test_alternates_of_pages_are_reciprocal(built: Path) -> None:
    found = {
        url_of(path): {
            link.get("hreflang"): link.get("href")
            for link in page.xpath("//link[@rel='alternate'][@hreflang]")
        }
        for path, page in pages(built)
    }
    assert any(found.values())
    for url, alternates in found.items():
        if not alternates:
            continue
        assert url in alternates.values()
        assert alternates["x-default"] == alternates["cs"]
        assert all(found[other] == alternates for other in alternates.values())


def test_the_sitemap_has_every_page_with_its_languages(built: Path) -> None:
    found = {}
    for entry in ET.parse(built / "sitemap.xml").getroot().findall("s:url", SITEMAP):
        links = entry.findall("x:link", SITEMAP)
        found[entry.findtext("s:loc", "", SITEMAP)] = {
            link.get("hreflang"): link.get("href") for link in links
        }
    assert found.keys() == {
        url_of(path)
        for path, page in pages(built, embedded=False)
        if not page.xpath("//meta[@name='robots'][@content='noindex']")
    }
    assert found[f"{HOST}/clanky/nocleh/"] == {
        "cs": f"{HOST}/clanky/nocleh/",
        "en": f"{HOST}/en/articles/winter-bed/",
        "x-default": f"{HOST}/clanky/nocleh/",
    }
    assert found[f"{HOST}/clanky/jen-cesky/"] == {}
    assert f"Sitemap: {HOST}/sitemap.xml" in (built / "robots.txt").read_text(encoding="utf-8")


def test_the_page_for_missing_pages_speaks_both_languages(built: Path) -> None:
    page = lxml.html.document_fromstring((built / "404.html").read_bytes())
    czech, english = (page.xpath(f"//main//*[@lang='{code}']")[0].text_content() for code in ("cs", "en"))
    assert "nenal" in czech
    assert "not found" in english
    links = page.xpath("//main//a/@href")
    assert "/" in links
    assert "/en/" in links
    assert all(link.startswith("/") for link in links), "it is shown at any address"


def test_an_episode_can_be_heard_and_read_without_scripts(built: Path) -> None:
    page = lxml.html.document_fromstring((built / "podcast/prvni-dil/index.html").read_bytes())
    assert page.xpath("//audio[@controls]")
    assert "/podcast/audio/prvni.cs.mp3" in page.xpath("//audio/@src | //audio/source/@src | //a/@href")
    assert "Na shledanou." in page.text_content()
    assert page.xpath("//a[contains(@href, '#t=1')]")


def test_the_player_of_an_episode_is_a_page_for_frames_of_other_sites(built: Path) -> None:
    page = lxml.html.document_fromstring((built / "podcast/prvni-dil/embed/index.html").read_bytes())
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{HOST}/podcast/prvni-dil/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//audio/@src") == ["/podcast/audio/prvni.cs.mp3"]
    assert page.xpath("//h1/a/@href") == [f"{HOST}/podcast/prvni-dil/"]
    assert len(page.xpath("//ol[@class='chapters']//a")) == 2
    assert not page.xpath("//style | //script[not(@src)] | //@style | //@onclick"), (
        "a strict policy allows it"
    )
    assert not page.xpath("//link[@rel='alternate']")


def test_an_episode_offers_its_player_to_other_sites(built: Path) -> None:
    page = lxml.html.document_fromstring((built / "en/podcast/first-episode/index.html").read_bytes())
    (code,) = page.xpath("//textarea[@id='embed-code']/text()")
    frame = lxml.html.fragment_fromstring(code)
    assert frame.tag == "iframe"
    assert frame.get("src") == f"{HOST}/en/podcast/first-episode/embed/"
    assert frame.get("title") == "The first episode – Test podcast"
    assert code in page.xpath("//button/@data-copy")


def test_podcasts_tell_search_engines_what_they_are(built: Path) -> None:
    for path, kind in (
        ("podcast/index.html", "PodcastSeries"),
        ("podcast/prvni-dil/index.html", "PodcastEpisode"),
        ("en/podcast/first-episode/index.html", "PodcastEpisode"),
    ):
        page = lxml.html.document_fromstring((built / path).read_bytes())
        (data,) = page.xpath("//script[@type='application/ld+json']/text()")
        assert kind in [entry["@type"] for entry in json.loads(data)["@graph"]], path


def test_pictures_have_texts_and_credits(built: Path) -> None:
    for path, page in pages(built):
        assert all(picture.get("alt") is not None for picture in page.xpath("//img")), path
    article = lxml.html.document_fromstring((built / "clanky/nocleh/index.html").read_bytes())
    assert "Zdroj: Jana Nováková" in " ".join(article.text_content().split())
    assert "Dům se střechou" in article.xpath("//img/@alt")


def test_unpublished_pages_are_nowhere(run: Run, tmp_path: Path) -> None:
    site = copy_site(SITES / "valid" / "unpublished", tmp_path / "site")
    done = run("site_builder", "build", folder=site)
    assert done.returncode == 0
    everything = "".join(
        path.read_text(encoding="utf-8")
        for path in (site / "site").rglob("*")
        if path.suffix in {".html", ".xml", ".json"} and path.parent.name != "admin"
    )
    assert "Dnešek" in everything
    for title in ("Koncept", "Zítřek", "Včerejšek"):
        assert title not in everything


def test_every_file_is_known_to_be_taken_so_that_no_redirect_comes_into_its_way(
    built: Path, every_kind: Path
) -> None:
    site = prepare(every_kind, f"{HOST}/", NOW).site
    assert site is not None
    taken = Taken(site.urls, site.pages, site.library.shows.values())
    files = [path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()]
    assert [path for path in files if taken.at(path) is None] == []


def test_chapters_are_written_for_apps(built: Path) -> None:
    chapters = json.loads((built / "podcast/chapters/prvni.cs.json").read_bytes())
    assert [(chapter["startTime"], chapter["title"]) for chapter in chapters["chapters"]] == [
        (0, "Začátek"),
        (1, "Konec"),
    ]


def test_a_site_below_a_path_has_all_its_links_there(run: Run, tmp_path: Path) -> None:
    site = copy_site(SITES / "valid" / "every-kind", tmp_path / "site")
    config = site / "mkdocs.yml"
    config.write_text(config.read_text().replace("https://web.example/", "https://web.example/obec/"))
    done = run("site_builder", "build", folder=site)
    assert done.returncode == 0, done.stdout
    for path, page in pages(site / "site"):
        for address in page.xpath("//@href | //@src"):
            assert not address.startswith("/") or address.startswith("/obec/"), f"{path}: {address}"
