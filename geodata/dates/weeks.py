"""Weeks and quarters of a year."""

from __future__ import annotations

import re
from datetime import date

from geodata.dates.fields import YEARS, Fields, NoDay, ReadDay, Reason, between
from geodata.dates.precision import DatePrecision
from geodata.dates.span import DAY

_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?", re.IGNORECASE)
_QUARTER = re.compile(
    r"Q(?P<first>[1-4])[ /-]*(?P<year>[0-9]{4})|(?P<before>[0-9]{4})[ /-]*Q(?P<last>[1-4])", re.IGNORECASE
)


def read_week_or_quarter(text: str) -> ReadDay | NoDay | None:
    """Return the days of a week (ISO 8601) or a quarter, or nothing.

    >>> read = read_week_or_quarter("2014-W41")
    >>> str(read.start), str(read.last_day)
    ('2014-10-06', '2014-10-12')
    >>> str(read_week_or_quarter("Q3 2014").start), read_week_or_quarter("2014")
    ('2014-07-01', None)
    """
    if found := _WEEK.fullmatch(text):
        return _week(int(found[1]), int(found[2]), int(found[3] or 0))
    if found := _QUARTER.fullmatch(text):
        quarter, year = int(found["first"] or found["last"]), int(found["year"] or found["before"])
        return between(Fields(year, 3 * quarter - 2), Fields(year, 3 * quarter))
    return None


def _week(year: int, week: int, day: int) -> ReadDay | NoDay:
    """Return a week, or one of its days where ``day`` is not 0."""
    if year not in YEARS:
        return NoDay(Reason.YEAR)
    try:
        start = date.fromisocalendar(year, week, day or 1)
    except ValueError:
        return NoDay(Reason.IMPOSSIBLE)
    return ReadDay(start, start if day else start + 6 * DAY, DatePrecision.DAY)
