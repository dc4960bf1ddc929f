"""The report of a day tells sizes, confidence and published figures; the GeoJSON holds the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from pyproj import Geod
from shapely.geometry import shape

from geodata.areas.projection import square_km
from geodata.areas.reports.day import report_lines
from geodata.areas.reports.geojson import collection
from geodata.areas.timeline.distances import Distances, distances, nearest
from geodata.areas.timeline.front_lines import LineKind, LinesInTime, cut_lines
from geodata.areas.timeline.published_figures import compare
from geodata.geography import load_geography
from tests.project_data import areas, atlas

DAY = date(2019, 11, 1)


@cache
def lines() -> LinesInTime:
    return cut_lines(areas(), load_geography())


@cache
def away() -> Distances:
    place = atlas().place(atlas().setting("focus-place"))
    return distances(areas(), load_geography().border, place.lon, place.lat)


def report(day: date) -> str:
    return "\n".join(report_lines(areas(), lines(), away(), atlas(), day))


def test_the_sdf_is_told_with_the_land_that_it_shares() -> None:
    day = date(2021, 1, 1)
    sizes = {area.controller: area.km2 for area in areas().on(day)}
    (line,) = [
        row for row in report(day).splitlines() if row.startswith("  SDF and self-administration, with shared land ")
    ]
    assert line.endswith(f" {sizes['sdf'] + sizes['joint']:,.0f}")


def test_every_controller_and_zone_of_the_day_is_told_with_its_size() -> None:
    text = report(DAY)
    names = {row.id: row.name for row in atlas().controllers} | {row.id: row.name for row in atlas().zones}
    for area in areas().on(DAY):
        assert any(names[area.controller] in line and f"{area.km2:,.0f}" in line for line in text.splitlines())
    for zone in areas().zones_on(DAY):
        assert any(names[zone.zone] in line and f"{zone.km2:,.0f}" in line for line in text.splitlines())


def test_shares_of_confidence_stand_in_each_row() -> None:
    (row,) = [
        line for line in report(DAY).splitlines() if line.strip().startswith("Islamic State") and "%" in line
    ] or [""]
    assert row == ""
    (row,) = [
        line for line in report(date(2014, 10, 20)).splitlines() if line.startswith("  Islamic State") and "%" in line
    ]
    assert row.count("%") == 3


def test_published_figures_stand_beside() -> None:
    text = report(DAY)
    compared = compare(atlas().figures, areas().zones_on(DAY), DAY)
    assert {zone for row in compared for zone in row.figure.zones} == {zone.zone for zone in areas().zones_on(DAY)}
    for row in compared:
        assert any(f"{row.km2:,.0f}" in line and f"{row.figure.low_km2:,.0f}" in line for line in text.splitlines())


def test_a_figure_that_is_missed_is_said() -> None:
    figures = tuple(figure.model_copy(update={"low_km2": 9000, "high_km2": 9500}) for figure in atlas().figures)
    off = replace(atlas(), figures=figures)
    assert "More than 10% off" in "\n".join(report_lines(areas(), lines(), away(), off, DAY))


def test_a_day_after_the_last_supported_one_is_last_known() -> None:
    assert "Last known" in report(date(2026, 6, 1))
    assert "Last known" not in report(DAY)


def test_a_day_before_the_record_says_so() -> None:
    assert report(date(2010, 1, 1)) == "Nothing is known about 2010-01-01."


def test_the_report_takes_the_share_of_a_range_from_its_percentiles() -> None:
    rows = tuple(row.model_copy(update={"low_percentile": 10, "high_percentile": 80}) for row in atlas().area_ranges)
    other = replace(atlas(), area_ranges=rows)
    assert "Range: 70% of " in "\n".join(report_lines(areas(), lines(), away(), other, DAY))


def test_ranges_stand_beside_the_sizes() -> None:
    (row,) = [row for row in atlas().area_ranges if row.controller == "turkey" and row.span.covers(DAY)]
    (line,) = [
        line for line in report(DAY).splitlines() if line.startswith("  Turkish forces with allied") and "%" in line
    ]
    assert f"{row.km2:,.0f}" in line
    assert f"{row.low_km2:,.0f}\N{EN DASH}{row.high_km2:,.0f}" in line
    assert "No ranges are stored" in "\n".join(
        report_lines(areas(), lines(), away(), replace(atlas(), area_ranges=()), DAY)
    )


def test_each_published_size_stands_in_one_line_with_ours_its_day_and_its_publisher() -> None:
    (line,) = [line for line in report(DAY).splitlines() if line.startswith("  Afrin area") and "2018" in line]
    assert "1,900\N{EN DASH}2,000  2018-04-01" in line
    assert line.endswith("publisher not recorded")
    (ours,) = [zone.km2 for zone in areas().zones_on(DAY) if zone.zone == "afrin-area"]
    assert f"{ours:,.0f}" in line


def test_front_lines_are_told_apart_from_borders() -> None:
    text = report(DAY)
    fronts, rest = text.split("Front lines", 1)[1].split("Borders", 1)
    borders = rest.split("Edges at the rim", 1)[0]
    assert "Turkey" not in fronts
    assert "/ Turkey" in borders
    assert "/ Iraq" in borders
    called = {row.id: atlas().names.on(row.id, DAY) for row in atlas().controllers}
    for front in (line for line in lines().on(DAY) if line.kind is LineKind.FRONT):
        sides = " / ".join(called[controller] for controller in front.controllers)
        assert any(line.startswith(f"  {sides} ") and f"{front.km:,.0f}" in line for line in fronts.splitlines())


def test_distances_from_the_focus_are_told() -> None:
    (ours,) = [line for line in report(DAY).splitlines() if line.startswith("Distance from Kobane")]
    assert ours.endswith("held alone")
    rest = report(DAY).split(ours)[1].split("\n\n")[0]
    names = {row.id: atlas().names.on(row.id, DAY) for row in atlas().controllers}
    for controller, name in names.items():
        found = nearest(away().on(DAY), controller, atlas().shares)
        if found is not None:
            alone = [] if found.alone_km is None else [f"{found.alone_km:,.1f}"]
            (line,) = [row for row in rest.splitlines() if row.startswith(f"  {name}  ")]
            assert line.removeprefix(f"  {name}").split() == [f"{found.km:,.1f}", *alone]
    assert f"{away().border_km:,.1f}" in rest


def test_without_a_focus_no_distance_is_told() -> None:
    assert "Nearest land" not in "\n".join(report_lines(areas(), lines(), None, atlas(), DAY))


def test_the_geojson_holds_areas_zones_and_lines() -> None:
    written = json.loads(json.dumps(collection(areas(), lines(), atlas(), load_geography(), DAY)))
    assert {feature["properties"]["licence"] for feature in written["features"]} == {written["licence"]}
    assert {feature["properties"]["attribution"] for feature in written["features"]} == {written["attribution"]}
    assert "OpenStreetMap" in written["attribution"]
    assert "ODbL" in written["licence"]
    features = written["features"]
    flat = [feature for feature in features if feature["properties"]["kind"] in {"area", "zone"}]
    edges = [feature for feature in features if feature not in flat]
    assert len(flat) == len(areas().on(DAY)) + len(areas().zones_on(DAY))
    assert {feature["properties"]["kind"] for feature in edges} == {"front", "border", "rim"}
    for feature in flat:
        properties = feature["properties"]
        assert (properties["controller"] is None) != (properties["zone"] is None)
        assert properties["day"] == "2019-11-01"
        assert properties["name"]
        assert sum(properties["confidence_shares"].values()) == pytest.approx(1, abs=0.002)
        assert properties["range_from_km2"] <= properties["km2"] <= properties["range_to_km2"]
        assert square_km(shape(feature["geometry"])) == pytest.approx(properties["km2"], abs=0.06)
    for feature in edges:
        km = Geod(ellps="WGS84").geometry_length(shape(feature["geometry"])) / 1000
        assert km == pytest.approx(feature["properties"]["km"], abs=0.006)
        assert (feature["properties"]["state"] is None) == (feature["properties"]["kind"] != "border")
