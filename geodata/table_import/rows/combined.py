"""Columns joined row by row, each different combination once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

from geodata.table_import.distinct import read_distinct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy.typing as npt

    from geodata.table_import.sheets import Cell

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Combined(Generic[T]):
    """Values of rows, each different one once."""

    codes: npt.NDArray[np.int64]
    """For each row the number of its value."""

    meant: tuple[T, ...]
    """The values, in any order."""

    def __iter__(self) -> Iterator[T]:
        """Yield the value of each row."""
        return (self.meant[code] for code in self.codes)


def read_column(column: Sequence[Cell], read: Callable[[Cell], T]) -> Combined[T]:
    """Read each different cell of a column once.

    >>> list(read_column(["1", "2", "1"], int))
    [1, 2, 1]
    """
    found = read_distinct(column, lambda cell: cell)
    return Combined(found.codes, tuple(read(cell) for cell in found.cells))


def join_columns(columns: Sequence[Combined[Any]], join: Callable[..., T], count: int) -> Combined[T]:
    """Join what several columns say, each different combination once.

    >>> names, kinds = read_column(["a", "b", "a"], str), read_column([1, 1, 1], int)
    >>> joined = join_columns([names, kinds], lambda name, kind: f"{name}{kind}", 3)
    >>> list(joined), len(joined.meant)
    (['a1', 'b1', 'a1'], 2)

    Args:
        columns: the columns, of one length; there may be none.
        join: makes one value of those of a row, which it gets in the order of the columns.
        count: how many rows there are.
    """
    codes = np.zeros(count, np.int64)
    first = np.arange(min(count, 1))
    for column in columns:
        # Below 2^63 for any table that fits into memory: there are no more codes than rows.
        keys = codes * max(1, len(column.meant)) + column.codes
        _, first, codes = np.unique(keys, return_index=True, return_inverse=True)
    values = [[column.meant[code] for code in column.codes[first].tolist()] for column in columns]
    rows = zip(*values, strict=True) if columns else iter([()] * len(first))
    return Combined(codes, tuple(join(*row) for row in rows))
