"""Command that counts the events of a table of any size."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.cli.arguments import can_write, count_argument, day_argument, write_file
from geodata.cli.table_import import column_argument

if TYPE_CHECKING:
    import pyarrow as pa

    from geodata.count_cube.counting import View
    from geodata.count_cube.cube import CountCube
    from geodata.count_cube.engines.engine import Engine
    from geodata.count_cube.reading import Wishes

HELP = "count the events of a table of any size by cell, day and category"
ENDINGS = (".bin", ".json")
_DEEPEST_ZOOM = 18


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument(
        "source", metavar="SOURCE", help="a Parquet or CSV file, a folder or pattern of such files, or an address"
    )
    parser.add_argument("--out", type=_out, metavar="FILE", help="write the counts; the name ends with .bin or .json")
    parser.add_argument(
        "--engine", choices=("duckdb", "spark"), default="duckdb", help="what counts: duckdb (the default) or spark"
    )
    parser.add_argument("--master", metavar="URL", help="with --engine spark: where Spark runs, such as local[2]")
    parser.add_argument(
        "--box", type=_box, metavar="W,S,E,N", help="only this box in degrees; all positions where none is given"
    )
    parser.add_argument(
        "--zoom", type=_zoom, metavar="Z", help="zoom of the map, 0 to 18; where none is given, the box fits"
    )
    parser.add_argument("--from", dest="first", type=day_argument, metavar="DATE", help="first day that is counted")
    parser.add_argument("--to", dest="last", type=day_argument, metavar="DATE", help="last day that is counted")
    parser.add_argument(
        "--column",
        type=column_argument,
        action="append",
        default=[],
        metavar="NAME=ROLE",
        help="say what a column holds, as in import; start, latitude, longitude and category are counted",
    )
    parser.add_argument(
        "--date-order", choices=("day-first", "month-first"), help="which comes first in dates such as 03/04/2018"
    )
    parser.add_argument("--no-categories", action="store_true", help="count all categories together")
    parser.add_argument(
        "--cell", type=_cell, metavar="X,Y", help="print the rows of this cell as JSON, one a line: its column and row"
    )
    parser.add_argument(
        "--page", type=count_argument, default=1, metavar="N", help="with --cell: which page of 100 rows"
    )


def run(given: argparse.Namespace) -> int:
    """Count the events of a table; return 0, or 1 where it cannot be counted."""
    from geodata.count_cube.counting import View, ViewError  # noqa: PLC0415 - only this command needs it
    from geodata.count_cube.query import Days  # noqa: PLC0415 - likewise
    from geodata.count_cube.reading import Wishes  # noqa: PLC0415 - likewise
    from geodata.count_cube.sources import SourceError  # noqa: PLC0415 - likewise

    if given.out is not None and not can_write(given.out):
        return 1
    wishes = Wishes(dict(given.column), given.date_order, not given.no_categories)
    try:
        with _engine(given) as engine:
            return _count(given, engine, wishes, View(given.box, given.zoom, Days(given.first, given.last)))
    except (SourceError, ViewError) as error:
        sys.stderr.write(f"{error}.\n")
        return 1


def _engine(given: argparse.Namespace) -> Engine:
    if given.engine == "spark":
        from geodata.count_cube.engines.spark import LOCAL, Spark  # noqa: PLC0415 - starts Java

        return Spark(given.master or LOCAL)
    from geodata.count_cube.engines.duck import DuckDB  # noqa: PLC0415 - only this engine needs it

    return DuckDB()


def _count(given: argparse.Namespace, engine: Engine, wishes: Wishes, view: View) -> int:
    from geodata.count_cube.cell_rows import CellView, rows_of_cell  # noqa: PLC0415 - as above
    from geodata.count_cube.counting import count_events  # noqa: PLC0415 - as above
    from geodata.count_cube.encoding import encode  # noqa: PLC0415 - as above
    from geodata.count_cube.reading import read_columns  # noqa: PLC0415 - as above
    from geodata.count_cube.sources import find_source  # noqa: PLC0415 - as above

    source = find_source(given.source)
    reading = read_columns(source, wishes, lambda count: engine.head(source, count))
    table = engine.open(source, reading.text)
    cube = count_events(engine, table, reading.columns, view)
    if given.cell is not None:
        x, y = given.cell
        if not (0 <= x < cube.tiles.width and 0 <= y < cube.tiles.height):
            sys.stderr.write(f'got cell "{x},{y}", expected one of {cube.tiles.width} by {cube.tiles.height} cells.\n')
            return 1
        cell = CellView(cube.tiles, y * cube.tiles.width + x, view.days)
        _print_rows(rows_of_cell(engine, table, reading.columns, cell, page=given.page - 1))
        return 0
    for line in (*_report(cube), *reading.notes):
        sys.stdout.write(f"{line}\n")
    if given.out is None:
        return 0
    content = encode(cube) if given.out.suffix.lower() == ".bin" else _json(cube)
    return 0 if write_file(given.out, content) else 1


def _report(cube: CountCube) -> list[str]:
    """Return what is to be said of a cube, a sentence each."""
    said = [f"Counted: {cube.counted:,} of {_rows(cube.rows)}."]
    if cube.outside:
        said.append(f"Outside the box or the days: {_rows(cube.outside)}.")
    said += [f"Left out, {reason}: {_rows(count)}." for reason, count in (cube.left_out or {}).items()]
    if len(cube):
        first, last = (cube.period.first_day(cube.first + step) for step in (0, cube.steps - 1))
        cells = f"{cube.tiles.width} by {cube.tiles.height} cells"
        said.append(f"{len(cube):,} counts in {cells}, by {cube.period} from {first} to {last}.")
    return [*said, *cube.notes]


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def _json(cube: CountCube) -> bytes:
    from geodata.count_cube.encoding import header_of  # noqa: PLC0415 - as above

    columns = {name: getattr(cube, name).tolist() for name in ("cell", "step", "category", "count")}
    return (json.dumps(header_of(cube) | {"columns": columns}, ensure_ascii=False) + "\n").encode()


def _print_rows(rows: pa.Table) -> None:
    for batch in rows.to_batches():
        for row in batch.to_pylist():
            sys.stdout.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")


def _out(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        message = f'got "{text}", expected a name that ends with {" or ".join(ENDINGS)}'
        raise argparse.ArgumentTypeError(message)
    return path


def _box(text: str) -> object:
    from geodata.count_cube.tiles import Box  # noqa: PLC0415 - only this command needs it

    try:
        west, south, east, north = map(float, text.split(","))
        return Box(west, south, east, north)
    except ValueError as error:
        said = str(error) if str(error).startswith("got") else f'got "{text}", expected W,S,E,N such as 36,35,42.5,37.5'
        raise argparse.ArgumentTypeError(said) from None


def _zoom(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= _DEEPEST_ZOOM):
        message = f'got "{text}", expected a whole number from 0 to {_DEEPEST_ZOOM}'
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _cell(text: str) -> tuple[int, int]:
    parts = text.split(",")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() for part in parts):  # noqa: PLR2004 - x and y
        message = f'got "{text}", expected X,Y such as 12,7'
        raise argparse.ArgumentTypeError(message)
    return int(parts[0]), int(parts[1])
