"""Cells without a value: empty ones, dashes, "n/a", "unknown"."""

from __future__ import annotations

import csv
import math
from functools import cache
from typing import TYPE_CHECKING

from geodata.data import DATA
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.table_import.sheets import Cell

_TABLE = DATA / "words" / "numbers.csv"
_LONGEST = 30


@cache
def number_words() -> Mapping[str, str]:
    """Return the words in place of a number or beside one, with their kind.

    They are folded. Kinds are blank, about, least, to, and, between.
    """
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {fold(row["word"]): row["kind"] for row in csv.DictReader(file)}


def is_blank(cell: Cell) -> bool:
    """Return whether a cell says nothing or that nothing is known.

    >>> [is_blank(cell) for cell in (None, " ", "n/a", "Unknown", "\u2013", float("nan"), 0, "0")]
    [True, True, True, True, True, True, False, False]
    """
    if cell is None:
        return True
    if isinstance(cell, str):
        text = cell.strip()
        if not text:
            return True
        return len(text) <= _LONGEST and not text[-1].isdigit() and number_words().get(fold(text)) == "blank"
    return isinstance(cell, float) and math.isnan(cell)
