"""The search index: the pages of a language → small files that the browser's engine asks for as it needs them.

    for name, data in index_files(entries, "cs"):  # read by `overrides/assets/search`

`words` knows what a word's terms are, `pages` where they stand in a page, `postings` in which pages,
`files` what is written of it all.
"""

from __future__ import annotations

from .entries import Entry, Spoken
from .files import index_files

__all__ = ["Entry", "Spoken", "index_files"]
