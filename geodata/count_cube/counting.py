"""Count cube of a table for a view, small enough to travel."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geodata.count_cube import query
from geodata.count_cube.cube import OTHERS, CountCube, sorted_cube
from geodata.count_cube.encoding import encode
from geodata.count_cube.periods import Period
from geodata.count_cube.tiles import WORLD, Box, TileRange, level_of, zoom_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import narwhals as nw
    import numpy.typing as npt

    from geodata.count_cube.columns import EventColumns
    from geodata.count_cube.engines.engine import Engine

MOST_BYTES = 2_000_000
"""Bytes that a cube may have."""

MOST_COUNTS = 1_600_000
"""Counts that an engine gives out at most; so many hardly fit into the bytes."""

MOST_CATEGORIES = 32
"""Categories that are told apart; rarer ones count as one."""

CELL_PIXELS = 16
"""Width of a cell on the screen where the counts allow it."""

MOST_CELLS = 1_000_000
"""Cells that a box may have."""

MARGIN = 0.01
"""Degrees around all positions."""

SCREEN = (1280, 720)
"""Pixels of the screen for which a zoom is found where none is given."""


@dataclass(frozen=True, slots=True)
class View:
    """Part of the map and of time that is looked at."""

    box: Box | None = None
    """``None`` for all positions."""
    zoom: int | None = None
    """Zoom of the map; ``None`` for the one at which the box fits a screen."""
    days: query.Days = query.ALL_DAYS


@dataclass(frozen=True, slots=True)
class _Size:
    """How finely events are counted."""

    period: Period
    larger: int = 0
    """How often the width of a cell is doubled."""
    with_categories: bool = True


_SIZES = (
    _Size(Period.DAY),
    _Size(Period.WEEK),
    _Size(Period.MONTH),
    _Size(Period.MONTH, 1),
    _Size(Period.MONTH, 2),
    _Size(Period.MONTH, 2, with_categories=False),
    _Size(Period.YEAR, 2, with_categories=False),
    _Size(Period.YEAR, 3, with_categories=False),
    _Size(Period.YEAR, 4, with_categories=False),
)


class ViewError(Exception):
    """Reason why a view cannot be counted, in words."""


def count_events(
    engine: Engine,
    table: nw.LazyFrame[Any],
    columns: EventColumns,
    view: View | None = None,
    most_bytes: int = MOST_BYTES,
) -> CountCube:
    """Return the cube of a view.

    Days become weeks, months and years, cells grow, and categories are given up until it is small enough; its notes
    say so. The same rows give the same cube on every engine.

    Raises:
        ViewError: if the box has too many cells at the zoom.
    """
    view = view or View()
    classified = query.classified(table, replace(columns, broken=engine.broken))
    box = view.box or _box_of(_collected(query.extent(classified)))
    zoom = zoom_of(box, *SCREEN) if view.zoom is None else view.zoom
    tiles = TileRange.of(box, level_of(zoom, CELL_PIXELS))
    if tiles.width * tiles.height > MOST_CELLS:
        message = f"the box has {tiles.width * tiles.height:,} cells at zoom {zoom}, expected at most {MOST_CELLS:,}"
        raise ViewError(message)
    rows = engine.keep(query.in_cells(classified, tiles, view.days))
    overview = Overview(_collected(query.overview(rows)), tiles, engine.count_broken())
    for size in _SIZES:
        cells = _coarser(tiles, size.larger)
        categories = overview.categories if size.with_categories else ("",)
        if size is not _SIZES[-1] and overview.most_counts(size.period, cells, categories) > MOST_COUNTS:
            continue
        found = _collected(query.counts(rows, tiles, cells, size.period, categories))
        cube = overview.cube(found, cells, size.period, categories, _notes(size, overview))
        if len(encode(cube)) <= most_bytes:
            break
    return cube


def _collected(frame: nw.LazyFrame[Any]) -> pa.Table:
    return frame.collect(backend="pyarrow").to_native()


def _box_of(found: pa.Table) -> Box:
    """Return the box of all positions, a little wider so that a single one has a box too."""
    west, south, east, north = (found.column(name)[0].as_py() for name in ("west", "south", "east", "north"))
    if west is None:
        return WORLD
    return Box(max(west - MARGIN, -180), max(south - MARGIN, -90), min(east + MARGIN, 180), min(north + MARGIN, 90))


def _coarser(tiles: TileRange, times: int) -> TileRange:
    for _ in range(times):
        tiles = tiles.coarser()
    return tiles


def _notes(size: _Size, overview: Overview) -> tuple[str, ...]:
    """Return what was merged, a sentence each."""
    said = []
    if size.period is not Period.DAY:
        said.append(f"Events are counted by {size.period}, since the counts by day would be too large.")
    if size.larger:
        pixels = CELL_PIXELS * 2**size.larger
        said.append(f"Cells are {pixels} pixels wide instead of {CELL_PIXELS}.")
    if not size.with_categories and len(overview.categories) > 1:
        said.append("All categories are counted together.")
    elif overview.merged:
        said.append(f"The {overview.merged:,} rarest categories are counted together.")
    return tuple(said)


class Overview:
    """Numbers of rows by reason, cell and category."""

    def __init__(self, found: pa.Table, tiles: TileRange, broken: int) -> None:
        self._tiles = tiles
        is_inside = pc.greater_equal(found.column("cell"), 0)
        rest = found.filter(pc.invert(is_inside))
        reasons = dict.fromkeys(query.Reason, 0)
        for reason, count in zip(rest.column("reason").to_pylist(), rest.column("count").to_pylist(), strict=True):
            reasons[query.Reason(reason)] += count
        reasons[query.Reason.BROKEN] += broken
        self._outside = reasons.pop(query.Reason.NONE)
        self._left_out = {reason.words: count for reason, count in reasons.items() if count}
        self._inside = found.filter(is_inside)
        counted = self._inside.group_by("category").aggregate([("count", "sum")]).to_pydict()
        ranked = sorted(
            zip(counted["category"], counted["count_sum"], strict=True), key=lambda each: (-each[1], each[0])
        )
        names = [name for name, _ in ranked]
        self.merged = 0
        """How many rare categories are counted as one."""
        if len(names) > MOST_CATEGORIES:
            self.merged = len(names) - MOST_CATEGORIES + 1
            names = [*names[: MOST_CATEGORIES - 1], OTHERS]
        self.categories = tuple(names) or ("",)
        """The most frequent first; a single empty one where nothing is counted."""

    def most_counts(self, period: Period, cells: TileRange, categories: Sequence[str]) -> int:
        """Return a number of counts that a cube cannot exceed."""
        if not len(self._inside):
            return 0
        row, column = np.divmod(_numbers(self._inside, "cell"), self._tiles.width)
        size = 2 ** (self._tiles.level - cells.level)
        y, x = (self._tiles.north + row) // size, (self._tiles.west + column) // size
        kinds = _places(self._inside.column("category"), categories)
        groups, number = np.unique((y * 2**cells.level + x) * len(categories) + kinds, return_inverse=True)
        events = np.zeros(len(groups), np.int64)
        np.add.at(events, number, _numbers(self._inside, "count"))
        first, last = (period.numbers(_numbers(self._inside, name)) for name in ("first", "last"))
        begins, ends = np.full(len(groups), first.max()), np.full(len(groups), last.min())
        np.minimum.at(begins, number, first)
        np.maximum.at(ends, number, last)
        return int(np.minimum(events, ends - begins + 1).sum())

    def cube(
        self, found: pa.Table, cells: TileRange, period: Period, categories: Sequence[str], notes: tuple[str, ...]
    ) -> CountCube:
        """Return the cube of what an engine has counted."""
        steps = _numbers(found, "step")
        first, last = (int(steps.min()), int(steps.max())) if len(steps) else (0, -1)
        counted = int(_numbers(found, "count").sum())
        return sorted_cube(
            CountCube(
                tiles=cells,
                period=period,
                first=first,
                steps=last - first + 1,
                categories=tuple(categories),
                cell=_numbers(found, "cell"),
                step=steps - first,
                category=_places(found.column("category"), categories),
                count=_numbers(found, "count"),
                rows=counted + self._outside + sum(self._left_out.values()),
                outside=self._outside,
                left_out=self._left_out,
                notes=notes,
            )
        )


def _numbers(table: pa.Table, name: str) -> npt.NDArray[np.int64]:
    numbers: npt.NDArray[np.int64] = table.column(name).to_numpy().astype(np.int64)
    return numbers


def _places(names: pa.ChunkedArray, categories: Sequence[str]) -> npt.NDArray[np.int64]:
    """Return the place of each name in some categories; the last one stands for all others."""
    found = pc.index_in(names, pa.array(categories, names.type)).fill_null(len(categories) - 1)
    places: npt.NDArray[np.int64] = found.to_numpy().astype(np.int64)
    return places
