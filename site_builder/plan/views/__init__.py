"""What the templates draw: one frozen `View` a page, every text, date and URL already in the page's language.

URLs are absolute paths on the site (`/en/articles/x/`, with the base path of `site_url`) unless said otherwise.
Texts are plain text, to be escaped by the template; fields that hold HTML are of type `Html`.
"""

from __future__ import annotations

from .chrome import Chrome, Publicity, Sharing
from .listening import ChapterView, Feed, Passage, Player, Source, Subscription, Turn
from .parts import (
    Alternate,
    Card,
    Elsewhere,
    Fact,
    Html,
    Link,
    OutdatedView,
    Pager,
    PictureView,
    SeriesView,
    Shelf,
    Stamp,
    Switch,
)
from .searching import Choice, Search, Titles
from .statement import SilentEpisode, Statement, TestView
from .view import HomePartView, View

__all__ = [
    "Alternate",
    "Card",
    "ChapterView",
    "Choice",
    "Chrome",
    "Elsewhere",
    "Fact",
    "Feed",
    "HomePartView",
    "Html",
    "Link",
    "OutdatedView",
    "Pager",
    "Passage",
    "PictureView",
    "Player",
    "Publicity",
    "Search",
    "SeriesView",
    "Sharing",
    "Shelf",
    "SilentEpisode",
    "Source",
    "Stamp",
    "Statement",
    "Subscription",
    "Switch",
    "TestView",
    "Titles",
    "Turn",
    "View",
]
