"""A second way to the same sizes: pixels, straight lines through the earth, and the river as a barrier to a flood.

It shares the places, the holds, the outline and the course of the river with the areas, and none of their code: no
Voronoi cells, no UTM, no polygons of the banks. It does not know that a part cut off from its place by the border goes
to a neighbour, nor that an edge is drawn to a metre.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from pyproj import Geod, Transformer

from geodata.geography import load_geography
from tests.project_data import areas, atlas

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDE, HIGH = 0.01, 0.008
"""Width and height of a pixel in degrees: about 900 m each."""
TOLERANCE = 0.02
FLOOR_KM2 = 4.0
"""Five pixels: on other days than the ten a miss by less counts as none, for the sake of holdings inside a town."""
DAYS = (
    date(2014, 1, 15),
    date(2014, 10, 12),
    date(2015, 3, 1),
    date(2015, 7, 1),
    date(2016, 10, 18),
    date(2017, 4, 1),
    date(2018, 4, 1),
    date(2019, 11, 1),
    date(2024, 12, 12),
    date(2026, 3, 1),
)


def in_space(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points in metres from the middle of the earth; over 100 km a straight line is 1 m too short."""
    turn = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)
    return np.column_stack(turn.transform(lon, lat, np.zeros_like(lon)))


def pixel_km2(lat: NDArray[np.float64]) -> NDArray[np.float64]:
    geod = Geod(ellps="WGS84")
    x = [0, WIDE, WIDE, 0]
    sizes = [geod.polygon_area_perimeter(x, [y - HIGH / 2] * 2 + [y + HIGH / 2] * 2)[0] for y in lat]
    return np.array(sizes) / 1e6


def flood(dry: NDArray[np.bool_], row: int, column: int) -> NDArray[np.bool_]:
    """Return the pixels that can be reached from one of them over edges, never over a corner."""
    found, size = np.zeros_like(dry), 0
    found[row, column] = True
    while (now := int(found.sum())) != size:
        size = now
        for _ in range(50):
            grown = found.copy()
            grown[1:] |= found[:-1]
            grown[:-1] |= found[1:]
            grown[:, 1:] |= found[:, :-1]
            grown[:, :-1] |= found[:, 1:]
            found = grown & dry
    return found


@cache
def sizes(*, barrier: bool = True) -> NDArray[np.float64]:
    """Return the land nearest to each place in km², in the order of the cells; without the barrier, across the river.

    A pixel of the river itself, and a place in one, lie on both banks.
    """
    geography = load_geography()
    west, south, east, north = geography.area.bounds
    lon, lat = np.arange(west + WIDE / 2, east, WIDE), np.arange(south + HIGH / 2, north, HIGH)
    x, y = np.meshgrid(lon, lat)
    dry = np.ones(x.shape, dtype=bool)
    course = shapely.get_coordinates(geography.dividing_river.segmentize(HIGH / 8))
    dry[pixels_of(course[geography.area.contains(shapely.points(course))], west, south)] = False
    banks = [flood(dry, 0, column) for column in (0, len(lon) - 1)]
    assert not (banks[0] & banks[1]).any()
    side = banks[1].astype(int) - banks[0]
    own = shapely.contains_xy(geography.country.intersection(areas().covered), x, y)
    rows = [atlas().place(cell.place) for cell in areas().cells]
    towns = np.array([(row.lon, row.lat) for row in rows])
    reach = np.array([np.inf if row.reach_km is None else row.reach_km * 1000 for row in rows])
    spots, pixels = in_space(*towns.T), in_space(x[own], y[own])
    apart = np.sqrt(np.maximum((pixels**2).sum(1)[:, None] + (spots**2).sum(1) - 2 * pixels @ spots.T, 0))
    across = side[own][:, None] * side[pixels_of(towns, west, south)] == -1
    apart[(across & barrier) | (apart > reach)] = np.inf
    weights = np.repeat(pixel_km2(lat), len(lon)).reshape(x.shape)[own]
    return np.bincount(apart.argmin(axis=1), weights, len(rows)).astype(np.float64)


def pixels_of(points: NDArray[np.float64], west: float, south: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the rows and the columns of the pixels that points in degrees lie in."""
    return ((points[:, 1] - south) / HIGH).astype(int), ((points[:, 0] - west) / WIDE).astype(int)


def by_controller(day: date, found: NDArray[np.float64]) -> dict[str, float]:
    """Return how much each controller holds on a day, by the land of each cell."""
    held = {hold.place: hold.controller for hold in atlas().holds if hold.span.covers(day)}
    whole = dict.fromkeys(held.values(), 0.0)
    for cell, size in zip(areas().cells, found, strict=True):
        whole[held[cell.place]] += size
    return whole


@pytest.mark.parametrize("day", DAYS)
def test_both_ways_give_each_controller_the_same_size(day: date) -> None:
    second = by_controller(day, sizes())
    for area in areas().on(day):
        assert second[area.controller] == pytest.approx(area.km2, rel=TOLERANCE), area.controller


def test_on_every_day_of_change_both_ways_agree_where_a_holding_is_larger_than_some_pixels() -> None:
    for day in areas().days:
        second = by_controller(day, sizes())
        for area in areas().on(day):
            assert second[area.controller] == pytest.approx(area.km2, rel=TOLERANCE, abs=FLOOR_KM2), (day, area)


def test_land_across_the_river_would_be_noticed() -> None:
    day = date(2024, 12, 2)
    second = by_controller(day, sizes(barrier=False))
    missed = [area.controller for area in areas().on(day) if abs(second[area.controller] / area.km2 - 1) > TOLERANCE]
    assert missed


def test_a_place_with_another_holder_would_be_noticed() -> None:
    day = DAYS[-1]
    land = sizes().copy()
    largest = land.argmax()
    land[largest] = 0
    second = by_controller(day, land)
    assert any(second[area.controller] != pytest.approx(area.km2, rel=TOLERANCE) for area in areas().on(day))
