"""A little site, built once and published; each test may spoil what its host answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sites import copy_site

from live.hosting import Host, publishing
from site_builder.fetching import Web
from site_builder.ledger.entries import Ledger, PublishedRedirect
from site_builder.ledger.written import as_json, from_json
from site_builder.live import inspect_site
from site_builder.plugin import build_site
from site_builder.problems import Problem, in_order

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
"""When the site was built, and is verified."""

STUB = '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={to}">'
"""A page that stands for a redirect, on hosts that know none."""

Verify = Callable[..., tuple[Problem, ...]]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The base site at its host, with an old address that leads to the people."""
    folder = tmp_path_factory.mktemp("published")
    with publishing(folder / "built") as host:
        project = copy_site(None, folder / "project")
        settings = project / "mkdocs.yml"
        settings.write_text(settings.read_text("utf-8").replace("https://web.example/", host.url), "utf-8")
        with (
            pytest.MonkeyPatch.context() as environment
        ):  # only here: other tests run before the host is gone
            environment.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
            build_site(project, host.folder)
        file = host.folder / "published.json"
        ledger = from_json(file.read_bytes())
        file.write_bytes(as_json(replace(ledger, redirects=(PublishedRedirect("/kdo-jsme/", "/lide/"),))))
        (host.folder / "kdo-jsme").mkdir()
        (host.folder / "kdo-jsme/index.html").write_text(STUB.format(to="/lide/"), encoding="utf-8")
        yield host


@pytest.fixture
def host(published: Host) -> Iterator[Host]:
    """The host without a fault."""
    published.asked.clear()
    yield published
    published.faults.clear()
    published.headers.clear()


@pytest.fixture
def ledger(host: Host) -> Ledger:
    """What the site promises."""
    return from_json((host.folder / "published.json").read_bytes())


@pytest.fixture
def verify() -> Verify:
    """All problems of the site at a URL."""

    def asked(url: str, now: datetime = NOW) -> tuple[Problem, ...]:
        found = inspect_site(Web(), url, now, lambda asked: [each for ask in asked for each in ask()])
        return in_order(found)

    return asked
