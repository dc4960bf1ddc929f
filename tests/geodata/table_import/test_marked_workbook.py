"""The marked workbook has every cell as typed; faulty ones are coloured and have a note."""

from __future__ import annotations

import io
import math
from datetime import UTC, date, datetime, time

import numpy as np
import openpyxl
import pytest

from geodata.table_import import marked_workbook as marked
from geodata.table_import.faults import CellFault, Fault, FaultKind
from geodata.table_import.sheets import Cell, Sheet

HEADER = ("when", "what", "")
ROWS: tuple[tuple[Cell, ...], ...] = (
    (date(2014, 10, 6), "=1+1", 1.5),
    (datetime(2014, 10, 6, 12, tzinfo=UTC), "https://example.org", True),
    (date(1850, 1, 1), "x" * 40_000, math.nan),
    (time(12, 30), None, None),
)
SHEET = Sheet("Events", HEADER, tuple(zip(*ROWS, strict=True)), np.array([4, 5, 6, 8]))
FAULTS = (
    CellFault(
        "a.xlsx", "Events", 6, "when", "1850-01-01", Fault(FaultKind.CONSTRAINT, "a day from 1900 on", "1950-01-01")
    ),
    CellFault("a.xlsx", "Events", 8, "", "", Fault(FaultKind.MISSING_CELL, "a title", hint="Add one.")),
    CellFault("a.xlsx", "", None, "", "x", Fault(FaultKind.SOURCE, "a workbook")),
)


def test_cells_stay_as_they_are_and_faults_stand_out() -> None:
    book = openpyxl.load_workbook(io.BytesIO(marked.marked_workbook([SHEET], FAULTS)))
    page, listed = book["Events"], book[marked.FAULTS]
    assert [cell.value for cell in page[3]] == ["when", "what", ""]
    assert [cell.value for cell in page[4]] == [datetime(2014, 10, 6), "=1+1", 1.5]  # noqa: DTZ001 - as openpyxl reads it
    assert page["B4"].data_type == "s"
    assert page["B5"].hyperlink is None
    assert page["A6"].value == "1850-01-01"
    assert len(page["B6"].value) == marked.LONGEST_CELL
    assert [cell.value for cell in page[7]] == [None, None, None]
    assert page["A8"].value == time(12, 30)
    assert "Suggestion: 1950-01-01" in page["A6"].comment.text
    assert "Add one." in page["A8"].comment.text
    assert page["A6"].fill.fgColor.rgb != page["A4"].fill.fgColor.rgb
    assert [cell.value for cell in listed[2]] == [
        "Events", 6, "when", "1850-01-01", "constraint-error", "a day from 1900 on", "1950-01-01", "",
    ]  # fmt: skip
    assert listed.max_row == 1 + len(FAULTS)


def test_a_sheet_that_does_not_fit_is_refused() -> None:
    with pytest.raises(marked.TooManyRowsError, match="at most 1,048,575 rows, got 1,048,576"):
        marked.marked_workbook([Sheet("", ("a",), (["1"],), np.array([marked.MOST_ROWS + 1]))], ())


def test_an_empty_sheet_has_its_header() -> None:
    empty = Sheet("", ("a",), ([],), np.array([], dtype=np.int64))
    book = openpyxl.load_workbook(io.BytesIO(marked.marked_workbook([empty], ())))
    assert book.sheetnames == ["Table", "Problems"]
    assert book["Table"]["A1"].value == "a"
