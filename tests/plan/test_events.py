"""An event's page tells when it is: by the hour where it has one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.plan.site import Site


@pytest.mark.parametrize(
    ("starts", "ends", "facts"),
    [
        ("2026-03-05", "", {"Datum": "5. března 2026"}),
        ("2026-03-05 00:00", "2026-03-05 23:59", {"Datum": "5. března 2026"}),
        ("2026-03-05", "2026-03-07", {"Začátek": "5. března 2026", "Konec": "7. března 2026"}),
        ("2026-03-05 09:00", "", {"Začátek": "5. března 2026 09:00"}),
        (
            "2026-03-05 22:00",
            "2026-03-06 00:00",
            {"Začátek": "5. března 2026 22:00", "Konec": "6. března 2026 00:00"},
        ),
    ],
)
def test_whole_days_have_no_hours(
    plan_of: Callable[..., Site], article: Callable[..., str], starts: str, ends: str, facts: dict[str, str]
) -> None:
    when = {"starts": starts, **({"ends": ends} if ends else {})}
    site = plan_of({"content/events/den.cs.md": article(**when)})
    view = next(page.view() for page in site.pages if page.url == "/akce/den/")
    assert {fact.label: fact.stamp.text for fact in view.facts if fact.stamp} == facts
