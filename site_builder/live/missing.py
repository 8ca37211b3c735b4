"""An address that doesn't exist must be answered so, with the site's own page for it."""

from __future__ import annotations

from collections.abc import Iterator

from ..fetching import UnreachableError
from ..problems import Problem, error, warning
from .head import Head
from .site import LiveSite
from .telling import unreachable

_NOWHERE = "site-builder-asks/for-what-is-not-there/"


def inspect_missing(site: LiveSite) -> Iterator[Problem]:
    """What is wrong with the answer to an address that can't exist."""
    url = site.url + _NOWHERE
    try:
        answer, home = site.web.ask(url), site.web.ask(site.url)
    except UnreachableError as failure:
        yield unreachable(url, failure)
        return
    if not answer.is_missing:
        yield error(
            "live-soft-404",
            url,
            "For an address that doesn't exist the server answers {status}, not 404: search engines keep such pages.",
            "Let the site's host answer 404, with the page 404.html of the site.",
            status=str(answer.status),
        )
    elif not Head(answer).stylesheets & Head(home).stylesheets:
        yield warning(
            "live-404-page",
            url,
            "Who follows a dead link sees a page of the server, not that of the site, which helps to go on.",
            "Let the site's host answer with the page 404.html of the site.",
        )
