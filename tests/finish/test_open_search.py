"""Browsers learn how to search here; nothing of the theme's own search is published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from sites import SITES

from site_builder.finish import outputs
from site_builder.project import prepare

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.mark.parametrize(
    ("path", "language", "page"), [("hledat", "cs", "hledat"), ("en/search", "en-GB", "en/search")]
)
def test_it_describes_the_search_in_each_language(
    every_kind: Path, path: str, language: str, page: str
) -> None:
    site = prepare(every_kind, "https://web.example/obec/", NOW).site
    assert site is not None
    root = ET.fromstring(dict(outputs(site))[f"{path}/opensearch.xml"])
    texts = {element.tag.removeprefix(SPACE): element.text for element in root}
    assert texts["Language"] == language
    assert 0 < len(texts["ShortName"] or "") <= 16
    url = root.find(f"{SPACE}Url")
    assert url is not None
    assert url.attrib == {
        "type": "text/html",
        "template": f"https://web.example/obec/{page}/?q={{searchTerms}}",
    }


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Zkušební web", "Zkušební web"),
        ("Podporujeme inovace", "Podporujeme"),
        ("Nejneobhospodařovávatelnější", "Nejneobhospodařo"),
        ("Byt & dům", "Byt & dům"),
    ],
)
def test_a_title_is_cut_to_what_browsers_show(
    make_site: Callable[[Mapping[str, str]], Path], title: str, short: str
) -> None:
    settings = (SITES / "base" / "content/site.yml").read_text(encoding="utf-8")
    folder = make_site({"content/site.yml": settings.replace("Zkušební web", f'"{title}"')})
    site = prepare(folder, "https://web.example/", NOW).site
    assert site is not None
    root = ET.fromstring(dict(outputs(site))["hledat/opensearch.xml"])
    assert root.findtext(f"{SPACE}ShortName") == short
    assert root.findtext(f"{SPACE}LongName") == title


def test_a_site_without_a_host_describes_nothing(every_kind: Path) -> None:
    site = prepare(every_kind, "", NOW).site
    assert site is not None
    assert site.chromes["cs"].open_search == ""
    assert not [path for path, _ in outputs(site) if path.endswith("opensearch.xml")]


def test_every_page_names_the_description(built: Path) -> None:
    link = 'type="application/opensearchdescription+xml" title="'
    for page in (built / "index.html", built / "clanky/nocleh/index.html", built / "404.html"):
        assert link in page.read_text(encoding="utf-8")
    assert 'href="/en/search/opensearch.xml"' in (built / "en/index.html").read_text(encoding="utf-8")


def test_nothing_of_the_themes_own_search_is_published(built: Path) -> None:
    paths = {str(path.relative_to(built)) for path in built.rglob("*") if path.is_file()}
    assert [path for path in paths if "search_index" in path or "workers/" in path or "lunr" in path] == []
    for page in ("index.html", "clanky/nocleh/index.html", "hledat/index.html", "404.html"):
        text = (built / page).read_text(encoding="utf-8")
        assert "md-search" not in text
        assert "__search" not in text
