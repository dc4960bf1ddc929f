"""Reader of dates as people write them, as no more than they say.

Days, months, years, seasons and ranges, in the languages of ``geodata.dates.words``. A text of which a word is not
understood is no date.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from geodata.dates.fields import (
    OTHER_CALENDARS,
    Fields,
    NoDay,
    ReadDay,
    Reason,
    days_of,
)
from geodata.dates.grammar import Grammar, Order
from geodata.dates.parts import AND, RANGE, Parts, parts_of
from geodata.dates.precision import DatePrecision
from geodata.dates.weeks import read_week_or_quarter

if TYPE_CHECKING:
    from collections.abc import Callable


Calendar: TypeAlias = Literal["gregorian", "hijri"]

LONGEST = 100
"""Characters; no longer text is a date."""

SPREADSHEET_DAYS = range(20_000, 80_000)
"""Numbers that spreadsheets have for the days of 1954-2119."""

_EPOCHS = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}

_TIME = r"(?:[T ] ?[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?(?: ?Z|[+-][0-9]{2}:?[0-9]{2})?)?"
YEAR_FIRST = re.compile(rf"(?P<day>([0-9]{{4}})([-/.])([0-9]{{1,2}})\3([0-9]{{1,2}})){_TIME}", re.ASCII)
YEAR_LAST = re.compile(rf"(?P<day>([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\3([0-9]{{4}})){_TIME}", re.ASCII)


def spreadsheet_day(number: float, system: int = 1900) -> date:
    """Return the day that a spreadsheet's number stands for.

    >>> spreadsheet_day(41918.5)
    datetime.date(2014, 10, 6)

    Args:
        number: days since the end of 1899, or with 1904 since 1 January 1904 (old files of a Mac).
        system: 1900 or 1904.
    """
    return _EPOCHS[system] + timedelta(days=int(number))


def read_day(text: str, order: Order = "", *, calendar: Calendar = "gregorian") -> ReadDay | NoDay:
    """Return the days that a text says, or why it says none.

    >>> read_day("6 October 2014").start
    datetime.date(2014, 10, 6)
    >>> read_day("3/4/2018").reason, str(read_day("3/4/2018", "day-first").start)
    (<Reason.AMBIGUOUS: 'two readings'>, '2018-04-03')

    Args:
        text: what was typed.
        order: order of a day, a month and a year in figures; without it, a text that can be read in two ways is none.
        calendar: "hijri" where years 1300-1500 are of the Hijri calendar, as they always are with a month of it.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return NoDay(Reason.UNREADABLE)
    if found := YEAR_FIRST.fullmatch(text):
        return _in_figures(found[2], found[4], found[5], "ymd", calendar)
    if found := YEAR_LAST.fullmatch(text):
        return _by_order(
            lambda chosen: _in_figures(
                found[2], found[4], found[5], "mdy" if chosen == "month-first" else "dmy", calendar
            ),
            "" if order == "year-first" else order,
        )
    return read_week_or_quarter(text) or read_parts(parts_of(text), order, calendar=calendar)


def read_parts(parts: Parts, order: Order = "", *, calendar: Calendar = "gregorian") -> ReadDay | NoDay:
    """Return the days that the parts of a date say, or why they say none."""
    if not parts.items or "X" in parts.shape or "unknown" in parts.words:
        return NoDay(Reason.UNREADABLE)
    if "outside" in parts.words:
        return NoDay(Reason.NO_DATE)
    if order == "year-first" and parts.shape != "NNN":
        order = ""
    is_hijri = calendar == "hijri" or "hijri-era" in parts.words
    read = _by_order(lambda chosen: Grammar(chosen, is_hijri=is_hijri).read(parts), order)
    if isinstance(read, NoDay):
        return read
    is_one = RANGE not in parts.gaps and AND not in parts.gaps
    if "open" in parts.words or ("from" in parts.words and is_one):
        read = replace(read, last_day=None)
    return replace(read, approximate=True) if "about" in parts.words else read


def _by_order(read: Callable[[Order], ReadDay | NoDay], order: Order) -> ReadDay | NoDay:
    """Return what a text says in an order, or in the only possible one where none is said."""
    if order:
        found = read(order)
        if isinstance(found, ReadDay) or found.reason is not Reason.IMPOSSIBLE:
            return found
        others = (read(other) for other in ("day-first", "month-first") if other != order)
        meant = next((other for other in others if isinstance(other, ReadDay)), None)
        return NoDay(Reason.ORDER, str(meant.start)) if meant else found
    first, second = read("day-first"), read("month-first")
    if isinstance(first, NoDay):
        return second if isinstance(second, ReadDay) else first
    return NoDay(Reason.AMBIGUOUS) if isinstance(second, ReadDay) and second != first else first


@lru_cache(maxsize=65_536)
def _in_figures(one: str, two: str, three: str, order: str, calendar: Calendar) -> ReadDay | NoDay:
    """Return the day of three numbers; ``order`` says which is the year (y), the month (m) and the day (d)."""
    number = dict(zip(order, (int(one), int(two), int(three)), strict=True))
    is_hijri = calendar == "hijri" and number["y"] in OTHER_CALENDARS
    read = days_of(Fields(number["y"], number["m"], number["d"], is_hijri))
    turned = isinstance(read, NoDay) and read.reason is Reason.IMPOSSIBLE and order == "ymd"
    if turned and isinstance(days_of(Fields(number["y"], number["d"], number["m"], is_hijri)), ReadDay):
        return NoDay(Reason.IMPOSSIBLE, f"{number['y']}-{number['d']:02}-{number['m']:02}")
    return read


def is_day(read: ReadDay) -> bool:
    """Return whether a date is one day."""
    return read.precision is DatePrecision.DAY and read.start == read.last_day
