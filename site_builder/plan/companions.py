"""What can be heard of a text and read of an episode: the episode names its texts, the links lead both ways."""

from __future__ import annotations

from ..documents import Document
from .edition import Edition
from .views import Link


def read_links(edition: Edition, document: Document) -> tuple[Link, ...]:
    """The texts that an episode belongs to, in this language where they exist."""
    texts = edition.texts_of.get(document.id, ())
    return tuple(edition.document_link(edition.version(text)) for text in texts)


def listen_links(edition: Edition, document: Document) -> tuple[Link, ...]:
    """The episodes that belong to a text, each with its duration, in this language where they exist."""
    return tuple(
        _episode_link(edition, edition.version(episode)) for episode in edition.heard.get(document.id, ())
    )


def _episode_link(edition: Edition, episode: Document) -> Link:
    played = edition.library.audio_of(episode)
    length = f" ({edition.language.duration(played.audio.seconds)})" if played else ""
    return edition.document_link(episode, edition.title(episode) + length)
