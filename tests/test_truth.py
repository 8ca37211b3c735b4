"""The finished site tells the truth about languages, over every page of the real content and of a site of each kind."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from benchmarks.generator import generate
from told import Texts, language_of

ROOT = Path(__file__).parent.parent
HOST = "https://podporujemeinovace.example"
PUBLISHED = datetime(2026, 12, 1, tzinfo=UTC)
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
NOINDEX = '<meta name="robots" content="noindex">'
LINK = re.compile(r"<a ([^>]*)>(.*?)</a>", re.DOTALL)

Pages = dict[str, str]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module", params=["real", "generated"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """The real content, and a made-up site of 200 pages, built on a day when all of it is published."""
    root, folder = ROOT, tmp_path_factory.mktemp(request.param) / "site"
    if request.param == "generated":
        root = folder.parent
        generate(root, 200, 12, words=200)
        settings = root / "mkdocs.yml"
        settings.write_text(settings.read_text("utf-8").replace("https://benchmark.example", HOST), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", f"{HOST}/")
        done = run("site_builder", "build", "--site-dir", str(folder), folder=root, now=PUBLISHED)
    told = done.stdout + done.stderr
    assert done.returncode == 0, told
    assert "Warning" not in told, told
    return folder


@pytest.fixture(scope="module")
def pages(folder: Path) -> Pages:
    """The HTML of every page by its path on the site."""
    return {
        f"/{file.parent.relative_to(folder).as_posix()}/".replace("/./", "/"): file.read_text(
            encoding="utf-8"
        )
        for file in sorted(folder.rglob("index.html"))
    }


@pytest.fixture(scope="module")
def sitemap(folder: Path) -> dict[str, dict[str, str]]:
    """The addresses of the sitemap, each with its alternates by `hreflang`."""
    return {
        url.findtext(f"{SITEMAP}loc", ""): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.iter(f"{XHTML}link")
        }
        for url in ET.parse(folder / "sitemap.xml").getroot()
    }


def alternates(html: str) -> dict[str, str]:
    """The `hreflang` links in the head of a page."""
    return dict(re.findall(r'<link rel="alternate" hreflang="(.*?)" href="(.*?)">', html))


def language(html: str) -> str:
    return re.findall(r'<html lang="(.*?)"', html)[0]


def test_alternates_are_absolute_reciprocal_and_true(pages: Pages) -> None:
    assert sum(bool(alternates(html)) for html in pages.values()) > 60
    for path, html in pages.items():
        found = alternates(html)
        if not found:
            continue
        assert found[language(html)] == HOST + path
        assert found["x-default"] == next(iter(found.values()))
        for code, url in found.items():
            other = pages[url.removeprefix(HOST)]
            assert alternates(other) == found
            assert code in ("x-default", language(other))


def test_the_sitemap_says_the_same_as_the_pages(pages: Pages, sitemap: dict[str, dict[str, str]]) -> None:
    listed = {HOST + path: alternates(html) for path, html in pages.items() if NOINDEX not in html}
    assert sitemap == listed


def test_what_is_declared_is_what_is_written(pages: Pages) -> None:
    """Of each page and of each part that is marked as another language's, the whole text together."""
    assert len(pages) > 70
    for path, html in pages.items():
        texts = Texts(html)
        for code, found in texts.declared.items():
            text = " ".join(found)
            assert language_of(text) in (code, ""), f"{path} {code}: {text[:200]}"
        assert language_of(" ".join(texts.declared[language(html)])) == language(html), path


def test_no_paragraph_is_in_another_language_than_it_says(pages: Pages) -> None:
    for path, html in pages.items():
        for code, found in Texts(html).declared.items():
            wrong = [text for text in found if language_of(text) not in (code, "")]
            assert not wrong, f"{path} {code}"


def test_no_text_is_published_twice(pages: Pages) -> None:
    """An untranslated page isn't copied to the other language's address."""
    bodies = Counter(
        body.strip()
        for html in pages.values()
        for body in re.findall(r'<div class="md-typeset">(.*?)</div>', html, re.DOTALL)
        if len(body) > 200
    )
    assert [body[:100] for body, times in bodies.items() if times > 1] == []


