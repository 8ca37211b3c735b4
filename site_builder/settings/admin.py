"""Whether the site has the web editor at `/admin/`, and where it writes: `admin` in `content/site.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..reading.front_matter import Mapping, Value
from ..schema import fields as read
from ..schema.fields import FieldType, Reading
from ..schema.validate import named_fields, read_named_fields, refuse_value

_REPO = re.compile(r"[\w.-]+(/[\w.-]+)+")
_FORM = "{backend: github, repo: office/web}"


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the editor writes: `repo` (owner/name) at a Git host that speaks as `backend` does.

    `host` is the host's address, `branch` is empty for the repository's own first one. With `app_id` editors sign in
    at the host itself (OAuth with PKCE), with `sign_in` through a service at that address; with neither by a token.
    `review` makes a request out of each change, which somebody approves.
    """

    backend: str
    repo: str
    host: str
    branch: str = ""
    app_id: str = ""
    sign_in: str = ""
    review: bool = False


@dataclass(frozen=True, slots=True)
class Admin:
    """The web editor; without a repository it writes only into the files of the computer that it runs on."""

    on: bool = True
    repository: Repository | None = None


HOSTS = {"github": "https://github.com", "gitlab": "https://gitlab.com", "gitea": "https://codeberg.org"}
"""What a backend's host is where nothing else is said; Forgejo speaks as Gitea does."""

SIGN_IN = {"app_id": ("gitlab", "gitea"), "sign_in": ("github", "gitlab")}
"""Which backends each way to sign in is for."""

REVIEWED = ("github", "gitlab")
"""Backends where changes can wait for somebody's approval."""


def _repo(value: Value, reading: Reading) -> str | None:
    repo = read.text(value, reading)
    if repo is None or _REPO.fullmatch(repo):
        return repo
    reading.refuse(
        "not-a-repository",
        value.at,
        "“{written}” is not a repository of a Git host.",
        "Write its owner and its name, without the host: office/web",
        written=repo,
    )
    return None


ADMIN_FIELDS = (
    FieldType("backend", read.one_of(*HOSTS), required=True),
    FieldType("repo", _repo, required=True),
    FieldType("host", read.web_address),
    FieldType("branch", read.text),
    FieldType("app_id", read.text),
    FieldType("sign_in", read.web_address),
    FieldType("review", read.flag),
)


def read_admin(value: Value, reading: Reading) -> Admin | None:
    """`true`, `false`, or the repository that the editor writes into."""
    if not isinstance(value, Mapping):
        on = read.flag(value, Reading(reading.path, reading.zone))
        if on is None:
            refuse_value(value, _FORM, reading)
            return None
        return Admin(on)
    fields = named_fields(value.fields, ADMIN_FIELDS, reading)
    found = read_named_fields(fields, ADMIN_FIELDS, reading, at=value.at)
    if not {"backend", "repo"} <= found.keys():
        return None
    backend = found["backend"]
    useless = [name for name, backends in SIGN_IN.items() if name in found and backend not in backends]
    useless += ["review"] * (found.get("review", False) and backend not in REVIEWED)
    for name in useless:
        reading.refuse(
            "admin-setting-useless",
            fields[name].at,
            "The web editor has no setting “{name}” for {backend}.",
            "Delete the line.",
            name=name,
            backend=backend,
        )
    host = found.pop("host", HOSTS[backend]).rstrip("/")
    return Admin(repository=Repository(host=host, **found))
