"""Prints what the feed of a large show costs, from its entries to the bytes of all pages, and judging them.

Run it as `python -m tests.benchmarks.feeds [--episodes 10000]`.
"""

# ruff: noqa: T201 - what it prints is what it is for

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from resource import RUSAGE_SELF, getrusage
from time import process_time

from site_builder.feeds.podcast import feed_pages
from site_builder.verify.podcast_rules import judge

from ..feeds.conftest import make_channel, make_item, page_url

NOTES = "<p>" + 30 * 'Poznámky k dílu o bydlení, <a href="https://www.example.org/x">odkaz</a>. ' + "</p>"
NEWEST = datetime(2026, 1, 1, 6, tzinfo=UTC)


def megabytes() -> float:
    """The memory that this process had at its peak."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Make the entries, write the feed, judge it."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.feeds", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--episodes", type=int, default=10_000)
    count = parser.parse_args().episodes
    items = [
        replace(make_item(number), content=NOTES, date=NEWEST - timedelta(hours=number))
        for number in range(count)
    ]
    before = megabytes()

    started = process_time()
    pages = feed_pages(make_channel("cs"), items, page_url)
    written, peak = process_time() - started, megabytes()
    violations = [found for _, feed in pages for found in judge(feed, NEWEST)]
    judged = process_time() - started - written

    size = sum(len(feed) for _, feed in pages) / 1e6
    largest = max(len(feed) for _, feed in pages)
    print(f"{count} episodes on {len(pages)} pages, {size:.1f} MB in all, {largest} bytes the largest")
    print(f"written  {written:5.2f} s of CPU, {peak:4.0f} MB at the peak, {before:.0f} of them before")
    print(f"judged   {judged:5.2f} s of CPU, {len(violations)} violations")


if __name__ == "__main__":
    main()
