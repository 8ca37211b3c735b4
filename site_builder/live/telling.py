"""How problems of a published site are told: at its URL, as no file of the project is to blame."""

from __future__ import annotations

from ..fetching import CertificateError, UnreachableError
from ..problems import Problem, error

_REDIRECTION = 3
"""The hundreds of a status that leads on (RFC 9110, 15.4)."""


def unreachable(url: str, failure: UnreachableError) -> Problem:
    """That nobody answers for `url`, or nobody who could show that it is the one."""
    if not isinstance(failure, CertificateError):
        return error(
            "live-unreachable",
            url,
            "The server can't be reached: {error}.",
            "Try the address in a browser; if it fails there too, ask whoever looks after the site's host.",
            error=failure.reason,
        )
    if failure.is_expired:
        return error(
            "certificate-expired",
            url,
            "The server's certificate has expired: browsers and podcast apps refuse the site.",
            "Renew it at the host of the site, and let the host renew it by itself from now on.",
        )
    if failure.is_of_another:
        return error(
            "certificate-host",
            url,
            "The server's certificate is of another host: browsers and podcast apps refuse the site.",
            "Get a certificate for this host where the site lies (with GitHub Pages: Enforce HTTPS).",
        )
    return error(
        "certificate-untrusted",
        url,
        "The server's certificate is signed by nobody whom browsers trust: {error}.",
        "Get one of a public authority, with all certificates between; Let's Encrypt gives them for nothing.",
        error=failure.reason,
    )


def not_there(url: str, status: int) -> Problem:
    """That the server answers for `url` otherwise than with what lies there."""
    return error(
        "live-missing",
        url,
        "The site says that this is published, but the server answers {status}.",
        "Its host leads on from there. If it does so by an old list of redirects, let it read the present one: "
        "nginx -s reload"
        if status // 100 == _REDIRECTION
        else "Build the site and publish all of it again; if it stays, look at the settings of its host.",
        status=str(status),
    )


def wrong_type(url: str, found: str, right: str) -> Problem:
    """That the server gives what lies at `url` a type by which nobody opens it."""
    return error(
        "live-type",
        url,
        "The server says that this is “{found}”, but it is {right}.",
        "Set the type at the site's host (Content-Type: {right}).",
        found=found,
        right=right,
    )
