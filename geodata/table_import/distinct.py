"""Columns in which each different cell is read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from geodata.table_import.arrow_columns import ArrowColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy.typing as npt

    from geodata.table_import.faults import Fault
    from geodata.table_import.sheets import Cell

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Distinct(Generic[T]):
    """Column of which each different cell is read once."""

    codes: npt.NDArray[np.int64]
    """For each row the number of its cell."""

    cells: tuple[Cell, ...]
    """The different cells, in the order in which they come."""

    meant: tuple[T | Fault | None, ...]
    """For each of them what it means or what is wrong with it; ``None`` for an empty one."""

    def __iter__(self) -> Iterator[T | Fault | None]:
        """Yield what each row says."""
        return (self.meant[code] for code in self.codes)


def read_distinct(column: Sequence[Cell], read: Callable[[Cell], T | Fault | None]) -> Distinct[T]:
    """Read each different cell of a column once.

    >>> found = read_distinct(["1", "2", "1"], lambda cell: int(cell))
    >>> found.codes.tolist(), found.meant
    ([0, 1, 0], (1, 2))

    Cells of different types are different, as 1, 1.0, "1" and True.
    """
    if isinstance(column, ArrowColumn):
        known, cells = column.distinct()
        return Distinct(known, cells, tuple(read(cell) for cell in cells))
    numbers: dict[tuple[type, Cell], int] = {}
    codes = np.fromiter(
        (numbers.setdefault((type(cell), cell), len(numbers)) for cell in column), np.int64, count=len(column)
    )
    cells = tuple(cell for _, cell in numbers)
    return Distinct(codes, cells, tuple(read(cell) for cell in cells))
