"""Benchmark of many rows: counting, importing, and the usual other ways.

``python -m benchmarks scale`` measures it and writes its part of ``RESULTS.md``.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
from folium.plugins import FastMarkerCluster

from benchmarks.measure import Times
from benchmarks.report import ReportRow, setting, table, with_part
from geodata.atlas import load
from geodata.count_cube.cell_rows import CellView, rows_of_cell
from geodata.count_cube.counting import View, count_events
from geodata.count_cube.encoding import encode
from geodata.count_cube.engines.duck import DuckDB
from geodata.count_cube.engines.spark import Spark
from geodata.count_cube.query import Days
from geodata.count_cube.reading import Wishes, read_columns
from geodata.count_cube.sources import find_source
from geodata.count_cube.tiles import Box, TileRange, tile_at
from geodata.geography import load_geography
from geodata.table_import.files.opening import open_table
from geodata.table_import.importer import Importer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy.typing as npt

    from geodata.count_cube.engines.engine import Engine
    from geodata.count_cube.reading import TableReading

SCALE = "## Many rows"
"""Heading of the part of the page."""
SIZES = (100_000, 1_000_000, 10_000_000)
IMPORTED = (100_000, 1_000_000)
"""Sizes of tables that are imported with all checks."""
DRAWN = 1_000_000
"""The largest table of which Folium makes a document here: every row is in it."""
WITH_SPARK = 1_000_000
"""Size of the table that is counted with Spark too, which is made for many machines and slow on a small one."""
ON_PAPER = 100_000_000
"""Size for which the time is worked out from the growth between the two largest tables."""
CHUNK = 1_000_000
"""Rows that are made at a time."""
PACKAGES = ("duckdb", "narwhals", "pyspark", "pyarrow", "pandas", "folium")
STEPS_SCRIPT = Path(__file__).parent / "web" / "cellsteps.js"
AREA = (35.0, 34.0, 43.5, 38.5)
"""Box of the made-up events: west, south, east, north."""
CELL_LEVEL = 11
"""Level of the cells of 16 pixels at the zoom at which this box fits a screen."""
CATEGORIES = tuple(f"Category {letter}" for letter in "ABCDEFGHIJ")
COUNTED, PANDAS, FOLIUM = "geodata count, DuckDB", "pandas groupby", "Folium, all points"
SPARK, ARROW = "geodata count, Spark on two threads", "all points as Arrow, as lonboard sends them"


@dataclass(frozen=True, slots=True)
class Cost:
    """Cost of one thing that was done in a process of its own."""

    seconds: float
    peak: float
    """Largest memory of the process, in MB."""
    result: Any
    """What the work returned."""


def run(results: Path, sizes: Sequence[int] | None) -> int:
    """Measure everything and write its part of a page, or print some sizes.

    Return 0.
    """
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for row in measured(Path(folder), sizes or SIZES):
            sys.stdout.write(" | ".join(row.cells) + "\n")
            sys.stdout.flush()
            rows.append(row)
    if not sizes:
        page = results.read_text(encoding="utf-8")
        results.write_text(with_part(page, SCALE, report_of_scale(rows)), encoding="utf-8")
    return 0


def measured(folder: Path, sizes: Sequence[int]) -> Iterator[ReportRow]:
    """Give the rows of all sizes."""
    counted = {}
    for size in sizes:
        path = make_table(folder / f"{size}.parquet", size)
        counted[size] = cost(count_all, path, "duckdb", folder / f"{size}.bin")
        yield from rows_of_size(path, size, counted[size])
        if size in IMPORTED:
            csv = path.with_suffix(".csv")
            pa_csv.write_csv(pq.read_table(path), csv)
            done = cost(import_table, csv)
            most = 5 if size == IMPORTED[0] else 60
            yield ReportRow(
                f"import with all checks, {size:,} rows, s", "geodata import", done.seconds, aim=f"at most {most}"
            )
            yield ReportRow(f"its peak memory, {size:,} rows, MB", "geodata import", done.peak, aim="at most 2,000")
            csv.unlink()
        path.unlink()
    if len(sizes) > 1:
        small, large = sorted(sizes)[-2:]
        each = (counted[large].seconds - counted[small].seconds) / (large - small)
        seconds = counted[large].seconds + each * (ON_PAPER - large)
        yield ReportRow(f"count of all rows, {ON_PAPER:,} rows, s: by the growth", COUNTED, seconds)


def rows_of_size(path: Path, size: int, all_rows: Cost) -> Iterator[ReportRow]:
    """Give the rows about a table of one size."""
    of = f"{size:,} rows"
    yield ReportRow(f"table, {of}, MB", "Parquet", path.stat().st_size / 1e6)
    yield ReportRow(f"count of all rows, {of}, s", COUNTED, all_rows.seconds, None, all_rows.seconds, "at most 3")
    others = {PANDAS: cost(count_with_pandas, path)}
    if size == WITH_SPARK and shutil.which("java"):
        others[SPARK] = cost(count_all, path, "spark", path.with_suffix(".spark"))
    for who, done in others.items():
        yield ReportRow(f"count of all rows, {of}, s", who, done.seconds, None, all_rows.seconds)
    view = cost(count_view, path)
    yield ReportRow(f"count of a view and a year, {of}, s", COUNTED, view.seconds, aim="at most 3")
    opened = cost(open_cell, path)
    yield ReportRow(f"first 100 rows of a cell, {of}, s", COUNTED, opened.seconds)
    yield ReportRow(f"peak memory of the count, {of}, MB", COUNTED, all_rows.peak, None, all_rows.peak)
    yield ReportRow(f"peak memory of the count, {of}, MB", PANDAS, others[PANDAS].peak, None, all_rows.peak)
    sent = all_rows.result / 1000
    yield ReportRow(f"what travels, {of}, kB", COUNTED, sent, None, sent, "at most 2,000")
    yield ReportRow(f"what travels, {of}, kB", ARROW, cost(send_arrow, path).result / 1000, None, sent)
    if size <= DRAWN:
        page = cost(draw_with_folium, path)
        yield ReportRow(f"what travels, {of}, kB", FOLIUM, page.result / 1000, None, sent)
        yield ReportRow(f"its document, {of}, s", FOLIUM, page.seconds)
    times = steps_of(path.with_suffix(".bin"))
    yield ReportRow(f"step of the slider, {of}, ms", "cells", times.middle, times.late, aim="at most 17, late 33")


def cost(work: Callable[..., Any], *arguments: Any) -> Cost:  # noqa: ANN401 - whatever the work needs
    """Do something in a process of its own and return what it cost."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_cost_here, (work, arguments))


