"""Reader of the cells of a column of dates."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING

from geodata.dates.edtf_forms import read_edtf
from geodata.dates.fields import YEARS, NoDay, ReadDay, Reason
from geodata.dates.precision import DatePrecision
from geodata.dates.read_day import YEAR_FIRST, YEAR_LAST, read_day, spreadsheet_day
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.values.blanks import is_blank
from geodata.table_import.values.day_order import (
    SPREADSHEETS,
    DayOrder,
    as_order,
    day_order,
    question_of_calendar,
    question_of_order,
    spreadsheet_number,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodata.dates.grammar import Order
    from geodata.dates.read_day import Calendar
    from geodata.table_import.sheets import Cell

EXPECTED = "a date such as 2018-02-28"

_FRACTION = re.compile(r"(?<=^[0-9]{4})\.0$|(?<=^[0-9]{8})\.0$")
"""What is added to a year or a day in figures where a column with gaps was kept as numbers: "2014.0"."""

MOST_DAYS = 65_536
"""Days that a reader remembers."""

_HINTS = {
    Reason.NO_YEAR: "The year is missing.",
    Reason.NO_DATE: "Write the month or year in which it was, such as 2014-10 or 2014.",
    Reason.IMPOSSIBLE: "This date does not exist.",
    Reason.ORDER: "Day and month are in another order than in the rest of the column.",
    Reason.AMBIGUOUS: "This can be read in two ways.",
    Reason.CALENDAR: "Is this year of another calendar?",
    Reason.YEAR: f"The year must be from {YEARS[0]} to {YEARS[-1]}.",
    Reason.BACKWARDS: "The end is before the start.",
    Reason.NUMBER: "This looks like a spreadsheet date number.",
}


def day_reader(order: str = "", *, calendar: Calendar = "gregorian") -> Callable[[Cell], ReadDay | Fault | None]:
    """Return the reader of the cells of a column of dates.

    >>> read = day_reader("day-first")
    >>> str(read("03/04/2018").start), read("31/02/2018").suggestion, read("n/a")
    ('2018-04-03', '2018-02-28', None)

    Args:
        order: "day-first", "month-first" or "year-first"; "spreadsheet-1900" or "spreadsheet-1904" for a column of day
            numbers; empty where nothing is known, so that a text that can be read in two ways is a fault.
        calendar: "hijri" where years 1300-1500 are of the Hijri calendar (by the Umm al-Qura tables, so approximate).

    Raises:
        ValueError: for another order.
    """
    system = SPREADSHEETS.get(order)
    text_order = as_order("" if system else order)

    @lru_cache(maxsize=MOST_DAYS)
    def read_known(text: str) -> ReadDay | Fault:
        return _read_text(text, text_order, calendar, system)

    def read(cell: Cell) -> ReadDay | Fault | None:
        if isinstance(cell, str):
            if found := YEAR_FIRST.fullmatch(cell) or YEAR_LAST.fullmatch(cell):
                return read_known(found["day"])  # once for all times of a day
            return None if is_blank(cell) else _read_text(cell, text_order, calendar, system)
        if is_blank(cell):
            return None
        if isinstance(cell, date):
            return _typed(cell.date() if isinstance(cell, datetime) else cell)
        if isinstance(cell, bool | time) or cell is None:
            return Fault(FaultKind.TYPE, EXPECTED)
        whole = str(int(cell)) if cell == cell // 1 else str(cell)
        return _read_text(whole, text_order, calendar, system)

    return read


def _typed(day: date) -> ReadDay | Fault:
    if day.year not in YEARS:
        return Fault(FaultKind.CONSTRAINT, EXPECTED, hint=_HINTS[Reason.YEAR])
    return ReadDay(day, day, DatePrecision.DAY)


def _read_text(text: str, order: Order, calendar: Calendar, system: int | None) -> ReadDay | Fault:
    number = spreadsheet_number(text)
    if number is not None:
        if system:
            return _typed(spreadsheet_day(number, system))
        return Fault(FaultKind.TYPE, EXPECTED, str(spreadsheet_day(number)), _HINTS[Reason.NUMBER])
    read = read_day(_FRACTION.sub("", text), order, calendar=calendar)
    if isinstance(read, NoDay) and read.reason in {Reason.UNREADABLE, Reason.NO_DATE, Reason.IMPOSSIBLE}:
        edtf = read_edtf(text)
        read = read if edtf is None or (isinstance(edtf, NoDay) and read.reason is Reason.IMPOSSIBLE) else edtf
    if isinstance(read, ReadDay):
        return read
    kind = FaultKind.CONSTRAINT if read.reason is Reason.YEAR else FaultKind.TYPE
    return Fault(kind, EXPECTED, read.suggestion, _HINTS.get(read.reason, ""))


__all__ = [
    "EXPECTED",
    "DayOrder",
    "ReadDay",
    "day_order",
    "day_reader",
    "question_of_calendar",
    "question_of_order",
]
