"""What can be wrong with a published site: each mistake of its host or of its files is found, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest

from live.conftest import NOW, STUB, Verify
from live.hosting import Fault, Host, publishing
from site_builder.ledger.entries import Ledger, PublishedFile, PublishedRedirect
from site_builder.ledger.written import as_json, from_json
from site_builder.problems import Problem

PAGE, AUDIO, FEED, OLD = "/lide/jana/", "/podcast/audio/prvni.cs.mp3", "/podcast/feed.xml", "/kdo-jsme/"
NOWHERE = "/site-builder-asks/for-what-is-not-there/"
LEDGER = "/published.json"
MALFORMED = "https://[new.example/"
"""No URL: a bracket begins an address of IPv6."""


def told(problems: tuple[Problem, ...]) -> list[str]:
    """Each problem by where it is and its code."""
    return [f"{urlsplit(problem.at.path).path} {problem.code}" for problem in problems]


def sub(old: str, new: str) -> Callable[[bytes], bytes]:
    """A change of a text, which must be in it."""

    def changed(body: bytes) -> bytes:
        body, times = re.subn(old.encode(), new.encode(), body, flags=re.DOTALL)
        assert times
        return body

    return changed


def of_ledger(change: Callable[[Ledger], Ledger]) -> Fault:
    """A ledger that says something else."""
    return Fault(body=lambda body: as_json(change(from_json(body))))


def headers(**values: str | None) -> Fault:
    return Fault(headers={name.replace("_", "-"): value for name, value in values.items()})


def redirect(to: str, status: int = 301) -> Fault:
    return Fault(status, {"Location": to})


def stub(to: str) -> Fault:
    return Fault(body=lambda _: STUB.format(to=to).encode())


def test_a_site_that_is_as_it_should_be_has_no_problem(host: Host, verify: Verify) -> None:
    assert verify(host.url) == ()
    assert {path for path, times in Counter(host.asked).items() if times > 1} == {"GET /", f"HEAD {AUDIO}"}


FAULTS = {
    PAGE: (
        (Fault(404), "live-missing"),
        (Fault(503), "live-missing"),
        (redirect("/lide/"), "live-missing"),
        (Fault(breaks=9), "live-unreachable"),
        (headers(Content_Type="text/plain"), "live-type"),
        (headers(Content_Type="text/html; charset=windows-1250"), "live-type"),
        (headers(Content_Type=None), "live-type"),
        (Fault(body=sub("/lide/jana/", "/lide/")), "live-canonical"),
        (Fault(body=sub('rel="canonical"', "")), "live-canonical"),
        (Fault(body=sub('rel="canonical" href="', f'rel="canonical" href="{MALFORMED}')), "live-canonical"),
        (Fault(body=sub("max-image-preview:large", "noindex")), "live-noindex"),
        (headers(X_Robots_Tag="noindex, nofollow"), "live-noindex"),
        (Fault(body=lambda page: page[: len(page) // 2]), "live-page-cut"),
        (Fault(body=sub("</html>", "")), "live-page-cut"),
        (Fault(body=sub("<main", '<aside class="problems"></aside><main')), "live-preview-page"),
    ),
    AUDIO: (
        (Fault(404), "stored-audio-missing"),
        (Fault(breaks=9), "stored-audio-unreachable"),
        (Fault(body=lambda audio: audio[:-1]), "stored-audio-length"),
        (headers(Content_Type="application/octet-stream"), "stored-audio-type"),
        (Fault(200, {"Accept-Ranges": None}), "stored-audio-ranges"),
    ),
    FEED: (
        (Fault(404), "live-missing"),
        (Fault(breaks=9), "live-unreachable"),
        (headers(Content_Type="text/html"), "live-type"),
        (Fault(body=lambda feed: feed[:900]), "live-feed-broken"),
        (Fault(body=lambda _: b"<html/>"), "live-feed-broken"),
        (Fault(body=sub("<item>.*</item>", "")), "live-feed-lacks"),
        (Fault(body=sub("(<item>.*</item>)", r"\1\1")), "live-feed-twice feed-rule"),
        (Fault(body=sub("(<item>.*</item>)", r"\1<item><guid>other</guid></item>")), "live-feed-unknown feed-rule"),
        (Fault(body=sub('length="[0-9]+"', 'length="1"')), "live-feed-differs"),
        (Fault(body=sub("Sun, 01 Mar 2026 06", "Sun, 01 Mar 2026 07")), "live-feed-differs"),
        (Fault(body=sub("<pubDate>[^<]*", "<pubDate>0001-01-01T00:00:00+23:00")), "live-feed-differs feed-rule"),
        (Fault(body=sub('url="[^"]*mp3"', 'url="https://audio.example/a.mp3"')), "live-feed-differs"),
        (Fault(body=sub("<itunes:explicit>[a-z]*", "<itunes:explicit>maybe")), "feed-rule"),
    ),
    "/atom.xml": (
        (Fault(body=lambda feed: feed[:200]), "live-feed-broken"),
        (Fault(body=sub("<entry>.*</entry>", "")), "live-feed-empty"),
        (headers(Content_Type="text/plain"), "live-type"),
    ),
    "/robots.txt": (
        (Fault(404), "live-missing"),
        (Fault(body=sub("Allow:", "Disallow:")), "live-robots"),
        (Fault(body=sub("Allow: /", "Disallow: /en/")), "live-robots-page"),
        (Fault(body=sub("Allow: /", "Disallow: /podcast/")), "live-robots-page"),
        (Fault(body=sub("Allow: /", f"Disallow: {FEED}")), "live-robots-page"),
        (Fault(body=sub("Allow: /", "Disallow: /*")), "live-robots"),
        (Fault(body=sub("Allow: /", "Disallow: /*.xml$")), "live-robots-page"),
        (Fault(body=lambda rules: rules + b"\nUser-agent: *\nDisallow: /en/\n"), "live-robots-page"),
    ),
    "/sitemap.xml": (
        (Fault(404), "live-missing"),
        (Fault(breaks=9), "live-unreachable"),
        (Fault(body=lambda _: b"<urlset/>"), "live-sitemap-broken"),
        (Fault(body=lambda text: text[:-9]), "live-sitemap-broken"),
        (Fault(body=sub("<loc>[^<]*/lide/<", "<loc>https://other.example/<")), "live-sitemap-page"),
    ),
    NOWHERE: (
        (Fault(200), "live-soft-404"),
        (redirect("/"), "live-soft-404"),
        (Fault(body=lambda _: b"<h1>Not Found</h1>"), "live-404-page"),
    ),
    OLD: (
        (Fault(404), "live-redirect-astray"),
        (Fault(body=lambda _: b"<p>Here we are."), "live-redirect-astray"),
        (redirect(OLD), "live-redirect-astray"),
        (redirect("/o-nas/"), "live-redirect-astray"),
        (redirect(MALFORMED), "live-redirect-astray"),
        (stub(MALFORMED), "live-redirect-astray"),
        (redirect("https://other.example/lide/"), "live-redirect-leaves"),
        (stub("//other.example/lide/"), "live-redirect-leaves"),
        (redirect("/lide/", 302), "live-redirect-temporary"),
        (redirect("/stari/"), "live-redirect-chain"),
    ),
}  # fmt: skip
"""By the path that is asked for: what is wrong there, and the codes of the problems that it makes."""

ROUNDS = [
    {path: cases[number] for path, cases in FAULTS.items() if number < len(cases)}
    for number in range(max(map(len, FAULTS.values())))
]
"""One fault of each path at a time: none of them may hide another one."""


def test_a_page_that_the_server_leads_away_from_may_be_in_a_list_of_before(
    host: Host, verify: Verify
) -> None:
    host.faults[PAGE] = redirect("/lide/")
    (problem,) = verify(host.url)
    assert "nginx -s reload" in problem.hint


@pytest.mark.parametrize("faults", ROUNDS)
def test_every_fault_is_found_where_it_is_and_nothing_else(
    host: Host, verify: Verify, faults: Mapping[str, tuple[Fault, str]]
) -> None:
    host.faults = {"/stari/": redirect("/lide/"), **{path: fault for path, (fault, _) in faults.items()}}
    expected = {f"{path} {code}" for path, (_, codes) in faults.items() for code in codes.split()}
    assert set(told(verify(host.url))) == expected


NAMED = (
    "/assets/site.css",
    "/assets/search/page.js",
    "/en/search/index/index.json",
    "/podcast/chapters/prvni.cs.json",
    "/podcast/transcripts/prvni.cs.vtt",
)
"""Files that heads of pages and items of feeds name."""


@pytest.mark.parametrize(
    ("fault", "code", "paths"),
    [
        (Fault(404), "live-missing", NAMED),
        (Fault(breaks=9), "live-unreachable", NAMED),
        (headers(Content_Type="text/plain"), "live-type", NAMED[:2]),
        (Fault(body=lambda _: b""), "", ()),
    ],
)
def test_what_pages_and_feeds_name_is_asked_for_once_and_told(
    host: Host, verify: Verify, fault: Fault, code: str, paths: tuple[str, ...]
) -> None:
    host.faults = dict.fromkeys(NAMED, fault)
    assert told(verify(host.url)) == [f"{path} {code}" for path in sorted(paths)]
    asked = [line.partition("?v=")[0] for line in host.asked]
    assert {path: asked.count(f"HEAD {path}") for path in NAMED} == dict.fromkeys(
        NAMED, 1 + bool(fault.breaks)
    )


def test_a_file_that_texts_link_to_is_asked_for(host: Host, verify: Verify) -> None:
    files = (PublishedFile("/media/zprava.pdf", "content/zprava.pdf"),)
    host.faults["/published.json"] = of_ledger(lambda ledger: replace(ledger, files=files))
    assert told(verify(host.url)) == ["/media/zprava.pdf live-missing"]


def test_what_robots_txt_forbids_is_told_once(host: Host, verify: Verify) -> None:
    host.faults["/robots.txt"] = Fault(body=sub("Allow: /", "Disallow: /en/"))
    (problem,) = verify(host.url)
    assert problem.values == {"n": "8", "addresses": "/en/, /en/atom.xml, /en/people/, …"}


def test_a_feed_of_news_may_be_empty_where_nothing_has_a_date(host: Host, verify: Verify) -> None:
    host.faults = {
        "/atom.xml": Fault(body=sub("<entry>.*</entry>", "")),
        LEDGER: Fault(body=sub("podcast/prvni.cs.md", "content/prvni.cs.md")),
    }
    assert verify(host.url) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [({"preview": True}, "live-preview"), ({"due": "2026-05-30T05:00:00Z"}, "live-stale")],
)
def test_what_the_ledger_tells_of_is_found(
    host: Host, verify: Verify, change: dict[str, Any], code: str
) -> None:
    host.faults = {LEDGER: of_ledger(lambda ledger: replace(ledger, **change))}
    assert told(verify(host.url)) == [f"{LEDGER} {code}"]


@pytest.mark.parametrize(
    "faults",
    [
        {
            PAGE: Fault(breaks=1),
            "/styl/": headers(X_Robots_Tag="noindex"),
            AUDIO: headers(Accept_Ranges=None),
            FEED: headers(Content_Type="application/rss+xml; charset=utf-8"),
            "/atom.xml": headers(Content_Type="application/atom+xml"),
            NOWHERE: Fault(410),
            OLD: redirect("/lide/"),
            LEDGER: of_ledger(lambda ledger: replace(ledger, due="2026-06-01T05:00:00Z")),
        },
        {
            PAGE: headers(Content_Type="Text/HTML; Charset=UTF-8"),
            "/lide/": Fault(body=lambda page: page + b"<!-- cached -->\n"),
            "/assets/site.js": headers(Content_Type="application/javascript; charset=utf-8"),
            AUDIO: headers(Content_Type="audio/mp3"),
            FEED: headers(Content_Type="text/xml"),
            "/robots.txt": Fault(body=sub("Allow: /", f"Disallow: /podcast/f\nAllow: {FEED}")),
            OLD: redirect("/lide/#kdo", 308),
        },
        {
            PAGE: Fault(body=sub("</head>", f'<script src="{MALFORMED}"></script></head>')),
            OLD: stub("../lide/"),
            AUDIO: redirect(f"{AUDIO}?from=elsewhere"),
        },
    ],
)
def test_what_is_right_in_another_way_is_no_problem(
    host: Host, verify: Verify, faults: dict[str, Fault]
) -> None:
    host.faults = faults
    assert verify(host.url) == ()


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault(404), "live-ledger-missing"),
        (redirect("https://www.other.example/published.json"), "live-moved"),
        (redirect(MALFORMED), "live-ledger-missing"),
        (Fault(body=lambda _: b"{"), "live-ledger-broken"),
        (Fault(body=lambda _: b"{}"), "live-ledger-broken"),
        (Fault(body=sub('"version": 1', '"version": 2')), "live-ledger-newer"),
        (Fault(breaks=9), "live-unreachable"),
        (Fault(headers={"Content-Length": "1000"}, body=lambda _: b"{"), "live-unreachable"),
    ],
)
def test_without_its_ledger_nothing_can_be_asked(host: Host, verify: Verify, fault: Fault, code: str) -> None:
    host.faults[LEDGER] = fault
    assert told(verify(host.url)) == [f"{LEDGER} {code}"]
    assert len(host.asked) <= 2


def test_a_site_at_another_address_than_its_own_is_told_of_once(host: Host, verify: Verify) -> None:
    with publishing(host.folder) as other:
        assert told(verify(other.url)) == [f"{LEDGER} live-elsewhere"]
        assert host.asked == [], "the one that was asked for is verified"


def test_a_redirect_to_what_is_not_published_is_found(host: Host, verify: Verify) -> None:
    host.faults[LEDGER] = of_ledger(
        lambda ledger: replace(ledger, redirects=(PublishedRedirect(OLD, "/pryc/"),))
    )
    host.faults[OLD] = redirect("/pryc/")
    assert told(verify(host.url)) == [f"{OLD} live-redirect-to-nothing"]


def test_audio_on_another_host_is_asked_for_there(host: Host, verify: Verify) -> None:
    with publishing(host.folder) as storage:
        url = f"{storage.url}{AUDIO.lstrip('/')}"
        host.faults[LEDGER] = Fault(body=sub(f'"enclosure": "{AUDIO}"', f'"enclosure": "{url}"'))
        host.faults[FEED] = Fault(body=sub('url="[^"]*mp3"', f'url="{url}"'))
        assert verify(host.url) == ()
        storage.faults[AUDIO] = Fault(404)
        (problem,) = verify(host.url)
        assert (problem.code, problem.at.path) == ("stored-audio-missing", url)


def test_items_may_be_on_further_pages_of_a_feed(host: Host, verify: Verify) -> None:
    whole = (host.folder / FEED.lstrip("/")).read_bytes()
    later = f"{host.url}podcast/feed-2.xml"
    following = f'<atom:link rel="next" href="{later}" type="application/rss+xml"/>'
    host.faults[FEED] = Fault(body=sub("<item>.*</item>", following))
    host.faults["/podcast/feed-2.xml"] = Fault(200, {"Content-Type": "application/rss+xml"}, lambda _: whole)
    assert [problem for problem in verify(host.url) if problem.code != "feed-rule"] == []


def test_a_problem_of_a_feed_tells_its_line(host: Host, verify: Verify) -> None:
    host.faults[FEED] = Fault(body=sub('length="[0-9]+"', 'length="1"'))
    (problem,) = verify(host.url)
    lines = (host.folder / FEED.lstrip("/")).read_text(encoding="utf-8").splitlines()
    assert "<item>" in lines[problem.at.line - 1]


def test_everything_is_told_at_once_in_order(host: Host, verify: Verify) -> None:
    host.faults = {path: Fault(404) for path in (PAGE, AUDIO, FEED, OLD)}
    assert [problem.at.path for problem in verify(host.url)] == [
        host.url + path.lstrip("/") for path in sorted((PAGE, AUDIO, FEED, OLD))
    ]


def test_a_site_that_is_due_since_a_day_is_stale(host: Host, verify: Verify) -> None:
    host.faults[LEDGER] = of_ledger(lambda ledger: replace(ledger, due="2026-06-02T05:00:00Z"))
    assert verify(host.url, NOW) == ()
    assert told(verify(host.url, datetime(2026, 6, 4, tzinfo=UTC))) == [f"{LEDGER} live-stale"]
