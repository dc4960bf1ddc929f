"""Sheets of Parquet and GeoParquet files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from geodata.table_import.arrow_columns import ArrowColumn
from geodata.table_import.files.finished_sheets import MOST_COLUMNS
from geodata.table_import.files.geometries import DEGREES, Positions, add_positions, positions_of
from geodata.table_import.files.opened import OpenedTable, refusal
from geodata.table_import.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.table_import.sheets import Cell

LARGEST_UNPACKED = 2_000_000_000
"""Bytes of all columns when they are unpacked."""


def open_parquet(content: bytes, name: str) -> OpenedTable:
    """Return the table of a Parquet file, lists in it as text."""
    try:
        file = pq.ParquetFile(pa.BufferReader(content))
        size = sum(file.metadata.row_group(i).total_byte_size for i in range(file.metadata.num_row_groups))
        if len(file.schema_arrow) > MOST_COLUMNS:
            return refusal(name, f"{len(file.schema_arrow):,} columns", f"at most {MOST_COLUMNS:,} columns")
        if size > LARGEST_UNPACKED:
            most = f"{LARGEST_UNPACKED // 1_000_000:,} MB"
            return refusal(name, f"{size // 1_000_000:,} MB when unpacked", f"at most {most}", "Split the table.")
        table = file.read()
    except (pa.ArrowException, OSError) as error:
        return refusal(name, "a damaged Parquet file", "a whole Parquet file", str(error).partition("\n")[0][:200])
    about = _about_geometry(table.schema.metadata or {})
    geometry = str(about.get("primary_column", ""))
    positions = _positions(table, geometry, about) if geometry in table.column_names else None
    others = [column for column in table.column_names if positions is None or column != geometry]
    columns: list[Sequence[Cell]] = [ArrowColumn(_plain(table.column(column))) for column in others]
    sheet = Sheet("", tuple(others), tuple(columns), np.arange(1, len(table) + 1))
    if positions is None:
        return OpenedTable((sheet,), kind="parquet")
    return add_positions(OpenedTable((sheet,), kind="geoparquet"), positions, name)


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return a column without dictionaries, text as Arrow most often has it."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_large_string(column.type) or pa.types.is_string_view(column.type):
        column = column.cast(pa.string())
    if pa.types.is_string(column.type):
        return pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)
    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        return column.cast(pa.timestamp("us", column.type.tz), safe=False)
    return column


def _about_geometry(metadata: dict[bytes, bytes]) -> dict[str, Any]:
    try:
        about = json.loads(metadata.get(b"geo", b"{}"))
    except (ValueError, RecursionError):
        return {}
    return about if isinstance(about, dict) else {}


def _positions(table: pa.Table, geometry: str, about: dict[str, Any]) -> Positions | None:
    """Return where the geometries lie; ``None`` where they are in no known form."""
    column = table.column(geometry)
    if not (pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type)):
        return None
    shapes = shapely.from_wkb(column.to_numpy(zero_copy_only=False) if len(column) else [], on_invalid="ignore")
    columns = about.get("columns")
    said = columns.get(geometry, {}) if isinstance(columns, dict) else {}
    system: CRS | None = DEGREES
    if isinstance(said, dict) and "crs" in said:
        try:
            system = CRS.from_user_input(said["crs"]) if said["crs"] else None
        except CRSError:
            system = None
    return positions_of(shapes, system)
