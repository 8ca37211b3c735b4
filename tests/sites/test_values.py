"""A title that looks like a number, a flag or nothing is what was typed, wherever readers meet it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from site_builder.plugin import Built, build_site
from sites import SITES, copy_site

TITLES = {
    "no": "no",
    "yes": "yes",
    "nula-dvanact": "012",
    "cislo": "1.10",
    "hodina": "12:30",
    "rok": "2026",
    "sestnact": "0x1F",
    "exponent": "1e3",
    "datum": "2026-03-01",
    "v-uvozovkach-ne": "no",
    "v-uvozovkach-nic": "null",
    "vlnovka": "~",
    "nekonecno": ".inf",
    "pravda": "true",
    "ne": "ne",
    "ampersand": "Strasti & slasti",
    "mensi": "Děti < 3 roky",
    "ceske-uvozovky": "„Nikdy víc“ aneb 5 > 4",
    "velke-null": "Null island",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = copy_site(SITES / "valid" / "values-as-titles", tmp_path_factory.mktemp("values") / "site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat("2026-06-01T12:00Z").timestamp())))
        return build_site(site)


@pytest.fixture(scope="module")
def planned(built: Built) -> Mapping[str, str]:
    assert built.project.site is not None
    return {
        document.path: document.title
        for document in built.project.site.library.documents
        if document.name in TITLES
    }


def test_titles_stay_what_was_typed(planned: Mapping[str, str]) -> None:
    assert planned == {f"content/articles/{name}.cs.md": title for name, title in TITLES.items()}


@pytest.mark.parametrize("name", TITLES)
def test_pages_show_them(built: Built, name: str) -> None:
    page = unescape((built.folder / "clanky" / name / "index.html").read_text(encoding="utf-8"))
    plain = page.replace("\N{NO-BREAK SPACE}", " ")
    assert f">{TITLES[name]}</h1>" in plain
    assert f"<title>{TITLES[name]} " in plain


def test_feeds_have_them(built: Built) -> None:
    feed = ET.parse(Path(built.folder) / "atom.xml")
    found = [title.text for title in feed.iterfind("{*}entry/{*}title")]
    assert sorted(set(TITLES.values())) == sorted(set(found) & set(TITLES.values()))
