"""Names for columns that have none, and headers of known formats."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from geodata.table_import.columns.contents import look_at, picked_rows, surroundings_of
from geodata.table_import.columns.known_formats import known_formats, recognise
from geodata.table_import.columns.roles import Role
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.table_import.columns.known_formats import FormatColumn, KnownFormat
    from geodata.table_import.sheets import Cell, Sheet

_FEWEST = 20
"""Columns; a shorter format is not recognised without its header, since much else looks like it."""

_MOST = 0.9
"""So large a share of the cells must be what a column of a format holds."""


def name_columns(sheet: Sheet) -> Sheet:
    """Return a sheet in which each column has a name of its own.

    A file of a known format without a header gets that of the format; where its first row was taken for the header, it
    is a row again. Other columns without a name are "Column 3", and names that come again "Date (2)".
    """
    if (known := _recognise_rows(sheet)) is not None:
        return _with_header(sheet, known)
    header: list[str] = []
    for number, name in enumerate(sheet.header, start=1):
        header.append(_free(name if name.strip() else f"Column {number}", header))
    return sheet if tuple(header) == sheet.header else replace(sheet, header=tuple(header))


def _free(name: str, taken: Sequence[str]) -> str:
    """Return a name that is not taken yet."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def _recognise_rows(sheet: Sheet) -> KnownFormat | None:
    """Return the format of a sheet without a header, by what its columns hold."""
    if recognise(sheet.header) is not None:
        return None
    for known in known_formats():
        columns = _usual(known)
        if len(columns) == len(sheet.header) >= _FEWEST and len(sheet) + _is_row(sheet.header, known):
            rows = picked_rows(len(sheet))
            cells = [[column[row] for row in rows] for column in sheet.columns]
            if all(_holds(found, column, known) for found, column in zip(cells, columns, strict=True)):
                return known
    return None


def _usual(known: KnownFormat) -> tuple[FormatColumn, ...]:
    return tuple(column for column in known.columns if column.presence != "optional")


def _is_row(header: Sequence[str], known: KnownFormat) -> bool:
    """Return whether what was taken for the header is a row of the format."""
    return all(_holds([cell or None], column, known) for cell, column in zip(header, _usual(known), strict=True))


def _holds(cells: Sequence[Cell], column: FormatColumn, known: KnownFormat) -> bool:
    """Return whether cells are what a column of a format holds; those of most columns can be anything."""
    filled = [cell for cell in cells if cell is not None and str(cell).strip()]
    if column.role in {Role.DATE_PRECISION, Role.LOCATION_PRECISION, Role.CATEGORY}:
        codes = known.codes_of(column.column)
        right = sum(code_key(cell) in codes for cell in filled) if codes else len(filled)
    elif column.role is Role.START:
        right = round(look_at(filled, surroundings_of()).dates * len(filled))
    elif column.role in {Role.LATITUDE, Role.LONGITUDE}:
        right = sum(_is_degree(cell, 90 if column.role is Role.LATITUDE else 180) for cell in filled)
    else:
        return True
    return right >= _MOST * len(filled) and (bool(filled) or not cells)


def _is_degree(cell: Cell, most: int) -> bool:
    try:
        return abs(float(str(cell))) <= most
    except ValueError:
        return False


def code_key(cell: Cell) -> str:
    """Return a cell as codes are looked up.

    It is folded, and a whole number has no decimals.

    >>> code_key(3.0), code_key("3.0"), code_key(" Clear ")
    ('3', '3', 'clear')
    """
    return re.sub(r"^(-?\d+)\.0+$", r"\1", fold(str(cell)))


def _with_header(sheet: Sheet, known: KnownFormat) -> Sheet:
    header = tuple(column.column for column in _usual(known))
    if not _is_row(sheet.header, known):
        return replace(sheet, header=header)
    columns = tuple([first or None, *cells] for first, cells in zip(sheet.header, sheet.columns, strict=True))
    first = max(1, int(sheet.numbers[0]) - 1) if len(sheet) else 1
    return replace(sheet, header=header, columns=columns, numbers=np.concatenate(([first], sheet.numbers)))