def _cost_here(work: Callable[..., Any], arguments: tuple[Any, ...]) -> Cost:
    start = time.perf_counter()
    result = work(*arguments)
    seconds = time.perf_counter() - start
    return Cost(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000, result)


def make_table(path: Path, size: int) -> Path:
    """Write made-up events, always the same ones, and return where.

    Four in five lie around 2,000 towns, few of which have most of them; the rest lies anywhere.
    """
    draw = np.random.default_rng(1)
    west, south, east, north = AREA
    towns = np.column_stack([draw.uniform(west, east, 2_000), draw.uniform(south, north, 2_000)])
    weights = 1 / np.arange(1, len(towns) + 1)
    writer = None
    for start in range(0, size, CHUNK):
        rows = _chunk(draw, towns, weights / weights.sum(), start, min(CHUNK, size - start))
        writer = writer or pq.ParquetWriter(path, rows.schema)
        writer.write_table(rows)
    if writer is not None:
        writer.close()
    return path


def _chunk(
    draw: np.random.Generator, towns: npt.NDArray[Any], weights: npt.NDArray[Any], start: int, size: int
) -> pa.Table:
    west, south, east, north = AREA
    near = towns[draw.choice(len(towns), size, p=weights)] + draw.normal(0, 0.01, (size, 2))
    anywhere = np.column_stack([draw.uniform(west, east, size), draw.uniform(south, north, size)])
    points = np.where(draw.random((size, 1)) < 0.8, near, anywhere).round(5)  # noqa: PLR2004 - four in five
    days = (np.datetime64("2014-07-01") + draw.integers(0, 4_300, size)).astype("datetime64[D]")
    numbers = pa.array(np.arange(start, start + size)).cast(pa.string())
    return pa.table(
        {
            "event_date": pa.array(days),
            "latitude": points[:, 1],
            "longitude": points[:, 0],
            "event_type": pa.array(CATEGORIES).take(pa.array(draw.integers(0, len(CATEGORIES), size))),
            "title": pc.binary_join_element_wise("Event", numbers, " "),
        }
    )


