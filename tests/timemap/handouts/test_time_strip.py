"""The strip of time: marks at the beginnings of months or years, and numbers that never cover each other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timemap.handouts.time_strip import APART, strip_of

YEAR = "Sep 2014, Oct, Nov, Dec, Jan 2015, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct"
QUARTERS = "Oct 2014, Jan 2015, Apr, Jul, Oct, Jan 2016, Apr, Jul, Oct, Jan 2017, Apr"
YEARS = ", ".join(str(year) for year in range(2014, 2028))


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2014, 9, 13), date(2014, 9, 13), "Sep 2014, Oct"),
        (date(2014, 9, 1), date(2015, 9, 30), YEAR),
        (date(2014, 10, 6), date(2017, 2, 1), QUARTERS),
        (date(2014, 10, 6), date(2026, 2, 1), YEARS),
    ],
)
def test_the_scale_is_as_fine_as_there_is_room(first: date, last: date, labels: str) -> None:
    strip = strip_of([last, first])
    assert ", ".join(f"{tick.month} {tick.year}".strip() for tick in strip.ticks) == labels
    assert [strip.ticks[0].at, strip.ticks[-1].at] == [0, 1]


def test_days_stand_where_they_are_in_time() -> None:
    strip = strip_of([date(2014, 10, 1), date(2014, 10, 16), date(2014, 10, 31)])
    assert [round(stop.at * 31) for stop in strip.stops] == [0, 15, 30]


def test_the_same_day_twice_is_stacked_in_the_order_given() -> None:
    strip = strip_of([date(2015, 1, 26), date(2014, 9, 1), date(2015, 1, 26)])
    assert [stop.row for stop in strip.stops] == [0, 0, 1]
    assert strip.rows == 2


def test_no_days_give_an_empty_strip() -> None:
    assert strip_of([]).rows == 0


@given(st.lists(st.dates(), min_size=1, max_size=30))
def test_numbers_of_one_row_are_never_closer_than_they_are_wide(days: list[date]) -> None:
    strip = strip_of(days)
    for row in range(strip.rows):
        places = sorted(stop.at for stop in strip.stops if stop.row == row)
        assert all(after - before >= APART for before, after in pairwise(places))
    assert all(0 <= stop.at <= 1 for stop in strip.stops)
    assert len(strip.ticks) <= 15
    ends = strip.ticks[0].at, strip.ticks[-1].at
    assert ends == (0, 1)


@given(st.dates(max_value=date(2400, 1, 1)), st.integers(1, 4000))
def test_later_days_stand_farther_along(first: date, days: int) -> None:
    one, other = strip_of([first, first + timedelta(days)]).stops
    assert one.at < other.at
