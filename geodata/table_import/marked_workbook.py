"""Workbook of a table in which the cells with faults stand out."""

from __future__ import annotations

import io
from collections import defaultdict
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from geodata.table_import.faults import CellFault
    from geodata.table_import.sheets import Cell, Sheet

MOST_ROWS = 1_048_575
"""Rows below a header that a sheet of a workbook holds."""

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds."""

FIRST_YEAR = 1900
"""Year from which on workbooks have dates."""

FAULTS = "Problems"
"""Name of the sheet that lists the faults."""

COLUMNS = ("Sheet", "Row", "Column", "Value", "Problem", "Expected", "Suggestion", "Hint")
_FORMS = {"day": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm:ss", "time": "hh:mm:ss"}
_MARK = {"bg_color": "#FFD9D0", "font_color": "#000000", "border": 1, "border_color": "#A01010"}


class TooManyRowsError(ValueError):
    """A sheet with more rows than a workbook holds."""


def marked_workbook(sheets: Sequence[Sheet], faults: Iterable[CellFault]) -> bytes:
    """Return a workbook with the cells as typed, the faulty ones coloured.

    Each of these has a note with what was expected. Rows keep their numbers: what stood above the header is left out
    and its rows are empty. A last sheet lists all faults.

    Raises:
        TooManyRowsError: if a sheet does not fit.
    """
    listed = list(faults)
    by_sheet: dict[str, dict[tuple[int, str], list[CellFault]]] = defaultdict(lambda: defaultdict(list))
    for each in listed:
        if each.row is not None:
            by_sheet[each.sheet][each.row, each.column].append(each)
    out = io.BytesIO()
    options = {"in_memory": True, "remove_timezone": True, "nan_inf_to_errors": True}
    with Workbook(out, options) as book:
        styles = _Styles(book)
        names = _sheet_names([sheet.name for sheet in sheets])
        for sheet, name in zip(sheets, names, strict=True):
            if len(sheet) and int(sheet.numbers[-1]) > MOST_ROWS:
                message = f"expected at most {MOST_ROWS:,} rows, got {int(sheet.numbers[-1]):,}"
                raise TooManyRowsError(message)
            _fill(book.add_worksheet(name), sheet, by_sheet[sheet.name], styles)
        _list(book.add_worksheet(FAULTS), listed, styles)
    return out.getvalue()


class _Styles:
    """Formats of cells, each as it is and marked."""

    def __init__(self, book: Workbook) -> None:
        forms: dict[str, dict[str, str]] = {"plain": {}} | {name: {"num_format": form} for name, form in _FORMS.items()}
        self._plain: dict[str, Format] = {name: book.add_format(form) for name, form in forms.items()}
        self._marked: dict[str, Format] = {name: book.add_format({**form, **_MARK}) for name, form in forms.items()}
        self.header: Format = book.add_format({"bold": True, "bottom": 1})
        self.marked_header: Format = book.add_format({"bold": True, **_MARK})

    def of(self, cell: Cell, *, marked: bool) -> Format:
        """Return the format of a cell."""
        kind = "plain"
        if isinstance(cell, (date, time)):  # a moment is a date, too
            kind = "moment" if isinstance(cell, datetime) else "day" if isinstance(cell, date) else "time"
        return (self._marked if marked else self._plain)[kind]


def _fill(page: Worksheet, sheet: Sheet, faults: dict[tuple[int, str], list[CellFault]], styles: _Styles) -> None:
    """Write a sheet, its header right above its first row."""
    top = max(0, int(sheet.numbers[0]) - 2) if len(sheet) else 0
    of_row: dict[int, list[CellFault]] = {row: found for (row, column), found in faults.items() if not column}
    for place, name in enumerate(sheet.header):
        page.write_string(top, place, name, styles.header)
    for index, number in enumerate(map(int, sheet.numbers)):
        for place, (name, cells) in enumerate(zip(sheet.header, sheet.columns, strict=True)):
            found = faults.get((number, name), []) if name else []
            if place == 0:
                found = [*found, *of_row.get(number, [])]
            _write(page, (number - 1, place), cells[index], styles.of(cells[index], marked=bool(found)))
            if found:
                page.write_comment(number - 1, place, "\n\n".join(map(_note, found)), {"x_scale": 2.5, "y_scale": 1.5})
    page.freeze_panes(top + 1, 0)


def _write(page: Worksheet, place: tuple[int, int], cell: Cell, style: Format) -> None:
    if cell is None:
        page.write_blank(*place, None, style)
    elif isinstance(cell, bool):
        page.write_boolean(*place, cell, style)
    elif isinstance(cell, (int, float)):
        page.write_number(*place, cell, style)
    elif isinstance(cell, time) or (isinstance(cell, date) and cell.year >= FIRST_YEAR):
        page.write_datetime(*place, cell, style)
    else:
        page.write_string(*place, str(cell)[:LONGEST_CELL], style)


def _note(each: CellFault) -> str:
    fault = each.fault
    lines = [f"Expected {fault.expected}."]
    if fault.suggestion:
        lines.append(f"Suggestion: {fault.suggestion}")
    return "\n".join([*lines, *([fault.hint] if fault.hint else [])])


def _list(page: Worksheet, faults: Sequence[CellFault], styles: _Styles) -> None:
    page.write_row(0, 0, COLUMNS, styles.header)
    for row, each in enumerate(faults, start=1):
        fault = each.fault
        cells = (
            each.sheet,
            each.row,
            each.column,
            each.value,
            fault.kind.value,
            fault.expected,
            fault.suggestion,
            fault.hint,
        )
        for place, cell in enumerate(cells):
            _write(page, (row, place), cell, styles.of(None, marked=False))
    page.freeze_panes(1, 0)
    page.set_column(2, len(COLUMNS) - 1, 24)


def _sheet_names(wanted: Sequence[str]) -> list[str]:
    """Return names that a workbook takes, each once.

    >>> _sheet_names(["", "Events 2014/15", "Problems"])
    ['Table', 'Events 2014_15', 'Problems 2']
    """
    taken = {FAULTS.lower()}
    names = []
    for each in wanted:
        plain = "".join("_" if sign in "[]:*?/\\" else sign for sign in each).strip("' ")[:28] or "Table"
        name, number = plain, 2
        while name.lower() in taken:
            name, number = f"{plain[:25]} {number}", number + 1
        taken.add(name.lower())
        names.append(name)
    return names
