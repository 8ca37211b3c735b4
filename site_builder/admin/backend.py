"""The repository that the web editor writes into → its part of the configuration, and the host that is asked."""

from __future__ import annotations

from urllib.parse import urlsplit

from ..settings import Repository
from .fields import Config

_MESSAGES = {
    "create": "{{slug}}: new",
    "update": "{{slug}}: changed",
    "delete": "{{slug}}: deleted",
    "uploadMedia": "{{path}}: uploaded",
    "deleteMedia": "{{path}}: deleted",
}

NOWHERE: Config = {"name": "gitea", "repo": "office/web", "auth_methods": ["token"]}
"""Stands for a repository where the site has none: nobody can sign in to it, only files on the computer are opened."""


def backend_of(repository: Repository | None) -> Config:
    """How the editor reaches `repository`."""
    if repository is None:
        return NOWHERE
    by_host = bool(repository.app_id or repository.sign_in)
    options = {
        "branch": repository.branch,
        "app_id": repository.app_id,
        "auth_type": "pkce" if repository.app_id and repository.backend == "gitlab" else "",
        "base_url": repository.sign_in or ("" if repository.backend == "github" else repository.host),
        "api_root": api_of(repository),
    }
    return {
        "name": repository.backend,
        "repo": repository.repo,
        "auth_methods": ["oauth", "token"] if by_host else ["token"],
        "commit_messages": _MESSAGES,
        **{name: value for name, value in options.items() if value},
    }


def api_of(repository: Repository) -> str:
    """The address of the host's API."""
    if repository.backend == "github":
        own = repository.host != "https://github.com"
        return f"{repository.host}/api/v3" if own else "https://api.github.com"
    return repository.host + {"gitlab": "/api/v4", "gitea": "/api/v1"}[repository.backend]


def host_of(repository: Repository | None) -> str:
    """The one other origin that the editor asks: that of the API; empty where there is no repository."""
    address = urlsplit(api_of(repository)) if repository else None
    return f"{address.scheme}://{address.netloc}" if address else ""
