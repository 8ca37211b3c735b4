"""Rules about the podcast namespace's tags that only episodes have."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...vocabularies import SOCIAL_PROTOCOLS
from .nodes import Node
from .table import MUST, SHOULD, rule, rule_among
from .values import is_count, is_language_tag, is_media_type, is_secure, seconds

_TRANSCRIPTS = ("text/vtt", "application/x-subrip", "application/json", "text/html", "text/plain")
_CHAPTERS = ("application/json+chapters", "application/json")
_SRI = re.compile(r"sha(256-[\w+/]{43}=|384-[\w+/]{64}|512-[\w+/]{86}==)")
_DECIMAL = re.compile(r"\d+(\.\d+)?")
_BITRATE = re.compile(r"\d+(\.\d+)?")


@rule("season", MUST, ("podcast:season",), "The season “{value}” is no number from 1 on.")
def season(node: Node) -> bool:
    """Namespace, season.md: an integer."""
    return is_count(node.text)


@rule("season-name", SHOULD, ("podcast:season",), "The season's name has more than 128 characters.")
def season_name(node: Node) -> bool:
    """Namespace, season.md: 128 characters."""
    return len(node.get("name")) <= 128


@rule("episode", MUST, ("podcast:episode",), "The episode's number “{value}” is no number.")
def episode(node: Node) -> bool:
    """Namespace, episode.md: a decimal number."""
    return bool(_DECIMAL.fullmatch(node.text))


@rule(
    "episode-display",
    SHOULD,
    ("podcast:episode",),
    "What is shown instead of the episode's number has more than 32 characters.",
)
def episode_display(node: Node) -> bool:
    """Namespace, episode.md: 32 characters."""
    return len(node.get("display")) <= 32


@rule(
    "numbers-agree", MUST, ("item",), "The episode has one number for Apple and another for everybody else."
)
def numbers_agree(item: Node) -> bool:
    """Namespace, season.md and episode.md: the same as Apple's tags, which go on."""
    for name in ("season", "episode"):
        ours, apples = item.text_of(f"podcast:{name}"), item.text_of(f"itunes:{name}")
        if ours and apples and seconds(ours) != seconds(apples):
            return False
    return True


@rule("transcript-there", SHOULD, ("item",), "The episode has no transcript.")
def transcript_there(item: Node) -> bool:
    """PSP-1, podcast:transcript: recommended."""
    return bool(item.all("podcast:transcript"))


@rule(
    "transcript",
    MUST,
    ("podcast:transcript",),
    "A transcript has no address, or is of a type that apps can't read: {value}",
)
def transcript(node: Node) -> bool:
    """PSP-1, podcast:transcript; namespace, transcript.md: url and type."""
    return bool(node.get("url")) and node.get("type") in _TRANSCRIPTS


@rule(
    "transcript-language",
    MUST,
    ("podcast:transcript",),
    "A transcript's language is no language tag: {value}",
)
def transcript_language(node: Node) -> bool:
    """Namespace, transcript.md; BCP 47."""
    return not node.has("language") or is_language_tag(node.get("language"))


@rule(
    "transcript-captions",
    MUST,
    ("podcast:transcript",),
    "A transcript is said to be something else than captions: {value}",
)
def transcript_captions(node: Node) -> bool:
    """Namespace, transcript.md: the only rel is captions, which have times."""
    return not node.has("rel") or node.get("rel") == "captions"


@rule("chapters-there", SHOULD, ("item",), "The episode has no chapters.")
def chapters_there(item: Node) -> bool:
    """Namespace, chapters.md; Apple 5482."""
    return bool(item.all("podcast:chapters"))


@rule("chapters", MUST, ("podcast:chapters",), "The chapters have no address, or a wrong type.")
def chapters(node: Node) -> bool:
    """Namespace, chapters.md: application/json+chapters; its own example says application/json."""
    return bool(node.get("url")) and node.get("type") in _CHAPTERS


@rule("soundbite", MUST, ("podcast:soundbite",), "A soundbite has no start or length in seconds.")
def soundbite(node: Node) -> bool:
    """Namespace, soundbite.md: startTime and duration are required."""
    return seconds(node.get("startTime")) is not None and bool(seconds(node.get("duration")))


@rule(
    "soundbite-length",
    SHOULD,
    ("podcast:soundbite",),
    "A soundbite is shorter than 15 seconds or longer than 120.",
)
def soundbite_length(node: Node) -> bool:
    """Namespace, soundbite.md: recommended between 15 and 120 seconds."""
    return 15 <= (seconds(node.get("duration")) or 15) <= 120


@rule("soundbite-inside", MUST, ("podcast:soundbite",), "A soundbite ends after the episode.")
def soundbite_inside(node: Node) -> bool:
    """Namespace, soundbite.md: it is a part of the enclosure."""
    whole = seconds(node.item.text_of("itunes:duration")) if node.item else None
    end = (seconds(node.get("startTime")) or 0) + (seconds(node.get("duration")) or 0)
    return whole is None or end <= whole + 1  # the duration is rounded


