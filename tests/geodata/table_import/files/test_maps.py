"""Map files and Parquet: attributes as columns, geometries as positions."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from geodata.table_import.faults import FaultKind
from geodata.table_import.files import parquet_files
from geodata.table_import.files.opening import open_table

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.table_import.files.opened import OpenedTable

AREA = shapely.Polygon([(38, 36), (39, 36), (39, 37), (38, 36)])
FEATURES: list[dict[str, Any]] = [
    {
        "type": "Feature",
        "properties": {"name": "Kobanê", "date": "2014-10-06", "deaths": 3, "tags": ["a", "b"]},
        "geometry": {"type": "Point", "coordinates": [38.35, 36.89]},
    },
    {"type": "Feature", "properties": {"name": "Area"}, "geometry": shapely.geometry.mapping(AREA)},
    {"type": "Feature", "properties": {"name": "Nowhere"}, "geometry": None},
]
KML = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>
<Folder><name>Siege</name>
<Placemark><name>Kobanê</name><description><![CDATA[<b>Town</b>]]></description>
<TimeSpan><begin>2014-09-16</begin><end>2015-01-26</end></TimeSpan>
<ExtendedData><Data name="deaths"><value>3</value></Data></ExtendedData>
<Point><coordinates>38.35,36.89,0</coordinates></Point></Placemark></Folder>
<Placemark><name>Road</name><TimeStamp><when>2014-10</when></TimeStamp>
<LineString><coordinates>38,36 38.2,36 38.4,36</coordinates></LineString></Placemark>
<Placemark><name>Area</name><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>38,36 39,36 39,37 38,36
</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark>
<Placemark><name>Nowhere</name></Placemark>
<Placemark><name>Track</name><gx:Track><gx:coord>38 36 0</gx:coord><gx:coord>38.2 36 0</gx:coord></gx:Track></Placemark>
</Document></kml>"""


