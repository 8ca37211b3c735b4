"""Why a site isn't published, nothing having been sent then; or why it had better not be."""

from __future__ import annotations

from ..languages import mark
from ..problems import Problem, error, warning
from ..settings.mkdocs import MKDOCS

_SAME_NAMES = mark(
    "Is it the right place? If the site shall go there all the same, publish it with --first: files of the same "
    "names are replaced then."
)
_WHOLE_BRANCH = mark(
    "Is it the right branch? A branch has the site alone: with --first all files that are in it now go, and only its "
    "history keeps them."
)


def occupied(target: str, *, is_branch: bool) -> Problem:
    """Something else lies in the place."""
    return error(
        "publish-occupied",
        target,
        "Something lies there that site-builder hasn't published.",
        _WHOLE_BRANCH if is_branch else _SAME_NAMES,
    )


def sources(target: str) -> Problem:
    """The branch is the one that the site is made of: a publication would leave nothing but the site in it."""
    return error(
        "publish-sources",
        target,
        "This branch holds the sources of the site (mkdocs.yml): publishing there would delete them.",
        "Name another branch, such as branch:gh-pages; it needn't exist yet.",
    )


def ledger_gone(target: str) -> Problem:
    """A site was published, and what it promised can't be told any more."""
    return error(
        "publish-ledger-gone",
        target,
        "A site was published there, but its published.json is gone: nobody can tell what this one would break.",
        "Bring it back from an earlier publication; on a server, the link current may be gone. If nobody relies on "
        "what was there, publish with --first.",
    )


def audio_storage(target: str, remote: str) -> Problem:
    """The place is that of the podcast's audio."""
    return error(
        "publish-audio-storage",
        target,
        "The podcast's audio is stored there: {remote}, as content/site.yml says.",
        "Publish to another bucket or folder, none of which lies within the other.",
        remote=remote,
    )


def into_itself(target: str, folder: str) -> Problem:
    """The place shares files with the project."""
    return error(
        "publish-into-itself",
        target,
        "The built site or the project itself lies there: {folder}",
        "Publish to a folder that is neither in the built site nor around it or the project.",
        folder=folder,
    )


def example_address(site: str) -> Problem:
    """What is published would promise an address that can't exist (RFC 2606)."""
    return warning(
        "publish-example-address",
        MKDOCS,
        "The site is built for the address {site}, which is only an example.",
        "Set site_url in mkdocs.yml (or SITE_URL) to the real one before anybody relies on the site: all links, feeds "
        "and episodes that are published keep their addresses.",
        site=site,
    )


def overtaken(target: str) -> Problem:
    """Somebody was faster."""
    return error(
        "publish-overtaken",
        target,
        "Somebody else has published there meanwhile; nothing was changed.",
        "If yours is newer than theirs, publish again.",
    )
