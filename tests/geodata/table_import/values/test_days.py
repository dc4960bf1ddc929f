"""Cells of dates are read as what they say, in eight languages, and never as a day that they do not hold."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.dates.precision import DatePrecision
from geodata.dates.words import vocabulary
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.values.days import ReadDay, day_reader
from geodata.text.folding import fold
from tests.paths import CASES, ROOT

if TYPE_CHECKING:
    from geodata.table_import.sheets import Cell

TABLE: dict[str, Any] = json.loads((CASES / "table_dates.json").read_text(encoding="utf-8"))

SUGGESTIONS = [case for case in TABLE["faults"] if "suggestion" in case]

WRITTEN = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("0123456789-/.: ?~X[]{}T\u0661\u06f4\u2013")), max_size=200
)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(sorted(vocabulary())),
        st.integers(0, 40).map(str),
        st.integers(1880, 2120).map(str),
        st.sampled_from(["-", "/", ".", ", ", " - ", "?", "..", "[", "]", "XX", "~"]),
    ),
    max_size=8,
)
ORDERS = st.sampled_from(["", "day-first", "month-first", "year-first", "spreadsheet-1900"])


def days(text: str) -> tuple[date, date | None]:
    """Return the first and the last day of a case; an end ".." is open."""
    first, _, last = text.partition("/")
    return date.fromisoformat(first), None if last == ".." else date.fromisoformat(last or first)


@pytest.mark.parametrize("case", TABLE["read"], ids=lambda case: case["text"])
def test_a_date_is_read(case: dict[str, Any]) -> None:
    read = day_reader(case.get("order", ""), calendar=case.get("calendar", "gregorian"))(case["text"])

    precision = DatePrecision(case.get("precision", "day"))
    assert read == ReadDay(*days(case["days"]), precision, approximate=case.get("approximate", False))


@pytest.mark.parametrize("case", TABLE["faults"], ids=lambda case: case["text"])
def test_what_is_no_date_is_a_fault(case: dict[str, Any]) -> None:
    read = day_reader(case.get("order", ""))(case["text"])

    assert isinstance(read, Fault)
    assert (read.kind, read.suggestion, read.hint) == (case["kind"], case.get("suggestion", ""), case.get("hint", ""))
    assert read.expected == "a date such as 2018-02-28"


@pytest.mark.parametrize("case", SUGGESTIONS, ids=lambda case: case["text"])
def test_a_suggestion_can_be_read(case: dict[str, Any]) -> None:
    assert isinstance(day_reader(case.get("order", ""))(case["suggestion"]), ReadDay)


@pytest.mark.parametrize(
    "blank", [None, "", "  ", "n/a", "-", "\u2013", "?", "unknown", "bilinmiyor", "nenas", float("nan")]
)
def test_nothing_is_read_from_a_blank(blank: str | float | None) -> None:
    assert day_reader()(blank) is None


def test_cells_with_types_are_read() -> None:
    read = day_reader()
    day = ReadDay(date(2014, 10, 6), date(2014, 10, 6), DatePrecision.DAY)

    assert [read(cell) for cell in (date(2014, 10, 6), datetime(2014, 10, 6, 23, 59), 20141006)] == [day] * 3  # noqa: DTZ001 (as workbooks have it)
    assert read(2014) == read(2014.0) == ReadDay(date(2014, 1, 1), date(2014, 12, 31), DatePrecision.YEAR)
    assert day_reader("spreadsheet-1900")(41918.5) == day


@pytest.mark.parametrize("cell", [True, time(12, 30), 3.5, float("inf"), -1, 10**30, date(1014, 1, 1), 41918])
def test_cells_of_other_types_are_faults(cell: Cell) -> None:
    assert isinstance(day_reader("day-first")(cell), Fault)


def test_a_year_out_of_range_breaks_a_rule() -> None:
    fault = day_reader()(date(2200, 1, 1))
    assert isinstance(fault, Fault)
    assert fault.kind is FaultKind.CONSTRAINT


def test_another_order_is_refused() -> None:
    with pytest.raises(ValueError, match="sideways"):
        day_reader("sideways")


@settings(max_examples=300, deadline=None)
@given(WRITTEN, ORDERS)
def test_no_text_makes_the_reader_fail(text: str, order: str) -> None:
    assert isinstance(day_reader(order, calendar="hijri")(text), ReadDay | Fault | None)


@settings(max_examples=600, deadline=None)
@given(PIECES, ORDERS, st.sampled_from(["", " "]))
def test_no_date_is_read_that_the_text_does_not_hold(pieces: list[str], order: str, between: str) -> None:
    text = between.join(pieces)
    read = day_reader(order)(text)

    if isinstance(read, ReadDay) and not order.startswith("spreadsheet") and not read.approximate:
        held = {int(number) for number in re.findall("[0-9]+", fold(text))}
        known = {word.value for name, word in vocabulary().items() if name in fold(text).replace("-", " ")}
        years = held | {number + century for number in held for century in (1900, 2000)}
        compact = {int(number[:4]) for number in re.findall("[0-9]{8}", text)}
        decade = re.search("[0-9]{2,3}X", text)
        assert read.start.year in years | compact or decade
        if read.precision is DatePrecision.DAY:
            assert read.start.day in held or compact
            assert read.start.month in held | known or compact


@settings(max_examples=200, deadline=None)
@given(st.dates(date(1969, 1, 1), date(2068, 12, 31)), st.sampled_from("./-"))
def test_every_day_is_read_in_every_order(day: date, sign: str) -> None:
    expected = ReadDay(day, day, DatePrecision.DAY)
    short = f"{day.year % 100:02}"

    assert day_reader()(f"{day.year}{sign}{day.month}{sign}{day.day}") == expected
    assert day_reader("day-first")(f"{day.day}{sign}{day.month}{sign}{day.year}") == expected
    assert day_reader("month-first")(f"{day.month}{sign}{day.day}{sign}{short}") == expected
    assert day_reader("year-first")(f"{short}{sign}{day.month}{sign}{day.day}") == expected


def test_the_documentation_names_forms_as_they_are_read() -> None:
    page = (ROOT / "docs" / "research" / "forms-of-cells.md").read_text(encoding="utf-8")
    rows = [row for row in page.splitlines() if row.startswith("| `")]
    read = day_reader("day-first")
    for row in rows:
        forms, meaning = row.strip("| ").split(" | ")
        for form in re.findall("`([^`]+)`", forms):
            is_date = not meaning.startswith("nothing") and form != "41918"
            assert isinstance(read(form), ReadDay) is is_date, form
    assert len(rows) > 10
