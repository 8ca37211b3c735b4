"""The headers that a site asks its host for, as its `_headers` says them where the host publishes that file.

Hosts that read the file themselves (Netlify, Cloudflare Pages) keep it: what every site asks for is expected then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from ..fetching import Answer
from ..hosting.rules import HeaderRule, expected_headers
from ..ledger.entries import LEDGER
from ..problems import Position, Problem, Severity, warning
from .site import LiveSite

_HSTS, _CACHE = "Strict-Transport-Security", "Cache-Control"

_NAME = "_headers"
_ANY = ""
"""Stands for every value."""

_WHATEVER_IT_SAYS = dict.fromkeys(
    ("Content-Security-Policy", _HSTS, "X-Content-Type-Options", "Referrer-Policy"), _ANY
)
_OF_THE_FILE = "Content-Type"
"""A matter of each kind of file: its own inspection looks at it."""

_HALF_A_YEAR = 15_552_000
"""Seconds for which browsers should remember https at least."""

_FIXED_HOSTS = (".github.io", ".gitlab.io", ".codeberg.page")
_FIXED_SERVERS = ("github.com", "codeberg")
"""Of hosts at which nobody can set a header."""


def inspect_headers(site: LiveSite) -> Iterator[Problem]:
    """Headers that files of the site lack, or that say something else; each is told once, where it is met first."""
    lacking: dict[str, str] = {}
    other: dict[tuple[str, str, str], str] = {}
    is_fixed = False
    rules = _rules(site)
    for path in _examples(site, rules):
        url = site.live(path)
        answer = _there(site, url, "HEAD")
        if answer is None:
            continue
        is_fixed |= _is_fixed(answer)
        for name, right in expected_headers(rules, path).items():
            found = ", ".join(answer.headers.get_all(name, ()))
            if not found:
                lacking.setdefault(name, url)
            elif not _fits(name, found, right):
                other.setdefault((name, found, right), url)
    if is_fixed:
        yield from _cannot(site.url, [name for name in lacking if name != _CACHE])
        return
    yield from (_lacks(url, name) for name, url in lacking.items())
    yield from (_differs(url, *said) for said, url in other.items())


def _there(site: LiveSite, url: str, method: str = "GET") -> Answer | None:
    """The answer for what lies at `url`; if it doesn't, another inspection tells."""
    answer = site.found(url, method)
    return answer if isinstance(answer, Answer) else None


def _rules(site: LiveSite) -> list[HeaderRule]:
    """Those of the file, else what is asked for by every site."""
    file = _there(site, site.url + _NAME)
    found: list[tuple[str, dict[str, str]]] = []
    for line in file.body.decode("utf-8", "replace").splitlines() if file else ():
        name, colon, value = line.partition(":")
        if line.startswith("/"):
            found.append((line.strip(), {}))
        elif found and colon and line.startswith("  ") and name.strip() != _OF_THE_FILE:
            found[-1][1][name.strip()] = value.strip()
    rules = [HeaderRule(pattern, headers) for pattern, headers in found]
    return rules or [HeaderRule(f"{site.base}*", _usual(site))]


def _usual(site: LiveSite) -> Mapping[str, str]:
    is_secure = urlsplit(site.url).scheme == "https"
    return {name: value for name, value in _WHATEVER_IT_SAYS.items() if is_secure or name != _HSTS}


def _examples(site: LiveSite, rules: list[HeaderRule]) -> Iterator[str]:
    """An address of the site for each rule that is for one, each once."""
    ledger = site.ledger
    audio = [item.enclosure for item in ledger.items if item.enclosure.startswith("/")]
    addresses = (site.base, site.base + LEDGER, *sorted(ledger.urls), *audio)
    matching = (next(filter(rule.matches, addresses), None) for rule in rules)
    return iter(dict.fromkeys(filter(None, matching)))


def _is_fixed(answer: Answer) -> bool:
    """Whether nobody can set headers at the host."""
    server = (answer.headers.get("Server") or "").lower()
    return (urlsplit(answer.url).hostname or "").endswith(_FIXED_HOSTS) or server.startswith(_FIXED_SERVERS)


def _fits(name: str, found: str, right: str) -> bool:
    """Whether a value does as well as the right one. HSTS may last otherwise and be for more hosts (RFC 6797, 6.1)."""
    if name == _HSTS:
        seconds = re.search(r'max-age="?(\d{1,12})', found, re.IGNORECASE)
        return seconds is not None and int(seconds[1]) >= _HALF_A_YEAR
    return right == _ANY or found.split() == right.split()


def _lacks(url: str, name: str) -> Problem:
    return Problem(
        "live-header",
        Severity.WARNING if name == _CACHE else Severity.ERROR,
        Position(url),
        "The server doesn't send the header {name}, which the site asks it for.",
        "Configure the site's host as docs/hosting.md says.",
        {"name": name},
    )


def _differs(url: str, name: str, found: str, right: str) -> Problem:
    return warning(
        "live-header-other",
        url,
        "The server sends the header {name} with “{found}”, not with “{right}”.",
        "Take the value from _headers in the site's folder into the configuration of its host.",
        name=name,
        found=found,
        right=right or "max-age=31536000",
    )


def _cannot(url: str, names: list[str]) -> Iterator[Problem]:
    if names:
        yield warning(
            "live-headers-fixed",
            url,
            "The host of the site can't send the headers that protect readers: {names}.",
            "It is no fault of yours. Where it matters, choose another host: docs/hosting.md names some.",
            names=", ".join(names),
        )
