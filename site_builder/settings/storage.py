"""Where audio lies that Git doesn't hold, as `content/site.yml` says under `storage`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..reading.front_matter import Value
from ..schema import fields as read
from ..schema.fields import FieldType, Reading
from ..schema.validate import record

THIS_MACHINE = frozenset(("localhost", "127.0.0.1"))
"""Hosts where a site may be tried out without https."""


@dataclass(frozen=True, slots=True)
class Storage:
    """Where audio lies that Git doesn't hold: `remote` as rclone names it, `url` the public base (absolute)."""

    remote: str
    url: str


_SECRET = re.compile(r"(?:key|pass(?:word)?|secret|token|sas_url)\s*=", re.IGNORECASE)
"""An option of rclone's whose value nobody else may know."""


def _remote(value: Value, reading: Reading) -> str | None:
    """A storage as rclone names it; what opens it is no business of a file that everybody reads."""
    remote = read.text(value, reading)
    if remote and _SECRET.search(remote):
        reading.refuse(
            "storage-secret",
            value.at,
            "The storage's password or key must not be in this file: everybody can read it.",
            "Change it, as it is known now; give the new one to rclone in environment variables, as docs/podcast.md "
            "says.",
        )
        return None
    return remote


def _public(value: Value, reading: Reading) -> str | None:
    """A public address below which audio lies: https, as podcast apps want it, but on the editor's own machine."""
    url = read.web_address(value, reading)
    if url and url.startswith("http://") and urlsplit(url).hostname not in THIS_MACHINE:
        reading.refuse(
            "storage-without-https",
            value.at,
            "The storage's public address is {url}; podcast apps want https.",
            "Write https:// at its beginning, and see that the storage answers there.",
            url=url,
        )
        return None
    return url


STORAGE = record(
    Storage,
    '{remote: "…", url: "https://…/"}',
    FieldType("remote", _remote, required=True),
    FieldType("url", _public, required=True),
)
