"""Days of rows: in one column or three, with an end or without, exact or not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodata.dates.precision import DatePrecision
from geodata.table_import.columns.matching import match_columns
from geodata.table_import.faults import FaultKind
from geodata.table_import.rows.event_days import EventDays, event_days
from tests.geodata.table_import.made_sheets import sheet_like, sheet_of

if TYPE_CHECKING:
    from geodata.table_import.sheets import Cell

DAY, MONTH, YEAR = DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR
REST = {"title": "Example event", "place": "Kobani"}


def days_of(**cells: Cell) -> EventDays:
    """Return the days of a row with these cells."""
    row = {**cells, **REST}
    sheet = sheet_of(list(row), list(row.values()))
    (found,) = event_days(sheet, match_columns(sheet), {}).days
    return found


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"date": "2018-02-01"}, (date(2018, 2, 1), None, DAY)),
        ({"date": date(2018, 2, 1)}, (date(2018, 2, 1), None, DAY)),
        ({"date": "2018-02"}, (date(2018, 2, 1), None, MONTH)),
        ({"date": "2018"}, (date(2018, 1, 1), None, YEAR)),
        ({"start": "2018-02-01", "end": "2018-02-03"}, (date(2018, 2, 1), date(2018, 2, 3), DAY)),
        ({"start": "2018-02-01", "end": "2018-02-01"}, (date(2018, 2, 1), None, DAY)),
        ({"start": "2018-02", "end": "2018-03"}, (date(2018, 2, 1), date(2018, 3, 31), MONTH)),
        ({"start": "2018-02-05", "end": "2018-03"}, (date(2018, 2, 5), date(2018, 3, 31), MONTH)),
        ({"year": "2018", "month": "2", "day": "1"}, (date(2018, 2, 1), None, DAY)),
        ({"year": 2018.0, "month": 2.0, "day": 1.0}, (date(2018, 2, 1), None, DAY)),
        ({"year": "2018", "month": "February", "day": "1"}, (date(2018, 2, 1), None, DAY)),
        ({"year": "2018", "month": "2", "day": None}, (date(2018, 2, 1), None, MONTH)),
        ({"year": "2018", "month": None, "day": None}, (date(2018, 1, 1), None, YEAR)),
    ],
)
def test_days_are_read_as_exactly_as_they_are_told(
    cells: dict[str, Cell], expected: tuple[date, date | None, DatePrecision]
) -> None:
    found = days_of(**cells)
    assert (found.start, found.last_day, found.precision) == expected
    assert found.faults == ()


@pytest.mark.parametrize(
    ("cells", "role", "kind"),
    [
        ({"date": None}, "start", FaultKind.MISSING_CELL),
        ({"date": "2018-02-31"}, "start", FaultKind.TYPE),
        ({"date": "1850-02-03"}, "start", FaultKind.CONSTRAINT),
        ({"year": "2018", "month": "13", "day": "1"}, "start", None),
        ({"year": None, "month": "2", "day": "1"}, "start", None),
    ],
)
def test_a_row_without_a_day_has_none_and_says_why(cells: dict[str, Cell], role: str, kind: FaultKind | None) -> None:
    found = days_of(**cells)
    assert found.start is None
    (where, fault), *_ = found.faults
    assert where == role
    assert kind is None or fault.kind is kind


def test_an_end_before_the_start_is_a_fault_of_the_end_alone() -> None:
    found = days_of(start="2018-02-05", end="2018-02-01")
    assert (found.start, found.last_day) == (date(2018, 2, 5), None)
    ((role, fault),) = found.faults
    assert (role, fault.expected) == ("end", "a day not before 2018-02-05")
    assert "swapped" in fault.hint


@pytest.mark.parametrize(
    ("code", "first", "last", "precision"),
    [
        ("1", date(2018, 2, 15), None, DAY),
        ("2", date(2018, 2, 9), date(2018, 2, 21), DAY),
        ("3", date(2018, 2, 15), None, MONTH),
    ],
)
def test_codes_of_a_known_format_widen_a_day(
    code: str, first: date, last: date | None, precision: DatePrecision
) -> None:
    sheet = sheet_like("acled", {"event_date": "2018-02-15", "time_precision": code})
    (found,) = event_days(sheet, match_columns(sheet), {}).days
    assert (found.start, found.last_day, found.precision) == (first, last, precision)


def test_the_order_of_day_and_month_is_asked_and_an_answer_holds() -> None:
    sheet = sheet_of(["date", *REST], *([f"0{day}/04/2018", *REST.values()] for day in (3, 4, 5)))
    matching = match_columns(sheet)
    asked = event_days(sheet, matching, {})
    assert [one.key for one in asked.questions] == ["date-order:date"]
    turned = event_days(sheet, matching, {"date-order:date": "month-first"})
    assert [found.start for found in turned.days] == [date(2018, month, 4) for month in (3, 4, 5)]
    straight = event_days(sheet, matching, {"date-order:date": "day-first"})
    assert [found.start for found in straight.days] == [date(2018, 4, day) for day in (3, 4, 5)]
