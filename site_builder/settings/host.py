"""The host of the site's own domain: `cname` in `content/site.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..problems import Position, Problem, Severity
from ..reading.front_matter import Scalar, Value
from ..schema.fields import Reading
from ..schema.reading import replaced

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?=[a-z]){_LABEL}")
"""A name in DNS (RFC 1123, section 2.1); one of other letters in the form that DNS has for it (`xn--…`)."""

_LONGEST = 253
"""Characters of such a name."""


def host_name(value: Value, reading: Reading) -> str | None:
    """The name of a host alone, in small letters: `www.example.org`."""
    written = value.text if isinstance(value, Scalar) else ""
    name = written.lower()
    if _is_host(name):
        return name
    bare = re.split(r"[/?#:]", name.partition("://")[2] or name)[0]
    right = bare if _is_host(bare) else ""
    reading.refuse(
        "not-a-host",
        value.at,
        "Here should be the name of a host alone, without https:// and slashes.",
        "Write: {right}",
        repair=replaced(value, right) if right else None,
        right=right or "www.example.org",
    )
    return None


def elsewhere(cname: str, address: str, at: Position) -> Iterator[Problem]:
    """Whether the site's `address`, which its pages and feeds name, is at another host than `cname`."""
    host = urlsplit(address).hostname or ""
    if host != cname:
        yield Problem(
            "cname-elsewhere",
            Severity.ERROR,
            at,
            "The site would lie at {cname}, but its pages and feeds say {host}, as site_url in mkdocs.yml does.",
            "Write the same host in both.",
            {"cname": cname, "host": host},
            "cname",
        )


def _is_host(name: str) -> bool:
    return len(name) <= _LONGEST and _HOST.fullmatch(name) is not None
