"""Cubes of DuckDB count what a plain count counts, stay small, and say what was left out or merged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.count_cube.columns import Codes
from geodata.count_cube.counting import MOST_CATEGORIES, View, ViewError, count_events
from geodata.count_cube.cube import OTHERS
from geodata.count_cube.encoding import encode
from geodata.count_cube.engines.duck import DuckDB
from geodata.count_cube.periods import EPOCH, Period
from geodata.count_cube.query import Days
from geodata.count_cube.reading import TextReading
from geodata.count_cube.sources import Source
from geodata.count_cube.tiles import WORLD, Box
from tests.geodata.count_cube.made_tables import (
    BOX,
    COLUMNS,
    TILES,
    ZOOM,
    table_of,
    text_rows,
    typed_rows,
    write_csv,
    write_parquet,
)
from tests.geodata.count_cube.plain_count import counts_of, plain_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from geodata.count_cube.columns import EventColumns
    from geodata.count_cube.cube import CountCube
    from tests.geodata.count_cube.plain_count import Row

VIEW = View(BOX, ZOOM)
TEXT = TextReading(("date", "lat", "lon", "category", "title"))


@pytest.fixture(scope="module")
def duck() -> Iterator[DuckDB]:
    """Return the engine."""
    with DuckDB() as engine:
        yield engine


def count(
    engine: DuckDB, path: Path, view: View = VIEW, columns: EventColumns = COLUMNS, most_bytes: int = 2_000_000
) -> CountCube:
    """Return the cube of a file."""
    is_text = path.suffix == ".csv"
    source = Source("csv" if is_text else "parquet", (str(path),))
    return count_events(engine, engine.open(source, TEXT if is_text else None), columns, view, most_bytes)


def said(cube: CountCube) -> dict[str, int]:
    """Return how many rows are not counted, by the reason."""
    outside = {"outside": cube.outside} if cube.outside else {}
    return dict(cube.left_out or {}) | outside


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("rows_of", "write"), [(typed_rows, write_parquet), (text_rows, write_csv)])
def test_a_cube_counts_what_a_plain_count_counts(
    seed: int, rows_of: Callable[..., list[Row]], write: Callable[..., Path], duck: DuckDB, tmp_path: Path
) -> None:
    rows = rows_of(seed, 3_000)
    cube = count(duck, write(rows, tmp_path / f"table.{'csv' if write is write_csv else 'parquet'}"))
    counts, rest = plain_count(rows, TILES)
    assert len(counts) > 500
    assert len(rest) == 5
    assert counts_of(cube) == counts
    assert said(cube) == dict(rest)
    assert (cube.rows, cube.tiles) == (len(rows), TILES)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.none() | st.dates(),
            st.none() | st.floats(-100, 100) | st.floats(),
            st.none() | st.floats(-200, 200) | st.floats(),
            st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5),
        ),
        max_size=30,
    )
)
def test_any_values_are_counted_as_a_plain_count_does(rows: list[Row]) -> None:
    with DuckDB() as engine:
        table = engine.of_arrow(table_of(rows))
        cube = count_events(engine, table, COLUMNS, View(WORLD, 2))
    counts, rest = plain_count(rows, cube.tiles)
    assert counts_of(cube) == counts
    assert said(cube) == dict(rest)


def test_a_view_counts_its_box_and_its_days(duck: DuckDB, tmp_path: Path) -> None:
    rows = typed_rows(7, 3_000)
    days = Days(date(2014, 1, 1), date(2014, 12, 31))
    cube = count(duck, write_parquet(rows, tmp_path / "table.parquet"), View(Box(10, 10, 20, 20), 6, days))
    counts, rest = plain_count(rows, cube.tiles, days)
    assert counts_of(cube) == counts
    assert cube.outside == rest["outside"] > 1000
    first, last = cube.first, cube.first + cube.steps - 1
    assert (date(2014, 1, 1) - EPOCH).days <= first < last <= (date(2014, 12, 31) - EPOCH).days


def test_without_a_box_all_positions_are_in_view(duck: DuckDB, tmp_path: Path) -> None:
    rows: list[Row] = [(date(2014, 10, 6), 36.89, 38.35, "a"), (date(2014, 10, 7), 36.2, 37.1, "a")]
    path = write_parquet(rows, tmp_path / "table.parquet")
    assert (count(duck, path, View()).counted, count(duck, path, View()).outside) == (2, 0)
    nothing = write_parquet([(None, None, None, None)], tmp_path / "nothing.parquet")
    empty = count(duck, nothing, View())
    assert (len(empty), empty.steps, empty.rows, empty.left_out) == (0, 0, 1, {"no date": 1})


def test_dates_with_the_month_first_are_read_so(duck: DuckDB, tmp_path: Path) -> None:
    path = write_csv([("03/04/2018", "36.8", "38.3", "a"), ("12/31/2018", "36.8", "38.3", "a")], tmp_path / "t.csv")
    months = count(duck, path, columns=replace(COLUMNS, order="month-first"))
    assert [months.period.first_day(key[1]) for key in counts_of(months)] == [date(2018, 3, 4), date(2018, 12, 31)]
    assert count(duck, path).left_out == {"a date that cannot be read": 1}


def test_year_month_and_day_may_stand_in_columns_of_their_own(duck: DuckDB, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(
        "date,lat,lon,category,title\n2014,36.8,38.3,10,6\n2014,36.8,38.3,2,30\n2014,36.8,38.3,,6\n", "utf-8"
    )
    cube = count(duck, path, columns=replace(COLUMNS, date=("date", "category", "title"), category=""))
    assert [cube.period.first_day(key[1]) for key in counts_of(cube)] == [date(2014, 10, 6)]
    assert cube.left_out == {"no date": 1, "a date that cannot be read": 1}


def test_a_decimal_comma_is_read(duck: DuckDB, tmp_path: Path) -> None:
    path = write_csv([("2014-10-06", "36,89", "38,35", "a")], tmp_path / "t.csv")
    assert count(duck, path, columns=replace(COLUMNS, decimal=",")).counted == 1


def test_codes_say_what_is_not_drawn_and_what_is_no_event(duck: DuckDB, tmp_path: Path) -> None:
    rows: list[Row] = [(date(2014, 10, 6), 36.89, 38.35, category) for category in ("1", "6", "7", "no", None)]
    path = write_parquet(rows, tmp_path / "table.parquet")
    undrawn, no_events = Codes("category", ("6", "7")), Codes("category", ("no",))
    cube = count(duck, path, columns=replace(COLUMNS, undrawn=undrawn, no_events=no_events))
    assert cube.counted == 2
    assert cube.left_out == {"no event, by its code": 1, "a position too inexact to draw, by its code": 2}


def test_rows_with_more_or_fewer_cells_than_the_header_are_told(duck: DuckDB, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    good, short, long = "2014-10-06,36.8,38.3,a,b", "2014-10-06,36.8,38.3,a", "2014-10-06,36.8,38.3,a,b,c,d"
    path.write_text(f"date,lat,lon,category,title\n{good}\n{short}\n{long}\n\n{good}\n", "utf-8")
    cube = count(duck, path)
    assert (cube.counted, cube.rows, cube.left_out) == (2, 4, {"more or fewer cells than the header": 2})


def test_rare_categories_count_as_one(duck: DuckDB, tmp_path: Path) -> None:
    rows: list[Row] = [
        (date(2014, 10, 6), 36.89, 38.35, f"kind {number:02}") for number in range(40) for _ in range(50 - number)
    ]
    cube = count(duck, write_parquet(rows, tmp_path / "table.parquet"))
    assert len(cube.categories) == MOST_CATEGORIES
    assert cube.categories[:2] == ("kind 00", "kind 01")
    assert counts_of(cube)[(*next(iter(counts_of(cube)))[:2], OTHERS)] == sum(50 - n for n in range(31, 40))
    assert cube.notes == ("The 9 rarest categories are counted together.",)


def spread(size: int) -> list[Row]:
    """Return events that lie apart in place and time."""
    draw = np.random.default_rng(5)
    days = [date.fromordinal(int(day)) for day in draw.integers(735_000, 739_000, size)]
    lats, lons = draw.uniform(34, 38, size), draw.uniform(35, 43, size)
    return list(zip(days, lats, lons, draw.choice(["a", "b", "c"], size), strict=True))


def test_a_cube_that_would_be_too_large_is_made_coarser_and_says_so(duck: DuckDB, tmp_path: Path) -> None:
    rows = spread(20_000)
    path = write_parquet(rows, tmp_path / "table.parquet")
    view = View(Box(34.0, 33.0, 44.0, 39.0), 7)
    finest = count(duck, path, view)
    assert (finest.period, finest.tiles.level, finest.notes) == (Period.DAY, 11, ())
    found = {}
    for most in (40_000, 25_000, 12_000, 9_000, 4_000, 1_000):
        cube = count(duck, path, view, most_bytes=most)
        assert len(encode(cube)) <= most
        assert (cube.counted, cube.rows) == (finest.counted, finest.rows)
        found[most] = (cube.period, cube.tiles.level, len(cube.categories))
    assert len(set(found.values())) == len(found)
    assert cube.notes == (
        "Events are counted by year, since the counts by day would be too large.",
        f"Cells are {16 * 2 ** (11 - cube.tiles.level)} pixels wide instead of 16.",
        "All categories are counted together.",
    )


@pytest.mark.parametrize("most", [50_000, 30_000, 12_000, 4_000])
def test_a_coarser_cube_counts_each_event_where_it_lies(most: int, duck: DuckDB, tmp_path: Path) -> None:
    rows = spread(20_000)
    view = View(Box(34.0, 33.0, 44.0, 39.0), 7)
    cube = count(duck, write_parquet(rows, tmp_path / "table.parquet"), view, most_bytes=most)
    counts, _ = plain_count(rows, cube.tiles)
    merged: dict[tuple[int, int, str], int] = {}
    for (cell, day, category), number in counts.items():
        period = int(cube.period.numbers(np.array([day]))[0])
        key = cell, period - cube.first, category if len(cube.categories) > 1 else ""
        merged[key] = merged.get(key, 0) + number
    columns = zip(*(getattr(cube, name).tolist() for name in ("cell", "step", "category", "count")), strict=True)
    assert {(cell, step, cube.categories[kind]): number for cell, step, kind, number in columns} == merged


def test_a_box_with_too_many_cells_is_refused(duck: DuckDB, tmp_path: Path) -> None:
    path = write_parquet(typed_rows(1, 10), tmp_path / "table.parquet")
    with pytest.raises(ViewError, match="the box has 268,435,456 cells at zoom 10, expected at most 1,000,000"):
        count(duck, path, View(WORLD, 10))
