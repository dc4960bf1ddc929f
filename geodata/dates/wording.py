"""Dates in words, no finer than they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.dates.precision import DatePrecision

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 (reads as a list of names)
)


def day_in_words(day: date) -> str:
    """Return a day as people write it.

    >>> from datetime import date
    >>> day_in_words(date(2014, 10, 6))
    '6 October 2014'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_in_words(first: date, last: date) -> str:
    """Return the days from ``first`` to ``last`` in words.

    Both are included, and nothing is said twice.

    >>> from datetime import date
    >>> days_in_words(date(2013, 7, 19), date(2013, 7, 30))
    '19\u201330 July 2013'
    >>> days_in_words(date(2014, 12, 30), date(2015, 1, 2))
    '30 December 2014 \u2013 2 January 2015'
    """
    if first == last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}\u2013{day_in_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} \u2013 {day_in_words(last)}"
    return f"{day_in_words(first)} \u2013 {day_in_words(last)}"


def in_words(first: date, precision: DatePrecision, last: date | None = None) -> str:
    """Return the days from ``first`` to ``last`` as exactly as they are known.

    >>> from datetime import date
    >>> in_words(date(2013, 8, 1), DatePrecision.MONTH)
    'August 2013'
    """
    last = last or first
    if precision is DatePrecision.DAY:
        return days_in_words(first, last)
    if precision is DatePrecision.YEAR:
        return "\u2013".join(dict.fromkeys((str(first.year), str(last.year))))
    month = f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return month
    year = "" if first.year == last.year else f" {first.year}"
    return f"{MONTHS[first.month - 1]}{year} \u2013 {month}"