@rule("alternate-type", MUST, ("podcast:alternateEnclosure",), "Another form of the audio has no MIME type.")
def alternate_type(node: Node) -> bool:
    """Namespace, alternate-enclosure.md: type is required."""
    return is_media_type(node.get("type"))


@rule("alternate-source", MUST, ("podcast:alternateEnclosure",), "Another form of the audio has no address.")
def alternate_source(node: Node) -> bool:
    """Namespace, source.md: at least one, with a uri."""
    sources = node.all("podcast:source")
    return bool(sources) and all(source.get("uri") for source in sources)


@rule(
    "alternate-length",
    SHOULD,
    ("podcast:alternateEnclosure",),
    "Another form of the audio doesn't say how many bytes it has.",
)
def alternate_length(node: Node) -> bool:
    """Namespace, alternate-enclosure.md: length is recommended."""
    return is_count(node.get("length"))


@rule(
    "alternate-values",
    MUST,
    ("podcast:alternateEnclosure",),
    "Another form of the audio isn't described as apps read it.",
)
def alternate_values(node: Node) -> bool:
    """Namespace, alternate-enclosure.md: a bitrate in bits a second, lang of BCP 47, default a boolean."""
    return (
        (not node.has("bitrate") or bool(_BITRATE.fullmatch(node.get("bitrate"))))
        and (not node.has("lang") or is_language_tag(node.get("lang")))
        and (not node.has("default") or node.get("default") in ("true", "false"))
    )


@rule(
    "alternate-title",
    SHOULD,
    ("podcast:alternateEnclosure",),
    "The name of another form of the audio has more than 32 characters.",
)
def alternate_title(node: Node) -> bool:
    """Namespace, alternate-enclosure.md: 32 characters."""
    return len(node.get("title")) <= 32 and len(node.get("rel")) <= 32


@rule_among(
    "alternate-default",
    MUST,
    ("item",),
    "What is said to be the episode's own audio isn't, or is said twice.",
)
def alternate_default(item: Node) -> Iterable[Node]:
    """Namespace, alternate-enclosure.md: default says that it is the enclosure's file."""
    own = {enclosure.get("url") for enclosure in item.all("enclosure")}
    defaults = [node for node in item.all("podcast:alternateEnclosure") if node.get("default") == "true"]
    for count, node in enumerate(defaults):
        if count or not own & {source.get("uri") for source in node.all("podcast:source")}:
            yield node


@rule("integrity", MUST, ("podcast:integrity",), "The check sum of the audio isn't written as apps read it.")
def integrity(node: Node) -> bool:
    """Namespace, integrity.md: type sri (W3C) or pgp-signature, and its value."""
    if node.get("type") == "sri":
        return bool(_SRI.fullmatch(node.get("value")))
    return node.get("type") == "pgp-signature" and bool(node.get("value"))


@rule(
    "social-protocol",
    MUST,
    ("podcast:socialInteract",),
    "The discussion is at a place that apps don't know: {value}",
)
def social_protocol(node: Node) -> bool:
    """Namespace, social-interact.md: one of socialprotocols.txt."""
    return node.get("protocol") in SOCIAL_PROTOCOLS


@rule(
    "social",
    MUST,
    ("podcast:socialInteract",),
    "The discussion has no address; or there shall be none, but it has one.",
)
def social(node: Node) -> bool:
    """Namespace, social-interact.md: uri is required, but disabled stands alone."""
    if node.get("protocol") == "disabled":
        return len(node.attributes) == 1 and not node.text
    return is_secure(node.get("uri"))


@rule("social-disabled", MUST, ("item",), "There shall be no discussion, but a place for it is named.")
def social_disabled(item: Node) -> bool:
    """Namespace, social-interact.md: disabled says that no comments are wanted anywhere."""
    protocols = [node.get("protocol") for node in item.all("podcast:socialInteract")]
    return "disabled" not in protocols or len(protocols) == 1


@rule(
    "social-account", SHOULD, ("podcast:socialInteract",), "The discussion doesn't say whose account it is."
)
def social_account(node: Node) -> bool:
    """Namespace, social-interact.md: accountId is recommended."""
    return node.get("protocol") == "disabled" or bool(node.get("accountId"))


@rule("content-link", MUST, ("podcast:contentLink",), "A link to the same content elsewhere has no address.")
def content_link(node: Node) -> bool:
    """Namespace, content-link.md: href is required."""
    return is_secure(node.get("href"))


@rule(
    "content-link-text",
    SHOULD,
    ("podcast:contentLink",),
    "A link to the same content elsewhere has no name: {value}",
)
def content_link_text(node: Node) -> bool:
    """Namespace, content-link.md: the text explains where it leads."""
    return bool(node.text)
