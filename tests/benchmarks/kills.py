"""Kills publications at two hundred points of each kind of place: `python -m tests.benchmarks.kills [KIND …]`.

It stops at the first page that is neither the old nor the new one, and at the first run that doesn't complete.
"""

# ruff: noqa: T201 - what it prints is what it is for

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from publishing.kills import Run
from publishing.places import KINDS, Places, running
from publishing.versions import make_versions

PAGES = 60
FIRST = 0.2


def kill_often(kind: str, places: Places, folder: Path, points: int, chance: random.Random) -> Counter[str]:
    """Kill so many publications of a kind, each of which begins with the old site; where they were.

    Points fall into the start and into each call of a program, by chance within it, more into the last calls. One in
    five is in the first publication of all: before it there was nothing.
    """
    versions = make_versions(folder / kind, PAGES)
    place = places.place(kind, "often", versions.root)
    run = Run(versions, place)
    calls = run.rehearse()
    found: Counter[str] = Counter()
    while found.total() < points:
        is_first = chance.random() < FIRST
        if is_first:
            place.clear()
        else:
            place.restore()
        call = len(calls) - 1 - int(len(calls) * chance.random() ** 2)
        if not run.kill(call, chance.uniform(0, calls[call])):
            continue
        run.settle()
        if not is_first:
            run.check()
        found[f"first: {run.phase()}" if is_first else run.phase()] += 1
        run.complete()
        run.check_complete()
    return found


def main() -> None:
    """Read the options and kill."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=KINDS, metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--points", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    with TemporaryDirectory() as name, running(Path(name)) as places:
        for kind in options.kinds:
            start = time.monotonic()
            chance = random.Random(f"{options.seed} {kind}")
            found = kill_often(kind, places, Path(name), options.points, chance)
            told = ", ".join(f"{number} {where}" for where, number in found.most_common())
            print(f"{kind}: {found.total()} killed in {time.monotonic() - start:.0f} s: {told}", flush=True)


if __name__ == "__main__":
    main()
