"""The web over HTTP, one request and its answer at a time: no redirect is followed, no status is an error."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from functools import partial
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urldefrag, urljoin, urlsplit
from urllib.request import HTTPErrorProcessor, HTTPSHandler, Request, build_opener

PATIENCE = 20.0
"""Seconds that a server may be silent."""

MOST_BYTES = 32_000_000
"""Of an answer, unless one says otherwise; the rest stays unread."""

_SCHEMES = ("https", "http")
_REDIRECTS = frozenset(
    (
        HTTPStatus.MOVED_PERMANENTLY,
        HTTPStatus.FOUND,
        HTTPStatus.SEE_OTHER,
        HTTPStatus.TEMPORARY_REDIRECT,
        HTTPStatus.PERMANENT_REDIRECT,
    )
)
_BROKEN = (ConnectionError, HTTPException)
"""What may go well the next time."""

_MOST_HOPS = 5
_IN_URLS = "%/:=&?~#+!$,;'@()*[]"
"""What stays as it is in the path and the query of a URL that somebody wrote (RFC 3986, 2.2)."""

_EXPIRED = 10
_OTHER_HOST = frozenset((62, 64))
"""OpenSSL, x509_vfy.h: X509_V_ERR_CERT_HAS_EXPIRED, …_HOSTNAME_MISMATCH and …_IP_ADDRESS_MISMATCH."""


class UnreachableError(Exception):
    """Nobody answered; `reason` is for people, in the words of the system."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CertificateError(UnreachableError):
    """The server couldn't show that it is the one: its certificate `is_expired`, `is_of_another` host, or neither."""

    def __init__(self, error: ssl.SSLCertVerificationError) -> None:
        super().__init__(error.verify_message)
        self.is_expired = error.verify_code == _EXPIRED
        self.is_of_another = error.verify_code in _OTHER_HOST


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server of `url` said."""

    url: str
    status: int
    headers: Message
    body: bytes = b""

    @property
    def is_there(self) -> bool:
        """Whether it is what was asked for."""
        return self.status == HTTPStatus.OK

    @property
    def is_missing(self) -> bool:
        """Whether the server says that nothing lies there."""
        return self.status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}

    @property
    def is_part(self) -> bool:
        """Whether it is the part that was asked for."""
        return self.status == HTTPStatus.PARTIAL_CONTENT

    @property
    def media_type(self) -> str:
        """The MIME type without parameters, in small letters; `?` where none is said."""
        return str(self.headers.get("Content-Type", "?")).partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The encoding that the header tells, in small letters; empty where it tells none."""
        return (self.headers.get_content_charset() or "").lower()

    @property
    def leads_to(self) -> str:
        """The absolute URL, without a fragment, that it redirects to; empty where it doesn't (RFC 9110, 15.4)."""
        location = self.headers.get("Location")
        return urldefrag(joined(self.url, location)).url if location and self.status in _REDIRECTS else ""

    @property
    def is_permanent(self) -> bool:
        """Whether it redirects for good."""
        return self.status in {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}


class Web:
    """What requests have in common: trust in the system's authorities (`SSL_CERT_FILE`), its proxies, patience.

    Any number of threads may ask at a time.
    """

    def __init__(self) -> None:
        self._secure = _Secure()
        self._opener = build_opener(_AsItIs(), self._secure)

    def ask(
        self,
        url: str,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        most: int = MOST_BYTES,
    ) -> Answer:
        """The answer to a request for `url`, with at most the first `most` bytes of its body.

        A connection that breaks is tried once more. Raises `UnreachableError`.
        """
        asked = partial(self._asked, url, method, headers or {}, most)
        try:
            try:
                return asked()
            except _BROKEN:
                return asked()
        except ssl.SSLCertVerificationError as error:
            raise CertificateError(error) from error
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise UnreachableError(reason or type(error).__name__) from error

    def follow(self, url: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
        """The answer at the end of redirects, with the first byte of its body. Raises `UnreachableError`."""
        for _ in range(_MOST_HOPS):
            answer = self.ask(url, method, headers, 1)
            if not answer.leads_to:
                return answer
            if url.startswith("https:") and not answer.leads_to.startswith("https:"):
                raise UnreachableError(f"redirected to {answer.leads_to}")
            url = answer.leads_to
        raise UnreachableError("too many redirects")

    def certificate_ends(self, url: str) -> datetime | None:
        """Until when the certificate of the server of `url` is valid; None where none was shown yet."""
        return self._secure.ends.get(urlsplit(url).netloc)

    def _asked(self, url: str, method: str, headers: Mapping[str, str], most: int) -> Answer:
        parts = urlsplit(url)
        if parts.scheme not in _SCHEMES or not parts.hostname:
            raise ValueError(f"no address of the web: {url}")
        address = parts._replace(
            netloc=parts.netloc.encode("idna").decode(),
            path=quote(parts.path or "/", _IN_URLS),
            query=quote(parts.query, _IN_URLS),
            fragment="",
        ).geturl()
        request = Request(address, method=method, headers={"User-Agent": "site-builder", **headers})  # noqa: S310 - see above
        try:
            with self._opener.open(request, timeout=PATIENCE) as answer:
                body = answer.read(most)
                if len(body) < most and answer.length:  # http.client tells so only when asked for the whole
                    raise IncompleteRead(body, answer.length)
                return Answer(url, answer.status, answer.headers, body)
        except URLError as error:
            if isinstance(error.reason, OSError):
                raise error.reason from None
            raise


def joined(base: str, url: str) -> str:
    """The absolute URL that `url` is on the page at `base`; empty where it is none."""
    try:
        return urljoin(base, url)
    except ValueError:  # brackets are for addresses of IPv6 alone
        return ""


class _AsItIs(HTTPErrorProcessor):
    """Leaves every answer as it is: redirects and errors too."""

    def http_response(self, request: Request, response: HTTPResponse) -> HTTPResponse:
        return response

    https_response = http_response


class _Secure(HTTPSHandler):
    """Remembers until when each host's certificate is valid. Reading the authorities once saves 20 ms a request."""

    def __init__(self) -> None:
        self._trust = ssl.create_default_context()
        super().__init__(context=self._trust)
        self.ends: dict[str, datetime] = {}

    def https_open(self, request: Request) -> HTTPResponse:
        connect = partial(_Connection, note=partial(self._note, request.host))
        return self.do_open(connect, request, context=self._trust)

    def _note(self, host: str, certificate: Mapping[str, Any]) -> None:
        if written := certificate.get("notAfter"):
            self.ends[host] = datetime.fromtimestamp(ssl.cert_time_to_seconds(written), UTC)


class _Connection(HTTPSConnection):
    """Tells the certificate that it was shown."""

    def __init__(self, host: str, *, note: Callable[[Mapping[str, Any]], None], **options: Any) -> None:
        super().__init__(host, **options)
        self._note = note

    def connect(self) -> None:
        super().connect()
        self._note(self.sock.getpeercert() or {})
