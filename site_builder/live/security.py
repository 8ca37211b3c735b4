"""The connection: a certificate that stays valid, and https for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from ..fetching import UnreachableError, Web
from ..problems import Problem, error, warning
from ..settings import THIS_MACHINE
from .site import LiveSite

_SOON = timedelta(days=21)
"""Before a certificate ends; Let's Encrypt's are renewed 30 days before, so nothing has renewed it for nine days."""


def inspect_security(site: LiveSite, now: datetime) -> Iterator[Problem]:
    """What is wrong with the connection by which the site was opened."""
    parts = urlsplit(site.url)
    if parts.scheme == "https":
        ends = site.web.certificate_ends(site.url)
        if ends and ends - now < _SOON:
            yield _ends_soon(site.url, ends, now)
        if parts.port is None:
            yield from inspect_plain(site.web, f"http://{parts.netloc}{parts.path}")
    elif parts.hostname not in THIS_MACHINE:
        yield _without_https(site.url)


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
