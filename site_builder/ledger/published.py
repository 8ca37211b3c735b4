"""The ledger of what is published: from a site's folder, a file, a URL, or a branch or commit of Git."""

from __future__ import annotations

import secrets
from pathlib import Path

from ..fetching import UnreachableError, Web
from ..history.git import NoHistoryError, file_at
from ..problems import Problem, error
from .entries import LEDGER, Ledger
from .written import NoLedgerError, from_json


def published_ledger(root: Path, against: str) -> Ledger | Problem:
    """The ledger that `against` names, or why there is none.

    That is a site's folder, the ledger's file, the site's or the ledger's URL (http, https), or a branch or commit of
    the repository that the project at `root` is in, with the site at its top.
    """
    found = _fetched(against) if against.startswith(("http://", "https://")) else _read(root, against)
    return found if isinstance(found, Problem) else read_ledger(found, against)


def built_ledger(folder: Path) -> Ledger | Problem:
    """The ledger of the site that was built into `folder`, or why it has none."""
    file = folder / LEDGER
    return read_ledger(file.read_bytes(), str(file)) if file.is_file() else _not_built(str(folder))


def read_ledger(data: bytes, place: str) -> Ledger | Problem:
    """The ledger in `data`, which lies at `place`, or why it is none that can be published against."""
    try:
        ledger = from_json(data)
    except NoLedgerError as refusal:
        return _newer(place) if refusal.newer else _unreadable(place)
    return _preview(place) if ledger.preview else ledger


def _read(root: Path, against: str) -> bytes | Problem:
    path = Path(against)
    file = path / LEDGER if path.is_dir() else path
    if file.is_file():
        return file.read_bytes()
    if path.is_dir():
        return _missing(against)
    try:
        data = file_at(root, against, LEDGER)
    except NoHistoryError:
        data = None
    return data if data is not None else _missing(against)


def _fetched(url: str) -> bytes | Problem:
    url = url if url.endswith(".json") else f"{url.rstrip('/')}/{LEDGER}"
    fresh = f"{url}?{secrets.token_hex(4)}"  # no server between may answer with what it has kept
    try:
        answer = Web().ask(fresh, headers={"Cache-Control": "no-cache"})
    except UnreachableError as failure:
        return _unreachable(url, failure.reason)
    if answer.is_missing:
        return _missing(url)
    return answer.body if answer.is_there else _unreachable(url, str(answer.status))


def _not_built(folder: str) -> Problem:
    return error(
        "site-not-built",
        folder,
        "There is no built site here.",
        "Build it first: site-builder build",
    )


def _missing(place: str) -> Problem:
    return error(
        "ledger-missing",
        place,
        "There is no published.json to compare with (in a folder, at an address, in a branch or commit of Git).",
        "If nothing has been published there yet, say so: --first. If something has, bring back its published.json; "
        "if it lies elsewhere, compare with that place: --against (the workflows: PUBLISHED_AT).",
    )


def _unreachable(place: str, reason: str) -> Problem:
    return error(
        "ledger-unreachable",
        place,
        "What is published can't be asked: {error}.",
        "Try again later. If nothing has been published there yet, say so: --first",
        error=reason,
    )


def _unreadable(place: str) -> Problem:
    return error(
        "ledger-unreadable",
        place,
        "The published.json there is damaged.",
        "Bring it back from an earlier publication: nobody can tell what this one would break.",
    )


def _newer(place: str) -> Problem:
    return error(
        "ledger-newer",
        place,
        "The published.json there was made by a newer version of this tool.",
        "Publish with that version or a later one.",
    )


def _preview(place: str) -> Problem:
    return error(
        "ledger-preview",
        place,
        "This is a preview (build --preview), which is never published.",
        "Build the site without --preview.",
    )
