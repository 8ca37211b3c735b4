"""The connection: a certificate that stays valid, https for everybody, and the headers that protect readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from ..fetching import Answer, UnreachableError, Web
from ..problems import Problem, Severity
from ..settings import THIS_MACHINE
from .site import LiveSite
from .telling import error, problem, unreachable, warning

_SOON = timedelta(days=21)
"""Before a certificate ends; Let's Encrypt's are renewed 30 days before, so nothing has renewed it for nine days."""

_HALF_A_YEAR = 15_552_000
"""Seconds for which browsers should remember https at least."""

_FIXED_HOSTS = (".github.io", ".gitlab.io", ".codeberg.page")
_FIXED_SERVERS = ("github.com", "codeberg")
"""Of hosts at which nobody can set a header."""

_HEADERS = {
    "X-Content-Type-Options": re.compile("nosniff", re.IGNORECASE),
    "Referrer-Policy": re.compile(r"(?!unsafe-url)\S"),
    "Content-Security-Policy": re.compile(r"\S"),
}
"""What the site's pages should come with, and what it should say (OWASP HTTP Security Response Headers)."""


def inspect_security(site: LiveSite, now: datetime) -> Iterator[Problem]:
    """What is wrong with the connection to the site, as its home page shows it."""
    try:
        home = site.web.ask(site.url)
    except UnreachableError as failure:
        yield unreachable(site.url, failure)
        return
    parts = urlsplit(site.url)
    if parts.scheme == "https":
        ends = site.web.certificate_ends(site.url)
        if ends and ends - now < _SOON:
            yield _ends_soon(site.url, ends, now)
        if parts.port is None:
            yield from inspect_plain(site.web, f"http://{parts.netloc}{parts.path}")
    elif parts.hostname not in THIS_MACHINE:
        yield _without_https(site.url)
    if home.is_there:
        yield from _headers(home)


def inspect_plain(web: Web, url: str) -> Iterator[Problem]:
    """Whether the server leads who asks for `url` without encryption to https."""
    try:
        answer = web.ask(url)
    except UnreachableError as failure:
        yield warning(
            "live-plain-closed",
            url,
            "Without https the site can't be reached, not even to be led on: {error}.",
            "Let the site's host listen at port 80 too, and lead everybody to https.",
            error=failure.reason,
        )
        return
    if not answer.leads_to.startswith("https:"):
        yield error(
            "live-plain",
            url,
            "Who asks for the site without https isn't led to it: the server answers {status}.",
            "Let the site's host answer 301 with the address of https (with GitHub Pages: Enforce HTTPS).",
            status=str(answer.status),
        )


def _headers(page: Answer) -> Iterator[Problem]:
    """Headers that a page of HTML lacks; at a host that can't set any, it is no error."""
    parts = urlsplit(page.url)
    server = (page.headers.get("Server") or "").lower()
    is_fixed = (parts.hostname or "").endswith(_FIXED_HOSTS) or server.startswith(_FIXED_SERVERS)
    severity = Severity.WARNING if is_fixed else Severity.ERROR
    if parts.scheme == "https" and _remembered(page) < _HALF_A_YEAR:
        yield problem(
            "live-hsts",
            severity,
            page.url,
            "The server doesn't tell browsers to use https only (Strict-Transport-Security).",
            "Let the site's host send Strict-Transport-Security: max-age=31536000",
        )
    for name, right in _HEADERS.items():
        if not right.match(page.headers.get(name) or ""):
            yield problem(
                "live-header",
                severity,
                page.url,
                "The server doesn't send the header {name}, which protects readers.",
                "Let the site's host send the headers of _headers in the site's folder.",
                name=name,
            )


def _remembered(page: Answer) -> int:
    """Seconds for which browsers remember to use https (RFC 6797, 6.1.1)."""
    found = re.search(
        r'max-age="?(\d{1,12})', page.headers.get("Strict-Transport-Security") or "", re.IGNORECASE
    )
    return int(found[1]) if found else 0


def _ends_soon(url: str, ends: datetime, now: datetime) -> Problem:
    return warning(
        "certificate-ends",
        url,
        "The server's certificate is valid until {ends} only (days left: {days}), and nobody has renewed it.",
        "See why the host of the site doesn't renew it by itself.",
        ends=f"{ends:%Y-%m-%d}",
        days=str(max((ends - now).days, 0)),
    )


def _without_https(url: str) -> Problem:
    return error(
        "live-without-https",
        url,
        "The site is published without https; podcast apps and browsers want it.",
        "Turn on https at the site's host, and write https:// into site_url of mkdocs.yml.",
    )
