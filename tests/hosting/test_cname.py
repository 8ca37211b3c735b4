"""The site's own domain: a bare host, the same that pages and feeds name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from site_builder.hosting import hosting_files
from site_builder.project import prepare

MakeSite = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def with_cname(make_site: MakeSite) -> Callable[[str], Path]:
    """The base site, at https://web.example/, with a field `cname`."""

    def make(cname: str) -> Path:
        root = make_site({})
        with (root / "content/site.yml").open("a", encoding="utf-8") as file:
            file.write(f"cname: {cname}\n")
        return root

    return make


def test_it_is_written_for_the_host(with_cname: Callable[[str], Path], now: datetime) -> None:
    project = prepare(with_cname("Web.example"), "https://web.example/", now)
    assert project.site
    assert project.problems == ()
    assert dict(hosting_files(project.site))["CNAME"] == b"web.example\n"


def test_without_the_field_there_is_no_such_file(make_site: MakeSite, now: datetime) -> None:
    site = prepare(make_site({}), "https://web.example/", now).site
    assert site
    assert dict(hosting_files(site)).keys() == {"_headers", ".nojekyll"}


@pytest.mark.parametrize(
    ("written", "code", "right"),
    [
        ("https://web.example/", "not-a-host", "web.example"),
        ("web.example:8080", "not-a-host", "web.example"),
        ("web", "not-a-host", "www.example.org"),
        ("web_site.example", "not-a-host", "www.example.org"),
        ("10.0.0.1", "not-a-host", "www.example.org"),
        ("příklad.example", "not-a-host", "www.example.org"),
        ("[web.example]", "not-a-host", "www.example.org"),
        ("www.web.example", "cname-elsewhere", None),
    ],
)
def test_what_is_wrong_with_it_is_told(
    with_cname: Callable[[str], Path], now: datetime, written: str, code: str, right: str | None
) -> None:
    (problem,) = prepare(with_cname(written), "https://web.example/", now).problems
    assert (problem.code, problem.at.path, problem.is_error) == (code, "content/site.yml", True)
    assert problem.values.get("right") == right
