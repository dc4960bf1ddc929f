"""The cells are one exact partition of the covered land: no gap, no overlap, no river crossed, no reach exceeded."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon, box
from shapely.affinity import translate

from geodata.areas.partition.cells import SCRAP_KM2, Cells, build_cells
from geodata.areas.partition.river_banks import banks
from geodata.areas.partition.voronoi import voronoi_cells
from geodata.areas.projection import GRID, KM, polygons, square_km, to_metres
from geodata.areas.settings import read_settings
from geodata.areas.timeline.derive import cell_settings
from geodata.records.places import Place
from tests.project_data import areas, atlas, geography

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry


def shapes() -> list[MultiPolygon]:
    return [cell.shape for cell in areas().cells]


def place(name: str, lon: float, lat: float, reach_km: float | None = None) -> Place:
    return Place(id=name, name=name, kind="village", lat=lat, lon=lon, coord_source="made up", reach_km=reach_km)


def test_cells_neither_overlap_nor_leave_gaps() -> None:
    assert shapely.coverage_is_valid(shapes())


def test_moving_one_cell_by_two_metres_is_noticed() -> None:
    moved = shapes()
    moved[100] = translate(moved[100], 2 * GRID, 0)
    assert not shapely.coverage_is_valid(moved)


def test_cells_together_are_the_covered_part_of_the_country() -> None:
    whole = shapely.coverage_union_all(shapes())
    own = geography().country.intersection(areas().covered)
    assert whole.symmetric_difference(own).area / own.area < 1e-6


def test_one_missing_cell_would_be_noticed() -> None:
    whole = shapely.coverage_union_all(sorted(shapes(), key=lambda shape: shape.area)[1:])
    own = geography().country.intersection(areas().covered)
    assert whole.symmetric_difference(own).area / own.area > 1e-6


def test_cells_lie_on_the_grid() -> None:
    points = shapely.get_coordinates(shapes())
    assert np.array_equal(points, np.round(points, 5))


def test_cells_follow_the_border_vertex_for_vertex() -> None:
    corners = {tuple(point) for point in shapely.get_coordinates(shapes())}
    border = [tuple(point) for point in shapely.get_coordinates(geography().border)]
    covered = areas().covered
    along = [point for point in border if covered.contains(Point(point))]
    assert len(along) > 1000
    assert set(along) <= corners


def test_what_cells_add_to_the_border_lies_on_it() -> None:
    border = geography().border
    edge = shapely.coverage_union_all(shapes()).boundary
    near = [Point(point) for point in shapely.get_coordinates(edge) if border.distance(Point(point)) < 20 * GRID]
    assert len(near) > 1000
    assert max(border.distance(point) for point in near) < GRID


def test_each_place_within_the_outline_lies_in_its_own_cell_and_in_no_other() -> None:
    tree = shapely.STRtree(shapes())
    names = [cell.place for cell in areas().cells]
    inside = [row for row in atlas().places if areas().covered.contains(Point(row.lon, row.lat))]
    assert len(inside) == len(names)
    for row in inside:
        hits = tree.query(Point(row.lon, row.lat), predicate="intersects")
        assert [names[hit] for hit in hits] == [row.id]


def test_every_cell_is_a_real_area() -> None:
    assert min(cell.km2 for cell in areas().cells) > 0.1


def test_no_cell_has_slivers() -> None:
    for shape in shapes():
        for part in polygons(to_metres(shape)):
            assert part.buffer(-10).area > 0


def test_a_sliver_would_be_noticed() -> None:
    assert box(0, 0, 10_000, 15).buffer(-10).is_empty


def test_no_cell_crosses_the_euphrates() -> None:
    river = geography().dividing_river
    assert not [cell.place for cell in areas().cells if _crossed_km(cell.shape, river) > 0]
    assert any(shape.intersects(river) for shape in shapes())


def test_a_cell_across_the_euphrates_would_be_noticed() -> None:
    river = geography().dividing_river
    beside = [shape for shape in shapes() if shape.boundary.intersection(river).length > 1000 * GRID]
    for one, other in combinations(beside, 2):
        if one.intersection(other).intersection(river).length > 1000 * GRID:
            assert _crossed_km(shapely.coverage_union_all([one, other]), river) > 0.5
            return
    pytest.fail("no two cells lie on opposite banks")


def test_each_place_holds_land_of_its_own_bank_only() -> None:
    sides = banks(geography().country, geography().dividing_river)
    for cell in areas().cells:
        row = atlas().place(cell.place)
        other = next(side for side in sides if not side.covers(Point(row.lon, row.lat)))
        assert square_km(cell.shape.intersection(other)) < 0.01


def test_reach_is_respected() -> None:
    limited = [(cell, reach) for cell in areas().cells if (reach := atlas().place(cell.place).reach_km) is not None]
    assert len(limited) > 30
    for cell, reach in limited:
        row = atlas().place(cell.place)
        disc = to_metres(Point(row.lon, row.lat)).buffer(reach * KM + 5, 64)
        assert to_metres(cell.shape).difference(disc).area <= SCRAP_KM2 * KM**2, row.id


def test_without_its_reach_a_place_would_hold_more() -> None:
    limited = build(place("a", 38.0, 36.6), place("b", 38.3, 36.6, 2), place("c", 38.6, 36.6))
    free = build(place("a", 38.0, 36.6), place("b", 38.3, 36.6), place("c", 38.6, 36.6))
    assert limited.cells[1].km2 == pytest.approx(np.pi * 4, rel=0.01)
    assert free.cells[1].km2 > 100 * limited.cells[1].km2
    assert sum(cell.km2 for cell in limited.cells) == pytest.approx(sum(cell.km2 for cell in free.cells))


def test_what_lies_beyond_a_reach_goes_to_the_next_place_even_through_a_second_reach() -> None:
    points = np.array([(0.0, 0.0), (5000.0, 0.0), (20_000.0, 0.0)])
    found = voronoi_cells(points, [1.0, 2.0, None], box(-10_000, -10_000, 30_000, 10_000), 16)
    owner = {number: shapely.union_all([piece for other, piece in found if other == number]) for number in range(3)}
    assert owner[2].covers(Point(-5000, 0))
    assert owner[1].covers(Point(3500, 0))
    assert owner[0].covers(Point(900, 0))
    assert sum(shape.area for shape in owner.values()) == pytest.approx(40_000 * 20_000)


def test_the_nearest_place_on_the_same_bank_holds_the_land() -> None:
    """Random points agree with the rule itself, tried without any polygon; cut-off parts may differ."""
    random = np.random.default_rng(5)
    own = shapely.coverage_union_all(shapes())
    west, south, east, north = own.bounds
    drawn = [Point(spot) for spot in random.uniform((west, south), (east, north), (1500, 2))]
    tries = [spot for spot in drawn if own.covers(spot)]
    assert len(tries) > 500
    at, hits = shapely.STRtree(shapes()).query(tries, predicate="intersects")
    holders = dict(zip(at.tolist(), hits.tolist(), strict=True))
    rows = [atlas().place(cell.place) for cell in areas().cells]
    spots = np.array([(row.lon, row.lat) for row in rows])
    reach = np.array([row.reach_km or np.inf for row in rows]) * KM
    distance = np.hypot(*(_metres(shapely.get_coordinates(tries))[:, None] - _metres(spots)[None]).T).T
    distance[distance > reach] = np.inf
    for bank in banks(geography().country, geography().dividing_river):
        here, there = shapely.covers(bank, tries), shapely.covers(bank, shapely.points(spots))
        distance[np.ix_(here, ~there)] = np.inf
    further = [distance[index][holders[index]] - distance[index].min() for index in range(len(tries))]
    assert np.mean(np.array(further) <= 2) > 0.998


def test_nothing_is_claimed_south_of_the_limit() -> None:
    south = cell_settings(atlas()).south
    assert areas().covered.bounds[1] == pytest.approx(south, abs=1e-4)
    assert shapely.total_bounds(np.array(shapes()))[1] >= south


def test_the_outline_is_smooth_within_the_country() -> None:
    (outline,) = polygons(to_metres(areas().covered))
    assert _sharpest_turn(outline) < 15


def test_a_union_of_discs_would_be_noticed() -> None:
    spots = to_metres(shapely.MultiPoint([(38.5, 35.6), (39.0, 35.6), (39.4, 35.6)]))
    (discs,) = polygons(spots.buffer(25_000))
    assert _sharpest_turn(discs) > 15


def test_a_place_far_from_all_others_claims_nothing() -> None:
    near = (place("a", 38.0, 36.6), place("b", 38.3, 36.6), place("c", 38.6, 36.6))
    assert [cell.place for cell in build(*near, place("far", 40.5, 36.0)).cells] == ["a", "b", "c"]


def test_of_two_places_at_one_point_the_first_has_the_cell() -> None:
    cells = build(place("a", 38.0, 36.6), place("twin", 38.0, 36.6), place("b", 38.3, 36.6)).cells
    assert [cell.place for cell in cells] == ["a", "b"]


def test_places_that_support_no_claim_are_refused() -> None:
    with pytest.raises(ValueError, match="no two places"):
        build(place("a", 38.0, 36.6))


def test_places_that_all_have_a_reach_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one place"):
        voronoi_cells(np.array([(0.0, 0.0), (1.0, 1.0)]), [1.0, 2.0], box(-1, -1, 2, 2), 4)


def test_a_river_that_ends_within_the_land_still_divides_it() -> None:
    west, east = banks(box(0, 0, 4, 4), LineString([(2, 3), (2, 1)]))
    assert {west.covers(Point(1, 2)), east.covers(Point(1, 2))} == {True, False}
    assert west.intersection(east).area == 0


def test_a_river_beside_the_land_is_refused() -> None:
    with pytest.raises(ValueError, match="two banks"):
        banks(box(0, 0, 4, 4), LineString([(4.5, 9), (4.5, -9)]))


def _metres(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return shapely.get_coordinates(to_metres(shapely.MultiPoint(points)))


def build(*places: Place) -> Cells:
    """Return the cells of made-up places in a made-up country far west of its river."""
    return build_cells(places, box(36, 35, 42, 38), LineString([(41.9, 40), (41.9, 33)]), read_settings())


def _crossed_km(shape: BaseGeometry, river: LineString) -> float:
    """Return how many km of the river run inside a shape, not along its edge."""
    inside = shape.intersection(river).difference(shape.boundary.buffer(2 * GRID))
    return float(to_metres(inside).length / KM)


def _sharpest_turn(outline: Polygon) -> float:
    """Return by how many degrees an outline (UTM) turns at most within 5 km, away from the border by 5 km."""
    points = shapely.get_coordinates(outline.exterior.simplify(20).segmentize(500))
    steps = np.diff(points, axis=0)
    turns = np.abs((np.diff(np.arctan2(steps[:, 1], steps[:, 0])) + np.pi) % (2 * np.pi) - np.pi)
    inner = to_metres(geography().country).buffer(-5000)
    seen = shapely.covers(inner, shapely.points(points[1:-1]))
    return float(np.degrees(np.convolve(np.where(seen, turns, 0), np.ones(10))).max())
