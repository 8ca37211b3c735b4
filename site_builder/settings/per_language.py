"""Texts of settings that readers see: each of the site's languages must have its own."""

from __future__ import annotations

from collections.abc import Collection

from ..languages import Texts
from ..reading.front_matter import Field, Mapping
from ..schema.fields import Reading
from ..schema.validate import is_empty


def filled(texts: Texts, languages: Collection[str]) -> Texts:
    """A text for each language of the site: where it is missing (a problem by now), the first one there is."""
    spare = next(iter(texts.values()))
    return {code: texts.get(code, spare) for code in languages}


def every_language(
    name: str, texts: Texts, languages: Collection[str], found: Field, reading: Reading
) -> None:
    """Refuse field `found` where its `texts` lack a language of the site, or have one that it hasn't."""
    written = found.value.fields if isinstance(found.value, Mapping) else {}
    refused = {code for code, entry in written.items() if not is_empty(entry)} - texts.keys()
    missing = [code for code in languages if code not in texts and code not in refused]
    if missing:
        reading.refuse(
            "language-missing",
            found.at,
            "The field or topic “{name}” has no text in the language: {missing}.",
            "Add it for every language of the site.",
            name=name,
            missing=", ".join(missing),
        )
    unknown = [code for code in texts if code not in languages]
    if unknown:
        reading.refuse(
            "language-unknown",
            found.at,
            "“{name}” has a text in a language that the site doesn't have: {unknown}.",
            "The languages are named in content/site.yml.",
            name=name,
            unknown=", ".join(unknown),
        )
