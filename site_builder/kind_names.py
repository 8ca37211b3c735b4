"""What people call a kind of page, in English and in Czech."""

from __future__ import annotations

from collections.abc import Mapping

from .documents import Kind
from .languages import slugify

KIND_NAMES: Mapping[Kind, tuple[str, ...]] = {
    Kind.ARTICLE: ("article", "článek", "články"),
    Kind.INTERVIEW: ("interview", "rozhovor", "rozhovory"),
    Kind.EXAMPLE: ("example", "příklad", "příklady"),
    Kind.EVENT: ("event", "akce", "událost", "události"),
    Kind.PRESENTATION: ("presentation", "prezentace", "přednáška", "přednášky"),
    Kind.PERSON: ("person", "člověk", "osoba", "lidé", "osoby"),
    Kind.PAGE: ("page", "stránka", "stránky"),
    Kind.EPISODE: ("episode", "epizoda", "díl", "epizody", "díly"),
}
"""The first name of each is the one that commands have."""

_KINDS = {slugify(name): kind for kind, names in KIND_NAMES.items() for name in (kind.value, *names)}


def kind_called(name: str) -> Kind | None:
    """The kind that is called `name`; capitals and diacritics don't count."""
    return _KINDS.get(slugify(name))
