"""Fields of a date, year, month and day, and the days that they stand for."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from hijridate import Hijri

from geodata.dates.precision import DatePrecision

if TYPE_CHECKING:
    from collections.abc import Sequence

YEARS = range(1900, 2101)
"""Years that dates may have."""

OTHER_CALENDARS = range(1300, 1501)
"""Years of the Hijri calendar since 1883, and of the Persian one since 1921."""

_HIJRI_YEARS = range(1343, 1501)
"""Years that the Umm al-Qura tables cover: 1924-2077."""

_LAST_OF_CENTURY = 68
"""Two-digit years up to this are of the 2000s, the others of the 1900s, as in POSIX (strptime, %y)."""

_MONTHS = 12
_LONGEST_MONTH = 31


class Reason(StrEnum):
    """Reason for which a text cannot be used as a date."""

    UNREADABLE = "unreadable"
    NO_YEAR = "no year"
    NO_DATE = "before or after a date"
    IMPOSSIBLE = "impossible"
    ORDER = "other order of day and month"
    AMBIGUOUS = "two readings"
    CALENDAR = "other calendar"
    YEAR = "year out of range"
    BACKWARDS = "end before start"
    NUMBER = "spreadsheet number"


@dataclass(frozen=True, slots=True)
class NoDay:
    """Text that is no date, and why."""

    reason: Reason

    suggestion: str = ""
    """A date that could stand there instead, in ISO 8601; empty where none is known."""


@dataclass(frozen=True, slots=True)
class ReadDay:
    """Day, month, year or range, no finer than it was written."""

    start: date
    """First day; of a month or year its first one."""

    last_day: date | None
    """Last day, included; ``None`` where the end is open ("2014-10-06/..", "since 2014")."""

    precision: DatePrecision
    """What the text says: days, months or years. A season is three months, a decade ten years."""

    approximate: bool = False
    """Whether it is said to be uncertain or about so, or is of a calendar that differs by a day from place to place."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Year, month and day as written; what is not there is ``None``."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    is_hijri: bool = False


def full_year(short: int) -> int:
    """Return the year that two digits stand for.

    >>> full_year(14), full_year(99)
    (2014, 1999)
    """
    return short + (2000 if short <= _LAST_OF_CENTURY else 1900)


def days_of(fields: Fields) -> ReadDay | NoDay:
    """Return the days that a date stands for.

    >>> days_of(Fields(2014, 10)).last_day
    datetime.date(2014, 10, 31)
    >>> days_of(Fields(2015, 2, 31))
    NoDay(reason=<Reason.IMPOSSIBLE: 'impossible'>, suggestion='2015-02-28')
    """
    if fields.year is None:
        return NoDay(Reason.NO_YEAR)
    if fields.is_hijri:
        return _days_of_hijri(fields.year, fields.month, fields.day)
    if fields.year not in YEARS:
        return NoDay(Reason.CALENDAR if fields.year in OTHER_CALENDARS else Reason.YEAR)
    if fields.month is None:
        return ReadDay(date(fields.year, 1, 1), date(fields.year, _MONTHS, 31), DatePrecision.YEAR)
    return _days_of_month(fields.year, fields.month, fields.day)


def _days_of_month(year: int, month: int, day: int | None) -> ReadDay | NoDay:
    """Return a month or one of its days."""
    if not 1 <= month <= _MONTHS:
        return NoDay(Reason.IMPOSSIBLE)
    length = monthrange(year, month)[1]
    if day is None:
        return ReadDay(date(year, month, 1), date(year, month, length), DatePrecision.MONTH)
    if not 1 <= day <= length:
        return NoDay(Reason.IMPOSSIBLE, str(date(year, month, length)) if length < day <= _LONGEST_MONTH else "")
    exact = date(year, month, day)
    return ReadDay(exact, exact, DatePrecision.DAY)


def _days_of_hijri(year: int, month: int | None, day: int | None) -> ReadDay | NoDay:
    """Return the days of a date of the Hijri calendar by the Umm al-Qura tables.

    Where the new moon was seen on another evening, a day may be one off: all are approximate.
    """
    if year not in _HIJRI_YEARS:
        return NoDay(Reason.YEAR)
    first_month, last_month = (1, _MONTHS) if month is None else (month, month)
    if not 1 <= first_month <= last_month <= _MONTHS:
        return NoDay(Reason.IMPOSSIBLE)
    length = Hijri(year, last_month, 1).month_length()
    if day is not None and not 1 <= day <= length:
        return NoDay(Reason.IMPOSSIBLE)
    start = Hijri(year, first_month, day or 1).to_gregorian()
    last = Hijri(year, last_month, day or length).to_gregorian()
    precision = DatePrecision.DAY if day is not None else DatePrecision.YEAR if month is None else DatePrecision.MONTH
    return ReadDay(_plain(start), _plain(last), precision, approximate=True)


def _plain(day: date) -> date:
    return date(day.year, day.month, day.day)


def coarsest(precisions: Sequence[DatePrecision]) -> DatePrecision:
    """Return the coarsest of some precisions."""
    return max(precisions, key=list(DatePrecision).index)


def between(first: Fields, last: Fields) -> ReadDay | NoDay:
    """Return the days from one date to another.

    Each may lack what the other one says.

    >>> read = between(Fields(day=3), Fields(2014, 10, 5))
    >>> str(read.start), str(read.last_day)
    ('2014-10-03', '2014-10-05')
    """
    if first.day is not None and first.month is None and last.day is None and last.month is not None:
        first = replace(first, month=first.day, day=None)  # "10-12/2014"
    borrowed = first.year is None
    start = replace(
        first,
        year=last.year if first.year is None else first.year,
        month=last.month if first.month is None and first.day is not None else first.month,
        is_hijri=last.is_hijri if borrowed else first.is_hijri,
    )
    end = replace(
        last,
        year=start.year if last.year is None else last.year,
        month=start.month if last.month is None and last.day is not None else last.month,
        is_hijri=start.is_hijri if last.year is None else last.is_hijri,
    )
    days, end_days = days_of(start), days_of(end)
    if isinstance(days, NoDay):
        return NoDay(days.reason)
    if isinstance(end_days, NoDay):
        return NoDay(end_days.reason)
    return join(days, end_days, year_is_borrowed=borrowed)


def join(first: ReadDay, last: ReadDay, *, year_is_borrowed: bool = False) -> ReadDay | NoDay:
    """Return the days from the first to the last of two dates."""
    end = last.last_day
    if end is None or first.start > end:
        return NoDay(Reason.BACKWARDS, _turned(first, last, year_is_borrowed=year_is_borrowed))
    return ReadDay(first.start, end, coarsest((first.precision, last.precision)), first.approximate or last.approximate)


def _turned(first: ReadDay, last: ReadDay, *, year_is_borrowed: bool) -> str:
    """Return the range that may be meant by one whose end is before its start, in ISO 8601."""
    if {first.precision, last.precision} != {DatePrecision.DAY}:
        return ""
    if not year_is_borrowed or first.start.month == last.start.month:
        return f"{last.start}/{first.start}"
    try:
        return f"{first.start.replace(year=first.start.year - 1)}/{last.start}"
    except ValueError:
        return ""
