"""The headers that a published site comes with are those that it asks its host for."""

from __future__ import annotations

import pytest

from live.conftest import Verify
from live.hosting import Fault, Host

EMBED = "/podcast/prvni-dil/embed/"
POLICY, TYPES, CACHE = "Content-Security-Policy", "X-Content-Type-Options", "Cache-Control"


@pytest.mark.parametrize(
    ("path", "headers", "code", "severity"),
    [
        ("/", {TYPES: None}, "live-header", "error"),
        ("/", {CACHE: None}, "live-header", "warning"),
        ("/", {POLICY: "default-src *"}, "live-header-other", "warning"),
        (EMBED, {POLICY: None}, "live-header", "error"),
        ("/podcast/audio/prvni.cs.mp3", {"Access-Control-Allow-Origin": None}, "live-header", "error"),
    ],
)
def test_a_header_that_lacks_or_says_something_else_is_told(
    host: Host, verify: Verify, path: str, headers: dict[str, str | None], code: str, severity: str
) -> None:
    host.faults[path] = Fault(headers=headers)
    (problem,) = verify(host.url)
    assert (problem.at.path, problem.code) == (host.url + path[1:], code)
    assert problem.severity == severity
    assert problem.values["name"] in headers


def test_a_header_that_lacks_everywhere_is_told_once(host: Host, verify: Verify) -> None:
    host.headers[TYPES] = None
    assert [(problem.code, problem.at.path) for problem in verify(host.url)] == [("live-header", host.url)]


def test_a_host_that_keeps_the_file_is_asked_for_what_every_site_wants(host: Host, verify: Verify) -> None:
    host.faults["/_headers"] = Fault(404)
    host.headers[CACHE] = None
    assert verify(host.url) == ()
    host.headers |= {POLICY: None, TYPES: None}
    assert [problem.values["name"] for problem in verify(host.url)] == [POLICY, TYPES]


def test_where_nobody_can_set_headers_one_warning_names_them(host: Host, verify: Verify) -> None:
    host.headers |= {POLICY: None, TYPES: None, CACHE: "max-age=600", "Server": "GitHub.com"}
    (problem,) = verify(host.url)
    assert (problem.code, problem.severity) == ("live-headers-fixed", "warning")
    assert problem.values["names"] == f"{POLICY}, {TYPES}"
