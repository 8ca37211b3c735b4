"""The ledger of what is published: from a site's folder, a file, a URL, or a branch or commit of Git."""

from __future__ import annotations

import secrets
from pathlib import Path
from urllib.parse import urlsplit

from ..fetching import UnreachableError, Web
from ..history.git import NoHistoryError, file_at, is_commit
from ..problems import Problem, error
from .entries import LEDGER, Ledger
from .written import NoLedgerError, from_json

_WEB = ("http://", "https://")

MAYBE_FIRST = frozenset(("ledger-missing", "ledger-nowhere", "ledger-unreachable", "ledger-unreadable"))
"""Codes of problems that a first publication may have: their hints tell of `--first`."""


def published_ledger(root: Path, against: str) -> Ledger | Problem:
    """The ledger that `against` names, or why there is none.

    That is a site's folder, the ledger's file, the site's or the ledger's URL (http, https), or a branch or commit of
    the repository that the project at `root` is in, with the site at its top; the branch may be one of `origin` alone.
    """
    found = _fetched(against) if against.lower().startswith(_WEB) else _read(root, against)
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
        for reference in (against, f"origin/{against}"):  # publishing makes no branch of this clone
            if is_commit(root, reference):
                return file_at(root, reference, LEDGER) or _missing(reference)
    except NoHistoryError:
        pass
    return _nowhere(against)


def _fetched(url: str) -> bytes | Problem:
    try:
        asked = urlsplit(url)
    except ValueError:  # brackets are for addresses of IPv6 alone
        return _nowhere(url)
    path = asked.path if asked.path.endswith(".json") else f"{asked.path.rstrip('/')}/{LEDGER}"
    ledger = asked._replace(path=path, query="", fragment="")
    url = ledger.geturl()
    fresh = ledger._replace(query=secrets.token_hex(4))  # no server between may answer with what it has kept
    try:
        answer = Web().ask(fresh.geturl(), headers={"Cache-Control": "no-cache"})
    except UnreachableError as failure:
        return _unreachable(url, failure.reason)
    if answer.is_missing:
        return _missing(url)
    if answer.leads_to:
        return _moved(url, answer.leads_to.partition("?")[0].removesuffix(LEDGER))
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


def _nowhere(place: str) -> Problem:
    return error(
        "ledger-nowhere",
        place,
        "There is no such place: no folder, no file, no address (https://…), no branch or commit of Git.",
        "Is there a slip of the pen in it? A branch that this clone hasn't got comes by: git fetch origin "
        "NAME:refs/remotes/origin/NAME. If nothing has been published there yet, say so: --first",
    )


def _moved(place: str, to: str) -> Problem:
    return error(
        "ledger-moved",
        place,
        "What is published isn't at this address: the server leads on to {to}",
        "If the site lies there, name that address instead (the workflows: PUBLISHED_AT).",
        to=to,
    )


def _unreachable(place: str, reason: str) -> Problem:
    return error(
        "ledger-unreachable",
        place,
        "What is published can't be asked: {error}.",
        "Try again later. If the site lies elsewhere, compare with that place: --against (the workflows: "
        "PUBLISHED_AT). If nothing has been published there yet, say so: --first",
        error=reason,
    )


def _unreadable(place: str) -> Problem:
    return error(
        "ledger-unreadable",
        place,
        "The published.json there is damaged.",
        "Bring it back from an earlier publication: nobody can tell what this one would break. If nobody relies on "
        "what is there, nothing is compared with --first.",
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
