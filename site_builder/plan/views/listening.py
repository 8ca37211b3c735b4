"""What is heard: the player of an episode, the feeds of a podcast."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Link, PictureView


@dataclass(frozen=True, slots=True)
class Source:
    """An `<audio>` source: `media_type` is its MIME type, `size` as read ("3.4 MB")."""

    url: str
    media_type: str
    size: str


@dataclass(frozen=True, slots=True)
class ChapterView:
    """`start` in whole seconds, `time` as read ("1:05"); the link is `#t={start}`.

    `url` is a page that the chapter speaks of, `image` a picture for it; both may be missing.
    """

    start: int
    time: str
    title: str
    url: str = ""
    image: PictureView | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without interruption; `start` in whole seconds."""

    start: int
    time: str
    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A soundbite from second `start` to second `end`, as a URL's fragment writes them; `time` and `length` as read."""

    start: str
    end: str
    time: str
    length: str
    title: str


@dataclass(frozen=True, slots=True)
class Player:
    """An episode's audio. `language` is the audio's, `borrowed` says that it isn't the page's own.

    `key` is what the listener's device remembers the place under. `duration` is `seconds` as read ("4 min 12 s");
    `transcript_language`, `chapters_language` and `passages_language` may differ from the page's, as the audio's
    does. `embed_url` (absolute with host) is
    the page that other sites show in a frame.
    """

    key: str
    source: Source
    show: str
    embed_url: str
    seconds: float
    duration: str
    language: str
    language_label: str
    borrowed: bool
    synthetic_voice: bool
    chapters: tuple[ChapterView, ...] = ()
    chapters_language: str = ""
    passages: tuple[Passage, ...] = ()
    passages_language: str = ""
    transcript: tuple[Turn, ...] = ()
    transcript_language: str = ""
    transcript_url: str = ""
    chapters_url: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, for autodiscovery and for subscribing; `url` is absolute with host, `language` its own.

    `title` is what apps call it, `label` what links to the feed itself do: it tells what it is, and in which language.
    """

    title: str
    label: str
    url: str
    media_type: str
    language: str


@dataclass(frozen=True, slots=True)
class Subscription:
    """How to subscribe to one feed; `apps` are links that open it in an app, `label` is its language's name."""

    feed: Feed
    language: str
    label: str
    apps: tuple[Link, ...] = ()
