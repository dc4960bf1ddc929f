"""Sheets of a file: columns of cells, and the rows that they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, time

    import numpy as np
    import numpy.typing as npt

Cell: TypeAlias = "str | int | float | bool | date | datetime | time | None"
"""What stands in a cell: text as typed, or a value where the file keeps values; ``None`` where it is empty."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sheet of a workbook, layer of a map file, or the one table of a file."""

    name: str
    """Name in the file; empty where the file has one table without a name."""

    header: tuple[str, ...]
    """Names of the columns as they stand there; empty text for a column without one."""

    columns: tuple[Sequence[Cell], ...]
    """For each name in the header the cells below it, all of one length."""

    numbers: npt.NDArray[np.int64]
    """For each row of cells its number as a spreadsheet or a text editor counts, from 1."""

    def __len__(self) -> int:
        """Return how many rows there are below the header."""
        return len(self.numbers)

    def column(self, name: str) -> Sequence[Cell]:
        """Return the cells of the first column of this name.

        Raises:
            KeyError: if there is none.
        """
        try:
            return self.columns[self.header.index(name)]
        except ValueError:
            raise KeyError(name) from None

    def row(self, index: int) -> dict[str, Any]:
        """Return the cells of a row by column; ``index`` counts from 0."""
        return {name: cells[index] for name, cells in zip(self.header, self.columns, strict=True)}
