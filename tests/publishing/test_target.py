from __future__ import annotations

import pytest

from site_builder.publishing.target import (
    FORMS,
    BranchTarget,
    ServerTarget,
    StorageTarget,
    Target,
    parse_target,
)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("branch:gh-pages", BranchTarget("origin", "gh-pages")),
        ("branch:upstream/web/pages", BranchTarget("upstream", "web/pages")),
        ("server:jana@web.example:/srv/www/web/", ServerTarget("jana@web.example", "/srv/www/web")),
        ("server:web:/srv/www/náš web", ServerTarget("web", "/srv/www/náš web")),
        ("server:/srv/www", ServerTarget("", "/srv/www")),
        ("rclone:remote:path", StorageTarget("remote:path")),
        (
            "rclone::s3,provider=Other,env_auth=true:bucket",
            StorageTarget(":s3,provider=Other,env_auth=true:bucket"),
        ),
        ("rclone:/mnt/web", StorageTarget("/mnt/web")),
    ],
)
def test_a_target_says_what_kind_of_place_it_is(text: str, target: Target) -> None:
    assert parse_target(text) == target


@pytest.mark.parametrize("text", FORMS)
def test_the_examples_are_targets(text: str) -> None:
    assert parse_target(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "branch",
            "branch:",
            "branch:-f",
            "branch:a b",
            "branch:../x",
            "branch:HEAD",
            "branch:origin/HEAD",
            "gh-pages",
        ),
        *("server:", "server:/", "server:web", "server:web:www", "server:-oProxyCommand=x:/srv"),
        *("server:jana@:/srv", "server:jana@-oProxyCommand=x:/srv"),
        *("rclone:", "rclone:--config=x", "ftp:web"),
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert parse_target(text) is None
