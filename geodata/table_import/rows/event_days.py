"""Days of the rows of a sheet: the first, the last, and how exact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from geodata.dates.fields import ReadDay
from geodata.dates.limits import day_limit
from geodata.dates.precision import DatePrecision
from geodata.table_import.columns.naming import code_key
from geodata.table_import.columns.roles import Role
from geodata.table_import.distinct import read_distinct
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.rows.combined import Combined, join_columns, read_column
from geodata.table_import.rows.format_codes import read_codes, widen
from geodata.table_import.values.day_order import day_order, question_of_calendar, question_of_order
from geodata.table_import.values.days import EXPECTED, day_reader

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geodata.dates.read_day import Calendar
    from geodata.table_import.columns.known_formats import FormatCode
    from geodata.table_import.columns.matching import Matching
    from geodata.table_import.questions import Question
    from geodata.table_import.sheets import Sheet

Read: TypeAlias = "ReadDay | Fault | None"

_FINENESS = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)
_PARTS = {
    Role.START: (Role.YEAR, Role.MONTH, Role.DAY),
    Role.END: (Role.END_YEAR, Role.END_MONTH, Role.END_DAY),
}
_LAST_FIGURES = 2


@dataclass(frozen=True, slots=True)
class EventDays:
    """Days of an event, or what is wrong with the cells that tell them."""

    start: date | None = None
    """First day; ``None`` where none can be read."""

    last_day: date | None = None
    """Last day, included; ``None`` for one day, month or year."""

    precision: DatePrecision = DatePrecision.DAY

    faults: tuple[tuple[Role, Fault], ...] = ()
    """What is wrong, with the role of the column in which it stands."""


@dataclass(frozen=True, slots=True)
class SheetDays:
    """Days of all rows of a sheet, and questions about them."""

    days: Combined[EventDays]
    questions: tuple[Question, ...]


def event_days(sheet: Sheet, matching: Matching, answers: Mapping[str, str]) -> SheetDays:
    """Return the days of the rows of a sheet.

    What can be read in two ways is read in the likelier one until the question is answered.

    Args:
        sheet: the rows.
        matching: what their columns say.
        answers: answers of a recipe by the keys of their questions.
    """
    questions: list[Question] = []
    start = _read(sheet, matching, Role.START, answers, questions)
    end = _read(sheet, matching, Role.END, answers, questions)
    codes = read_codes(sheet, matching, Role.DATE_PRECISION)
    code = Combined(codes.codes, codes.meant) if codes else _nothing(len(sheet))
    return SheetDays(join_columns([start, end, code], _joined, len(sheet)), tuple(questions))


def _nothing(count: int) -> Combined[Any]:
    return read_column([None] * count, lambda _: None)


def _read(
    sheet: Sheet, matching: Matching, role: Role, answers: Mapping[str, str], questions: list[Question]
) -> Combined[Read]:
    """Return what a column of dates says, or those of year, month and day together."""
    name = matching.column(role)
    if name is None:
        return _from_parts(sheet, matching, role)
    column = sheet.column(name)
    asked = [question_of_order(column, name), question_of_calendar(column, name)]
    questions += filter(None, asked)
    order = answers.get(f"date-order:{name}", day_order(column).likeliest)
    calendar: Calendar = "hijri" if answers.get(f"calendar:{name}") == "hijri" else "gregorian"
    found = read_distinct(column, day_reader(order, calendar=calendar))
    return Combined(found.codes, found.meant)


def _from_parts(sheet: Sheet, matching: Matching, role: Role) -> Combined[Read]:
    roles = [part for part in _PARTS[role] if part in matching.roles]
    if not roles or roles[0] is not _PARTS[role][0]:
        return _nothing(len(sheet))
    read = day_reader("day-first")

    def join(*texts: str) -> Read:
        parts = dict(zip(roles, texts, strict=True))
        year, month, day = (parts.get(part, "") for part in _PARTS[role])
        if month.isdecimal() and len(month) <= _LAST_FIGURES:
            return read("-".join(part.zfill(2) for part in (year, month, day) if part))
        return read(" ".join(part for part in (day, month, year) if part))

    columns = [read_column(sheet.column(matching.roles[part][0]), _figures) for part in roles]
    return join_columns(columns, join, len(sheet))


def _figures(cell: object) -> str:
    """Return a cell as text, a whole number without decimals."""
    return code_key(cell) if isinstance(cell, float) else "" if cell is None else str(cell).strip()


def _joined(start: Read, end: Read, code: FormatCode | Fault | None) -> EventDays:
    faults: list[tuple[Role, Fault]] = []
    if isinstance(code, Fault):
        faults.append((Role.DATE_PRECISION, code))
        code = None
    if isinstance(end, Fault):
        faults.append((Role.END, end))
        end = None
    if not isinstance(start, ReadDay):
        fault = start or Fault(FaultKind.MISSING_CELL, EXPECTED)
        return EventDays(faults=((Role.START, fault), *faults))
    if end is not None and (end.last_day or end.start) < start.start:
        wrong = Fault(FaultKind.CONSTRAINT, f"a day not before {start.start}", hint="Are first and last day swapped?")
        faults.append((Role.END, wrong))
        end = None
    precision = min((start, end or start), key=lambda read: _FINENESS.index(read.precision)).precision
    last = (end.last_day or end.start) if end is not None else start.last_day
    if precision is DatePrecision.DAY:
        first, last, precision = widen(start.start, None if last == start.start else last, code)
    else:
        first = start.start
    if precision is not DatePrecision.DAY and _is_one(first, last, precision):
        last = None
    for role, day in ((Role.START, first), (Role.END, last)):
        if day is not None and (expected := day_limit(day)):
            return EventDays(faults=((role, Fault(FaultKind.CONSTRAINT, expected)), *faults))
    return EventDays(first, last, precision, tuple(faults))


def _is_one(first: date, last: date | None, precision: DatePrecision) -> bool:
    """Return whether days lie in one month or year."""
    if last is None:
        return True
    return first.year == last.year and (precision is DatePrecision.YEAR or first.month == last.month)
