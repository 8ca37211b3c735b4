"""`site-builder verify`: whether readers and podcast apps get what was published."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

import click

from ..languages import Language
from ..refusals import RefusalError
from .asking import ask_all
from .options import message_language, report_format
from .reporting import report


@click.command(short_help="Ask the published site whether all of it is there and right.")
@click.argument("url")
@message_language
@report_format
def verify(url: str, language: Language, form: str) -> int:
    """Ask for everything that the site at URL says it has published: pages, redirects, feeds and their audio.

    It needs no project: the site's own published.json tells. Exit status as of check: 0 all is well, 1 there are
    errors.
    """
    from ..fetching import Web  # noqa: PLC0415 - no other command at the top needs an HTTP client
    from ..live import inspect_site  # noqa: PLC0415

    now = datetime.now(UTC)
    found = inspect_site(Web(), _root(url), now, lambda asked: ask_all(asked, language))
    return report(found, language, form)


def _root(url: str) -> str:
    """`url` as that of a folder. Refuses what is no address of a site."""
    try:
        parts = urlsplit(url)
        is_right = parts.scheme in {"https", "http"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_right = False
    if not is_right or parts.username or parts.query:
        raise RefusalError(
            "“{url}” is no address of a site; write it whole: https://www.example.org/", url=url
        )
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/"
