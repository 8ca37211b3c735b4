"""The index as files: what the browser asks for first, and what it asks for as a query needs it.

    index.json             the number of this index, how the rest is cut, kinds and years of the pages
    <number>/t<n>.json     terms with their postings, cut by the alphabet
    <number>/w<n>.json     words as they are written, to correct a query by, cut by the alphabet
    <number>/topics.json   the pages on each topic
    <number>/r<n>.txt      a line for each page: title, URL, date
    <number>/p<n>.txt      the passages of the pages, all of one length

Of the last two the browser asks for single lines and passages (HTTP ranges), or, where the server knows no ranges,
for the whole file. The number is that of the content: pages of an older index never meet files of a newer one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby

from .entries import Entry
from .numbers import gaps, written, written_postings
from .pages import PASSAGE, IndexedPage, index_page
from .postings import Term, terms_of
from .stop_words import STOP_WORDS
from .words import STEMMERS, Words

TERMS_SIZE = 2_500
"""Characters of a file of terms; one that is in many pages has a file for itself."""

WORDS_SIZE = 24_000
"""Characters of a file of words."""

SHORTEST = 3
"""Letters of a word that a query may be corrected by."""

RECORDS = 32
"""Pages whose records are in one file."""

PASSAGES = 200
"""Passages after which a file of them ends with the page that they belong to."""


def index_files(entries: Iterable[Entry], code: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the index of `entries` in language `code`: its path in the index's folder and its bytes.

    Entries of one kind stand together, the newest first.
    """
    listed = list(entries)
    pages = [index_page(entry) for entry in listed]
    counts = [len(page.passages) for page in pages]
    terms = terms_of(pages, Words(code))
    term_files = list(_cut(((term.text, _written(term)) for term in terms), TERMS_SIZE))
    word_files = list(_cut(((t.text, t.form) for t in terms if len(t.text) >= SHORTEST), WORDS_SIZE))
    kinds = [(kind, list(group)) for kind, group in groupby(listed, lambda entry: entry.kind)]
    prefixes = [_folder([entry.url for entry in group]) for _, group in kinds]
    records = [
        _record(entry, prefix) for (_, group), prefix in zip(kinds, prefixes, strict=True) for entry in group
    ]
    files = {
        **{f"t{number}.json": _json(dict(items)) for number, items in enumerate(term_files)},
        **{f"w{number}.json": _json([form for _, form in items]) for number, items in enumerate(word_files)},
        **{f"r{number}.txt": data for number, data in enumerate(_blocks(records))},
        **{f"p{number}.txt": data for number, data in enumerate(_texts(pages))},
        "topics.json": _json(_topics(listed)),
    }
    manifest = {
        "sizes": [PASSAGE, RECORDS, PASSAGES],
        "stemmer": code if code in STEMMERS else "",
        "stop": STOP_WORDS.get(code, ""),
        "terms": _borders(term_files),
        "words": _borders(word_files),
        "kinds": [
            [kind, prefix, _years(group)] for (kind, group), prefix in zip(kinds, prefixes, strict=True)
        ],
        "records": written(map(len, records)),
        "passages": written(counts),
    }
    number = _number([*files.values(), _json(manifest)])
    yield "index.json", _json({"number": number, **manifest})
    for name, data in files.items():
        yield f"{number}/{name}", data


def _written(term: Term) -> str:
    """The postings, and after a tab the stems of the words whose dictionary form the term is."""
    return "\t".join(filter(None, (written_postings(term.postings), " ".join(term.stems))))


def _cut(items: Iterable[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    """`items` (sorted terms, each with a text) in runs of about `size` characters; a large one by itself."""
    run: list[tuple[str, str]] = []
    length = 0
    for item in items:
        more = len(item[0]) + len(item[1]) + 6
        if run and length + more > size:
            yield run
            run, length = [], 0
        run.append(item)
        length += more
    if run:
        yield run


def _borders(runs: Sequence[list[tuple[str, str]]]) -> list[str]:
    """How the terms of each run begin: with as many letters as tell its first from the last one before."""
    found, last = [], ""
    for run in runs:
        first = run[0][0]
        found.append(first[: _alike(first, last) + 1])
        last = run[-1][0]
    return found


def _folder(urls: list[str]) -> str:
    """What `urls` begin with, up to a slash."""
    first, last = min(urls), max(urls)
    return first[: _alike(first, last)].rpartition("/")[0] + "/"


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((count for count, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


def _record(entry: Entry, folder: str) -> bytes:
    title = " ".join(entry.title.split())
    return f"{title}\t{entry.url.removeprefix(folder)}\t{entry.date}\n".encode()


def _years(entries: Iterable[Entry]) -> list[tuple[str, int]]:
    """How many of `entries` in a row are of each year."""
    return [(year, len(list(group))) for year, group in groupby(entries, lambda entry: entry.date[:4])]


def _topics(entries: Iterable[Entry]) -> dict[str, str]:
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for topic in dict.fromkeys(entry.topics):
            found.setdefault(topic, []).append(number)
    return {topic: gaps(numbers) for topic, numbers in sorted(found.items())}


def _blocks(records: Sequence[bytes]) -> Iterator[bytes]:
    for start in range(0, len(records), RECORDS):
        yield b"".join(records[start : start + RECORDS])


def _texts(pages: Iterable[IndexedPage]) -> Iterator[bytes]:
    """The passages, filled up with spaces: whole pages until there are `PASSAGES` of them."""
    run: list[bytes] = []
    for page in pages:
        run += page.passages
        if len(run) >= PASSAGES:
            yield b"".join([passage.ljust(PASSAGE) for passage in run])
            run = []
    if run:
        yield b"".join([passage.ljust(PASSAGE) for passage in run])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _number(contents: Iterable[bytes]) -> str:
    digest = blake2b(digest_size=5)
    for content in contents:
        digest.update(content)
    return digest.hexdigest()
