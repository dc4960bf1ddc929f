"""Sheets made of columns: blank ones and rows below the table left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from geodata.table_import.arrow_columns import ArrowColumn
from geodata.table_import.faults import Fault, FaultKind
from geodata.table_import.files.header_rows import is_filled
from geodata.table_import.files.tail_rows import count_kept
from geodata.table_import.questions import Option, Question
from geodata.table_import.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from geodata.table_import.files.header_rows import Header, Row
    from geodata.table_import.files.opened import FaultList
    from geodata.table_import.sheets import Cell

MOST_COLUMNS = 1_000
"""Columns that a table may have; the widest known format has 49."""

_SHOWN = 40
"""Characters of a row left out that a note shows."""


def finish_sheet(
    name: str,
    header: Header,
    columns: Sequence[Sequence[Cell]],
    numbers: npt.NDArray[np.int64],
    faults: FaultList,
) -> tuple[Sheet, tuple[str, ...]]:
    """Return the sheet and what was left out of it, a sentence each.

    Columns that have neither a name nor cells are left out, unless the place of a column is all that tells what it is;
    so are notes and totals below the table.
    """
    names = header.names + ("",) * (len(columns) - len(header.names))
    used = [i for i, column in enumerate(columns) if names[i] or not header.rows or not _is_blank(column)]
    columns, names = [columns[i] for i in used], tuple(names[i] for i in used)
    kept, below = count_kept(columns, numbers)
    notes = []
    if below:
        left_out = numbers[kept:]
        columns, numbers = [_first(column, kept) for column in columns], numbers[:kept]
        faults.drop_after(int(left_out[0]) - 1)
        shown = next((str(cell) for cells in below for cell in cells if is_filled(cell)), "")
        shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
        notes.append(f"{_rows(left_out)} left out below the table: “{shown}”.")
    if header.rows:
        _check_labels(names, used, faults)
    return Sheet(name, names, tuple(columns), numbers), tuple(notes)


def notes_on_header(header: Header, rows: Sequence[Row]) -> tuple[str, ...]:
    """Return sentences on rows left out above the data and on the header."""
    above = [number for number, _ in rows if number < header.first and number not in header.rows]
    notes = [f"{_rows(above)} left out above the data."] if above else []
    if not header.rows:
        notes.append("No row names the columns.")
    elif len(header.rows) > 1:
        notes.append(f"Rows {header.rows[0]} and {header.rows[-1]} name the columns together.")
    return tuple(notes)


def ask_for_header(headers: Sequence[Header], rows: Sequence[Row]) -> Question | None:
    """Return the question for the header; ``None`` where there is no doubt."""
    if len(headers) < 2:  # noqa: PLR2004 - no choice
        return None
    options = []
    for header in headers:
        numbers = " and ".join(map(str, header.rows))
        label = f"Row{'s' if len(header.rows) > 1 else ''} {numbers}" if header.rows else "No row"
        shown: list[Sequence[Cell]] = [header.names] if header.rows else []
        shown += [cells for number, cells in rows if number >= header.first][: 3 - len(shown)]
        lines = tuple(" | ".join("" if cell is None else str(cell) for cell in cells)[:200] for cells in shown)
        options.append(Option(header.answer, label, lines))
    return Question("header", "Which row names the columns?", tuple(options))


def _check_labels(names: Sequence[str], places: Sequence[int], faults: FaultList) -> None:
    for name, place in zip(names, places, strict=True):
        if not name:
            fault = Fault(FaultKind.BLANK_LABEL, "a name above each column that has cells")
            faults.add(None, "", f"column {place + 1}", fault)
    for name, count in Counter(filter(None, names)).items():
        if count > 1:
            hint = "The first column of this name is used unless you choose another."
            fault = Fault(FaultKind.DUPLICATE_LABEL, "a different name for each column", hint=hint)
            faults.add(None, name, f"{count} columns", fault)


def _rows(numbers: Sequence[int] | npt.NDArray[np.int64]) -> str:
    r"""Return the numbers of rows in words, with the verb that follows.

    >>> _rows([3]), _rows([3, 4, 5])
    ('Row 3 is', 'Rows 3\u20135 are')
    """
    if len(numbers) == 1:
        return f"Row {numbers[0]} is"
    return f"Rows {numbers[0]}\u2013{numbers[-1]} are"


def _is_blank(column: Sequence[Cell]) -> bool:
    return column.is_blank() if isinstance(column, ArrowColumn) else not any(map(is_filled, column))


def _first(column: Sequence[Cell], count: int) -> Sequence[Cell]:
    return column.first(count) if isinstance(column, ArrowColumn) else column[:count]
