"""On every day on which something changes the areas are whole: no overlap, no sliver, no gap, nothing abroad."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from shapely import MultiPolygon, Point, box
from shapely.affinity import translate

from geodata.areas.projection import GRID, multi, polygons, to_metres
from geodata.geography import load_geography
from tests.project_data import areas, atlas

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from shapely import Polygon

    from geodata.areas import Area

HECTARE = 10_000
"""Square metres: so much lies abroad at most because corners at the rim lie on the grid of a metre."""
THIN_M = 60.0
"""Width in metres below which a part counts as a sliver; the narrowest part that there is, a gate, has 520 m."""


@cache
def whole() -> MultiPolygon:
    """Return the covered land: all cells in one."""
    return multi(polygons(shapely.coverage_union_all([cell.shape for cell in areas().cells])))


@cache
def days() -> dict[date, tuple[Area, ...]]:
    return {day: areas().on(day) for day in areas().days}


def width_m(part: Polygon) -> float:
    """Return the width of the rectangle, as long and narrow as can be, that has the area and perimeter of a part."""
    flat = to_metres(part)
    half = flat.length / 2
    return float((half - np.sqrt(max(half**2 - 4 * flat.area, 0))) / 2)


def sound(shapes: Iterable[MultiPolygon]) -> bool:
    """Return whether shapes neither overlap nor leave narrow gaps, and meet in the same vertices."""
    return bool(shapely.coverage_is_valid(list(shapes)))


def joined(shapes: Iterable[MultiPolygon]) -> MultiPolygon:
    return multi(polygons(shapely.coverage_union_all(list(shapes))))


def test_areas_do_not_overlap_and_neighbours_share_their_edges_exactly() -> None:
    assert len(days()) > 200
    for day, held in days().items():
        assert sound(area.geometry for area in held), day


def test_an_area_moved_by_two_steps_of_the_grid_is_noticed() -> None:
    for held in list(days().values())[::40]:
        first, *others = (area.geometry for area in held)
        assert not sound([translate(first, 2 * GRID, 0), *others])


def test_a_vertex_that_a_neighbour_lacks_is_noticed() -> None:
    one, other = box(0, 0, 1, 1), shapely.Polygon([(1, 0), (2, 0), (2, 1), (1, 1), (1, 0.5)])
    assert sound([multi([one]), multi([box(1, 0, 2, 1)])])
    assert not sound([multi([one]), multi([other])])


def test_areas_together_are_the_covered_land_vertex_for_vertex() -> None:
    for day, held in days().items():
        assert joined(area.geometry for area in held).equals_exact(whole(), 0), day


def test_the_covered_land_lies_in_the_country() -> None:
    abroad = whole().difference(load_geography().country)
    assert to_metres(abroad).area < HECTARE
    assert whole().within(load_geography().country.buffer(GRID))


def test_land_abroad_would_be_noticed() -> None:
    across = translate(whole(), 0, 100 * GRID)
    assert to_metres(across.difference(load_geography().country)).area > HECTARE


def test_sizes_of_all_controllers_sum_to_the_covered_whole() -> None:
    size = sum(cell.km2 for cell in areas().cells)
    for day, held in days().items():
        assert sum(area.km2 for area in held) == pytest.approx(size, rel=1e-3), day


def test_a_missing_controller_would_be_noticed() -> None:
    size = sum(cell.km2 for cell in areas().cells)
    for held in days().values():
        assert sum(sorted(area.km2 for area in held)[1:]) != pytest.approx(size, rel=1e-9)


def test_areas_have_no_slivers() -> None:
    seen: set[bytes] = set()
    for day, held in days().items():
        for area in held:
            for part in area.geometry.geoms:
                if part.wkb not in seen:
                    seen.add(part.wkb)
                    assert width_m(part) > THIN_M, (day, area.controller, part.centroid)
    assert len(seen) > 300


def test_a_sliver_would_be_noticed() -> None:
    assert width_m(box(38, 36, 38.1, 36.0002)) == pytest.approx(22, rel=0.05)
    assert width_m(box(38, 36, 38.01, 36.01)) > THIN_M


def test_areas_have_no_holes_narrower_than_a_part_may_be() -> None:
    for day, held in days().items():
        for area in held:
            for part in area.geometry.geoms:
                for hole in part.interiors:
                    assert width_m(shapely.Polygon(hole)) > THIN_M, (day, area.controller)


def test_each_cell_with_evidence_counts_once_and_to_its_holder() -> None:
    """Holders are read from the table of holds, not from what the areas were derived with."""
    cells = {cell.place: cell for cell in areas().cells}
    for day, held in days().items():
        holders = {hold.place: hold.controller for hold in atlas().holds if hold.span.covers(day)}
        told = Counter(place for area in held for place in area.places)
        assert told == Counter(cells.keys() & holders.keys()), day
        for area in held:
            assert {holders[place] for place in area.places} == {area.controller}, day
            shape = sum(cells[place].shape.area for place in area.places)
            assert area.geometry.area == pytest.approx(shape, rel=1e-9), (day, area.controller)


def test_each_place_lies_in_the_area_of_its_holder() -> None:
    rows = [atlas().place(cell.place) for cell in areas().cells]
    spots = [Point(row.lon, row.lat) for row in rows]
    for day, held in list(days().items())[::10]:
        tree = shapely.STRtree([area.geometry for area in held])
        at, hits = tree.query(spots, predicate="intersects")
        found = {rows[spot].id: held[hit].controller for spot, hit in zip(at, hits, strict=True)}
        assert found == {
            hold.place: hold.controller for hold in atlas().holds if hold.span.covers(day) and hold.place in found
        }
        assert len(found) == len(rows)
