"""Data → the content of a `<script type="application/ld+json">`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..views import Html

Data = dict[str, Any]

_CONTEXT = "https://schema.org"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def as_json(entries: Sequence[Data]) -> str:
    """Entries of a graph, without the brackets around them; no text in it can end a script (HTML, 4.12.1.3)."""
    text = _ENCODER.encode(entries)[1:-1]
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return text


def as_script(*parts: str) -> Html:
    """The graph of `parts` (made by `as_json`) as the content of a script."""
    return Html(f'{{"@context":"{_CONTEXT}","@graph":[{",".join(parts)}]}}')


def filled(data: Data) -> Data:
    """`data` without what is empty."""
    return {name: value for name, value in data.items() if value not in (None, "", [])}
