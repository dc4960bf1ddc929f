"""Columns of cells kept as Arrow arrays, to spare memory."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, overload

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from geodata.table_import.sheets import Cell

_PLAIN = (str, bool, int, float, date, datetime, time)


class ArrowColumn(Sequence["Cell"]):
    """Cells of a column, made when they are asked for.

    >>> column = ArrowColumn(pa.chunked_array([["a", None], ["b"]]))
    >>> list(column), column[-1], column[:2], len(column)
    (['a', None, 'b'], 'b', ['a', None], 3)
    """

    __slots__ = ("array",)

    def __init__(self, array: pa.ChunkedArray) -> None:
        self.array = array

    def __len__(self) -> int:
        return len(self.array)

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> list[Cell]: ...
    def __getitem__(self, index: int | slice) -> Cell | list[Cell]:
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            if step == 1:
                return [as_cell(value) for value in self.array.slice(start, max(stop - start, 0)).to_pylist()]
            return [self[i] for i in range(start, stop, step)]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        return as_cell(self.array[index % len(self)].as_py())

    def __iter__(self) -> Iterator[Cell]:
        for chunk in self.array.chunks:
            yield from chunk.to_pylist() if self.is_text else map(as_cell, chunk.to_pylist())

    @property
    def is_text(self) -> bool:
        """Whether all cells are text."""
        return bool(pa.types.is_string(self.array.type))

    def first(self, count: int) -> ArrowColumn:
        """Return the first cells of the column."""
        return ArrowColumn(self.array.slice(0, count))

    def is_blank(self) -> bool:
        """Return whether all cells are empty."""
        return bool(self.array.null_count == len(self.array))

    def distinct(self) -> tuple[npt.NDArray[np.int64], tuple[Cell, ...]]:
        """Return the number of each row's cell, and the different cells."""
        array = self.array
        if pa.types.is_nested(array.type):
            array = pa.chunked_array([pa.array(list(self), pa.string())])
        encoded = array.dictionary_encode(null_encoding="encode").combine_chunks()
        if isinstance(encoded, pa.ChunkedArray):
            encoded = encoded.chunk(0)
        codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
        return codes, tuple(map(as_cell, encoded.dictionary.to_pylist()))


def as_cell(value: Any) -> Cell:  # noqa: ANN401, PLR0911 - what Arrow or a workbook keeps is of any type
    """Return a value as a cell: what a spreadsheet could hold.

    >>> as_cell(2014.0), as_cell(["a", 1]), as_cell(timedelta(hours=30)), as_cell(float("nan"))
    (2014, '["a", 1]', '30:00:00', None)
    """
    if isinstance(value, float):
        if value != value:  # noqa: PLR0124 - so NaN is told
            return None
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, str):
        return value or None
    if value is None or isinstance(value, _PLAIN):
        return _whole_day(value)
    if isinstance(value, timedelta):
        hours, rest = divmod(int(value.total_seconds()), 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"
    if isinstance(value, Decimal):
        return as_cell(float(value))
    if isinstance(value, bytes):
        return value.hex()
    return json.dumps(value, ensure_ascii=False, default=str)


def _whole_day(value: Cell) -> Cell:
    """Return a moment at midnight as the day that it most often stands for."""
    if isinstance(value, datetime):
        value = datetime(*value.timetuple()[:6], value.microsecond, value.tzinfo)  # noqa: DTZ001 - as in the file
        if value.tzinfo is None and value.time() == time():
            return value.date()
    return value
