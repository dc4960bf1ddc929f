"""What the browser gets is exactly the cells: arcs give back every shape, and each edge is written once."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import shapely
from shapely import MultiPolygon, Polygon, box

from geodata.areas.projection import STEPS, multi, polygons
from geodata.areas.timeline.arcs import Line, Rings, cut_arcs
from geodata.atlas import load
from geodata.dates.iso import EPOCH, day_number
from geodata.records.fields import Confidence
from tests.project_data import areas
from timemap.document.areas import area_data
from timemap.document.encoding import encode_steps


@cache
def topology() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(json.dumps(area_data(areas())))
    return whole


def decode(steps: list[int]) -> Line:
    """Return the line that was encoded."""
    points = np.cumsum(np.array(steps).reshape(-1, 2), axis=0)
    return tuple((int(x), int(y)) for x, y in points)


def rebuild(arcs: list[Line], rings: Rings) -> MultiPolygon:
    """Return the shape, in degrees, that rings of arc numbers describe."""
    whole = []
    for polygon in rings:
        outline, *holes = [walk(arcs, ring) for ring in polygon]
        whole.append(Polygon(outline, holes))
    return multi(whole)


def walk(arcs: list[Line], ring: list[int]) -> list[tuple[float, float]]:
    """Return the points of a ring in degrees; the point where two arcs meet stands once."""
    points: list[tuple[int, int]] = []
    for number in ring:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += line[1:] if points else line
    return [(x / STEPS, y / STEPS) for x, y in points]


def test_every_cell_comes_back_exactly_from_the_json() -> None:
    arcs = [decode(arc) for arc in topology()["arcs"]]
    for cell, written in zip(areas().cells, topology()["cells"], strict=True):
        assert areas().places[written["place"]] == cell.place
        assert rebuild(arcs, written["rings"]).equals_exact(cell.shape, 0)


def test_an_arc_off_by_one_step_is_noticed() -> None:
    arcs = [decode(arc) for arc in topology()["arcs"]]
    used = abs(topology()["cells"][0]["rings"][0][0][0])
    middle = len(arcs[used]) // 2
    moved = [(x + (index == middle), y) for index, (x, y) in enumerate(arcs[used])]
    arcs[used] = tuple(moved)
    shapes = [rebuild(arcs, written["rings"]) for written in topology()["cells"]]
    assert any(not shape.equals_exact(cell.shape, 0) for shape, cell in zip(shapes, areas().cells, strict=True))


def test_each_edge_is_in_one_arc_only() -> None:
    edges = [frozenset(pair) for arc in topology()["arcs"] for pair in pairwise(decode(arc))]
    assert len(edges) == len(set(edges))
    assert all(len(edge) == 2 for edge in edges)


def test_each_arc_has_a_cell_on_one_side_or_two() -> None:
    numbers = [
        number if number >= 0 else ~number
        for cell in topology()["cells"]
        for polygon in cell["rings"]
        for ring in polygon
        for number in ring
    ]
    assert set(np.bincount(numbers)) == {1, 2}


def test_it_is_small() -> None:
    assert len(json.dumps(topology(), separators=(",", ":"))) < 350_000


def test_holds_tell_what_the_tables_tell_on_every_day_of_change() -> None:
    atlas = load()
    for day in areas().days:
        number = day_number(day)
        held = {hold.place: (hold.controller, hold.confidence) for hold in atlas.holds if hold.span.covers(day)}
        for cell, row in zip(areas().cells, topology()["holds"], strict=True):
            (now,) = [hold for hold in row if hold[0] <= number and (hold[1] is None or number < hold[1])]
            assert (areas().controllers[now[2]], list(Confidence)[now[3]]) == held[cell.place]


def test_zones_in_the_holds_sum_to_the_zones_of_the_day() -> None:
    day = date(2019, 11, 1)
    number = day_number(day)
    sizes = dict.fromkeys(range(-1, len(topology()["zones"])), 0.0)
    for cell, row in zip(areas().cells, topology()["holds"], strict=True):
        (now,) = [hold for hold in row if hold[0] <= number and (hold[1] is None or number < hold[1])]
        sizes[now[4]] += cell.km2
    for zone in areas().zones_on(day):
        index = [row["id"] for row in topology()["zones"]].index(zone.zone)
        assert sizes[index] == pytest.approx(zone.km2)


def test_changes_are_the_days_on_which_a_hold_begins_or_ends() -> None:
    changes = [EPOCH + timedelta(days=number) for number in topology()["changes"]]
    assert changes == list(areas().days)
    assert changes == sorted(set(changes))


def test_the_rim_is_the_outline() -> None:
    (ring,) = topology()["rim"]
    assert np.allclose(np.array(decode(ring)) / 1e5, shapely.get_coordinates(areas().covered.exterior), atol=1e-9)


def test_a_cell_round_another_one_and_parts_that_touch_in_a_point_come_back() -> None:
    inner, whole, beside = box(1, 1, 2, 2), box(0, 0, 3, 3), box(3, 0, 4, 3)
    touching = MultiPolygon([box(3, 3, 4, 4), box(4, 4, 5, 5)])
    shapes = [*(MultiPolygon(polygons(part)) for part in (inner, whole.difference(inner), beside)), touching]
    arcs, cells = cut_arcs([multi(shape.geoms) for shape in shapes])
    assert [rebuild(arcs, rings).equals(shape) for rings, shape in zip(cells, shapes, strict=True)] == [True] * 4
    assert sum(len(arc) - 1 for arc in arcs) == len({frozenset(pair) for arc in arcs for pair in pairwise(arc)})


def test_lines_survive_the_coding() -> None:
    line = ((3_835_347, 3_689_095), (3_835_347, 3_689_096), (-5, 0))
    assert decode(encode_steps(line)) == line
