"""axe-core in a page: WCAG 2.2 A and AA, best practices, and its trial rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from npm import installed
from playwright.sync_api import Page

from .findings import Finding
from .tools import JUDGES

AXE = "axe-core"

TRIALS = (
    "target-size",
    "css-orientation-lock",
    "label-content-name-mismatch",
    "p-as-heading",
    "table-fake-caption",
    "td-has-header",
)
"""Rules that axe has switched off by default. Those of level AAA stay so.

`hidden-content` only says that there is some; `focus-order-semantics` wants landmarks where tables scroll, one each,
which would bury the page's real ones.
"""

LOOKED_AT = (
    # The site's name, and what a page is about: they head nothing.
    ("p-as-heading", r"\.footer-brand|\.perex"),
    # The way back from a footnote is an arrow: no letters that its name would have to hold.
    ("label-content-name-mismatch", r"\.footnote-backref|#fnref-"),
    # A transcript for apps has no styles that could lock it.
    ("css-orientation-lock", "^/podcast/transcripts/"),
    # The play sign lies over a card's picture, not over its text.
    ("color-contrast", "due to a pseudo element"),
    # An open menu covers the page, but axe knows no top layer; verify/palette.py judges its colours.
    ("color-contrast", "^menu .*overlapped by another element"),
    # Arrows on keys have the colour of the letters on the others.
    ("color-contrast", "kbd.*only non-text characters"),
    # The box of a transcript scrolls; test_states.py unfolds it.
    ("color-contrast", "^/(en/)?podcast/.*partially obscured"),
)
"""Rules and patterns of places where axe wants a human to look, and one has."""

RUN = """async rules => {
    const found = await axe.run(document, {rules, resultTypes: ["violations", "incomplete"]});
    const brief = results => results.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => ({
        id, place: `${target} ${failureSummary}`.replace(/\\s+/g, " "),
    })));
    return {violations: brief(found.violations), incomplete: brief(found.incomplete)};
}"""


@cache
def program() -> str:
    """axe-core itself; a window for many pages takes it over once, with `add_init_script`."""
    return (installed(JUDGES) / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def judge_state(page: Page, name: str) -> Iterator[Finding]:
    """What axe finds in `page` as it is now, and what it can't tell by itself and nobody has looked at."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(program())
    found = page.evaluate(RUN, {rule: {"enabled": True} for rule in TRIALS})
    yield from (Finding(name, AXE, one["id"], 1, one["place"]) for one in found["violations"])
    for one in found["incomplete"]:
        place = f"{name} {one['place']}"
        if not any(one["id"] == rule and re.search(words, place) for rule, words in LOOKED_AT):
            yield Finding(name, AXE, f"{one['id']} (unsure)", 1, one["place"])
