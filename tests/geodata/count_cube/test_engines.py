"""PySpark gives the same cubes and the same rows as DuckDB and as a plain count."""

from __future__ import annotations

import warnings
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodata.count_cube.cell_rows import CellView, rows_of_cell
from geodata.count_cube.counting import View, count_events
from geodata.count_cube.encoding import decode, encode
from geodata.count_cube.engines.duck import DuckDB
from geodata.count_cube.engines.spark import Spark
from geodata.count_cube.query import Days
from geodata.count_cube.reading import TextReading
from geodata.count_cube.sources import Source
from tests.geodata.count_cube.made_tables import (
    BOX,
    COLUMNS,
    TILES,
    ZOOM,
    text_rows,
    typed_rows,
    write_csv,
    write_parquet,
)
from tests.geodata.count_cube.plain_count import counts_of, plain_count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyarrow as pa

    from geodata.count_cube.cube import CountCube
    from geodata.count_cube.engines.engine import Engine

VIEW = View(BOX, ZOOM)
TEXT = TextReading(("date", "lat", "lon", "category", "title"))


@pytest.fixture(scope="module")
def engines() -> Iterator[tuple[Engine, Engine]]:
    """Return DuckDB and a Spark of two threads."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # sockets of Py4J are closed by its own threads, later
        with DuckDB() as duck, Spark("local[2]") as spark:
            yield duck, spark


def source_of(*paths: Path) -> tuple[Source, TextReading | None]:
    is_text = paths[0].suffix == ".csv"
    return Source("csv" if is_text else "parquet", tuple(map(str, paths))), TEXT if is_text else None


def cube_of(engine: Engine, *paths: Path, view: View = VIEW, most_bytes: int = 2_000_000) -> CountCube:
    return count_events(engine, engine.open(*source_of(*paths)), COLUMNS, view, most_bytes)


def rows_of(engine: Engine, path: Path, cell: CellView, page: int) -> list[dict[str, object]]:
    table: pa.Table = rows_of_cell(engine, engine.open(*source_of(path)), COLUMNS, cell, page=page, size=7)
    rows: list[dict[str, object]] = table.to_pylist()
    return rows


@pytest.mark.slow
def test_both_engines_and_a_plain_count_agree(engines: tuple[Engine, Engine], tmp_path: Path) -> None:
    typed, texts = typed_rows(11, 4_000), text_rows(12, 4_000)
    typed_file, text_file = write_parquet(typed, tmp_path / "typed.parquet"), write_csv(texts, tmp_path / "text.csv")
    for rows, path in ((typed, typed_file), (texts, text_file)):
        duck, spark = (cube_of(engine, path) for engine in engines)
        counts, rest = plain_count(rows, TILES)
        assert encode(spark) == encode(duck)
        assert counts_of(spark) == counts
        assert dict(spark.left_out or {}) | {"outside": spark.outside} == dict(rest)
    days = View(None, None, Days(date(2014, 1, 1), None))
    coarse = [encode(cube_of(engine, typed_file, view=days, most_bytes=3_300)) for engine in engines]
    assert coarse[0] == coarse[1]
    assert decode(coarse[0]).period == "week"


@pytest.mark.slow
def test_a_folder_of_broken_and_whole_rows_is_counted_alike(engines: tuple[Engine, Engine], tmp_path: Path) -> None:
    head = "date,lat,lon,category,title"
    whole = '2014-10-06,36.8,38.3,"two\nlines, and ""quotes""",a'
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    first.write_text("\n".join((f"\N{BYTE ORDER MARK}{head}", whole, "2014-10-07,36.8,38.3,short")) + "\n", "utf-8")
    second.write_text(f"{head}\n2014-10-08,36.8,38.3,a,b,long\n\n{whole}\n", "utf-8")
    duck, spark = (cube_of(engine, first, second) for engine in engines)
    assert encode(spark) == encode(duck)
    assert (duck.counted, duck.left_out) == (2, {"more or fewer cells than the header": 2})
    assert duck.categories == ('two\nlines, and "quotes"',)


@pytest.mark.slow
def test_spark_reads_text_that_is_no_utf_8(engines: tuple[Engine, Engine], tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("date,lat,lon,category,title\n2014-10-06,36.8,38.3,Şengal,a\n", "cp1254")
    source, text = source_of(path)
    assert text is not None
    cube = count_events(engines[1], engines[1].open(source, replace(text, encoding="cp1254")), COLUMNS, VIEW)
    assert cube.categories == ("Şengal",)


@pytest.mark.slow
def test_a_cell_gives_the_same_pages_of_rows(engines: tuple[Engine, Engine], tmp_path: Path) -> None:
    draws = [(when, 36.89, 38.35, category) for when, _, _, category in typed_rows(3, 40)]
    path = write_parquet(draws, tmp_path / "table.parquet")
    cube = cube_of(engines[0], path)
    (number,) = set(cube.cell.tolist())
    cell = CellView(cube.tiles, number)
    pages = [[rows_of(engine, path, cell, page) for page in range(2)] for engine in engines]
    assert pages[0] == pages[1]
    titles = [row["title"] for page in pages[0] for row in page]
    assert len(set(titles)) == len(titles) == 14
    dates = [str(row["date"]) for page in pages[0] for row in page]
    assert dates == sorted(dates)
    narrow = CellView(cube.tiles, number, Days(date(2014, 1, 1), date(2014, 6, 30)), ["", "Battles"])
    found = [rows_of(engine, path, narrow, 0) for engine in engines]
    assert found[0] == found[1] != []
    assert {row["category"] or "" for row in found[0]} <= {"", "Battles"}
    assert all("2014-01-01" <= str(row["date"]) <= "2014-06-30" for row in found[0])
