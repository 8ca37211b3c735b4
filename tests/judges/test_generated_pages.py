"""Some 200 generated pages, as they look: what the real site doesn't have, it may have tomorrow."""

from __future__ import annotations

from playwright.sync_api import Browser

from .findings import listed
from .looks import judge_in_turns
from .sites import Site


def test_the_generated_site_has_what_the_real_one_may_have(generated: Site) -> None:
    assert len(generated.pages) >= 200
    assert "clanky/vsechno/" in generated.pages
    assert "clanky/strana/2/" in generated.pages
    assert {"document", "episode", "embed", "person", "section", "index", "show", "home"} <= {
        kind.partition(" ")[0] for kind in generated.kinds
    }


def test_nothing_is_found_on_any_page(browser: Browser, generated: Site) -> None:
    found = list(judge_in_turns(browser, generated))
    assert not found, listed(found)
