"""Limits of days: the first and the last that a record may name."""

from __future__ import annotations

from datetime import date

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2099, 12, 31)
"""The map can show no more than some generations, and a day after the last that there is cannot be counted."""

ENDLESS = 9999
"""The year that spreadsheets are often given for what has not ended."""


def day_limit(day: date) -> str:
    """Return what would have been right in place of a day beyond a limit.

    Empty for a day between them.

    >>> day_limit(date(9999, 12, 31)), day_limit(date(214, 10, 6)), day_limit(date(2014, 10, 6))
    ('a day up to 2099-12-31', 'a day from 1900-01-01 on', '')
    """
    if day > LAST_DAY:
        return f"a day up to {LAST_DAY}"
    return f"a day from {FIRST_DAY} on" if day < FIRST_DAY else ""
