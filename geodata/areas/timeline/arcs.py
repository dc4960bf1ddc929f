"""Arcs of a coverage: edges of cells, each stored once."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from shapely.geometry.polygon import orient

from geodata.areas.projection import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely import LinearRing, MultiPolygon

Point = tuple[int, int]
Line = tuple[Point, ...]
Rings = list[list[list[int]]]
"""Polygons of rings of arc numbers; the first ring of a polygon is its outline, counter-clockwise, the others holes."""


def cut_arcs(shapes: Sequence[MultiPolygon]) -> tuple[list[Line], list[Rings]]:
    """Return the arcs of a coverage, and its rings as arc numbers.

    The coverage lies on the grid; each shape has its rings.

    An arc runs between two points where three or more edges meet, and through none; a ring without such a point is one
    arc. Every edge lies in exactly one arc.
    """
    turned = [[orient(polygon) for polygon in shape.geoms] for shape in shapes]
    lines = [
        [[points_of(ring) for ring in (polygon.exterior, *polygon.interiors)] for polygon in polygons]
        for polygons in turned
    ]
    nodes = _nodes(line for polygons in lines for rings in polygons for line in rings)
    numbers: dict[Line, int] = {}
    cells = [[[_references(line, nodes, numbers) for line in rings] for rings in polygons] for polygons in lines]
    return list(numbers), cells


def points_of(ring: LinearRing) -> Line:
    """Return the points of a ring in steps of the grid."""
    whole = np.rint(np.asarray(ring.coords)[:, :2] * STEPS).astype(int)
    return tuple((x, y) for x, y in whole.tolist())


def _nodes(lines: Iterable[Line]) -> set[Point]:
    """Return the points where not just two edges meet."""
    reached: dict[Point, set[Point]] = defaultdict(set)
    for line in lines:
        for first, second in pairwise(line):
            reached[first].add(second)
            reached[second].add(first)
    return {point for point, others in reached.items() if len(others) != 2}  # noqa: PLR2004 - a line goes on


def _references(line: Line, nodes: set[Point], numbers: dict[Line, int]) -> list[int]:
    """Return a closed ring as arc numbers.

    Arcs that were not seen before get the next numbers.
    """
    corners = [index for index, point in enumerate(line[:-1]) if point in nodes]
    first = corners[0] if corners else line.index(min(line[:-1]))
    turned = line[first:-1] + line[: first + 1]
    stops = [index for index, point in enumerate(turned) if point in nodes] or [0, len(turned) - 1]
    references = []
    for start, stop in pairwise(stops):
        arc = turned[start : stop + 1]
        if arc[::-1] in numbers:
            references.append(~numbers[arc[::-1]])
        else:
            references.append(numbers.setdefault(arc, len(numbers)))
    return references
