"""A finished podcast feed → the rules that it breaks, each at the line where an editor can mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..plan.edition import Edition
from ..problems import Position, Problem, Severity
from ..settings import THIS_MACHINE
from ..shows import Show
from .podcast_rules import Level, Violation, judge

_PLAIN = "http://"
_HERE = re.compile(rf"{_PLAIN}({'|'.join(map(re.escape, sorted(THIS_MACHINE)))})\b".encode())

DECIDED_BY_CHECKS = frozenset(("transcript-there", "chapters-there", "soundbite-length"))
"""Rules about content that has checks of its own: they know when it must be there, and tell of it at its line."""

_EPISODE_FIELDS = {
    "title": ("title", "item-title", "item-title-number", "item-title-show"),
    "description": ("description", "item-description", "item-description-html", "item-description-links"),
    "date": ("pubDate", "pub-date", "pub-date-future"),
    "guid": ("guid", "guid-there", "guid-unique", "guid-kind"),
    "audio": ("enclosure", "enclosure-there", "enclosure-unique", "itunes:duration", "duration-there"),
    "alternate_audio": ("podcast:alternateEnclosure", "podcast:integrity", "alternate-default"),
    "cover": ("itunes:image", "item-image"),
    "season": ("itunes:season", "podcast:season"),
    "episode": ("itunes:episode", "podcast:episode", "numbers-agree", "item-number-unique", "serial"),
    "episode_label": ("episode-display",),
    "episode_type": ("itunes:episodeType",),
    "explicit": ("itunes:explicit", "item-explicit"),
    "transcript": ("podcast:transcript",),
    "chapters": ("podcast:chapters",),
    "soundbites": ("podcast:soundbite",),
    "guests": ("podcast:person",),
    "location": ("podcast:location",),
    "license": ("podcast:license",),
    "funding": ("podcast:funding",),
    "social": ("podcast:socialInteract", "social-disabled"),
    "content_links": ("podcast:contentLink",),
    "ai_content": ("podcast:txt",),
    "block": ("itunes:block",),
}
_SHOW_FIELDS = {
    "title": ("title", "show-title"),
    "description": ("description", "show-description", "show-description-plain"),
    "author": ("itunes:author", "author"),
    "owner": ("itunes:owner", "owner", "itunes:name", "itunes:email", "managingEditor"),
    "categories": ("itunes:category", "category-there"),
    "image": ("itunes:image", "show-image", "image-there"),
    "explicit": ("itunes:explicit", "show-explicit"),
    "type": ("itunes:type", "serial"),
    "hosts": ("podcast:person", "person-there", "person-host"),
    "copyright": ("copyright",),
    "license": ("podcast:license", "license-there"),
    "location": ("podcast:location",),
    "funding": ("podcast:funding",),
    "update_frequency": ("podcast:updateFrequency",),
    "podroll": ("podcast:podroll", "podcast:remoteItem"),
    "publisher": ("podcast:publisher",),
    "txt": ("podcast:txt",),
    "images": ("podcast:image",),
    "locked": ("podcast:locked",),
    "block": ("itunes:block",),
    "blocked_services": ("podcast:block",),
    "complete": ("itunes:complete", "complete-unpaged"),
    "new_feed_url": ("itunes:new-feed-url",),
    "hub": ("hub",),
    "podping": ("podcast:podping",),
    "guid": ("podcast:guid", "podcast-guid-there"),
}


def judge_feed(feed: bytes, path: str, edition: Edition, show: Show) -> Iterator[Problem]:
    """Where `feed` (of `show`, at `path` in the site) breaks a rule of podcasts; the level says how bad it is.

    What no field of the content says is told of at the feed itself: the tool is to blame then. Addresses of the
    site itself and of this machine are judged as if they were https: `lacks_https` tells of the former once.
    """
    violations = judge(secured(feed, edition.urls.origin), edition.now)
    told = [violation for violation in violations if violation.rule.name not in DECIDED_BY_CHECKS]
    if not told:  # as on nearly all of a large podcast's pages
        return
    by_guid = {episode.details.guid: episode.document for episode in edition.episodes_with_audio(show)}
    for violation in told:
        document = by_guid.get(violation.guid)
        field = _field(violation, _OF_EPISODE if document else _OF_SHOW)
        if not field:
            yield _problem(violation, Position(path, violation.line), "")
        else:
            yield _problem(violation, document.where(field) if document else show.where(field), field)


def secured(feed: bytes, origin: str) -> bytes:
    """`feed` with https in the addresses below `origin` and on this machine, where a site can be tried out."""
    if origin.startswith(_PLAIN):
        feed = feed.replace(origin.encode(), f"https://{origin.removeprefix(_PLAIN)}".encode())
    return _HERE.sub(rb"https://\1", feed)


def lacks_https(origin: str) -> Iterator[Problem]:
    """That a site with podcasts is at `origin` without https, on another machine than the editor's own (PSP-1)."""
    host = urlsplit(origin).hostname
    if origin.startswith(_PLAIN) and host not in THIS_MACHINE:
        yield Problem(
            "site-without-https",
            Severity.ERROR,
            Position("mkdocs.yml"),
            "The address of the site is {origin}; podcast apps want https.",
            "Write https:// at its beginning, in site_url or in SITE_URL.",
            {"origin": origin},
        )


def _field(violation: Violation, fields: dict[str, str]) -> str:
    """The front-matter field that the rule or the element comes from; empty where none does."""
    return fields.get(violation.rule.name) or fields.get(violation.tag, "")


def _problem(violation: Violation, at: Position, field: str) -> Problem:
    return Problem(
        "feed-rule",
        Severity.ERROR if violation.rule.level is Level.MUST else Severity.WARNING,
        at,
        violation.rule.message,
        "Correct the field “{field}” here."
        if field
        else "Report it as a fault of the tool: no file says it.",
        {"value": violation.value, "rule": violation.rule.name, "field": field},
        field or None,
    )


def _by_source(fields: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {source: field for field, sources in fields.items() for source in sources}


_OF_EPISODE, _OF_SHOW = _by_source(_EPISODE_FIELDS), _by_source(_SHOW_FIELDS)
