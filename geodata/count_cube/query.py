"""Query that counts events, for every engine of Narwhals."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

import narwhals as nw

from geodata.count_cube.cells_of_text import day_of, is_filled, number_of, parts_of
from geodata.count_cube.cube import OTHERS
from geodata.count_cube.periods import EPOCH, Period
from geodata.count_cube.tiles import FARTHEST_NORTH, MICRODEGREES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geodata.count_cube.columns import Codes, EventColumns
    from geodata.count_cube.tiles import Box, TileRange


REASON, DAY, MONTH, LAT, LON = "__reason", "__day", "__month", "__lat", "__lon"
CATEGORY, CELL = "__category", "__cell"
"""Columns that the query adds to those of a table."""

_EPOCH_MONTH = EPOCH.year * 12 + 1

_TRUE, _FALSE = nw.lit(True), nw.lit(False)  # noqa: FBT003 - values of cells


class Reason(IntEnum):
    """Reasons not to count a row; the first that holds is given."""

    NONE = 0
    BROKEN = 1
    NO_EVENT = 2
    NO_DATE = 3
    BAD_DATE = 4
    NO_POSITION = 5
    BAD_POSITION = 6
    UNDRAWN = 7

    @property
    def words(self) -> str:
        """Words for users, after a number of rows."""
        return _WORDS[self]


_WORDS = {
    Reason.NONE: "counted",
    Reason.BROKEN: "more or fewer cells than the header",
    Reason.NO_EVENT: "no event, by its code",
    Reason.NO_DATE: "no date",
    Reason.BAD_DATE: "a date that cannot be read",
    Reason.NO_POSITION: "no position",
    Reason.BAD_POSITION: "a position that is not on the map",
    Reason.UNDRAWN: "a position too inexact to draw, by its code",
}


@dataclass(frozen=True, slots=True)
class Days:
    """Days that are counted, first and last included."""

    first: date | None = None
    """``None`` for no limit, as for the last one."""
    last: date | None = None


ALL_DAYS = Days()


def classified(frame: nw.LazyFrame[Any], columns: EventColumns, shown: Sequence[str] = ()) -> nw.LazyFrame[Any]:
    """Return for each row its reason, day, position and category.

    What else is shown of the rows comes first. Day, month and position are empty where there is a reason.
    """
    schema = frame.collect_schema()
    lat, lon = (number_of(schema[name], nw.col(name), columns.decimal) for name in (columns.lat, columns.lon))
    category = nw.col(columns.category).cast(nw.String) if columns.category else nw.lit("")
    year, month, day = parts_of(schema, columns.date, columns.order)
    values = frame.select(
        *shown,
        __year=year,
        __month=month,
        __day=day,
        __lat=lat,
        __lon=lon,
        __category=nw.coalesce(category, nw.lit("")),
        __whole=nw.col(columns.broken).is_null() if columns.broken else _TRUE,
        __event=_without(columns.no_events),
        __dated=_all(is_filled(schema[name], nw.col(name)) for name in columns.date),
        __placed=_all(is_filled(schema[name], nw.col(name)) for name in (columns.lat, columns.lon)),
        __drawn=_without(columns.undrawn),
    )
    values = day_of(values, "__year", "__month", DAY)
    reasons = {
        Reason.BROKEN: nw.col("__whole"),
        Reason.NO_EVENT: nw.col("__event"),
        Reason.NO_DATE: nw.col("__dated"),
        Reason.BAD_DATE: ~nw.col(DAY).is_null(),
        Reason.NO_POSITION: nw.col("__placed"),
        Reason.BAD_POSITION: nw.coalesce(_on_map(), _FALSE),
        Reason.UNDRAWN: nw.col("__drawn"),
    }
    reason: nw.Expr = nw.lit(int(Reason.NONE))
    for value, holds in reversed(reasons.items()):
        reason = nw.when(holds).then(reason).otherwise(int(value))
    values = values.with_columns(reason.alias(REASON), __month=nw.col("__year") * 12 + nw.col("__month") - _EPOCH_MONTH)
    is_good = nw.col(REASON) == int(Reason.NONE)
    kept = {name: nw.when(is_good).then(nw.col(name)) for name in (DAY, MONTH, LON, LAT)}
    return values.select(*shown, CATEGORY, nw.col(REASON).cast(nw.Int8), **kept).with_columns(
        nw.col(DAY).cast(nw.Int32), nw.col(MONTH).cast(nw.Int32)
    )


def _on_map() -> nw.Expr:
    """Return whether a position can be drawn; one of zeros stands for none."""
    lat, lon = nw.col(LAT), nw.col(LON)
    is_zero = (lat == 0) & (lon == 0)
    # The limits of both sides: engines hold "not a number" for larger than any number.
    return (lat >= -FARTHEST_NORTH) & (lat <= FARTHEST_NORTH) & (lon >= -180) & (lon <= 180) & ~is_zero  # noqa: PLR2004


def _all(conditions: Iterable[nw.Expr]) -> nw.Expr:
    return reduce(and_, conditions)


def _without(codes: Codes | None) -> nw.Expr:
    """Return whether a row has none of some codes."""
    if codes is None:
        return _TRUE
    text = nw.col(codes.column).cast(nw.String).str.strip_chars().str.replace_all(r"[.]0$", "")
    return ~nw.coalesce(text, nw.lit("")).is_in(codes.codes)


def extent(rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return the box of all positions."""
    lon, lat = nw.col(LON), nw.col(LAT)
    return rows.select(west=lon.min(), south=lat.min(), east=lon.max(), north=lat.max())


