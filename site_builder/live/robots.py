"""`robots.txt` must let search engines in (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.robotparser import RobotFileParser

from ..fetching import UnreachableError
from ..problems import Problem
from .site import LiveSite
from .telling import error, not_there, unreachable

_NAME = "robots.txt"


def inspect_robots(site: LiveSite) -> Iterator[Problem]:
    """What is wrong with the file at the root of the host; below that, it isn't the site's own and may be missing."""
    url = site.live(f"/{_NAME}")
    try:
        answer = site.web.ask(url)
    except UnreachableError as failure:
        yield unreachable(url, failure)
        return
    if not answer.is_there:
        if site.base == "/":
            yield not_there(url, answer.status)
        return
    rules = RobotFileParser()
    rules.parse(answer.body.decode("utf-8", "replace").splitlines())
    if not rules.can_fetch("*", site.base) and not site.ledger.preview:
        yield error(
            "live-robots",
            url,
            "robots.txt forbids search engines the whole site.",
            "Build the site without --preview and publish all of it again.",
        )
