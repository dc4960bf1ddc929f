"""An edge between two cells is written once, as an arc in whole numbers that both cells refer to.

The form for the browser: `arcs` are lines ``[x0, y0, dx, dy, ...]`` in 1/100,000 of a degree, each point as the step
from the one before; a cell's `rings` are polygons of rings of arc numbers, where ``~i`` is arc ``i`` walked backwards
(as in TopoJSON), and `km2` is its size; `holds` are, for each cell, ``[first day, first day after or null, controller,
confidence, zone]`` with days since 1970-01-01 and -1 for no zone; `changes` are the days on which a cell changes; `rim`
is the outline.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from shapely.geometry.polygon import orient

from geodata.areas.plane import STEPS
from geodata.days import day_number
from geodata.records.values import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely import LinearRing, MultiPolygon

    from geodata.areas.intime import AreasInTime

Point = tuple[int, int]
Line = tuple[Point, ...]
Rings = list[list[list[int]]]
"""Polygons of rings of arc numbers; the first ring of a polygon is its outline, counter-clockwise, the others holes."""


def build_topology(areas: AreasInTime) -> dict[str, Any]:
    """Return the areas in time as JSON values for the browser, in the form that the head of this module describes."""
    arcs, cells = cut_arcs([cell.shape for cell in areas.cells])
    places = {place: index for index, place in enumerate(areas.places)}
    return {
        "arcs": [encode(arc) for arc in arcs],
        "cells": [
            {"place": places[cell.place], "km2": round(cell.km2, 2), "rings": rings}
            for cell, rings in zip(areas.cells, cells, strict=True)
        ],
        "holds": _holds(areas),
        "changes": [day_number(day) for day in areas.days],
        "rim": [] if areas.covered.is_empty else [encode(_points(areas.covered.exterior))],
        "zones": [{"id": zone, "name": name} for zone, name in areas.zones],
    }


def cut_arcs(shapes: Sequence[MultiPolygon]) -> tuple[list[Line], list[Rings]]:
    """Return the arcs of a coverage on the grid and, for each shape, its rings as arc numbers.

    An arc runs between two points where three or more edges meet, and through none; a ring without such a point is one
    arc. Every edge lies in exactly one arc.
    """
    turned = [[orient(polygon) for polygon in shape.geoms] for shape in shapes]
    lines = [
        [[_points(ring) for ring in (polygon.exterior, *polygon.interiors)] for polygon in polygons]
        for polygons in turned
    ]
    nodes = _nodes(line for polygons in lines for rings in polygons for line in rings)
    numbers: dict[Line, int] = {}
    cells = [[[_references(line, nodes, numbers) for line in rings] for rings in polygons] for polygons in lines]
    return list(numbers), cells


def encode(line: Line) -> list[int]:
    """Return a line as its first point and the steps between its points.

    >>> encode(((3, 4), (5, 4), (5, 1)))
    [3, 4, 2, 0, 0, -3]
    """
    points = np.array(line)
    steps: list[int] = np.vstack([points[:1], np.diff(points, axis=0)]).ravel().tolist()
    return steps


def _points(ring: LinearRing) -> Line:
    whole = np.rint(np.asarray(ring.coords)[:, :2] * STEPS).astype(int)
    return tuple((x, y) for x, y in whole.tolist())


def _nodes(lines: Iterable[Line]) -> set[Point]:
    """Return the points where not just two edges meet."""
    reached: dict[Point, set[Point]] = defaultdict(set)
    for line in lines:
        for one, two in pairwise(line):
            reached[one].add(two)
            reached[two].add(one)
    return {point for point, others in reached.items() if len(others) != 2}  # noqa: PLR2004 - a line goes on


def _references(line: Line, nodes: set[Point], numbers: dict[Line, int]) -> list[int]:
    """Return a closed ring as arc numbers; arcs that were not seen before get the next numbers."""
    corners = [index for index, point in enumerate(line[:-1]) if point in nodes]
    first = corners[0] if corners else line.index(min(line[:-1]))
    turned = line[first:-1] + line[: first + 1]
    stops = [index for index, point in enumerate(turned) if point in nodes] or [0, len(turned) - 1]
    found = []
    for start, stop in pairwise(stops):
        arc = turned[start : stop + 1]
        if arc[::-1] in numbers:
            found.append(~numbers[arc[::-1]])
        else:
            found.append(numbers.setdefault(arc, len(numbers)))
    return found


def _holds(areas: AreasInTime) -> list[list[list[int | None]]]:
    controllers = {controller: index for index, controller in enumerate(areas.controllers)}
    confidences = {confidence: index for index, confidence in enumerate(Confidence)}
    zones = {zone: index for index, (zone, _) in enumerate(areas.zones)} | {"": -1}
    return [
        [
            [
                day_number(stretch.span.start),
                day_number(stretch.span.end),
                controllers[stretch.controller],
                confidences[stretch.confidence],
                zones[stretch.zone],
            ]
            for stretch in row
        ]
        for row in areas.stretches
    ]