def near(rows: nw.LazyFrame[Any], columns: EventColumns, box: Box) -> nw.LazyFrame[Any]:
    """Return the rows of a table that lie in a box or just outside.

    From Parquet an engine reads only the parts of the files in which such rows can lie.
    """
    schema = rows.collect_schema()
    lat, lon = (number_of(schema[name], nw.col(name), columns.decimal) for name in (columns.lat, columns.lon))
    margin = 2 / MICRODEGREES
    is_north = (lat >= box.south - margin) & (lat <= box.north + margin)
    return rows.filter(is_north & (lon >= box.west - margin) & (lon <= box.east + margin))


def in_cells(rows: nw.LazyFrame[Any], tiles: TileRange, days: Days) -> nw.LazyFrame[Any]:
    """Return classified rows with their cells in place of positions.

    The cell is -1 for rows that are not counted; those without a reason lie outside the cells or the days. Tiles are
    found as `tiles.tile_at` does.
    """
    across = 2**tiles.level
    east = (nw.col(LON) * MICRODEGREES + 0.5).floor() + 180 * MICRODEGREES
    east = nw.when(east < 360 * MICRODEGREES).then(east).otherwise(360 * MICRODEGREES - 1)
    sine = ((nw.col(LAT) * MICRODEGREES + 0.5).floor() * (math.pi / (180 * MICRODEGREES))).sin()
    row = ((0.5 - ((1 + sine) / (1 - sine)).log() / (4 * math.pi)) * across).floor()
    column = (east * across / (360 * MICRODEGREES)).floor()
    x, y, day = nw.col("__x"), nw.col("__y"), nw.col(DAY)
    limits: list[nw.Expr] = [nw.col(REASON) == int(Reason.NONE), x >= 0, x < tiles.width, y >= 0, y < tiles.height]
    if days.first is not None:
        limits.append(day >= (days.first - EPOCH).days)
    if days.last is not None:
        limits.append(day <= (days.last - EPOCH).days)
    placed = rows.with_columns(__x=(column - tiles.west).cast(nw.Int64), __y=(row - tiles.north).cast(nw.Int64))
    cell = nw.when(_all(limits)).then(y * tiles.width + x).otherwise(-1)
    return placed.with_columns(__cell=cell.cast(nw.Int32)).drop("__x", "__y", LON, LAT)


def overview(rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return numbers of rows by reason, cell and category.

    Their first and last days stand beside them.     Rows that are not counted have cell -1 and no category.
    """
    cell, day = nw.col(CELL), nw.col(DAY)
    return (
        rows.select(
            reason=nw.col(REASON),
            cell=cell,
            category=nw.when(cell >= 0).then(nw.col(CATEGORY)).otherwise(nw.lit("")),
            day=nw.when(cell >= 0).then(day),
        )
        .group_by("reason", "cell", "category")
        .agg(count=nw.len(), first=nw.col("day").min(), last=nw.col("day").max())
    )


def counts(
    rows: nw.LazyFrame[Any], tiles: TileRange, cells: TileRange, period: Period, categories: Sequence[str]
) -> nw.LazyFrame[Any]:
    """Return how many rows in cells there are by cell, period and category.

    All categories but the given ones count as one, `OTHERS`.

    Args:
        rows: numbers of their cells are those of ``tiles``.
        tiles: the smallest cells.
        cells: the same or larger ones, by which is counted.
        period: the length of time by which is counted.
        categories: the categories by which is counted.
    """
    category = nw.col(CATEGORY)
    if len(categories) < 2:  # noqa: PLR2004 - nothing to tell apart
        category = nw.lit(categories[0])
    elif OTHERS in categories:
        named = [name for name in categories if name != OTHERS]
        category = nw.when(category.is_in(named)).then(category).otherwise(nw.lit(OTHERS))
    return (
        rows.filter(nw.col(CELL) >= 0)
        .select(cell=_coarser(nw.col(CELL), tiles, cells), step=_period(period), category=category)
        .group_by("cell", "step", "category")
        .agg(count=nw.len())
    )


def _coarser(cell: nw.Expr, tiles: TileRange, cells: TileRange) -> nw.Expr:
    """Return the number of the larger cell in which a cell lies."""
    if cells.level == tiles.level:
        return cell
    size = 2 ** (tiles.level - cells.level)
    row, column = cell // tiles.width, cell % tiles.width
    x, y = (column + tiles.west) // size - cells.west, (row + tiles.north) // size - cells.north
    larger: nw.Expr = y * cells.width + x
    return larger


def _period(period: Period) -> nw.Expr:
    """Return the period of a day, as `Period.numbers` counts it."""
    day = nw.col(DAY)
    if period is Period.DAY:
        return day
    if period is Period.WEEK:
        return (day + 3 + 7 * 10_000) // 7 - 10_000
    month = nw.col(MONTH)
    # Years before 1970 have numbers below 0, which engines divide differently.
    return month if period is Period.MONTH else (month + 12 * 10_000) // 12 - 10_000
