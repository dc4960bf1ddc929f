"""Rows below a table that are no rows of it: notes, sources, totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.table_import.files.header_rows import is_filled, is_value
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from geodata.table_import.sheets import Cell

_DEEPEST = 30
"""Rows at the end among which notes are looked for."""

_FEWEST_COLUMNS = 3
"""A narrower table may well have a last row with one cell."""

_TOTALS = tuple(
    map(
        fold,
        (
            *("total", "totals", "grand total", "sum", "overall"),
            *("toplam", "genel toplam"),
            *("gesamt", "summe", "insgesamt", "gesamtsumme"),
            *("total général", "ensemble"),
            *("bi giştî", "tevahî", "giştî", "kom"),
            *("المجموع", "الإجمالي", "المجموع الكلي", "اجمالي"),
        ),
    )
)
"""How a last row begins that adds up those above it, in the languages of the region and of its researchers."""


def is_total(cells: Sequence[Cell]) -> bool:
    """Return whether a row adds up those above it.

    >>> is_total(["Toplam:", None, 12]), is_total(["Total war", "x", "y"])
    (True, False)
    """
    first = next((cell for cell in cells if is_filled(cell)), None)
    return isinstance(first, str) and fold(first).strip(" :.") in _TOTALS


def count_kept(
    columns: Sequence[Sequence[Cell]],
    numbers: npt.NDArray[np.int64],
) -> tuple[int, tuple[tuple[Cell, ...], ...]]:
    """Return how many rows are the table's own, and the rows below them.

    A row below it has one cell with words, or adds up those above it, or stands under an empty row with few cells.

    >>> import numpy as np
    >>> count_kept((["a", "b", "Source: us"], [1, 2, None], [3, 4, None]), np.array([2, 3, 4]))
    (2, (('Source: us', None, None),))
    """
    length = len(numbers)
    if len(columns) < _FEWEST_COLUMNS:
        return length, ()
    start = max(length - _DEEPEST, 0)
    rows = list(zip(*(column[start:] for column in columns), strict=True))
    kept = len(rows)
    while kept and (_is_note(rows[kept - 1]) or is_total(rows[kept - 1])):
        kept -= 1
    gaps = [i for i in range(1, kept) if numbers[start + i] > numbers[start + i - 1] + 1]
    few = len(columns) / 2
    if gaps and all(sum(map(is_filled, cells)) <= few and _begins_in_words(cells) for cells in rows[gaps[-1] : kept]):
        kept = gaps[-1]
    if not kept:  # a sparse table, no notes
        return length, ()
    return start + kept, tuple(rows[kept:])


def _is_note(cells: Sequence[Cell]) -> bool:
    """Return whether a row has one cell at most, and that in words."""
    filled = [cell for cell in cells if is_filled(cell)]
    return not filled or (len(filled) == 1 and not is_value(filled[0]))


def _begins_in_words(cells: Sequence[Cell]) -> bool:
    """Return whether the first cell of a row is there and in words."""
    return is_filled(cells[0]) and not is_value(cells[0])
