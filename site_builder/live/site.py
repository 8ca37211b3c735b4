"""A site as it is published: where it is asked for, and what its ledger says of it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from ..fetching import Answer, UnreachableError, Web
from ..ledger.entries import Ledger
from ..problems import Problem
from .telling import not_there, unreachable


@dataclass(frozen=True)
class LiveSite:
    """The site at `url` (absolute, a slash at its end), which says `ledger` of itself.

    Both have the same origin, unless the site was published elsewhere than it was built for. `listed` are the
    addresses, as the ledger has them, that its sitemap offers to search engines.
    """

    web: Web
    url: str
    ledger: Ledger
    listed: frozenset[str] = frozenset()

    def found(self, url: str, method: str = "GET") -> Answer | Problem:
        """What lies at `url` (HEAD: its headers only), or that it doesn't."""
        try:
            answer = self.web.ask(url, method)
        except UnreachableError as failure:
            return unreachable(url, failure)
        return answer if answer.is_there else not_there(url, answer.status)

    def live(self, address: str) -> str:
        """Where to ask for an address of the ledger."""
        return origin(self.url) + address if address.startswith("/") else address

    def absolute(self, address: str) -> str:
        """The URL by which the site itself calls an address of the ledger."""
        return origin(self.ledger.site) + address if address.startswith("/") else address

    def address(self, url: str) -> str:
        """The address in the ledger's form: a path if `url` is of this site's host, else the URL itself."""
        for own in (origin(self.url), origin(self.ledger.site)):
            if url.startswith(f"{own}/"):
                return url.removeprefix(own)
        return url

    def is_here(self, url: str) -> bool:
        """Whether `url` is of this site's host."""
        return self.address(url).startswith("/")

    @property
    def base(self) -> str:
        """Its path on its host, with a slash at both ends."""
        return urlsplit(self.url).path


def origin(url: str) -> str:
    """Scheme, host and port of an absolute URL, without a slash."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
