"""A day is read in one form only and counted from 1970-01-01."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.dates.iso import day_number, iso_day


@pytest.mark.parametrize(
    ("day", "number"), [(date(1970, 1, 1), 0), (date(1969, 12, 31), -1), (date(2014, 10, 6), 16349)]
)
def test_days_are_counted_from_1970(day: date, number: int) -> None:
    assert day_number(day) == number


def test_no_day_has_no_number() -> None:
    assert day_number(None) is None


@pytest.mark.parametrize("text", ["2014-10-6", "20141006", "2014-W41-1", "2014-02-30", "06/10/2014", " 2014-10-06", ""])
def test_other_forms_and_days_that_are_none_are_no_day(text: str) -> None:
    assert iso_day(text) is None
