"""Readers of what leads somewhere: a page's own address, pages of the web, files beside the text, identifiers."""

from __future__ import annotations

import re
import uuid
from posixpath import dirname, join, normpath, relpath

from ..iri import uri
from ..languages import slugify
from ..problems import Position, Problem, Severity
from ..reading.front_matter import Scalar, Value
from .reading import ONE_VALUE, Reading, replaced

LONGEST_SLUG = 200
"""Characters of a URL's segment: it is a folder's name, and disks take 255 bytes."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WEB = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
_FILE = re.compile(r"[^/?#]+\.(?:docx?|pdf|xlsx?|pptx?|odt|ods|odp|rtf|html?|md)", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:)?[^\s@/]+@[^\s@/]+")
_REMOTE = re.compile(r"(?:https?|ftps?)://", re.IGNORECASE)
_OF_A_COMPUTER = re.compile(r"[a-z]:[\\/]|\\\\|file:|/|~", re.IGNORECASE)
"""How a path begins that only one computer knows, or one web server."""


def slug(value: Value, reading: Reading) -> str | None:
    """The last segment of a URL: small ASCII letters, digits and hyphens."""
    written = value.text if isinstance(value, Scalar) else ""
    if _SLUG.fullmatch(written):
        if len(written) <= LONGEST_SLUG:
            return written
        reading.refuse(
            "not-a-slug",
            value.at,
            "The last part of the address (slug) is too long; it may have {limit} characters.",
            "Shorten it to the words that matter.",
            limit=str(LONGEST_SLUG),
        )
        return None
    right = slugify(written.strip("/").rpartition("/")[2])[:LONGEST_SLUG]
    reading.refuse(
        "not-a-slug",
        value.at,
        "The last part of the address (slug) may hold only small letters without diacritics, digits and hyphens.",
        "Write: {right}",
        repair=replaced(value, right) if right and "/" not in written else None,
        right=right or "night-bus",
    )
    return None


def web_address(value: Value, reading: Reading) -> str | None:
    """An absolute http or https URL, in the letters that machines take."""
    written = value.text if isinstance(value, Scalar) else ""
    if is_web_address(written):
        return uri(written)
    if _FILE.fullmatch(written):
        reading.refuse(
            "not-a-web-address",
            value.at,
            "Here should be a web address, not the name of a file.",
            "Write the address of a page on the web, or delete the field and link to the file in the text: "
            "[what it is](file)",
        )
    elif _DOMAIN.fullmatch(written):
        right = f"https://{written}"
        reading.refuse(
            "not-a-web-address",
            value.at,
            "The web address is not whole: its beginning is missing.",
            "Write: {right}",
            repair=replaced(value, right),
            right=right,
        )
    elif _MAIL.fullmatch(written):
        reading.refuse(
            "not-a-web-address",
            value.at,
            "Here should be a web address, not that of an e-mail.",
            "Write the address of a page, or delete the field and write the e-mail address in the text.",
        )
    else:
        reading.problems.append(no_web_address(value.at))
    return None


def is_web_address(text: str) -> bool:
    """Whether `text` is an absolute http or https URL as an editor writes one."""
    return _WEB.fullmatch(text) is not None


def no_web_address(at: Position) -> Problem:
    """What stands there isn't one."""
    return Problem(
        "not-a-web-address",
        Severity.ERROR,
        at,
        "Here should be a web address.",
        "Write it whole: https://www.mpsv.cz/",
    )


def file(value: Value, reading: Reading) -> str | None:
    """A path relative to the file → a path relative to the project; it may not leave the content's folder."""
    written = value.text if isinstance(value, Scalar) else ""
    if _REMOTE.match(written):
        _refuse_remote(written, value.at, reading)
        return None
    if _OF_A_COMPUTER.match(written):
        _refuse_rooted(written, value.at, reading)
        return None
    if "\\" in written:
        _refuse_backslashes(written, value, reading)
        return None
    path = normpath(join(dirname(reading.path), written))
    if written and path.split("/")[0] == reading.path.split("/")[0]:
        return path
    reading.refuse(
        "path-outside",
        value.at,
        "“{path}” does not lead to a file of the content." if written else ONE_VALUE,
        "Put the file beside this one and write its name.",
        path=written,
    )
    return None


def _refuse_remote(written: str, at: Position, reading: Reading) -> None:
    reading.refuse(
        "file-elsewhere",
        at,
        "“{path}” is an address on the web; here should be a file of the content.",
        "Download the file, put it beside this one and write its name: {name}",
        path=written,
        name=written.partition("?")[0].rstrip("/").rpartition("/")[2],
    )


def _refuse_rooted(written: str, at: Position, reading: Reading) -> None:
    """A path of somebody's own computer, or of the web site; where it may be one of the project, it is shown."""
    inside = written.lstrip("/").startswith(reading.path.partition("/")[0] + "/")
    reading.refuse(
        "path-outside",
        at,
        "“{path}” does not lead to a file of the content.",
        "Write its path from this file: {name}"
        if inside
        else "Put the file beside this one and write its name: {name}",
        path=written,
        name=relpath(written.lstrip("/"), dirname(reading.path))
        if inside
        else re.split(r"[\\/]", written)[-1],
    )


def _refuse_backslashes(written: str, value: Value, reading: Reading) -> None:
    right = written.replace("\\", "/")
    reading.refuse(
        "path-backslash",
        value.at,
        "“{path}” has backslashes between its folders, which only Windows knows.",
        "Write: {right}",
        repair=replaced(value, right),
        path=written,
        right=right,
    )


def guid(value: Value, reading: Reading) -> str | None:
    """A permanent identifier: a UUID, alone or as `urn:uuid:…`, or any text without spaces that a feed had before."""
    written = value.text if isinstance(value, Scalar) else ""
    if re.fullmatch(r"\S{1,255}", written):
        return written
    reading.refuse(
        "not-a-guid",
        value.at,
        "The identifier (guid) must be one word without spaces.",
        "For a new episode write: {right}. A published guid must never change.",
        right=new_guid(reading),
    )
    return None


def new_guid(reading: Reading) -> str:
    """A guid for the episode that is read, the same in all its languages."""
    episode = reading.path.partition(".")[0]
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, episode)}"
