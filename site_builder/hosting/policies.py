"""Content Security Policies (CSP Level 3): what a browser may load and run for a file of the site.

Each begins with nothing and names what is needed. No script or style that stands in a page is ever run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Policy = Mapping[str, str]
"""Directives and their values."""

FILE: Policy = {
    "default-src": "'none'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "media-src": "'self'",
    "font-src": "'self' data:",
    "object-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
}
"""Of what editors put beside their texts: whatever it is, it runs no script, even if it is opened by itself.

Browsers show a PDF or a sound in a page of their own, which loads the file from the site, and XML in one with styles of
its own: feeds have this policy too. So has, at some hosts, the page for missing ones in the place of such a file.
"""

DRAWING: Policy = {**FILE, "sandbox": ""}
"""Of drawings (SVG), which can do what pages can: one isn't even of the site's origin.

Not of all files, as some browsers show no PDF so.
"""


def page_policy(audio: Iterable[str]) -> Policy:
    """That of pages; `audio` are the other origins that sound is played from."""
    return {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",  # signs in stylesheets
        "font-src": "'self'",
        "media-src": " ".join(("'self'", *audio)),
        "connect-src": "'self'",  # the search and copies for readers without a connection
        "worker-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def as_header(policy: Policy) -> str:
    """The value of the header `Content-Security-Policy`."""
    return "; ".join(f"{name} {value}".rstrip() for name, value in policy.items())