def collection(features: list[dict[str, Any]], **more: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", **more, "features": features}).encode()


def position(table: OpenedTable, row: int) -> tuple[Any, Any]:
    sheet = table.sheets[0]
    return sheet.column(table.longitude)[row], sheet.column(table.latitude)[row]


def test_geojson_has_a_position_for_each_feature() -> None:
    table = open_table(collection(FEATURES), "events.json")
    sheet = table.sheets[0]
    assert (table.kind, table.crs) == ("geojson", "EPSG:4326")
    assert sheet.header == ("name", "date", "deaths", "tags", "longitude", "latitude")
    assert sheet.row(0) == {
        "name": "Kobanê",
        "date": "2014-10-06",
        "deaths": 3,
        "tags": '["a", "b"]',
        "longitude": 38.35,
        "latitude": 36.89,
    }
    assert shapely.Point(position(table, 1)).within(AREA)
    assert "1 line or area is shown as a point within." in table.notes
    assert [(one.fault.kind, one.row, one.column) for one in table.faults] == [(FaultKind.MISSING_CELL, 3, "longitude")]


def test_other_shapes_of_geojson_are_read() -> None:
    lines = b"\n".join(json.dumps(feature).encode() for feature in FEATURES)
    assert list(open_table(lines, "events.geojsonl").sheets[0].column("name")) == ["Kobanê", "Area", "Nowhere"]
    assert position(open_table(json.dumps(FEATURES[0]).encode(), "one.geojson"), 0) == (38.35, 36.89)
    assert position(open_table(b'{"type":"Point","coordinates":[38,36]}', "one.geojson"), 0) == (38, 36)


def test_positions_in_metres_become_degrees_and_names_stay_apart() -> None:
    system = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32637"}}
    feature = {
        "type": "Feature",
        "properties": {"Longitude": "east"},
        "geometry": {"type": "Point", "coordinates": [442_000, 4_083_000]},
    }
    table = open_table(collection([feature], crs=system), "events.geojson")
    assert table.crs == "EPSG:32637"
    assert position(table, 0) == pytest.approx((38.35, 36.89), abs=0.01)
    assert table.sheets[0].header == ("Longitude", "longitude of the geometry", "latitude")
    assert "Positions are converted from EPSG:32637." in table.notes


def test_broken_geojson_is_refused() -> None:
    deep = b'{"type":"FeatureCollection","features":[' + b"[" * 100_000
    for content in (deep, collection(FEATURES)[:-20], collection([])):
        table = open_table(content, "events.geojson")
        assert (table.sheets, table.faults[0].fault.kind) == ((), FaultKind.SOURCE)


def test_layers_of_a_geopackage_are_sheets(tmp_path: Path) -> None:
    file = tmp_path / "events.gpkg"
    days = [datetime.fromisoformat("2014-10-06"), datetime.fromisoformat("2014-10-07")]
    frame = gpd.GeoDataFrame(
        {"place": ["Kobanê", "Raqqa"], "day": days}, geometry=gpd.points_from_xy([38, 39], [36, 35]), crs=4326
    )
    frame.to_crs(32637).to_file(file, layer="events", engine="pyogrio")
    frame[:1].to_file(file, layer="camps", engine="pyogrio")
    table = open_table(file.read_bytes(), "events.gpkg")
    assert [sheet.name for sheet in table.sheets] == ["events", "camps"]
    assert position(table, 1) == pytest.approx((39, 35), abs=1e-6)
    assert [option.value for option in table.questions[0].options] == ["events", "camps"]
    assert open_table(file.read_bytes(), "events.gpkg", {"sheet": "camps"}).sheets[0].name == "camps"


def test_kml_has_names_times_further_data_and_positions() -> None:
    table = open_table(KML.encode(), "events.kml")
    sheet = table.sheets[0]
    assert sheet.header == ("name", "description", "begin", "end", "folder", "deaths", "when", "longitude", "latitude")
    assert list(sheet.row(0).values()) == [
        *("Kobanê", "<b>Town</b>", "2014-09-16", "2015-01-26", "Siege", "3", None),
        *(38.35, 36.89),
    ]
    assert position(table, 1) == (38.2, 36)
    assert shapely.Point(position(table, 2)).within(AREA)
    assert [one.row for one in table.faults] == [4]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("doc.kml", KML)
        archive.writestr("files/icon.png", b"x")
    assert open_table(out.getvalue(), "events.kmz").sheets[0].header == sheet.header


def test_hostile_and_empty_kml_is_refused() -> None:
    bomb = KML.replace("<kml", '<!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<kml', 1)
    assert open_table(bomb.encode(), "a.kml").faults[0].value == "a file that declares entities (XML)"
    assert open_table(KML[:500].encode(), "a.kml").faults[0].value == "a damaged KML file"
    deep = KML.replace("<Folder>", "<Folder>" * 5000)
    assert open_table(deep.encode(), "a.kml").sheets == ()
    assert open_table(b"<kml><Document/></kml>", "a.kml").faults[0].value == "no placemarks"


def parquet(table: pa.Table) -> bytes:
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def test_parquet_keeps_types_and_lists_become_text(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = {
        "place": pa.array(["Kobanê", "", None]).dictionary_encode(),
        "day": pa.array([date(2014, 10, 6), None, date(2015, 1, 26)]),
        "moment": pa.array([datetime.fromisoformat("2014-10-06T12:30"), None, None], pa.timestamp("ns")),
        "deaths": pa.array([3.0, None, 2.5]),
        "tags": pa.array([["a"], None, []]),
        "actor": pa.array([{"name": "x"}, None, None]),
    }
    content = parquet(pa.table(columns))
    table = open_table(content, "events.parquet")
    assert table.kind == "parquet"
    assert list(zip(*table.sheets[0].columns, strict=True)) == [
        ("Kobanê", date(2014, 10, 6), datetime.fromisoformat("2014-10-06T12:30"), 3, '["a"]', '{"name": "x"}'),
        (None, None, None, None, None, None),
        (None, date(2015, 1, 26), None, 2.5, "[]", None),
    ]
    assert table.sheets[0].columns[4].distinct()[1] == ('["a"]', None, "[]")  # type: ignore[attr-defined]
    assert open_table(content[:-50], "events.parquet").faults[0].value == "a damaged Parquet file"
    monkeypatch.setattr(parquet_files, "LARGEST_UNPACKED", 10)
    assert open_table(content, "events.parquet").sheets == ()


def test_geoparquet_has_positions() -> None:
    shapes = [shapely.Point(38.35, 36.89), AREA]
    frame = gpd.GeoDataFrame({"place": ["Kobanê", "Area"]}, geometry=shapes, crs=4326).to_crs(32637)
    out = io.BytesIO()
    frame.to_parquet(out)
    table = open_table(out.getvalue(), "events.parquet")
    assert (table.kind, table.crs) == ("geoparquet", "EPSG:32637")
    assert table.sheets[0].header == ("place", "longitude", "latitude")
    assert position(table, 0) == pytest.approx((38.35, 36.89), abs=1e-6)
