"""YAML text → libyaml's nodes, with every scalar left the text that was typed."""

from __future__ import annotations

import yaml

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML without libyaml: slower, the same nodes
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

_SAFE = 100
"""Levels that every composer bears: libyaml's recurses in C, where 3,000 end the process on a small stack."""

_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
PLAIN_TAGS = frozenset(_TAGS.values())
"""Tags of nodes that were given none."""


class TooDeepError(yaml.YAMLError):
    """Lists and fields are nested more deeply than `_SAFE`."""


class _Loader(_SafeLoader):
    """libyaml's parser that leaves every scalar a text."""

    def resolve(self, kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        """The tag of a node that was given none."""
        return _TAGS[kind]


def compose(text: str) -> yaml.Node | None:
    """The node that YAML `text` is. Raises `YAMLError`, also where it is nested so deeply that libyaml would die."""
    if sum(map(text.count, "[{-?")) > _SAFE:
        depth = 0
        for event in yaml.parse(text, _Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _SAFE:
                raise TooDeepError
    node: yaml.Node | None = yaml.compose(text, _Loader)
    return node


def composed(text: str) -> yaml.Node | None:
    """The node that YAML `text` is; None where it isn't YAML, or empty."""
    try:
        return compose(text)
    except yaml.YAMLError:
        return None
