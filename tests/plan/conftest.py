"""Plans of little sites."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from site_builder.plan.site import Site
from site_builder.plan.views import View
from site_builder.project import prepare

PlanOf = Callable[..., Site]


@pytest.fixture
def plan_of(make_site: Callable[[Mapping[str, str]], Path], now: datetime) -> PlanOf:
    """The plan of the base site with the given files (path → text) over it."""

    def plan(files: Mapping[str, str], url: str = "https://web.example/") -> Site:
        project = prepare(make_site(files), url, now)
        assert project.site is not None
        assert project.is_publishable, project.problems
        return project.site

    return plan


@pytest.fixture(scope="session")
def every_kind_plan(every_kind: Path) -> Site:
    """The plan of `every_kind`."""
    site = prepare(every_kind, "https://web.example/", datetime.fromisoformat("2026-06-01T12:00Z")).site
    assert site is not None
    return site


@pytest.fixture(scope="session")
def views(every_kind_plan: Site) -> Mapping[str, View]:
    """The views of `every_kind` by their URLs."""
    return {page.url: page.view() for page in every_kind_plan.pages}


@pytest.fixture(scope="session")
def article() -> Callable[..., str]:
    """The text of an article."""

    def text(title: str = "Název", date: str = "2026-03-01", **fields: str) -> str:
        more = "".join(f"{name}: {value}\n" for name, value in fields.items())
        return f"---\ntitle: {title}\ndescription: Perex.\ndate: {date}\n{more}---\nText.\n"

    return text
