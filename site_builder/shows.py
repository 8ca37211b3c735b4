"""The podcasts of the site, as their `show.yml` tells of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .podcasting import (
    Artwork,
    Credit,
    Encoding,
    Funding,
    License,
    Location,
    Note,
    RemoteItem,
    Texts,
    UpdateFrequency,
)
from .problems import Position


@dataclass(frozen=True, slots=True)
class Show:
    """A podcast. `folder` is where its `show.yml` and episodes lie: `podcast`, or `podcast/<name>` for a further one.

    `guid` is the permanent UUID of each language's feed (podcast namespace, tag `guid`). `categories` as Apple
    lists them, a subcategory after ` > `; `image` a file of the folder. `apps` are the pages of the show in
    listeners' apps, by the app's name.
    """

    folder: str
    guid: Texts
    title: Texts
    description: Texts
    author: str
    owner_name: str
    owner_email: str
    categories: tuple[str, ...]
    image: str
    explicit: bool = False
    type: str = "episodic"
    hosts: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    copyright: str = ""
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
    apps: Mapping[str, str] = field(default_factory=dict)
    locked: bool = True
    block: bool = False
    blocked_services: tuple[str, ...] = ()
    complete: bool = False
    podping: bool = False
    hub: str = ""
    new_feed_url: Texts = field(default_factory=dict)
    encoding: Encoding = field(default_factory=Encoding)
    positions: Mapping[str, Position] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The show's folder below `podcast/`; empty for the first one."""
        return self.folder.partition("/")[2]
