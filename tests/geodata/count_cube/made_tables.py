"""Made-up tables of events, with everything that makes engines differ."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from geodata.count_cube.columns import EventColumns
from geodata.count_cube.tiles import Box, TileRange

if TYPE_CHECKING:
    from pathlib import Path

    from tests.geodata.count_cube.plain_count import Row

COLUMNS = EventColumns(("date",), "lat", "lon", "category", ("title",))
CATEGORIES = ("Battles", "Şer û pevçûn", "اشتباكات", "Explosions/Remote violence", "", None, "a;b,c", '"quoted"')
BOX = Box(-3.0, -2.0, 41.0, 38.0)
ZOOM = 4
TILES = TileRange.of(BOX, ZOOM + 4)

_DAYS = (
    date(1900, 1, 1),
    date(1969, 12, 31),
    date(1970, 1, 1),
    date(2000, 2, 29),
    date(2014, 12, 31),
    date(2099, 12, 31),
)
_BEYOND = (date(1899, 12, 31), date(2100, 1, 1), date(1, 1, 1), date(9999, 12, 31))
_ODD_DATES = (
    "2015-02-29",
    "2015-13-01",
    "2015-00-10",
    "31.04.2016",
    "soon",
    "20140101",
    "2014",
    " ",
    "",
    None,
    "1.1.14",
)
_ODD_NUMBERS = ("north", "36,8", "1e3", "--5", "", " ", None, "91", "-200", "NaN", "36°", "0x1F")


def typed_rows(seed: int, size: int) -> list[Row]:
    """Return rows with values as Parquet keeps them.

    Some lie on edges of cells, at the borders of time or beyond, or lack a value.
    """
    draw = np.random.default_rng(seed)
    return [_typed_row(draw) for _ in range(size)]


def _typed_row(draw: np.random.Generator) -> Row:
    day = _DAYS[draw.integers(len(_DAYS))]
    if draw.random() < 0.7:
        day = date(2013, 12, 25) + timedelta(days=int(draw.integers(0, 400)))
    when = _either(draw, day, (None, *_BEYOND))
    lat, lon = draw.uniform(-2.5, 38.5), draw.uniform(-3.5, 41.5)
    if draw.random() < 0.3:
        edges = TILES.bounds(int(draw.integers(TILES.width * TILES.height)))
        lat, lon = (edges.north, edges.west) if draw.random() < 0.5 else (edges.south, edges.east)
    lat = _either(draw, lat, (None, float("nan"), float("inf"), -91.0, 85.2, 0.0))
    lon = _either(draw, lon, (None, float("nan"), 180.0, -180.0, 200.0, 0.0))
    return when, lat, lon, CATEGORIES[draw.integers(len(CATEGORIES))]


def _either(draw: np.random.Generator, usual: Any, odd: tuple[Any, ...]) -> Any:  # noqa: ANN401 - a cell of any kind
    return usual if draw.random() < 0.9 else odd[draw.integers(len(odd))]


def text_rows(seed: int, size: int) -> list[Row]:
    """Return rows with cells as people type them."""
    draw = np.random.default_rng(seed)
    forms = ("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%Y-%m-%d 00:00:00.000")
    rows = []
    for when, lat, lon, category in typed_rows(seed, size):
        text = (
            None
            if when is None or when.year < 1000
            else datetime(when.year, when.month, when.day).strftime(  # noqa: DTZ001
                forms[draw.integers(len(forms))]
            )
        )
        north, east = (None if number is None else f" {number:.6f}" for number in (lat, lon))
        rows.append(
            (
                _either(draw, text, _ODD_DATES),
                _either(draw, north, _ODD_NUMBERS),
                _either(draw, east, _ODD_NUMBERS),
                category,
            )
        )
    return rows


def table_of(rows: list[Row]) -> pa.Table:
    """Return rows as a table with titles."""
    dates, lats, lons, categories = zip(*rows, strict=True) if rows else ((), (), (), ())
    is_text = any(isinstance(cell, str) for cells in (dates, lats, lons) for cell in cells)
    kinds = (pa.string(), pa.string()) if is_text else (pa.date32(), pa.float64())
    return pa.table(
        {
            "date": pa.array(dates, kinds[0]),
            "lat": pa.array(lats, kinds[1]),
            "lon": pa.array(lons, kinds[1]),
            "category": pa.array(categories, pa.string()),
            "title": pa.array([f"Event {number}" for number in range(len(rows))], pa.string()),
        }
    )


def write_parquet(rows: list[Row], path: Path) -> Path:
    """Write rows as Parquet and return where."""
    pq.write_table(table_of(rows), path)
    return path


def write_csv(rows: list[Row], path: Path) -> Path:
    """Write rows as CSV and return where."""
    pa_csv.write_csv(table_of(rows), path)
    return path
