"""The expressions of GitHub's workflows, as far as ours use them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_TOKEN = re.compile(r"'[^']*'|[a-z_][\w.-]*(?:\(\))?|&&|\|\||!=|!|\S", re.IGNORECASE)
_OPERATORS = {
    "&&": " and ",
    "||": " or ",
    "!": " not ",
    "true": "True",
    "false": "False",
    "cancelled()": "False",
}
_PLACE = re.compile(r"\$\{\{(.*?)\}\}")

Contexts = Mapping[str, Any]


def evaluated(expression: str, contexts: Contexts) -> Any:
    """The value of an expression; `contexts` are what it can ask for (`vars`, `needs` …)."""
    parts = []
    for token in _TOKEN.findall(expression):
        is_name = token[0].isalpha() and token not in _OPERATORS
        parts.append(repr(_looked_up(token, contexts)) if is_name else _OPERATORS.get(token, token))
    return eval("".join(parts).strip(), {"__builtins__": {}})


def _looked_up(name: str, contexts: Contexts) -> Any:
    """What a context has there; nothing (an empty text) where it hasn't, as GitHub does."""
    root, *rest = name.split(".")
    found = contexts[root]
    for part in rest:
        found = found.get(part, "") if isinstance(found, Mapping) else ""
    return found


def filled_in(text: str, contexts: Contexts) -> str:
    """`text` with the values of its `${{ … }}`."""
    return _PLACE.sub(lambda place: _shown(evaluated(place[1], contexts)), text)


def holds(condition: str | None, contexts: Contexts) -> bool:
    """Whether an `if` lets its job or step run, where all before it went well; none always does."""
    if condition is None:
        return True
    whole = _PLACE.fullmatch(condition)
    return bool(evaluated(whole[1] if whole else condition, contexts))


def _shown(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
