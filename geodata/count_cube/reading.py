"""Columns of a table and their roles, told from its first rows."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from geodata.count_cube.columns import Codes, EventColumns
from geodata.count_cube.sources import SourceError
from geodata.table_import.arrow_columns import ArrowColumn
from geodata.table_import.columns.matching import match_columns
from geodata.table_import.columns.naming import name_columns
from geodata.table_import.columns.roles import Role
from geodata.table_import.files.opening import open_table
from geodata.table_import.rows.format_codes import codes_of
from geodata.table_import.sheets import Sheet
from geodata.table_import.values.day_order import day_order
from geodata.table_import.values.decimal_signs import decimal_sign

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geodata.count_cube.columns import DateOrder
    from geodata.count_cube.sources import Source
    from geodata.table_import.columns.matching import Matching
    from geodata.table_import.sheets import Cell

ROWS = 2_000
"""Rows from which roles, the order of dates and the sign before decimals are told."""

_BYTES = 1_000_000
"""Bytes of a text from which these rows are taken."""

_SHOWN = (Role.ID, Role.TITLE, Role.SUMMARY, Role.PLACE, Role.ACTOR1, Role.ACTOR2, Role.SOURCE, Role.FATALITIES)


@dataclass(frozen=True, slots=True)
class TextReading:
    """Names and signs by which the text of a CSV file is read."""

    names: tuple[str, ...]
    """Names of the columns."""
    delimiter: str = ","
    quote: str = '"'
    encoding: str = "utf-8"
    """As Python calls it."""
    has_header: bool = True


@dataclass(frozen=True, slots=True)
class TableReading:
    """Columns and text of a table, and what was found out about it."""

    columns: EventColumns
    text: TextReading | None = None
    """``None`` for Parquet."""
    format: str = ""
    """Name of its known format; empty where it has none."""
    notes: tuple[str, ...] = ()
    """What was done without a question, and what is known of the format, a sentence each."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Roles, orders and choices that the user gives for a table."""

    roles: Mapping[str, str] = field(default_factory=dict)
    """For some columns the value of their role."""
    order: DateOrder | None = None
    """Which comes first in dates; ``None`` where the table tells."""
    with_categories: bool = True


def read_columns(source: Source, wishes: Wishes, head: Callable[[int], pa.Table]) -> TableReading:
    """Return how a table is read.

    Args:
        source: its files.
        wishes: what the user says of it.
        head: gives the first rows of an address that only the engine can read.

    Raises:
        SourceError: if roles are missing or open.
    """
    text = None
    if source.is_remote:
        sheet = _sheet_of(head(ROWS))
        text = TextReading(sheet.header) if source.kind == "csv" else None
    elif source.kind == "parquet":
        sheet = _sheet_of(_first_rows(source.files[0]))
    else:
        sheet, text = _sheet_of_text(source.files[0])
    matching = match_columns(sheet, wishes.roles)
    columns, notes = _columns_of(sheet, matching, wishes)
    said = matching.format.said if matching.format is not None else ()
    return TableReading(columns, text, matching.format.name if matching.format else "", (*said, *notes))


def _sheet_of(table: pa.Table) -> Sheet:
    columns = tuple(ArrowColumn(column) for column in table.columns)
    return Sheet("", tuple(table.column_names), columns, np.arange(1, len(table) + 1))


def _first_rows(path: str) -> pa.Table:
    try:
        file = pq.ParquetFile(path)
        batch = next(file.iter_batches(ROWS), None)
    except (pa.ArrowException, OSError) as error:
        message = f'cannot read "{path}": {str(error).partition(chr(10))[0]}'
        raise SourceError(message) from error
    return pa.Table.from_batches([batch] if batch is not None else [], file.schema_arrow)


