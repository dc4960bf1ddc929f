"""Distances from a point are those along the earth: a second way, by points every 50 m, finds the same."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from pyproj import Geod
from shapely import Point

from geodata.areas.timeline.distances import Distances, distances
from geodata.atlas import load
from geodata.geography import load_geography
from tests.project_data import areas

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geodata.records.places import Place

GEOD = Geod(ellps="WGS84")


@cache
def focus() -> Place:
    return load().place(load().setting("focus-place"))


@cache
def measured() -> Distances:
    return distances(areas(), load_geography().border, focus().lon, focus().lat)


def geodesic_km(shape: BaseGeometry) -> float:
    """Return the shortest geodesic from the focus to points every 50 m along the outline of a shape."""
    points = shapely.get_coordinates(shape.segmentize(0.0005))
    starts = np.tile([focus().lon, focus().lat], (len(points), 1))
    return float(min(GEOD.inv(*starts.T, *points.T)[2])) / 1000


@pytest.mark.parametrize("day", [date(2014, 9, 1), date(2014, 10, 12), date(2016, 12, 1), date(2019, 11, 1)])
def test_the_nearest_area_is_as_far_as_its_nearest_point(day: date) -> None:
    found = measured().on(day)
    assert set(found) == {area.controller for area in areas().on(day)}
    for area in areas().on(day):
        if area.geometry.covers(Point(focus().lon, focus().lat)):
            assert found[area.controller] == 0
        else:
            assert found[area.controller] == pytest.approx(geodesic_km(area.geometry.boundary), abs=0.03)


def test_the_border_is_as_far_as_its_nearest_point() -> None:
    border = load_geography().border
    near = border.intersection(Point(focus().lon, focus().lat).buffer(0.5))
    found = measured().border_km
    assert found is not None
    assert found == pytest.approx(geodesic_km(near), abs=0.03)
    assert 0.3 < found < 2


def test_degrees_taken_for_a_plane_would_be_noticed() -> None:
    day = date(2019, 11, 1)
    point = Point(focus().lon, focus().lat)
    (turkey,) = [area for area in areas().on(day) if area.controller == "turkey"]
    assert turkey.geometry.distance(point) * 111.2 != pytest.approx(measured().on(day)["turkey"], rel=0.02)


def test_in_the_siege_isis_stands_in_the_city_and_later_far_away() -> None:
    by_day = dict(measured().series)
    before = max(day for day in by_day if day <= date(2014, 9, 14))
    siege = max(day for day in by_day if day <= date(2014, 10, 12))
    assert by_day[before]["isis"] > 10
    assert by_day[siege]["isis"] < 1
    assert "turkey" not in by_day[siege]


def test_the_series_has_every_day_of_change() -> None:
    assert [day for day, _ in measured().series] == list(areas().days)
    assert all(min(km.values()) == 0 for _, km in measured().series)
