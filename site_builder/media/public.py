"""Stored audio as podcast apps meet it: asked for over HTTP, without fetching it."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from ..audio.facts import AudioFacts
from ..problems import Position, Problem, Severity

_PATIENCE = 20.0
"""Seconds that a server may take to answer."""

_SAME_TYPES = (
    {"audio/mpeg", "audio/mp3"},
    {"audio/x-m4a", "audio/mp4", "audio/m4a"},
    {"audio/ogg", "audio/opus", "application/ogg"},
)
"""Names that servers give to one type, all of which players know."""


def examine(audio: AudioFacts, at: Position) -> tuple[Problem, ...]:
    """What is wrong with the public side of stored `audio`, which the front matter names `at` a place.

    Apple wants a host to answer HEAD requests and to send byte ranges; length and type must be those that the feed
    tells (RSS 2.0, `enclosure`).
    """
    try:
        with _ask("HEAD", audio.url) as answer:
            headers = answer.headers
        sends_parts = headers.get("Accept-Ranges", "").lower() == "bytes" or _sends_parts(audio.url)
    except HTTPError as error:
        error.close()
        return (_not_served(audio, error.code, at),)
    except (OSError, HTTPException, ValueError) as error:
        return (_unreachable(audio, _reason(error), at),)
    return tuple(_wrong(audio, headers, sends_parts, at))


def _reason(error: Exception) -> str:
    cause = getattr(error, "reason", error)
    return getattr(cause, "strerror", None) or str(cause)


def _ask(method: str, url: str, **headers: str) -> HTTPResponse:
    request = Request(url, method=method, headers={"User-Agent": "site-builder", **headers})  # noqa: S310 - see below
    answer: HTTPResponse = urlopen(request, timeout=_PATIENCE)  # noqa: S310 - the lock holds only http and https
    return answer


def _sends_parts(url: str) -> bool:
    """Whether the server sends a part when asked for one, though it doesn't say that it can (RFC 9110, 14.3)."""
    with _ask("GET", url, Range="bytes=0-0") as answer:
        return answer.status == HTTPStatus.PARTIAL_CONTENT


def _wrong(audio: AudioFacts, headers: Message, sends_parts: bool, at: Position) -> Iterator[Problem]:
    length = headers.get("Content-Length", "?")
    media_type = headers.get("Content-Type", "?").partition(";")[0].strip().lower()
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


def _not_served(audio: AudioFacts, status: int, at: Position) -> Problem:
    return _problem(
        "stored-audio-missing",
        at,
        "{path} isn't at its public address: the server answers {status}.",
        "Let everybody read {url}; if the file is gone from the storage, bring it back from a backup.",
        audio,
        status=str(status),
    )


def _unreachable(audio: AudioFacts, error: str, at: Position) -> Problem:
    return _problem(
        "stored-audio-unreachable",
        at,
        "The server of {path} can't be reached: {error}.",
        "Try {url} in a browser; if it fails there too, ask whoever looks after the storage.",
        audio,
        error=error,
    )


def _problem(code: str, at: Position, message: str, hint: str, audio: AudioFacts, **values: str) -> Problem:
    values = {"path": audio.path, "url": audio.url, **values}
    return Problem(code, Severity.ERROR, at, message, hint, values, field="audio")
