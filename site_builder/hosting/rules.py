"""Which headers a host should send with which of the site's paths: decided here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..admin import policy as editor_policy
from ..admin.backend import host_of
from ..audio.content import M4A, OPUS
from ..documents import Kind
from ..ledger.entries import LEDGER
from ..plan.site import Site
from ..plan.urls import AUDIO, CARDS, CHAPTERS, MEDIA, PICTURES, PLAYER, TRANSCRIPTS
from ..transcripts.writing import MEDIA_TYPES
from .policies import DRAWING, FILE, Policy, as_header, page_policy

_POLICY = "Content-Security-Policy"
_OPENER = "Cross-Origin-Opener-Policy"
_CACHE = "Cache-Control"
_TYPE = "Content-Type"

_FOR_ALL = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
    _OPENER: "same-origin",
    _CACHE: "public, max-age=0, must-revalidate",
}
"""No `X-Frame-Options`: `frame-ancestors` says the same, and Netlify couldn't take it back for the player in frames."""

_FOR_EVERY_SITE = {"Access-Control-Allow-Origin": "*"}
"""Players and readers that run in a browser on other websites may fetch it (Fetch standard, CORS)."""

_FOR_EVER = {_CACHE: "public, max-age=31536000, immutable"}
"""A digest is in the name: what is behind the address never changes (RFC 8246)."""

_FOR_A_YEAR = "max-age=31536000"


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """The headers of all paths that `pattern` matches; a `*` in it (one at most) stands for anything, slashes too."""

    pattern: str
    headers: Mapping[str, str]

    def matches(self, path: str) -> bool:
        """Whether the rule is for `path`, that of a URL with no host and no query."""
        start, star, end = self.pattern.partition("*")
        if not star:
            return path == start
        return path.startswith(start) and path.endswith(end) and len(path) >= len(start) + len(end)

    def overlaps(self, other: HeaderRule) -> bool:
        """Whether there may be a path that both rules are for."""
        (start, _, end), (start2, _, end2) = (rule.pattern.partition("*") for rule in (self, other))
        starts = start.startswith(start2) or start2.startswith(start)
        return starts and (end.endswith(end2) or end2.endswith(end))


def expected_headers(rules: Iterable[HeaderRule], path: str) -> Mapping[str, str]:
    """The headers that a host which follows `rules` sends with `path` (`/clanky/`, no host, no query), by their names.

    Of two rules for one header the later counts. Hosts that read no rules, such as GitHub Pages, send others, and some
    send more. With `Content-Type` the rest of what a host says is its own business: it is here only where hosts err.
    """
    found: dict[str, str] = {}
    for rule in rules:
        if rule.matches(path):
            found |= rule.headers
    return found


def header_rules(site: Site) -> tuple[HeaderRule, ...]:
    """The rules for `site`, a special one always after a general one."""
    base = site.urls.base
    secure = {"Strict-Transport-Security": _FOR_A_YEAR} if site.urls.origin.startswith("https:") else {}
    page = page_policy(sorted(set(_audio_origins(site))))
    rules = (
        ("*", _policy(page) | _FOR_ALL | secure),
        *_of_editions(site, page),
        (f"{MEDIA}*", _policy(FILE)),
        (f"{MEDIA}*.svg", _policy(DRAWING)),
        (f"{PICTURES}*", _FOR_EVER),
        (f"{CARDS}*", _FOR_EVER),
        (f"{AUDIO}*", _policy(FILE) | _FOR_EVERY_SITE),
        *((f"{AUDIO}*{kind.endings[0]}", {_TYPE: kind.media_type}) for kind in (M4A, OPUS)),
        (f"{TRANSCRIPTS}*", _FOR_EVERY_SITE),
        *(
            (f"{TRANSCRIPTS}*{end}", {_TYPE: f"{MEDIA_TYPES[end]}; charset=utf-8"})
            for end in (".vtt", ".srt")
        ),
        (f"{CHAPTERS}*", _FOR_EVERY_SITE),
        ("*.xml", _policy(FILE) | _FOR_EVERY_SITE),
        (LEDGER, _FOR_EVERY_SITE),
    )
    return tuple(HeaderRule(base + pattern, headers) for pattern, headers in rules)


def _of_editions(site: Site, page: Policy) -> Iterator[tuple[str, Mapping[str, str]]]:
    """What each language has of its own: players, which any website may frame, and the page of the web editor."""
    settings = site.library.settings
    for edition in site.editions:
        podcast = site.urls.section(Kind.EPISODE, edition.code).removeprefix(site.urls.base)
        yield f"{podcast}*/{PLAYER}", _policy({**page, "frame-ancestors": "*"})
        if settings.admin.on:
            # A page can't say by itself who may frame it; and those who sign in at their Git host do so in a window
            # that answers this one.
            policy = f"{editor_policy(host_of(settings.admin.repository))}; frame-ancestors 'none'"
            headers = {_POLICY: policy, _OPENER: "same-origin-allow-popups"}
            yield f"{edition.language.prefix}admin/*", headers


def _policy(policy: Policy) -> dict[str, str]:
    return {_POLICY: as_header(policy)}


def _audio_origins(site: Site) -> Iterator[str]:
    """The other origins that the site plays audio from."""
    for audio in site.library.audio.values():
        if audio.url:
            parts = urlsplit(audio.url)
            yield f"{parts.scheme}://{parts.netloc}"