def count_all(path: Path, engine: str, out: Path) -> int:
    """Count all rows, write the cube and return its bytes."""
    with _engine(engine) as counting:
        reading, opened = _opened(counting, path)
        content = encode(count_events(counting, opened, reading.columns))
    out.write_bytes(content)
    return len(content)


def count_view(path: Path) -> int:
    """Count one year of a box and return how many rows it has."""
    days = Days(date(2019, 1, 1), date(2019, 12, 31))
    with _engine("duckdb") as counting:
        reading, opened = _opened(counting, path)
        return count_events(counting, opened, reading.columns, View(Box(36.0, 36.0, 40.0, 37.5), None, days)).counted


def open_cell(path: Path) -> int:
    """Return how many rows the first page of the cell of the first row has."""
    first = next(pq.ParquetFile(path).iter_batches(1)).to_pylist()[0]
    x, y = tile_at(first["longitude"], first["latitude"], CELL_LEVEL)
    with _engine("duckdb") as counting:
        reading, opened = _opened(counting, path)
        return len(rows_of_cell(counting, opened, reading.columns, CellView(TileRange(CELL_LEVEL, x, y, 1, 1), 0)))


def _engine(name: str) -> Engine:
    return Spark("local[2]") if name == "spark" else DuckDB()


def _opened(engine: Engine, path: Path) -> tuple[TableReading, Any]:
    source = find_source(str(path))
    reading = read_columns(source, Wishes(), lambda count: engine.head(source, count))
    return reading, engine.open(source, reading.text)


def count_with_pandas(path: Path) -> int:
    """Count by cells, months and categories with pandas.

    Return how many counts there are.
    """
    rows = pd.read_parquet(path, columns=["event_date", "latitude", "longitude", "event_type"])
    across = 2**CELL_LEVEL
    sine = np.sin(np.radians(rows["latitude"].to_numpy()))
    y = np.floor((0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)) * across).astype(int)
    x = np.floor((rows["longitude"].to_numpy() + 180) / 360 * across).astype(int)
    month = rows["event_date"].to_numpy().astype("datetime64[M]").astype(int)
    return len(rows.groupby([y, x, month, rows["event_type"].to_numpy()]).size())


def send_arrow(path: Path) -> int:
    """Return the bytes of all points with day and category, compressed.

    Maps in notebooks send them so.
    """
    rows = pq.read_table(path, columns=["event_date", "latitude", "longitude", "event_type"])
    points = {name: pc.cast(rows[name], pa.float32(), safe=False) for name in ("latitude", "longitude")}
    kinds = rows["event_type"].combine_chunks().dictionary_encode().indices.cast(pa.uint8())
    days = rows["event_date"].cast(pa.int32()).cast(pa.uint16())
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table({**points, "day": days, "kind": kinds}), sink, compression="zstd", compression_level=7)
    return int(sink.getvalue().size)


def draw_with_folium(path: Path) -> int:
    """Return the bytes of a document with all points in clusters."""
    rows = pq.read_table(path, columns=["latitude", "longitude"])
    page = folium.Map(tiles=None)
    points = np.column_stack([rows["latitude"].to_numpy(), rows["longitude"].to_numpy()]).tolist()
    FastMarkerCluster(points).add_to(page)
    return len(page.get_root().render().encode())


def import_table(path: Path) -> int:
    """Return how many events an import with all checks gives."""
    importer = Importer(load(), load_geography())
    opened = open_table(path.read_bytes(), path.name, places=importer.places)
    return int(importer.read(opened, path.name).events.num_rows)


def steps_of(cube: Path) -> Times:
    """Return the times of steps over a cube in JavaScript, without painting."""
    done = subprocess.run(("node", STEPS_SCRIPT, cube), capture_output=True, text=True, check=True)  # noqa: S603, S607
    return Times(tuple(json.loads(done.stdout)["times"]))


def report_of_scale(rows: Sequence[ReportRow]) -> str:
    """Return the part of the page about many rows."""
    return f"""{SCALE}

{setting(PACKAGES)}

Made by `python -m benchmarks scale`: made-up events of 4,300 days in ten categories, four in five around 2,000 towns.
Everything is done once, in a process of its own; seconds are those from the path of the table to the finished counts,
and memory is that of this process. All rows are counted in cells of 16 pixels or larger, as the file of at most 2 MB
allows; pandas counts the same by cells and months. A step of the slider is the counts of all cells in JavaScript,
without painting. Millions of points as Arrow or in a document of Folium have no step here: the browser would have to
filter them all.

{table(rows)}
"""
