"""Files of imported events: rows in WGS 84, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import geopandas as gpd
import pytest

from geodata.table_import.event_files import WRITERS, event_csv, event_geojson, event_parquet
from geodata.table_import.files.opened import OpenedTable
from geodata.table_import.importer import COLUMNS, Importer
from tests.geodata.table_import.made_sheets import sheet_of

if TYPE_CHECKING:
    from pathlib import Path

SHEET = sheet_of(
    ["date", "title", "lat", "lon", "place"],
    ["2018-02-01", '=HYPERLINK("x")', "36.8912", "38.3536", "Kobanî"],
    ["2018-02", "Example, event", "36.5123", "36.8712", None],
)


def test_csv_opens_in_a_spreadsheet_without_running_a_formula(importer: Importer) -> None:
    written = event_csv(importer.read(OpenedTable((SHEET,)), "t.csv").events)
    assert written.startswith(b"\xef\xbb\xbf")
    first, second = csv.DictReader(io.StringIO(written.decode("utf-8-sig")))
    assert list(first) == COLUMNS.names
    assert (first["title"], first["place"], first["start"]) == ('\'=HYPERLINK("x")', "Kobanî", "2018-02-01")
    assert (second["title"], second["date_precision"], second["deaths"]) == ("Example, event", "month", "")


def test_geojson_has_longitude_first_and_no_fault_of_form(importer: Importer) -> None:
    data = json.loads(event_geojson(importer.read(OpenedTable((SHEET,)), "t.csv").events))
    first, second = data["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [38.3536, 36.8912]}
    assert first["properties"]["start"] == "2018-02-01"
    assert second["properties"]["last_day"] is None


def test_geoparquet_has_points_and_types(importer: Importer, tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    path.write_bytes(event_parquet(importer.read(OpenedTable((SHEET,)), "t.csv").events))
    frame = gpd.read_parquet(path)
    assert frame.crs == "EPSG:4326"
    assert list(zip(frame.geometry.x, frame.geometry.y, strict=True)) == [(38.3536, 36.8912), (36.8712, 36.5123)]
    assert frame["title"].tolist() == ['=HYPERLINK("x")', "Example, event"]


@pytest.mark.parametrize("ending", WRITERS)
def test_no_events_are_a_file_too(ending: str) -> None:
    assert WRITERS[ending](COLUMNS.empty_table())
