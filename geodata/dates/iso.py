"""ISO dates: text to day, day to number since 1970-01-01."""

from __future__ import annotations

import re
from datetime import date
from typing import overload

EPOCH = date(1970, 1, 1)
"""The day whose number is 0."""

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def iso_day(text: str) -> date | None:
    """Return the day written as YYYY-MM-DD, or None when it is none.

    >>> iso_day("2014-10-06")
    datetime.date(2014, 10, 6)
    >>> iso_day("20141006") is iso_day("2014-02-30") is None
    True
    """
    if not _ISO.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@overload
def day_number(day: date) -> int: ...
@overload
def day_number(day: date | None) -> int | None: ...
def day_number(day: date | None) -> int | None:
    """Return the days from 1970-01-01 to ``day``; no number for no day.

    >>> day_number(date(2014, 10, 6)), day_number(None)
    (16349, None)
    """
    return None if day is None else (day - EPOCH).days
