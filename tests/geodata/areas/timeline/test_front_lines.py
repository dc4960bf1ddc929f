"""A front line is where two areas meet; the border with a state and the rim of the covered land are told apart."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import combinations

import pytest
import shapely
from pyproj import Geod
from shapely import Point

from geodata.areas.timeline.front_lines import AreaLine, LineKind, LinesInTime, cut_lines
from geodata.atlas import load
from geodata.geography import load_geography
from tests.project_data import areas

DAY = date(2019, 11, 1)
GEOD = Geod(ellps="WGS84")


@cache
def lines() -> LinesInTime:
    return cut_lines(areas(), load_geography())


def of(kind: LineKind, day: date = DAY) -> list[AreaLine]:
    return [line for line in lines().on(day) if line.kind is kind]


def test_a_front_is_the_whole_edge_that_two_areas_share() -> None:
    """The length is found a second way: by cutting the outlines of the two areas with each other."""
    by_pair = {line.controllers: line for line in of(LineKind.FRONT)}
    shared = {}
    for one, other in combinations(areas().on(DAY), 2):
        edge = one.geometry.boundary.intersection(other.geometry.boundary)
        if edge.length > 0:
            shared[one.controller, other.controller] = GEOD.geometry_length(edge) / 1000
    assert set(by_pair) == set(shared)
    assert len(shared) > 5
    for pair, km in shared.items():
        assert by_pair[pair].km == pytest.approx(km, abs=0.01), pair
        assert GEOD.geometry_length(by_pair[pair].geometry) / 1000 == pytest.approx(km, abs=0.01)


def test_on_every_day_of_change_the_lines_of_an_area_are_its_outline() -> None:
    """Lengths are compared in degrees, so that nothing but the choice of edges is tried."""
    for day in areas().days[::20]:
        whole = lines().on(day)
        for area in areas().on(day):
            own = sum(line.geometry.length for line in whole if area.controller in line.controllers)
            assert own == pytest.approx(area.geometry.boundary.length, rel=1e-9), (day, area.controller)


def test_the_turkish_border_within_the_outline_is_all_border() -> None:
    border = load_geography().border
    covered = border.intersection(areas().covered)
    found = sum(line.km for line in of(LineKind.BORDER) if line.state == "TUR")
    assert found == pytest.approx(GEOD.geometry_length(covered) / 1000, rel=1e-3)
    assert {line.state for line in of(LineKind.BORDER)} == {"TUR", "IRQ"}


def test_no_edge_on_the_border_counts_as_front_or_rim() -> None:
    near = load_geography().border.buffer(0.001)
    for line in (*of(LineKind.FRONT), *of(LineKind.RIM)):
        assert line.geometry.intersection(near).length < 0.02, (line.kind, line.controllers)


def test_an_edge_on_the_border_would_be_noticed() -> None:
    near = load_geography().border.buffer(0.001)
    assert all(line.geometry.intersection(near).length > 0.1 for line in of(LineKind.BORDER) if line.state == "TUR")


def test_the_rim_lies_on_the_outline_of_the_covered_land() -> None:
    outline = areas().covered.exterior.buffer(1e-4)
    assert of(LineKind.RIM)
    assert all(outline.covers(line.geometry) for line in of(LineKind.RIM))


def test_in_the_siege_the_front_runs_through_the_city() -> None:
    place = load().place("kobane")
    (front,) = [line for line in of(LineKind.FRONT, date(2014, 10, 20)) if line.controllers == ("sdf", "isis")]
    assert Point(place.lon, place.lat).distance(front.geometry) < 0.02
    assert not [line for line in of(LineKind.FRONT, date(2019, 11, 1)) if "isis" in line.controllers]


def test_each_edge_belongs_to_one_line_and_each_cell_to_its_edges() -> None:
    whole = sum(edge.line.length for edge in lines().edges)
    assert sum(line.geometry.length for line in lines().on(DAY)) < whole
    inner = sum(edge.line.length for edge in lines().edges if len(edge.cells) == 2)
    outer = sum(edge.line.length for edge in lines().edges if len(edge.cells) == 1)
    boundaries = sum(cell.shape.boundary.length for cell in areas().cells)
    assert 2 * inner + outer == pytest.approx(boundaries)
    outline = shapely.coverage_union_all([cell.shape for cell in areas().cells]).boundary.length
    assert outer == pytest.approx(outline)


def test_lines_after_the_last_supported_day_are_last_known() -> None:
    assert all(line.last_known for line in lines().on(areas().known_until + timedelta(days=1)))
    assert not any(line.last_known for line in lines().on(areas().known_until))


def test_before_the_record_there_is_no_line() -> None:
    assert lines().on(areas().days[0] - timedelta(days=1)) == ()
