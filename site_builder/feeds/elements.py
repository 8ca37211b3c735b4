"""Elements of a feed's XML, and the namespaces that podcast apps know."""

from __future__ import annotations

from typing import Any

from feedgen.util import xml_elem

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"

PREFIXES = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM, "content": CONTENT}
"""Exactly these: AntennaPod matches the prefixes literally."""

Element = Any
Value = str | int | None


def add(parent: Element, space: str, name: str, text: str | None = None, /, **attributes: Value) -> Element:
    """A new last child of `parent`; attributes without a value are left out, `_` in their names is `-`."""
    element = xml_elem(f"{{{space}}}{name}" if space else name, parent)
    element.text = text or None
    for key, value in attributes.items():
        if value:
            element.set(key.replace("_", "-"), str(value))
    return element


def flag(value: bool) -> str:
    """How feeds say yes and no."""
    return "true" if value else "false"
