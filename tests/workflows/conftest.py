"""The host of Git and the published site that the workflows of a module work on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from live.hosting import publishing

from site_builder.ledger.entries import LEDGER

from .clones import Origin, make_origin


@dataclass(frozen=True)
class Live:
    """The published site: what lies in `folder` is served at `url`."""

    folder: Path
    url: str

    def publish(self, site: Path) -> None:
        """Put the files of `site` there, and no others."""
        shutil.rmtree(self.folder)
        shutil.copytree(site, self.folder)

    @contextmanager
    def due(self, moment: str) -> Iterator[None]:
        """Let its next change be at `moment`, for a while."""
        file = self.folder / LEDGER
        before = file.read_bytes()
        file.write_text(json.dumps({**json.loads(before), "due": moment}), encoding="utf-8")
        yield
        file.write_bytes(before)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """An address at which nothing is published yet."""
    folder = tmp_path_factory.mktemp("live")
    (folder / "404.html").write_text("Nothing is here.", encoding="utf-8")
    with publishing(folder) as host:
        yield Live(folder, host.url)


@pytest.fixture(scope="module")
def origin(live: Live, tmp_path_factory: pytest.TempPathFactory) -> Origin:
    """The project at a host of Git, its address that of `live`."""
    return make_origin(tmp_path_factory.mktemp("host") / "origin", live.url)
