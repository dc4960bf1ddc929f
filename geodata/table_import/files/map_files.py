"""Sheets of map files: GeoJSON and GeoPackage."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError
from pyproj import CRS
from pyproj.exceptions import CRSError

from geodata.table_import.arrow_columns import as_cell
from geodata.table_import.files.finished_sheets import MOST_COLUMNS
from geodata.table_import.files.geometries import add_positions, positions_of
from geodata.table_import.files.opened import OpenedTable, refusal
from geodata.table_import.questions import Option, Question
from geodata.table_import.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.table_import.files.geometries import Positions

_ERRORS = (DataSourceError, DataLayerError, FeatureError, GeometryError, shapely.errors.GEOSException, ValueError)


def open_map_file(content: bytes, name: str, form: str, answers: Mapping[str, str]) -> OpenedTable:
    """Return the layers of a map file, the chosen or largest one first."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"table.{form}"  # GDAL tells a GeoPackage by its ending
        path.write_bytes(content)
        try:
            with warnings.catch_warnings(action="ignore", category=RuntimeWarning):  # a shape left out is a fault below
                found = [
                    _read_layer(path, i, "" if form == "geojson" else str(layer))
                    for i, (layer, _) in enumerate(pyogrio.list_layers(path))
                ]
        except _ERRORS as error:
            shown = str(error).replace(str(path), "the file").partition("\n")[0]
            return refusal(name, "a damaged map file", "a whole GeoJSON file or GeoPackage", shown[:200])
    layers = sorted((one for one in found if len(one[0])), key=lambda one: (one[1] is None, -len(one[0])))
    if not layers:
        return refusal(name, "no features", "a layer with features", "The file is empty.")
    if len(layers[0][0].header) > MOST_COLUMNS:
        return refusal(name, f"more than {MOST_COLUMNS:,} columns", f"at most {MOST_COLUMNS:,} columns")
    questions = []
    if len(layers) > 1:
        options = tuple(
            Option(sheet.name, f"{sheet.name} ({len(sheet):,} rows)", _preview(sheet)) for sheet, _ in layers
        )
        questions.append(Question("sheet", "Which layer has the table?", options))
        layers = sorted(layers, key=lambda one: one[0].name != answers.get("sheet", ""))
    opened = OpenedTable(tuple(sheet for sheet, _ in layers), tuple(questions), kind=form)
    positions = layers[0][1]
    return opened if positions is None else add_positions(opened, positions, name)


def _read_layer(path: Path, number: int, name: str) -> tuple[Sheet, Positions | None]:
    """Return a layer, features numbered from 1, and where they lie; ``None`` for a layer without geometries."""
    about, _, geometry, fields = pyogrio.raw.read(path, layer=number, datetime_as_string=True)
    columns = tuple([_cell(value) for value in column.tolist()] for column in fields)
    names = tuple(map(str, about["fields"]))
    count = len(columns[0]) if columns else len(geometry) if geometry is not None else 0
    sheet = Sheet(name, names, columns, np.arange(1, count + 1))
    if geometry is None:
        return sheet, None
    try:
        system = CRS.from_user_input(about["crs"]) if about["crs"] else None
    except CRSError:
        system = None
    return sheet, positions_of(shapely.from_wkb(geometry, on_invalid="ignore"), system)


def _cell(value: Any) -> Any:  # noqa: ANN401 - what a map file keeps is of any type
    if isinstance(value, np.ndarray):
        return json.dumps(value.tolist(), ensure_ascii=False)
    return as_cell(value)


def _preview(sheet: Sheet) -> tuple[str, ...]:
    rows = [sheet.header, *(tuple(sheet.row(i).values()) for i in range(min(2, len(sheet))))]
    return tuple(" | ".join("" if cell is None else str(cell) for cell in row)[:200] for row in rows)
