"""A third language is one catalogue and one entry in the settings: Slovene, with a catalogue that isn't finished."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import lxml.html
import pytest
from sites import copy_site

from site_builder.plugin import build_site
from site_builder.verify import verify

HERE = Path(__file__).parent
ARTICLE = "sl/clanki/nocni-avtobus/index.html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base site with Slovene added, built."""
    site = copy_site(None, tmp_path_factory.mktemp("slovene") / "site")
    shutil.copy(HERE / "sl.po", site / "content/sl.po")
    shutil.copy(HERE / "site.yml", site / "content/site.yml")
    (site / "content/articles").mkdir()
    article = site / "content/articles/nocni-avtobus.sl.md"
    shutil.copy(HERE / "nocni-avtobus.sl.md", article)
    translation = article.read_text(encoding="utf-8").replace("Nočni avtobus", "Noční autobus")
    article.with_name("nocni-avtobus.cs.md").write_text(translation, encoding="utf-8")
    add_language(site / "content/topics.yml", {"Housing": "Bivanje", "Debt": "Dolgovi"})
    add_language(
        site / "podcast/show.yml",
        {
            "7ebd852d-6276-5d13-8f67-c2125691f9d6": "0b2f3f3c-93a5-5d5e-8a3c-3a1a3b7b0d11",
            "Test podcast": "Poskusni podkast",
            "A podcast for tests.": "Podkast za poskuse.",
        },
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 6, 1, tzinfo=UTC).timestamp())))
        built = build_site(site)
    assert built.project.problems == ()
    assert built.project.site is not None
    assert verify(built.folder, built.project.site) == ()
    return built.folder


def add_language(path: Path, texts: dict[str, str]) -> None:
    """Put the Slovene text behind each English one."""
    content = path.read_text(encoding="utf-8")
    for english, slovene in texts.items():
        assert f"en: {english}" in content
        content = content.replace(f"en: {english}", f"en: {english}, sl: {slovene}")
    path.write_text(content, encoding="utf-8")


@pytest.fixture(scope="module")
def article(folder: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((folder / ARTICLE).read_bytes())


@pytest.mark.parametrize(
    "path",
    ["sl", "sl/clanki", "sl/ljudje", "sl/podkast", "sl/teme", "sl/teme/bivanje", "clanky", "en/articles"],
)
def test_its_addresses_are_its_own(folder: Path, path: str) -> None:
    assert (folder / path / "index.html").is_file()


def test_its_pages_say_their_language(folder: Path) -> None:
    for path in (folder / "sl").rglob("*.html"):
        assert lxml.html.document_fromstring(path.read_bytes()).get("lang") == "sl"


def test_its_texts_dates_and_numbers_are_slovene(article: lxml.html.HtmlElement) -> None:
    text = " ".join(article.text_content().split())
    assert "Članki" in text
    assert "1. marec 2026" in text
    assert "1 minuta branja" in text
    assert "Opomba" in text


def test_the_switcher_has_three_languages(article: lxml.html.HtmlElement) -> None:
    links = article.xpath("//nav[contains(@class, 'languages')]//a")
    assert [(link.get("hreflang"), link.get("href")) for link in links] == [
        ("cs", "/clanky/nocni-avtobus/"),
        ("en", "/en/articles/"),
        ("sl", "/sl/clanki/nocni-avtobus/"),
    ]


def test_search_engines_learn_of_its_versions(folder: Path, article: lxml.html.HtmlElement) -> None:
    alternates = {link.get("hreflang"): link.get("href") for link in article.xpath("//link[@hreflang]")}
    host = "https://web.example"
    assert alternates == {
        "cs": f"{host}/clanky/nocni-avtobus/",
        "sl": f"{host}/sl/clanki/nocni-avtobus/",
        "x-default": f"{host}/clanky/nocni-avtobus/",
    }
    assert f"{host}/sl/clanki/nocni-avtobus/" in (folder / "sitemap.xml").read_text(encoding="utf-8")


def test_a_person_without_a_translation_is_linked_in_their_language(article: lxml.html.HtmlElement) -> None:
    assert "/lide/jana/" in article.xpath("//a[@hreflang='cs']/@href")


def test_its_feed_is_slovene(folder: Path) -> None:
    feed = ET.parse(folder / "sl/atom.xml").getroot()
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "sl"
    assert [entry.text for entry in feed.iter("{http://www.w3.org/2005/Atom}title")] == [
        "Poskusno spletišče",
        "Nočni avtobus",
    ]


def test_the_page_for_missing_pages_speaks_it_too(folder: Path) -> None:
    page = lxml.html.document_fromstring((folder / "404.html").read_bytes())
    assert "Strani ni bilo mogoče najti" in page.xpath("//main//*[@lang='sl']")[0].text_content()


def test_the_catalogue_is_not_published(folder: Path) -> None:
    assert not list(folder.rglob("*.po"))
