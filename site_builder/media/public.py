"""Audio as podcast apps meet it: asked for over HTTP, without fetching it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..fetching import Answer, UnreachableError, Web
from ..problems import Position, Problem, Severity

_SAME_TYPES = (
    {"audio/mpeg", "audio/mp3"},
    {"audio/x-m4a", "audio/mp4", "audio/m4a"},
    {"audio/ogg", "audio/opus", "application/ogg"},
)
"""Names that servers give to one type, all of which players know."""


@dataclass(frozen=True, slots=True)
class Promised:
    """Audio as a feed tells of it: its `name` for people, absolute `url`, `size` in bytes, MIME type."""

    name: str
    url: str
    size: int
    media_type: str


def examine(web: Web, audio: Promised, at: Position) -> tuple[Problem, ...]:
    """What is wrong with the public side of `audio`, to be told of `at` a place.

    Apple wants a host to answer HEAD requests and to send byte ranges; length and type must be those that the feed
    tells (RSS 2.0, `enclosure`). Redirects are followed, as apps do.
    """
    try:
        answer = web.follow(audio.url, "HEAD")
        if not answer.is_there:
            return (_not_served(audio, answer.status, at),)
        sends_parts = (answer.headers.get("Accept-Ranges") or "").lower() == "bytes" or _sends_parts(
            web, audio
        )
    except UnreachableError as error:
        return (_unreachable(audio, error.reason, at),)
    return tuple(_wrong(audio, answer, sends_parts, at))


def _sends_parts(web: Web, audio: Promised) -> bool:
    """Whether the server sends a part when asked for one, though it doesn't say that it can (RFC 9110, 14.3)."""
    return web.follow(audio.url, headers={"Range": "bytes=0-0"}).is_part


def _wrong(audio: Promised, answer: Answer, sends_parts: bool, at: Position) -> Iterator[Problem]:
    length, media_type = answer.headers.get("Content-Length") or "?", answer.media_type
    if length != str(audio.size):
        yield _problem(
            "stored-audio-length",
            at,
            "The server says that {path} has {found} bytes, but it has {right}.",
            "Something else lies at {url}: look at it there, or bring the audio back from a backup.",
            audio,
            found=length,
            right=str(audio.size),
        )
    if media_type != audio.media_type and not any(
        {media_type, audio.media_type} <= same for same in _SAME_TYPES
    ):
        yield _problem(
            "stored-audio-type",
            at,
            "The server says that {path} is “{found}”, but it is {right}; some apps would not play it.",
            "Set the type in the storage or at its server (Content-Type: {right}): {url}",
            audio,
            found=media_type,
            right=audio.media_type,
        )
    if not sends_parts:
        yield _problem(
            "stored-audio-ranges",
            at,
            "The server of {path} sends no parts of files, so listeners can't skip in it; Apple demands it.",
            "Turn on byte ranges (Accept-Ranges: bytes) at the server: {url}",
            audio,
        )


def _not_served(audio: Promised, status: int, at: Position) -> Problem:
    return _problem(
        "stored-audio-missing",
        at,
        "{path} isn't at its public address: the server answers {status}.",
        "Let everybody read {url}; if the file is gone from the storage, bring it back from a backup.",
        audio,
        status=str(status),
    )


def _unreachable(audio: Promised, error: str, at: Position) -> Problem:
    return _problem(
        "stored-audio-unreachable",
        at,
        "The server of {path} can't be reached: {error}.",
        "Try {url} in a browser; if it fails there too, ask whoever looks after the storage.",
        audio,
        error=error,
    )


def _problem(code: str, at: Position, message: str, hint: str, audio: Promised, **values: str) -> Problem:
    values = {"path": audio.name, "url": audio.url, **values}
    return Problem(code, Severity.ERROR, at, message, hint, values, field="audio")
