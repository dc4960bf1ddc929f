"""The report of a day tells sizes, confidence and published figures; the GeoJSON holds the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from shapely.geometry import shape

from geodata.areas import AreasInTime, load_areas
from geodata.areas.figures import compare
from geodata.areas.plane import square_km
from geodata.areas.report import print_areas, report_lines
from geodata.atlas import Atlas, load
from geodata.geography import load_geography

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2019, 11, 1)


@cache
def atlas() -> Atlas:
    return load()


@cache
def areas() -> AreasInTime:
    return load_areas(atlas(), load_geography())


def report(day: date) -> str:
    return "\n".join(report_lines(areas(), atlas(), day))


def test_every_controller_and_zone_of_the_day_is_told_with_its_size() -> None:
    text = report(DAY)
    names = {row.id: row.name for row in atlas().controllers} | {row.id: row.name for row in atlas().zones}
    for area in areas().on(DAY):
        assert any(names[area.controller] in line and f"{area.km2:,.0f}" in line for line in text.splitlines())
    for zone in areas().zones_on(DAY):
        assert any(names[zone.zone] in line and f"{zone.km2:,.0f}" in line for line in text.splitlines())


def test_shares_of_confidence_stand_in_each_row() -> None:
    (row,) = [line for line in report(DAY).splitlines() if line.strip().startswith("Islamic State")] or [""]
    assert row == ""
    (row,) = [line for line in report(date(2014, 10, 20)).splitlines() if line.strip().startswith("Islamic State")]
    assert row.count("%") == 3


def test_published_figures_stand_beside() -> None:
    text = report(DAY)
    compared = compare(atlas().figures, areas().zones_on(DAY), DAY)
    assert {zone for row in compared for zone in row.figure.zones} == {zone.zone for zone in areas().zones_on(DAY)}
    for row in compared:
        assert f"{row.km2:,.0f} km² derived, {row.figure.low_km2:,.0f}" in text


def test_a_figure_that_is_missed_is_said() -> None:
    figures = tuple(figure.model_copy(update={"low_km2": 9000, "high_km2": 9500}) for figure in atlas().figures)
    off = replace(atlas(), figures=figures)
    assert "More than 10% off" in "\n".join(report_lines(areas(), off, DAY))


def test_a_day_after_the_last_supported_one_is_last_known() -> None:
    assert "Last known" in report(date(2026, 6, 1))
    assert "Last known" not in report(DAY)


def test_a_day_before_the_record_says_so() -> None:
    assert report(date(2010, 1, 1)) == "Nothing is known about 2010-01-01."


def test_the_command_prints_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "areas.geojson"
    print_areas(DAY, target)
    assert capsys.readouterr().out.strip() == report(DAY)
    written = json.loads(target.read_text(encoding="utf-8"))
    assert "OpenStreetMap" in written["attribution"]
    assert "ODbL" in written["licence"]
    features = written["features"]
    assert len(features) == len(areas().on(DAY)) + len(areas().zones_on(DAY))
    for feature in features:
        properties = feature["properties"]
        assert (properties["controller"] is None) != (properties["zone"] is None)
        assert properties["day"] == "2019-11-01"
        assert properties["name"]
        assert sum(properties["confidence_shares"].values()) == pytest.approx(1, abs=0.002)
        assert square_km(shape(feature["geometry"])) == pytest.approx(properties["km2"], abs=0.06)
