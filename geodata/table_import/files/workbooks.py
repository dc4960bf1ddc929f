"""Sheets of workbooks: Excel old and new, and LibreOffice."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from geodata.table_import.arrow_columns import as_cell
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.files.binary_workbooks import errors_of_xls
from geodata.table_import.files.finished_sheets import MOST_COLUMNS, ask_for_header, finish_sheet, notes_on_header
from geodata.table_import.files.header_rows import ROWS, Header, find_headers, header_at, is_filled
from geodata.table_import.files.opened import FaultList, OpenedTable, refusal
from geodata.table_import.files.workbook_parts import (
    MOST_CELLS,
    SheetParts,
    UnsafeWorkbookError,
    check_span,
    checked_parts,
    scan_workbook,
)
from geodata.table_import.questions import Option, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geodata.table_import.sheets import Cell, Sheet

_SMALLER = "Delete what stands far from the table, or save the one sheet as CSV UTF-8."
_DAMAGED = (
    *(CalamineError, etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error),
    *(EOFError, OSError, RuntimeError, ValueError, KeyError),
)
"""What archives and their readers raise when a workbook is no whole one."""

_SAVE_AGAIN = "Open it in a spreadsheet program and save it again as XLSX."


class _ErrorSign(str):
    """Error that stands in a cell until it is known which rows belong to the table."""

    __slots__ = ()


@dataclass(slots=True)
class _Grid:
    """Rows of a sheet that are not empty."""

    name: str
    hidden: bool
    rows: list[tuple[int, list[Cell]]]
    """Numbers as a spreadsheet counts, with the cells."""
    parts: SheetParts
    filled: int
    """How many cells are not empty."""


def open_workbook(
    content: bytes,
    name: str,
    form: str,
    answers: Mapping[str, str],
    progress: Callable[[float], None] | None,
) -> OpenedTable:
    """Return the sheets of a workbook, the chosen or fullest one first.

    ``form`` is xlsx, xlsb, xls or ods.
    """
    if form == "xls" and "EncryptedPackage".encode("utf-16-le") in content:
        return refusal(name, "a workbook with a password", "a workbook without a password", _SAVE_AGAIN)
    try:
        if form == "xls":
            parts = {name: checked_parts(errors) for name, errors in errors_of_xls(content).items()}
        else:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                parts = scan_workbook(archive, form)
        grids = _read_safely(content, parts, progress)
    except UnsafeWorkbookError as error:
        return refusal(name, str(error), f"a workbook of at most {MOST_CELLS:,} cells a sheet", _SMALLER)
    except PasswordError:
        return refusal(name, "a workbook with a password", "a workbook without a password", _SAVE_AGAIN)
    except _DAMAGED:
        shown = "a damaged workbook, or another document"
        return refusal(name, shown, "a workbook that a spreadsheet program can open", _SAVE_AGAIN)
    if not grids:
        return refusal(name, "no cells", "a sheet with a header and rows", "All sheets are empty.")
    return _opened(grids, name, form, answers)


def _read_safely(
    content: bytes,
    parts: Mapping[str, SheetParts],
    progress: Callable[[float], None] | None,
) -> list[_Grid]:
    """Return the sheets that have cells, or raise a plain error where the reader of workbooks breaks down.

    Raises:
        CalamineError: if the workbook cannot be read.
    """
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return _read_grids(workbook, parts, progress)
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # its module cannot be imported, and it is no Exception
            raise CalamineError(str(error)) from error
        raise


def _read_grids(
    workbook: CalamineWorkbook,
    parts: Mapping[str, SheetParts],
    progress: Callable[[float], None] | None,
) -> list[_Grid]:
    """Return the sheets that have cells, visible ones first, then by how full they are."""
    grids = []
    sheets = [one for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    for i, about in enumerate(sheets):
        if progress:
            progress(i / len(sheets))
        sheet = workbook.get_sheet_by_name(about.name)
        if sheet.start is None:
            continue
        top, left = sheet.start
        check_span(sheet.height, sheet.width)
        about_cells = parts.get(about.name) or SheetParts()
        blank: list[Cell] = [None] * left
        rows = [
            (number, cells)
            for number, values in enumerate(sheet.to_python(skip_empty_area=True), start=top + 1)
            if any(map(is_filled, cells := [*blank, *map(as_cell, values)]))
            or any(row == number - 1 for row, _ in about_cells.errors)
        ]
        about_cells.merged = about_cells.merged or sheet.merged_cell_ranges or []
        filled = sum(sum(map(is_filled, cells)) for _, cells in rows)
        if filled:
            hidden = about.visible != SheetVisibleEnum.Visible
            grids.append(_Grid(about.name, hidden, rows, about_cells, filled))
    return sorted(grids, key=lambda grid: (grid.hidden, -grid.filled))


def _opened(grids: list[_Grid], name: str, form: str, answers: Mapping[str, str]) -> OpenedTable:
    questions = []
    if len(grids) > 1:
        options = [Option(grid.name, _label(grid), _preview(grid)) for grid in grids]
        questions.append(Question("sheet", "Which sheet has the table?", tuple(options)))
        grids = sorted(grids, key=lambda grid: grid.name != answers.get("sheet", ""))
    sheets, notes, faults = [], [], FaultList(name, grids[0].name if len(grids) > 1 else "")
    for grid in grids:
        chosen = grid is grids[0]
        first = grid.rows[:ROWS]
        headers = find_headers(first)
        header = (header_at(first, answers.get("header", "")) if chosen else None) or headers[0]
        if max(len(cells) for _, cells in grid.rows) > MOST_COLUMNS and chosen:
            return refusal(name, f"more than {MOST_COLUMNS:,} columns", f"at most {MOST_COLUMNS:,} columns")
        sheet, said = _sheet_of(grid, header, faults if chosen else FaultList(name))
        sheets.append(sheet)
        if chosen:
            questions.extend(filter(None, (ask_for_header(headers, first),)))
            notes = [*notes_on_header(header, first), *said]
    return OpenedTable(tuple(sheets), tuple(questions), faults.all(), form, notes=tuple(notes))


def _sheet_of(grid: _Grid, header: Header, faults: FaultList) -> tuple[Sheet, tuple[str, ...]]:
    """Return a sheet with its errors as faults, and what was done to it, a sentence each."""
    rows = [(number, cells) for number, cells in grid.rows if number >= header.first]
    width = max(len(header.names), *(len(cells) for _, cells in rows), 0)
    names = header.names + ("",) * (width - len(header.names))
    places = {number - 1: i for i, (number, _) in enumerate(rows)}
    columns: list[list[Cell]] = [list(column) for column in zip(*(cells for _, cells in rows), strict=True)]
    columns = columns or [[] for _ in names]
    notes = _fill_merged(columns, places, grid.parts)
    for (row, column), sign in sorted(grid.parts.errors.items()):
        if row in places and column < width:
            hint = "The formula in this cell has an error. Type the value."
            faults.add(row + 1, names[column], sign, Fault(FaultKind.TYPE, "a value", hint=hint))
            columns[column][places[row]] = _ErrorSign(sign)
    numbers = np.array([number for number, _ in rows], np.int64)
    sheet, said = finish_sheet(grid.name, header, columns, numbers, faults)
    if grid.parts.errors:
        emptied = (_without_errors(column) for column in sheet.columns)
        sheet = replace(sheet, columns=tuple(emptied))
    return sheet, (*notes, *said)


def _without_errors(column: Sequence[Cell]) -> list[Cell]:
    return [None if isinstance(cell, _ErrorSign) else cell for cell in column]


def _fill_merged(columns: Sequence[list[Cell]], places: Mapping[int, int], parts: SheetParts) -> list[str]:
    """Write the value of merged cells into each row that they stand in."""
    count = 0
    for (top, left), (bottom, _) in parts.merged:
        if top == bottom or top not in places or left >= len(columns):
            continue
        cells = columns[left]
        value = cells[places[top]]
        if is_filled(value):
            count += 1
            for row in range(top + 1, min(bottom, max(places)) + 1):
                if row in places:
                    cells[places[row]] = value
    if not count:
        return []
    what = "A merged cell counts" if count == 1 else f"{count:,} merged cells count"
    return [f"{what} for each of the rows beside it."]


def _label(grid: _Grid) -> str:
    return f"{grid.name} (hidden)" if grid.hidden else grid.name


def _preview(grid: _Grid) -> tuple[str, ...]:
    return tuple(" | ".join("" if cell is None else str(cell) for cell in cells)[:200] for _, cells in grid.rows[:3])
