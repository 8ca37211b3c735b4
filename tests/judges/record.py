"""Judges every page of the real site and writes what was found into `content/accessibility.json`.

Run it as `make accessibility`. The accessibility statement tells its readers of it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from .axe import AXE
from .chromium import launched
from .findings import Finding
from .keyboard import KEYBOARD, judge_kinds
from .layout import LAYOUT
from .lighthouse import LIGHTHOUSE, judge_lighthouse
from .looks import judge_every_page
from .markup import NU, VALIDATE, judge_html_validate, judge_nu
from .sites import Site, served
from .tools import ROOT, version

RESULT = ROOT / "content/accessibility.json"


@dataclass(frozen=True, slots=True)
class Tool:
    """A judge: what it looked at, and how many things it found."""

    name: str
    version: str
    checked: str
    findings: int


def tools(found: list[Finding], browser: str) -> list[Tool]:
    """All judges, with what each of them found; `browser` is the version of the one that they looked with."""
    every, kinds = "every page", "one page of each kind"
    judges = (
        (AXE, "axe-core", f"WCAG 2.2 A, AA and best practices; {every}, light at 1280 px and dark at 320 px"),
        (NU, "vnu-jar", f"HTML, CSS and SVG; {every}"),
        (VALIDATE, "html-validate", f"HTML and accessibility; {every}"),
        (LAYOUT, "", f"400 % zoom, 200 % text, text spacing, reduced motion, print; {every}"),
        (KEYBOARD, "", f"order, visibility and contrast of the focus; {kinds}, 1280 px and 320 px"),
        (LIGHTHOUSE, "lighthouse", f"all categories at least 99 on a phone; {kinds}"),
    )
    return [
        Tool(
            name,
            version(package) if package else browser,
            checked,
            sum(f.count for f in found if f.tool == name),
        )
        for name, package, checked in judges
    ]


def judge(site: Site) -> tuple[list[Finding], list[Tool]]:
    """What all judges find on `site`, and who they are."""
    with launched() as browser:
        found = [*judge_every_page(browser, site), *judge_kinds(browser, site)]
        looked_with = browser.version
    found += (*judge_nu(site.folder), *judge_html_validate(site.folder), *judge_lighthouse(site))
    return sorted(found), tools(found, looked_with)


def by_page(found: Iterable[Finding]) -> list[dict[str, object]]:
    """The findings of each page, however it was looked at."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in found:
        counts[one.page.partition(" ")[0], one.tool, one.rule] += one.count
    return [
        {"page": page, "tool": tool, "rule": rule, "count": count}
        for (page, tool, rule), count in sorted(counts.items())
    ]


def main() -> None:
    """Judge, write and say how it went."""
    with TemporaryDirectory() as folder, served(ROOT, Path(folder) / "site") as site:
        found, judges = judge(site)
        result = {
            "date": date.today().isoformat(),  # noqa: DTZ011 - the day as it is where somebody judges
            "pages": len(site.pages),
            "languages": site.languages,
            "tools": [asdict(tool) for tool in judges],
            "findings": by_page(found),
        }
    RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write("".join(f"{one}\n" for one in found) + f"{len(found)} findings → {RESULT}\n")


if __name__ == "__main__":
    main()
