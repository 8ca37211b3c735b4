"""How browsers search here: an OpenSearch description (OpenSearch 1.1, draft 6) for each language."""

from __future__ import annotations

from html import escape
from textwrap import shorten

from ..plan.edition import Edition

_SHORT, _LONG = 16, 48
"""Characters that `ShortName` and `LongName` may have."""


def open_search_file(edition: Edition) -> bytes:
    """The description; its address of results needs the site's host."""
    urls, site = edition.urls, edition.settings
    results = urls.absolute(urls.search(edition.code))
    description = edition.language.text("Search everything published here.")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(_cut(site.title, _SHORT))}</ShortName>\n"
        f"<LongName>{escape(_cut(site.title, _LONG))}</LongName>\n"
        f"<Description>{escape(description)}</Description>\n"
        f'<Url type="text/html" template="{escape(results)}?q={{searchTerms}}"/>\n'
        f"<Language>{edition.language.tag}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    ).encode()


def _cut(title: str, width: int) -> str:
    """The first words of `title` in `width` characters, of a longer word its beginning."""
    return shorten(title, width, placeholder="") or title[:width]
