"""Rows of a cell that is opened, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import narwhals as nw

from geodata.count_cube import query

if TYPE_CHECKING:
    from collections.abc import Collection

    import pyarrow as pa

    from geodata.count_cube.columns import EventColumns
    from geodata.count_cube.engines.engine import Engine
    from geodata.count_cube.tiles import TileRange

PAGE = 100
"""Rows of a page where no other number is asked for."""


@dataclass(frozen=True, slots=True)
class CellView:
    """Cell that is opened, and what of it is asked for."""

    tiles: TileRange
    """The cells of a cube."""
    cell: int
    """Number of the cell, row by row from the north-west."""
    days: query.Days = query.ALL_DAYS
    categories: Collection[str] | None = None
    """Only rows of these; ``None`` for all."""


def rows_of_cell(  # noqa: PLR0913 - what is asked for, and the page
    engine: Engine,
    table: nw.LazyFrame[Any],
    columns: EventColumns,
    view: CellView,
    *,
    page: int = 0,
    size: int = PAGE,
) -> pa.Table:
    """Return a page of the rows of a cell, ordered by day.

    Pages count from 0. The rows have the columns of date, position, category and what else is shown, with the names of
    the table; those of one day are ordered by all of these.
    """
    named = (*columns.date, columns.lat, columns.lon, columns.category, *columns.shown)
    shown = tuple(dict.fromkeys(name for name in named if name))
    close = query.near(table, columns, view.tiles.bounds(view.cell))
    classified = query.classified(close, replace(columns, broken=engine.broken), shown)
    rows = engine.keep(query.in_cells(classified, view.tiles, view.days))
    rows = rows.filter(nw.col(query.CELL) == view.cell)
    if view.categories is not None:
        rows = rows.filter(nw.col(query.CATEGORY).is_in(list(view.categories)))
    # By all columns, so that no row stands on two pages.
    ordered = rows.sort(query.DAY, *shown, nulls_last=True).head((page + 1) * size)
    found: pa.Table = ordered.select(*shown).collect(backend="pyarrow").to_native()
    return found.slice(page * size)
