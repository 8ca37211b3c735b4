"""An event's page tells when it is: by the hour where it has one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.plan.site import Site


@pytest.mark.parametrize(
    ("starts", "ends", "facts"),
    [
        ("2026-03-05", "", {"Datum": "5.\xa0března 2026"}),
        ("2026-03-05 00:00", "2026-03-05 23:59", {"Datum": "5.\xa0března 2026"}),
        ("2026-03-05", "2026-03-07", {"Začátek": "5.\xa0března 2026", "Konec": "7.\xa0března 2026"}),
        ("2026-03-05 09:00", "", {"Začátek": "5.\xa0března 2026, 9:00"}),
        ("2026-03-05 09:00", "2026-03-05", {"Datum": "5.\xa0března 2026, 9:00"}),
        (
            "2026-03-05 09:00",
            "2026-03-06",
            {"Začátek": "5.\xa0března 2026, 9:00", "Konec": "6.\xa0března 2026"},
        ),
        ("2026-03-05 06:00", "2026-03-05 07:30", {"Datum": "5.\xa0března 2026, 6:00–7:30"}),
        (
            "2026-03-05 22:00",
            "2026-03-06 00:00",
            {"Začátek": "5.\xa0března 2026, 22:00", "Konec": "6.\xa0března 2026, 0:00"},
        ),
    ],
)
def test_the_page_tells_days_and_hours(
    plan_of: Callable[..., Site], article: Callable[..., str], starts: str, ends: str, facts: dict[str, str]
) -> None:
    when = {"starts": starts, **({"ends": ends} if ends else {})}
    site = plan_of({"content/events/den.cs.md": article(**when)})
    view = next(page.view() for page in site.pages if page.url == "/akce/den/")
    assert {fact.label: fact.stamp.text for fact in view.facts if fact.stamp} == facts


@pytest.mark.parametrize(
    ("starts", "ends", "when"),
    [
        ("2026-03-05", "", "5. března 2026"),
        ("2026-03-05 00:00", "2026-03-05 23:59", "5. března 2026"),
        ("2026-03-05", "2026-03-07", "5.–7. března 2026"),
        ("2026-03-30 09:00", "2026-04-01 12:00", "30. března – 1. dubna 2026"),
        ("2026-12-31", "2027-01-01", "31. prosince 2026 – 1. ledna 2027"),
        ("2026-03-05 09:00", "2026-03-05 12:00", "5. března 2026, 9:00"),
    ],
)
def test_a_list_tells_its_days_and_the_hour_of_a_single_day(
    plan_of: Callable[..., Site], article: Callable[..., str], starts: str, ends: str, when: str
) -> None:
    times = {"starts": starts, **({"ends": ends} if ends else {})}
    site = plan_of({"content/events/den.cs.md": article(**times)})
    events = next(page.view() for page in site.pages if page.url == "/akce/")
    (card,) = (card for shelf in events.shelves for card in shelf.cards)
    assert card.date
    assert card.date.text.replace("\N{NO-BREAK SPACE}", " ") == when


@pytest.mark.parametrize(
    ("ends", "labels"), [("2026-06-02", ["Datum", "Registrace"]), ("2026-05-31", ["Datum"])]
)
def test_nobody_registers_for_what_is_over(
    plan_of: Callable[..., Site], article: Callable[..., str], ends: str, labels: list[str]
) -> None:
    event = article(starts=ends, registration="https://example.org/r")
    site = plan_of({"content/events/den.cs.md": event})
    view = next(page.view() for page in site.pages if page.url == "/akce/den/")
    assert [fact.label for fact in view.facts] == labels
