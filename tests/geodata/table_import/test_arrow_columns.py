"""Columns kept as Arrow arrays, against the same cells in a list."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from geodata.table_import.arrow_columns import ArrowColumn
from geodata.table_import.distinct import read_distinct


@pytest.mark.parametrize(
    "chunks",
    [
        [["b", "a", None], ["a", "b", "c"]],
        [[1.5, None], [2.5, 1.5]],
        [[date(2014, 10, 6)], [None]],
        [[["x"], None], [["x"]]],
        [[True, False], [True]],
        [],
    ],
)
def test_a_column_is_as_a_list_of_its_cells(chunks: list[list[Any]]) -> None:
    column = ArrowColumn(pa.chunked_array(chunks, None if chunks else pa.string()))
    cells = list(column)
    assert len(column) == len(cells)
    assert [column[i] for i in range(-len(cells), len(cells))] == cells * 2
    for part in (
        slice(None),
        slice(1, None),
        slice(-2, None),
        slice(None, None, 2),
        slice(3, 1),
        slice(None, None, -1),
    ):
        assert column[part] == cells[part]
    with pytest.raises(IndexError):
        column[len(cells)]
    found, wanted = (read_distinct(one, repr) for one in (column, cells))
    assert (found.codes.tolist(), found.cells, found.meant) == (wanted.codes.tolist(), wanted.cells, wanted.meant)
