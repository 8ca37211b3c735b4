"""The headers that the site asks for: the same at every host that reads `_headers`, and as strict as can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from host_headers import blocks, by_cloudflare, by_netlify
from sites import SITES, copy_site

from site_builder.hosting import HeaderRule, expected_headers, header_rules, hosting_files
from site_builder.plan.site import Site
from site_builder.project import prepare

SiteOf = Callable[..., Site]

PATHS = (
    *("/", "/en/", "/clanky/nocleh/", "/nic/tu/neni/", "/sw.js", "/assets/site.css", "/published.json"),
    *("/podcast/", "/podcast/prvni-dil/", "/podcast/prvni-dil/embed/", "/en/podcast/a-show/first/embed/"),
    *("/podcast/feed.xml", "/en/atom.xml", "/podcast/audio/prvni.cs.mp3", "/podcast/audio/show/a.m4a"),
    *(
        "/podcast/audio/a.opus",
        "/podcast/transcripts/a.vtt",
        "/podcast/transcripts/a.srt",
        "/podcast/chapters/a.json",
    ),
    *("/media/articles/a.svg", "/media/a.pdf", "/media/pictures/a-0123.webp", "/media/cards/a-0123.png"),
    *("/admin/", "/en/admin/", "/admin/editor.js", "/clanky/admin/"),
)


@pytest.fixture
def site_of(make_site: Callable[[Mapping[str, str]], Path], now: datetime) -> SiteOf:
    """The plan of the base site with settings added to it."""

    def plan(settings: str = "", url: str = "https://web.example/") -> Site:
        root = make_site({})
        with (root / "content/site.yml").open("a", encoding="utf-8") as file:
            file.write(settings)
        site = prepare(root, url, now).site
        assert site
        return site

    return plan


def headers_of(site: Site) -> str:
    return dict(hosting_files(site))["_headers"].decode()


def policy(rules: tuple[HeaderRule, ...], path: str) -> dict[str, list[str]]:
    said = expected_headers(rules, path)["Content-Security-Policy"]
    return {name: sources for name, *sources in (one.split() for one in said.split("; "))}


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("/*", "/media/*", True),
        ("/media/*", "/media/*.svg", True),
        ("/podcast/audio/*", "/*.xml", True),
        ("/media/*", "/podcast/*", False),
        ("/media/*.svg", "/media/*.png", False),
    ],
)
def test_rules_overlap_where_a_path_can_match_both(one: str, other: str, overlap: bool) -> None:
    first, second = HeaderRule(one, {}), HeaderRule(other, {})
    assert first.overlaps(second) is second.overlaps(first) is overlap


def test_the_ends_of_a_pattern_are_no_part_of_each_other() -> None:
    assert not HeaderRule("/embed/*/embed/", {}).matches("/embed/")


@pytest.mark.parametrize("settings", ["", "admin: {backend: github, repo: office/web}\n"])
@pytest.mark.parametrize("url", ["https://web.example/", "https://office.example/web/"])
def test_every_host_that_reads_the_file_sends_what_is_expected(
    site_of: SiteOf, settings: str, url: str
) -> None:
    site = site_of(settings, url)
    rules, read = header_rules(site), blocks(headers_of(site))
    for path in (site.urls.base + path[1:] for path in PATHS):
        expected = expected_headers(rules, path)
        assert by_cloudflare(read, path) == expected, path
        assert by_netlify(read, path) == expected, path


def test_pages_run_nothing_but_the_sites_own_files(site_of: SiteOf) -> None:
    rules = header_rules(site_of())
    page = policy(rules, "/clanky/nocleh/")
    assert page["default-src"] == page["base-uri"] == page["frame-ancestors"] == ["'none'"]
    assert page["script-src"] == page["style-src"] == page["connect-src"] == page["media-src"] == ["'self'"]
    assert {source for sources in page.values() for source in sources} == {"'none'", "'self'", "data:"}


def test_only_the_player_may_be_framed_by_others(site_of: SiteOf) -> None:
    rules = header_rules(site_of())
    framed = {path for path in PATHS if policy(rules, path)["frame-ancestors"] == ["*"]}
    assert framed == {path for path in PATHS if path.endswith("/embed/")}
    page, player = policy(rules, "/"), policy(rules, "/podcast/prvni-dil/embed/")
    assert {**player, "frame-ancestors": ["'none'"]} == page


def test_the_editor_may_ask_the_git_host_and_open_its_window(site_of: SiteOf) -> None:
    rules = header_rules(site_of("admin: {backend: github, repo: office/web}\n"))
    for path in ("/admin/", "/en/admin/", "/admin/editor.js"):
        assert "https://api.github.com" in policy(rules, path)["connect-src"]
        assert policy(rules, path)["frame-ancestors"] == ["'none'"]
        assert expected_headers(rules, path)["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups"
    assert policy(rules, "/clanky/admin/") == policy(rules, "/")


def test_a_site_without_the_editor_has_no_rule_for_it(site_of: SiteOf) -> None:
    assert "admin" not in headers_of(site_of("admin: false\n"))


def test_files_of_editors_run_no_script_and_drawings_are_shut_in(site_of: SiteOf) -> None:
    rules = header_rules(site_of())
    for path in (
        "/media/articles/a.svg",
        "/media/a.pdf",
        "/media/a.html",
        "/podcast/audio/a.svg",
        "/podcast/feed.xml",
    ):
        found = policy(rules, path)
        assert found["default-src"] == found["form-action"] == ["'none'"]
        assert "script-src" not in found
    assert "sandbox" in policy(rules, "/media/articles/a.svg")
    assert "sandbox" not in policy(rules, "/media/a.pdf")


def test_audio_of_a_storage_may_be_played_from_there(tmp_path: Path, now: datetime) -> None:
    project = copy_site(SITES / "valid/stored-audio", tmp_path / "site")
    site = prepare(project, "https://web.example/", now).site
    assert site
    (host,) = {facts.url.rpartition("/")[0] for facts in site.library.audio.values() if facts.url}
    assert policy(header_rules(site), "/")["media-src"] == ["'self'", "/".join(host.split("/")[:3])]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_browser_comes_back_over_https_where_the_site_is_there(site_of: SiteOf, scheme: str) -> None:
    sent = expected_headers(header_rules(site_of(url=f"{scheme}://web.example/")), "/")
    assert ("Strict-Transport-Security" in sent) == (scheme == "https")


def test_only_what_has_a_digest_in_its_name_is_kept_for_ever(site_of: SiteOf) -> None:
    rules = header_rules(site_of())
    kept = {path for path in PATHS if "immutable" in expected_headers(rules, path)["Cache-Control"]}
    assert kept == {"/media/pictures/a-0123.webp", "/media/cards/a-0123.png"}


def test_players_on_other_websites_may_fetch_what_they_need_and_no_pages(site_of: SiteOf) -> None:
    rules = header_rules(site_of())
    shared = {path for path in PATHS if "Access-Control-Allow-Origin" in expected_headers(rules, path)}
    assert shared == {
        path
        for path in PATHS
        if path.endswith(".xml")
        or path.startswith(("/podcast/audio/", "/podcast/transcripts/", "/podcast/chapters/"))
    } | {"/published.json"}
