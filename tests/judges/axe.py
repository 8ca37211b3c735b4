"""axe-core in a page: WCAG 2.2 A and AA, best practices, and its trial rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from playwright.sync_api import Page

from .chromium import look
from .findings import Finding
from .tools import JUDGES, npm_installed

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

RUN = """async rules => {
    const found = await axe.run(document, {rules, resultTypes: ["violations", "incomplete"]});
    const brief = results => results.map(({id, nodes}) => ({
        id, count: nodes.length, example: `${nodes[0].target} ${nodes[0].failureSummary}`.replace(/\\s+/g, " "),
    }));
    return {violations: brief(found.violations), incomplete: brief(found.incomplete)};
}"""


@cache
def program() -> str:
    """axe-core itself."""
    return (npm_installed(JUDGES) / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def judge_state(page: Page, name: str, unsure: list[Finding] | None = None) -> Iterator[Finding]:
    """What axe finds in `page` as it is now; what it can't tell by itself goes to `unsure`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(program())
    found = page.evaluate(RUN, {rule: {"enabled": True} for rule in TRIALS})
    yield from (Finding(name, AXE, one["id"], one["count"], one["example"]) for one in found["violations"])
    if unsure is not None:
        unsure += (Finding(name, AXE, one["id"], one["count"], one["example"]) for one in found["incomplete"])


def judge(
    page: Page, path: str, looks: Iterable[tuple[int, str]], unsure: list[Finding]
) -> Iterator[Finding]:
    """What axe finds on the page at `path` in each of `looks` (width in CSS pixels, `light` or `dark`)."""
    page.goto(path, wait_until="load")
    for width, scheme in looks:
        look(page, width, scheme)
        yield from judge_state(page, f"/{path} {width} {scheme}", unsure)
