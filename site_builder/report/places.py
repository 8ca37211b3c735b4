"""Where a problem is: in a file of the project, or at the URL of what is published."""

from __future__ import annotations

_WEB = ("https://", "http://")


def is_url(path: str) -> bool:
    """Whether `path` is that of something published."""
    return path.startswith(_WEB)


def host(path: str) -> str:
    """The host of a URL; another path stands for itself."""
    return as_file(path).partition("/")[0] if is_url(path) else path


def as_file(path: str) -> str:
    """`path` as one below a folder, where a report wants nothing else: a URL without its scheme, `host/page/`."""
    return path.partition("://")[2] if is_url(path) else path
