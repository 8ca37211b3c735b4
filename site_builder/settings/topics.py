"""`content/topics.yml` and `content/series.yml` → topics and series, each with its label per language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..languages import Texts
from ..problems import Position, Problem
from ..reading.front_matter import Scalar
from ..schema import fields as read
from .file import open_settings
from .per_language import every_language, filled
from .site import Settings

TOPICS = "content/topics.yml"
SERIES = "content/series.yml"

_TEXTS = read.per_language(read.text)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic or a series: its id and its label in each language."""

    id: str
    labels: Texts
    at: Position


def read_topics(
    root: Path, settings: Settings, path: str = TOPICS
) -> tuple[dict[str, Topic], tuple[Problem, ...]]:
    """The topics, or the series (by `path`), by id, in the order of the file."""
    if not (root / path).exists():
        return {}, ()
    fields, reading, hidden = open_settings(root, path, settings.zone, ())
    topics = {
        name: Topic(name, filled({"": name}, settings.languages), Position(path)) for name in sorted(hidden)
    }
    for name, found in fields.items():
        read.slug(Scalar(name, found.at), reading)
        labels = _TEXTS(found.value, reading)
        if labels:
            every_language(name, labels, settings.languages, found, reading)
        topics[name] = Topic(name, filled(labels or {"": name}, settings.languages), found.at)
    return topics, tuple(reading.problems)
