"""Names of audio files: they become addresses that feeds and apps keep."""

from __future__ import annotations

import re

from ..documents import PODCAST
from ..languages import slugify

_WEB = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\.[a-z0-9]+")


def episode_called(path: str) -> str:
    """What commands call the episode whose text is the file `path`: `podcast/dil.cs.md` → `dil.cs`."""
    return path.removeprefix(f"{PODCAST}/").removesuffix(".md")


def is_web_name(name: str) -> bool:
    """Whether `name` is the same as a file and as part of an address, on every system."""
    return _WEB.fullmatch(name) is not None


def web_name(name: str) -> str:
    """`name` as it should be: `Noční autobus.cs.MP3` → `nocni-autobus.cs.mp3`."""
    return ".".join(slugify(part) or "audio" for part in name.split("."))
