"""`content/topics.yml` and `content/series.yml` → topics and series, each with its label per language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ..documents import FormerAddress
from ..languages import Texts
from ..problems import Position, Problem
from ..reading.front_matter import Field, Mapping, Scalar
from ..schema import fields as read
from ..schema.former import former_addresses
from ..schema.reading import Reading
from ..schema.validate import is_empty
from .file import open_settings
from .per_language import every_language, filled
from .site import Settings

TOPICS = "content/topics.yml"
SERIES = "content/series.yml"
FORMER = "redirect_from"

_TEXTS = read.per_language(read.text)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic or a series: its id and its label in each language.

    The pages of a topic lie at its labels; `redirect_from` are addresses that they had before, of any language.
    """

    id: str
    labels: Texts
    at: Position
    redirect_from: tuple[FormerAddress, ...] = ()


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
        field, former = _former(found, reading) if path == TOPICS else (found, ())
        labels = _TEXTS(field.value, reading)
        if labels:
            every_language(name, labels, settings.languages, field, reading)
        topics[name] = Topic(name, filled(labels or {"": name}, settings.languages), found.at, former)
    return topics, tuple(reading.problems)


def _former(topic: Field, reading: Reading) -> tuple[Field, tuple[FormerAddress, ...]]:
    """The field of a topic without its `redirect_from`, and what that says: paths, as a slug has no language."""
    if not isinstance(topic.value, Mapping) or FORMER not in topic.value.fields:
        return topic, ()
    labels = dict(topic.value.fields)
    written = labels.pop(FORMER)
    found = () if is_empty(written) else former_addresses(written.value, reading) or ()
    paths = tuple(one for one in found if "/" in one.address)
    for one in found:
        if one not in paths:
            reading.refuse(
                "redirect-address",
                one.at,
                "“{written}” doesn't say in which language the topic had this address.",
                "Write the whole path: /temata/{written}/",
                written=one.address,
            )
    return replace(topic, value=replace(topic.value, fields=labels)), paths
