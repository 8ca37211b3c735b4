"""An episode's tags of the podcast namespace (podcastindex.org/namespace/1.0)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable

from ..podcasting import Social
from ..seconds import decimal
from .chapters import MEDIA_TYPE as CHAPTERS_TYPE
from .elements import PODCAST, Element, add
from .entries import FeedEnclosure, FeedItem, FeedTranscript
from .podcast_tags import add_ai_content, add_funding, add_license, add_location, add_people

_TIMED = ("text/vtt", "application/x-subrip", "application/json")
"""Transcripts that say when each word is heard, so that players can show them as captions."""


def add_podcast_to_item(parent: Element, item: FeedItem) -> None:
    """The episode's tags, into the `item` element `parent`."""
    if item.season:
        add(parent, PODCAST, "season", str(item.season), name=item.season_name)
    if item.number:
        add(parent, PODCAST, "episode", str(item.number), display=item.label)
    _transcripts(parent, item.transcripts)
    if item.chapters_url:
        add(parent, PODCAST, "chapters", url=item.chapters_url, type=CHAPTERS_TYPE)
    for bite in item.soundbites:
        start, duration = decimal(bite.start), decimal(bite.duration)
        add(parent, PODCAST, "soundbite", bite.title, startTime=start, duration=duration)
    add_people(parent, item.people)
    _enclosures(parent, item)
    add_license(parent, item.license)
    add_location(parent, item.location)
    add_funding(parent, item.funding)
    _social(parent, item.social)
    for link in item.content_links:
        add(parent, PODCAST, "contentLink", link.title, href=link.url)
    add_ai_content(parent, item.ai_content)


def _transcripts(parent: Element, transcripts: Iterable[FeedTranscript]) -> None:
    for transcript in transcripts:
        add(
            parent,
            PODCAST,
            "transcript",
            url=transcript.url,
            type=transcript.media_type,
            language=transcript.language,
            rel="captions" if transcript.media_type in _TIMED else None,
        )


def _enclosures(parent: Element, item: FeedItem) -> None:
    """The audio's other forms, and the enclosure itself among them: only here can its hash be said."""
    if item.alternates or item.enclosure.sha256:
        _enclosure(parent, item.enclosure, default="true")
        for alternate in item.alternates:
            _enclosure(parent, alternate)


def _enclosure(parent: Element, audio: FeedEnclosure, default: str = "") -> None:
    element = add(
        parent,
        PODCAST,
        "alternateEnclosure",
        type=audio.media_type,
        length=audio.size,
        bitrate=round(8 * audio.size / audio.seconds) if audio.seconds else None,
        title=audio.title,
        default=default,
    )
    add(element, PODCAST, "source", uri=audio.url)
    if audio.sha256:
        digest = b64encode(bytes.fromhex(audio.sha256)).decode()
        add(element, PODCAST, "integrity", type="sri", value=f"sha256-{digest}")


def _social(parent: Element, places: tuple[Social, ...]) -> None:
    """Where it is discussed, the most important place first; `disabled` stands without anything else."""
    for priority, place in enumerate(places, start=1):
        if place.protocol == "disabled":
            add(parent, PODCAST, "socialInteract", protocol="disabled")
        else:
            add(
                parent,
                PODCAST,
                "socialInteract",
                protocol=place.protocol,
                uri=place.url,
                accountId=place.account,
                priority=priority if len(places) > 1 else None,
            )