def _sheet_of_text(path: str) -> tuple[Sheet, TextReading]:
    """Return the first rows of a text, and how it is read."""
    try:
        with gzip.open(path) if path.lower().endswith(".gz") else Path(path).open("rb") as file:
            content = file.read(_BYTES)
            if file.read(1):
                content = content[: content.rfind(b"\n") + 1]
    except (OSError, EOFError) as error:
        message = f'cannot read "{path}": {error}'
        raise SourceError(message) from error
    opened = open_table(content, Path(path).name)
    if not opened.sheets or opened.kind not in {"csv", "tsv"}:
        message = f'cannot read "{path}": expected a table as CSV'
        raise SourceError(message)
    typed = opened.sheets[0]
    sheet, reading = name_columns(typed), opened.reading
    first = int(typed.numbers[0]) if len(typed) else 2
    if first not in {1, 2}:
        message = f'"{path}" has lines above its header, expected the header in row 1'
        raise SourceError(message)
    # What is marked by its first bytes has one name for both orders of bytes.
    encoding = "utf-16" if reading.encoding.startswith("utf-16") else reading.encoding.removesuffix("-sig")
    return sheet, TextReading(sheet.header, reading.delimiter, reading.quote or '"', encoding, has_header=first != 1)


def _columns_of(sheet: Sheet, matching: Matching, wishes: Wishes) -> tuple[EventColumns, list[str]]:
    """Return the columns from which events are counted, and what was decided on the way."""
    date = matching.column(Role.START)
    parts = [matching.column(role) for role in (Role.YEAR, Role.MONTH, Role.DAY)]
    dates = (date,) if date is not None else tuple(part for part in parts if part is not None)
    lat, lon = matching.column(Role.LATITUDE), matching.column(Role.LONGITUDE)
    if matching.format is not None and not matching.format.has_events:
        message = f"the rows of {matching.format.name} are no events: they cannot be counted"
        raise SourceError(message)
    if len(dates) not in {1, 3} or lat is None or lon is None:
        lacking = [
            label
            for label, is_there in (
                (Role.START.label, len(dates) in {1, 3}),
                (Role.LATITUDE.label, lat is not None),
                (Role.LONGITUDE.label, lon is not None),
            )
            if not is_there
        ]
        wanted = " and ".join(f'"{label}"' for label in lacking)
        message = f"expected a column for {wanted} among {', '.join(sheet.header)}. Say which with --column NAME=ROLE"
        raise SourceError(message)
    notes: list[str] = []
    order = wishes.order or _order(sheet, dates, notes)
    category = matching.column(Role.CATEGORY) if wishes.with_categories else None
    shown = [name for role in _SHOWN for name in matching.roles.get(role, ())]
    columns = EventColumns(
        date=dates,
        lat=lat,
        lon=lon,
        category=category or "",
        shown=tuple(dict.fromkeys(shown)),
        order=order,
        decimal="," if decimal_sign([sheet.column(lat), sheet.column(lon)]).likeliest == "," else ".",
        undrawn=_codes(matching, Role.LOCATION_PRECISION),
        no_events=_codes(matching, Role.ROW_KIND),
    )
    return columns, notes


def _order(sheet: Sheet, dates: tuple[str, ...], notes: list[str]) -> DateOrder:
    """Return which comes first in dates, as far as the first rows tell.

    Raises:
        SourceError: if they can be read in two ways.
    """
    if len(dates) > 1:
        return "day-first"
    order = day_order(_texts(sheet.column(dates[0])))
    if order.evidence in {"either", "mixed"}:
        shown = ", ".join(f'"{text}"' for text in order.examples)
        message = f"the dates {shown} can be read in two ways: say --date-order day-first or month-first"
        raise SourceError(message)
    if order.likeliest == "month-first":
        notes.append("Dates are read with the month first.")
    return "month-first" if order.likeliest == "month-first" else "day-first"


def _texts(column: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in column if isinstance(cell, str)]


def _codes(matching: Matching, role: Role) -> Codes | None:
    """Return the codes whose rows are not counted; ``None`` where the format has none."""
    column = matching.column(role)
    if column is None or matching.format is None:
        return None
    kept: Literal["drawn", "event"] = "drawn" if role is Role.LOCATION_PRECISION else "event"
    codes = tuple(code.code for code in codes_of(matching, role).values() if not getattr(code, kept))
    return Codes(column, codes) if codes else None
