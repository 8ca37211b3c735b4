"""What leads on from old addresses: pages for every host, lists for hosts that read them."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import chain
from pathlib import Path

import html5lib
import pytest
from hosting.servers import GUIDE, configuration, nginx
from sites import OVERRIDES, SITES, copy_site

from site_builder.finish import search_outputs
from site_builder.finish.redirects import MOST_BYTES, MOST_RULES, redirect_lists, redirect_pages, rules
from site_builder.finish.sitemap import sitemap_file
from site_builder.plan.redirects import Redirect
from site_builder.plan.site import Site
from site_builder.problems import Position
from site_builder.project import prepare
from site_builder.templates import environment
from site_builder.writing import write

MakeSite = Callable[[Mapping[str, str]], Path]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the case `redirects`."""
    root = copy_site(SITES / "valid/redirects", tmp_path_factory.mktemp("redirects") / "site")
    site = prepare(root, "https://web.example/", datetime.fromisoformat("2026-06-01T12:00Z")).site
    assert site is not None
    return site


@pytest.fixture(scope="module")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of that site with what leads on, and with nothing else."""
    folder = tmp_path_factory.mktemp("www")
    write(folder, [*redirect_pages(site, environment([str(OVERRIDES)])), *redirect_lists(site)])
    return folder


@pytest.mark.parametrize(
    ("path", "language", "to", "title"),
    [
        ("clanky/stara/index.html", "cs", "/clanky/nova/", "Nová <stránka> & „spol.“"),
        ("Stara.html", "cs", "/clanky/nova/", "Nová <stránka> & „spol.“"),
        ("stary web/č. 1.htm", "cs", "/clanky/nova/", "Nová <stránka> & „spol.“"),
        ("uvod/index.html", "cs", "/", "Název"),
        ("en/topics/flats/index.html", "en", "/en/topics/housing/", "Housing"),
    ],
)
def test_a_page_leads_on_at_once_and_by_a_link(
    folder: Path, path: str, language: str, to: str, title: str
) -> None:
    page = html5lib.parse((folder / path).read_bytes(), namespaceHTMLElements=False)
    assert page.get("lang") == language
    assert [(a.get("href"), a.text) for a in page.iter("a")] == [(to, title)]
    (canonical,) = (link.get("href") for link in page.iter("link") if link.get("rel") == "canonical")
    assert canonical == f"https://web.example{to}"
    metas = {meta.get("name") or meta.get("http-equiv"): meta.get("content") for meta in page.iter("meta")}
    assert metas["robots"] == "noindex"
    assert metas["refresh"] == f"0; url={to}"
    assert not list(page.iter("script"))


def test_neither_the_sitemap_nor_the_search_knows_them(site: Site) -> None:
    files = dict(chain(search_outputs(site), [("sitemap.xml", sitemap_file(site))]))
    assert [path for path, data in files.items() if b"/stara/" in data or b"/flats/" in data] == []


def test_lists_are_there_without_redirects_too(make_site: MakeSite, now: datetime) -> None:
    site = prepare(
        make_site({"content/topics.yml": "housing: {cs: Bydlení, en: Housing}\n"}),
        "https://web.example/",
        now,
    ).site
    assert site is not None
    list_of_rules, *maps = (data.decode() for _, data in redirect_lists(site))
    assert list_of_rules == ""
    assert all(text.startswith("#") and text.count("\n") == 1 for text in maps)


def test_rules_are_percent_encoded_and_permanent(folder: Path) -> None:
    lines = (folder / "_redirects").read_text("ascii").splitlines()
    assert "/clanky/star%C3%A1/ /clanky/nova/ 301" in lines
    assert "/stary%20web/%C4%8D.%201.htm /clanky/nova/ 301" in lines
    assert all(len(line.split(" ")) == 3 for line in lines)


def test_apache_gets_decoded_addresses_without_spaces(folder: Path) -> None:
    lines = (folder / "redirects.apache.map").read_text("utf-8").splitlines()[1:]
    assert "/clanky/stará/ /clanky/nova/" in lines
    assert all(len(line.split()) == 2 for line in lines)


def many(count: int, old: str) -> list[Redirect]:
    return [Redirect(old.format(n), "/nova/", "Nová", "cs", Position("a.cs.md")) for n in range(count)]


@pytest.mark.parametrize("length", [1, 150])
def test_rules_that_no_host_needs_end_where_hosts_stop_reading(length: int) -> None:
    text = rules([*many(MOST_RULES, f"/{'a' * length}-{{}}/"), *many(20, "/stara-{}.php")])
    lines = text.splitlines()
    assert [line for line in lines[:20] if ".php " not in line] == []
    assert len(text) <= MOST_BYTES
    assert len(lines) == MOST_RULES or len(text) > MOST_BYTES - 400


def test_rules_that_hosts_need_are_all_there() -> None:
    assert len(rules(many(MOST_RULES + 1, "/stara-{}.php")).splitlines()) == MOST_RULES + 1


@pytest.fixture(scope="module")
def host(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address, without `http://`, of an nginx that serves the site as docs/redirects.md says."""
    www, temporary = tmp_path_factory.mktemp("srv"), tmp_path_factory.mktemp("nginx")
    (www / "current").symlink_to(folder)
    block = configuration("nginx", GUIDE.with_name("redirects.md"))
    whole = block.replace("server {\n", "server {\n    listen 80;\n    root /srv/www/current;\n")
    with nginx(www, temporary, whole) as url:
        yield url.removeprefix("http://")


@pytest.mark.parametrize(
    ("address", "status", "to"),
    [
        ("/clanky/stara/", 301, "/clanky/nova/"),
        ("/stara.html", 301, "/clanky/nova/"),
        ("/STARA.html", 301, "/clanky/nova/"),
        ("/clanky/star%C3%A1/", 301, "/clanky/nova/"),
        ("/stary%20web/%C4%8D.%201.htm", 301, "/clanky/nova/"),
        ("/uvod/", 301, "/"),
        ("/clanky/nova/", 404, ""),
    ],
)
def test_nginx_leads_on(host: str, address: str, status: int, to: str) -> None:
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request("GET", address)
    answer = connection.getresponse()
    location = answer.headers.get("Location", "")
    assert (answer.status, location.removeprefix(f"http://{host}")) == (status, to)