def test_every_link_to_a_page_in_another_language_says_which(pages: Pages) -> None:
    foreign = 0
    for path, html in pages.items():
        for attributes, target in links(html):
            other = pages.get(target)
            if other is None or language(other) == language(html):
                continue
            foreign += 1
            assert attributes.get("hreflang") == language(other), f"{path} → {target}"
    assert foreign > 100


def test_no_link_claims_a_language_that_isnt_there(pages: Pages) -> None:
    for path, html in pages.items():
        for attributes, target in links(html):
            if "hreflang" in attributes and target in pages:
                assert attributes["hreflang"] == language(pages[target]), f"{path} → {target}"


def test_titles_of_pages_in_another_language_are_marked(pages: Pages) -> None:
    titles = {
        path: unescape(re.findall(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)[0]) for path, html in pages.items()
    }
    for path, html in pages.items():
        for attributes, target, text in links_with_text(html):
            other = pages.get(target)
            if other and language(other) != language(html) and unescape(text).strip() == titles[target]:
                assert attributes.get("lang") == language(other), f"{path} → {target}: {text}"


def test_addresses_are_plain_letters(sitemap: dict[str, dict[str, str]]) -> None:
    for url in sitemap:
        assert re.fullmatch(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*", url.removeprefix(HOST)), url


def test_every_day_that_is_written_out_is_a_time(pages: Pages) -> None:
    """In the site's own words; in texts people write as they like, and what embeds say stands in attributes."""
    months = "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|"
    months += "January|February|March|April|May|June|July|August|September|October|November|December"
    written = re.compile(rf"\d{{1,2}}\.? (?:{months}) \d{{4}}")
    for path, html in pages.items():
        body = html[html.index("<body") :]
        own = re.sub(
            r'(?s)<div class="(?:md-typeset|turns)".*?</div>|<time datetime="[\d:T+-]+">.*?</time>', "", body
        )
        own = re.sub(r"(?s)<(p class=\"(?:perex|card-description)\"|dd|h1|h2|h3|title).*?</\w+>", "", own)
        assert not written.findall(own), path
        assert all(re.match(r"\d{4}-\d\d-\d\d", moment) for moment in re.findall(r'datetime="(.*?)"', body))


def test_the_missing_page_works_at_any_depth(folder: Path) -> None:
    html = (folder / "404.html").read_text(encoding="utf-8")
    addresses = re.findall(r'(?:href|src)="(.*?)"', html)
    assert len(addresses) > 20
    assert [url for url in addresses if not re.match(r"/|https://|mailto:|#", url)] == []
    assert set(Texts(html).declared) >= {"cs", "en"}


def test_the_detector_is_honest() -> None:
    czech = (
        "Centrum je tým na ministerstvu a pomáhá těm, kdo chtějí veřejné služby, které řeší problémy včas."
    )
    english = "The Centre is a team at the ministry and it helps those who want public services that solve problems."
    assert (language_of(czech), language_of(english)) == ("cs", "en")
    assert language_of("Papillon") == ""
    page = f'<html lang="cs"><p>{czech}</p><blockquote lang="en">{english}<br>{english}</blockquote><p>{czech}</p>'
    assert {code: len(found) for code, found in Texts(page).declared.items()} == {"cs": 2, "en": 2}


def links(html: str) -> Iterator[tuple[dict[str, str], str]]:
    """The links in the body: attributes, and the path that they lead to on this site."""
    for attributes, target, _ in links_with_text(html):
        yield attributes, target


def links_with_text(html: str) -> Iterator[tuple[dict[str, str], str, str]]:
    for written, text in LINK.findall(html):
        attributes = dict(re.findall(r'([\w-]+)="(.*?)"', written))
        target = unescape(attributes.get("href", "")).removeprefix(HOST).partition("#")[0]
        yield attributes, target, text
