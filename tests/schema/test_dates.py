"""What people write for a date is understood where it can mean only one, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.schema.dates import in_right_form, is_possible, meanings


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1. 3. 2026", "2026-03-01"),
        ("1.3.2026", "2026-03-01"),
        ("01. 03. 2026", "2026-03-01"),
        ("1. března 2026", "2026-03-01"),
        ("1 březen 2026", "2026-03-01"),
        ("31. PROSINCE 2026", "2026-12-31"),
        ("neděle 1. března 2026", "2026-03-01"),
        ("1. 3. 2026 v 6:00", "2026-03-01 06:00"),
        ("1. 3. 2026, 6.30", "2026-03-01 06:30"),
        ("1. 3. 2026 18 hodin", "2026-03-01 18:00"),
        ("1. 3. 2026 od 18:15 hod.", "2026-03-01 18:15"),
        ("1 March 2026", "2026-03-01"),
        ("March 1st, 2026", "2026-03-01"),
        ("1 Mar 2026", "2026-03-01"),
        ("2026-3-1", "2026-03-01"),
        ("2026/03/01", "2026-03-01"),
        ("2026.3.1", "2026-03-01"),
        ("2026-03-01 6:00", "2026-03-01 06:00"),
        ("2026-03-01\N{NO-BREAK SPACE}06:00", "2026-03-01 06:00"),
        ("20260301", "2026-03-01"),
        ("24/12/2026", "2026-12-24"),
        ("12/24/2026", "2026-12-24"),
        ("5-5-2026", "2026-05-05"),
        ("2026–03–01", "2026-03-01"),
        ("„2026-03-01“", "2026-03-01"),
        ("dne 1. 3. 2026", "2026-03-01"),
    ],
)
def test_a_date_with_one_meaning(written: str, meant: str) -> None:
    assert meanings(written) == (meant,)


@pytest.mark.parametrize("written", ["1/3/2026", "1-3-2026", "1 / 3 / 2026"])
def test_the_day_or_the_month_may_stand_first(written: str) -> None:
    assert meanings(written) == ("2026-03-01", "2026-01-03")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "zítra",
        "2026",
        "březen 2026",
        "1. 3.",
        "1. 3. 26",
        "1. brezn 2026",
        "6:00",
        "1. 3. 2026 asi",
        "1.–2. 3. 2026",
    ],
)
def test_what_is_no_date_means_none(written: str) -> None:
    assert meanings(written) == ()


@pytest.mark.parametrize("written", ["30. 2. 2026", "2026/13/01", "31/02/2026", "1. 3. 2026 25:00"])
def test_a_date_that_does_not_exist_is_told_as_it_stands(written: str) -> None:
    (meant,) = meanings(written)
    assert not is_possible(meant)


@given(
    day=st.dates(min_value=date(1000, 1, 1)),
    form=st.sampled_from(
        ["{d}. {m}. {y}", "{d}.{m}.{y}", "{y}-{m}-{d}", "{y}/{m:02}/{d:02}", "{y}{m:02}{d:02}"]
    ),
)
def test_every_day_is_understood(day: date, form: str) -> None:
    assert meanings(form.format(d=day.day, m=day.month, y=day.year)) == (day.isoformat(),)


@given(st.text() | st.from_regex(r"[\d:./ T-]{1,30}"))
def test_every_meaning_has_the_right_form(written: str) -> None:
    assert all(in_right_form(meant) for meant in meanings(written))
