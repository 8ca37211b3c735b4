"""What lies at a URL, as XML."""

from __future__ import annotations

from datetime import UTC, datetime

from ..verify.podcast_rules.nodes import Node, NotXMLError, parse

_ANY_TIME = datetime(1970, 1, 1, tzinfo=UTC)
"""The time plays no part in reading."""


def root_of(data: bytes) -> Node:
    """The root element. Raises `NotXMLError`."""
    document = parse(data, _ANY_TIME)[0]
    roots = [node for name, nodes in document.children.items() if name != "xmlns" for node in nodes]
    if not roots:
        raise NotXMLError(1)
    return roots[0]
