"""What values in feeds look like."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from html.parser import HTMLParser

from .languages import LANGUAGES

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DATE = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d\d:\d\d(:\d\d)? ([+-]\d{4}|GMT)"
)
_HTTPS = re.compile(r"https://[^\s/?#]+([/?#]\S*)?")
_LANGUAGE = re.compile(r"([a-z]{2})(-[a-zA-Z0-9]{2,8})*")
_BCP47 = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_COUNT = re.compile(r"0*[1-9]\d{0,17}", re.ASCII)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
_SECONDS = re.compile(r"\d+(\.\d+)?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")


def is_https(text: str) -> bool:
    """An absolute https URL."""
    return bool(_HTTPS.fullmatch(text))


def is_secure(text: str) -> bool:
    """An absolute URL of any scheme but plain http."""
    scheme = _SCHEME.match(text)
    return bool(scheme) and (is_https(text) if text.startswith("https:") else not text.startswith("http:"))


def moment(text: str) -> datetime | None:
    """The time that an RFC 2822 date says, however sloppily it is written."""
    try:
        found = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def is_date(text: str) -> bool:
    """An RFC 2822 date: English names, the right weekday, a numeric zone or GMT."""
    found = moment(text)
    return bool(found and _DATE.fullmatch(text)) and found is not None and text[:3] == _DAYS[found.weekday()]


def is_language(text: str) -> bool:
    """A two-letter code of ISO 639-1, with a region or without."""
    found = _LANGUAGE.fullmatch(text)
    return bool(found and found[1] in LANGUAGES)


def is_language_tag(text: str) -> bool:
    """A tag in the form of BCP 47."""
    return bool(_BCP47.fullmatch(text))


def is_media_type(text: str) -> bool:
    """A MIME type without parameters."""
    return bool(_MEDIA_TYPE.fullmatch(text))


def is_mail(text: str) -> bool:
    """An e-mail address."""
    return bool(_MAIL.fullmatch(text))


def is_uuid(text: str) -> bool:
    """A UUID in lower case."""
    return bool(_UUID.fullmatch(text))


def is_count(text: str) -> bool:
    """A whole number from 1 on."""
    return bool(_COUNT.fullmatch(text))


def seconds(text: str) -> float | None:
    """A number of seconds."""
    return float(text) if _SECONDS.fullmatch(text) else None


def is_iso_date(text: str) -> bool:
    """A date, or a date with a time, of ISO 8601."""
    if not _ISO.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


class _Tags(HTMLParser):
    """Collects what an HTML text is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element's name and where it leads."""
        self.names.add(tag)
        self.links.extend(value or "" for name, value in attrs if name in ("href", "src"))


@lru_cache(maxsize=4)
def html(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The names of the elements in an HTML text, and all its links."""
    if "<" not in text:
        return frozenset(), ()
    tags = _Tags()
    tags.feed(text)
    tags.close()
    return frozenset(tags.names), tuple(tags.links)
