"""A page that ends on its day takes nothing else with it: what names it goes on being published."""

from __future__ import annotations

from collections.abc import Callable

from site_builder.plan.site import Site

ENDED = "2026-05-01"
HOME = """---
title: Úvod
description: Perex.
home:
  - hero: [{title: Včera, to: articles/vcera.cs.md}]
  - title: Vybrali jsme
    pages: [articles/vcera.cs.md]
---
Text.
"""


def test_what_names_a_page_that_has_ended_goes_on_without_it(
    plan_of: Callable[..., Site], article: Callable[..., str]
) -> None:
    person = f"---\ntitle: Ota Čáp\ndescription: Perex.\nexpires: {ENDED}\n---\nText.\n"
    text = article(authors="[ota]") + "\nCo bylo [*včera* & dnes](vcera.cs.md#den), víme.\n"
    site = plan_of(
        {
            "content/index.cs.md": HOME,
            "content/people/ota.cs.md": person,
            "content/articles/vcera.cs.md": article(expires=ENDED) + "\n## Den\n",
            "content/articles/dnes.cs.md": text,
        }
    )
    views = {page.url: page.view() for page in site.pages}
    assert "/clanky/vcera/" not in views
    assert "Co bylo <a><em>včera</em> &amp; dnes</a>, víme." in views["/clanky/dnes/"].body.replace(
        "\xa0", " "
    )
    assert views["/clanky/dnes/"].authors == ()
    assert [part.links for part in views["/"].home if part.name == "hero"] == [()]
    assert not [part for part in views["/"].home if part.shelf and part.shelf.heading == "Vybrali jsme"]
