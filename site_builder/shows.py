"""The podcasts of the site, as their `show.yml` tells of them."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import time

from .languages import Texts
from .podcasting import (
    Artwork,
    Credit,
    Funding,
    License,
    Location,
    Note,
    RemoteItem,
    UpdateFrequency,
)
from .problems import Position
from .reading.front_matter import Scalar

FIRST = "podcast"
"""The folder of the first show; each further one has a folder of its own in it."""

SHOW_FILE = "show.yml"


def show_folder(path: str, files: Container[str]) -> str:
    """The folder of the show that an episode's file `path` belongs to; `files` are those of the project."""
    parts = path.split("/")
    own = "/".join(parts[:2])
    return own if len(parts) > 2 and f"{own}/{SHOW_FILE}" in files else FIRST


@dataclass(frozen=True, slots=True)
class Encoding:
    """How `site-builder audio add` encodes a show's recordings: `channels` 1 or 2, `kilobits` a second."""

    channels: int = 1
    kilobits: int = 96


@dataclass(frozen=True, slots=True)
class Show:
    """A podcast. `folder` is where its `show.yml` and episodes lie: `podcast`, or `podcast/<name>` for a further one.

    `guid` is the permanent UUID of each language's feed (podcast namespace, tag `guid`). `categories` as Apple
    lists them, a subcategory after ` > `; `image` a file of the folder. `apps` are the pages of each language's feed
    in listeners' apps, by the app's name. `publish_time` is when an episode appears whose date says only the day.
    `positions` and `written` are those of `show.yml`, as documents have them.
    """

    folder: str
    guid: Texts
    title: Texts
    description: Texts
    author: Texts
    owner_name: str
    owner_email: str
    categories: tuple[str, ...]
    image: str
    explicit: bool = False
    type: str = "episodic"
    hosts: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    copyright: Texts = field(default_factory=dict)
    license: License | None = None
    location: Location | None = None
    funding: tuple[Funding, ...] = ()
    update_frequency: UpdateFrequency | None = None
    podroll: tuple[RemoteItem, ...] = ()
    publisher: RemoteItem | None = None
    txt: tuple[Note, ...] = ()
    ai_content: bool | None = None
    images: tuple[Artwork, ...] = ()
    seasons: Mapping[int, Texts] = field(default_factory=dict)
    apps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    locked: bool = True
    block: bool = False
    blocked_services: tuple[str, ...] = ()
    complete: bool = False
    podping: bool = False
    hub: str = ""
    new_feed_url: Texts = field(default_factory=dict)
    encoding: Encoding = field(default_factory=Encoding)
    publish_time: time = time()
    positions: Mapping[str, Position] = field(default_factory=dict)
    written: Mapping[tuple[str, str], Scalar] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The show's folder below `podcast/`; empty for the first one."""
        return self.folder.partition("/")[2]

    def where(self, field: str, name: str = "") -> Position:
        """The position in `show.yml` of a field, or of the `name` in its list; of the first line where it has none."""
        found = self.written.get((field, name)) if name else None
        return found.at if found else self.positions.get(field, Position(f"{self.folder}/{SHOW_FILE}"))
