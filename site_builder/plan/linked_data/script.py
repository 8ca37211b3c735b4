"""Data → the content of a `<script type="application/ld+json">`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..views import Html

Data = dict[str, Any]

_CONTEXT = "https://schema.org"
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def as_json(data: Data) -> str:
    """An entry of a graph as JSON; no text in it can end the element that it stands in (HTML, 4.12.1.3)."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return text


def as_script(entries: Iterable[str]) -> Html:
    """The graph of `entries` (JSON) as the content of a script."""
    return Html(f'{{"@context":"{_CONTEXT}","@graph":[{",".join(entries)}]}}')


def filled(data: Data) -> Data:
    """`data` without what is empty."""
    return {name: value for name, value in data.items() if value not in (None, "", [])}
