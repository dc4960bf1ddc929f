"""Rows that a later version of the same event replaces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from geodata.table_import.arrow_columns import ArrowColumn
from geodata.table_import.columns.roles import Role

if TYPE_CHECKING:
    import numpy.typing as npt

    from geodata.table_import.columns.matching import Matching
    from geodata.table_import.sheets import Cell, Sheet


@dataclass(frozen=True, slots=True)
class Revisions:
    """Rows to be kept, and those that others replace."""

    kept: npt.NDArray[np.bool_]
    """For each row whether it is the latest of its id."""
    replaced: tuple[tuple[int, int], ...]
    """Each row that is replaced with the row that replaces it, counted from 0."""


def latest_rows(sheet: Sheet, matching: Matching) -> Revisions:
    """Return which rows of a known format are the latest of their id.

    The latest is the one that was changed last, or else the one that comes last. Where the format has no revisions,
    or a row no id, all rows are kept.
    """
    kept = np.ones(len(sheet), dtype=bool)
    column = matching.column(Role.ID)
    if column is None or matching.format is None or not matching.format.about.revisions:
        return Revisions(kept, ())
    cells = sheet.column(column)
    if isinstance(cells, ArrowColumn) and cells.is_text and _are_different(cells):
        return Revisions(kept, ())
    ids = [_id(cell) for cell in cells]
    if len(set(ids)) == len(ids):
        return Revisions(kept, ())
    changed = matching.column(Role.CHANGED)
    times = sheet.column(changed) if changed is not None else None
    latest: dict[str, int] = {}
    replaced: list[tuple[int, str]] = []
    for row, key in enumerate(ids):
        if not key:
            continue
        other = latest.setdefault(key, row)
        if other == row:
            continue
        old, new = (other, row) if times is None or _time(times[row]) >= _time(times[other]) else (row, other)
        latest[key], kept[old] = new, False
        replaced.append((old, key))
    return Revisions(kept, tuple((row, latest[key]) for row, key in replaced))


def _are_different(cells: ArrowColumn) -> bool:
    """Return whether no text comes twice."""
    return bool(pc.count_distinct(pc.utf8_trim_whitespace(cells.array)).as_py() == len(cells))


def _id(cell: Cell) -> str:
    """Return an id as text; a workbook may hold a whole number with decimals."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _time(cell: Cell) -> float:
    """Return a number of seconds; one before all others where there is none."""
    try:
        return float(str(cell))
    except ValueError:
        return float("-inf")
