"""Publishes five hundred times under load and prints what readers got: `python -m tests.benchmarks.switches`."""

# ruff: noqa: T201 - what it prints is what it is for

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from publishing.load import publish_under_load
from publishing.versions import make_versions, version

VERSIONS = 8
PAGES = 20


def main() -> None:
    """Read the options and publish."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--readers", type=int, default=4)
    options = parser.parse_args()
    for kind in ("nginx", "caddy"):
        with TemporaryDirectory() as name:
            folder = Path(name)
            versions = make_versions(folder / "project", PAGES)
            several = [version(number, PAGES) for number in range(2, 2 + VERSIONS)]
            readers, seconds = publish_under_load(
                kind, versions, several, options.times, options.readers, folder
            )
        print(
            f"{kind}: {options.times} publications in {seconds:.0f} s, {readers.answers} answers "
            f"({readers.answers / seconds:.0f} a second), {len(readers.errors)} wrong"
        )
        for error in readers.errors[:10]:
            print(f"    {error}")


if __name__ == "__main__":
    main()
