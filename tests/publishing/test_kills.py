"""A publication killed at some points: readers have the old or the new page, and the next run completes it.

`python -m tests.benchmarks.kills` does the same at two hundred points of each kind of place.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from publishing.kills import Run
from publishing.places import Places, running
from publishing.versions import make_versions

KINDS = ("branch", "server", "directory", "webdav")
POINTS, FIRST_POINTS = 4, 2
"""How often to kill a publication, once in each part of it, and before that the first one of all."""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    with running(tmp_path_factory.mktemp("places")) as found:
        yield found


@pytest.mark.parametrize("kind", KINDS)
def test_a_killed_publication_breaks_nothing_and_the_next_completes(
    kind: str, places: Places, tmp_path: Path
) -> None:
    chance = random.Random(kind)
    versions = make_versions(tmp_path / "project")
    place = places.place(kind, "kills", versions.root)
    run = Run(versions, place)
    versions.write(versions.old)
    for _ in range(FIRST_POINTS):
        run.kill(chance.randrange(1, 6), chance.uniform(0, 0.2))
        run.settle()
    calls = run.rehearse()
    run.check_complete()
    place.restore()
    for point in range(POINTS):
        call = 1 + int((len(calls) - 1) * (point + chance.random()) / POINTS)
        while not run.kill(call, chance.uniform(0, calls[call])):
            place.restore()
        run.settle()
        run.check()
    run.complete()
    run.check_complete()
