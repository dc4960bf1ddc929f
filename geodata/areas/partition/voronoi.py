"""Voronoi cells with a limited reach.

Every point belongs to the nearest place whose reach it lies in; the partition is exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import MultiPoint, Point, Polygon

from geodata.areas.projection import KM, polygons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

FINE = 0.5
"""Grid on which edges in UTM meet, in metres."""

LONGEST = 5 * KM
"""Longest stretch of an edge without a point, in metres."""

Piece = tuple[int, Polygon]
"""Number of a place and a part of the plane (UTM) that belongs to it."""


def voronoi_cells(
    points: NDArray[np.float64], reaches: Sequence[float | None], region: BaseGeometry, corners: int
) -> list[Piece]:
    """Return the region cut into the pieces of its places.

    A place holds its Voronoi cell, or where it has a reach the part of the cell within a disc of that radius. What lies
    beyond the disc goes to the cells among the other places, again within their reach, and so on.

    Args:
        points: UTM coordinates of the places in metres, shape (n, 2), no two alike.
        reaches: reach of each place in km; None where only the neighbours limit it.
        region: what is divided, in UTM.
        corners: corners of a disc in a quarter circle.

    Raises:
        ValueError: if every place has a reach, so that nothing would hold what lies beyond.
    """
    if all(reach is not None for reach in reaches):
        message = "at least one place must have no reach, to hold what lies beyond the others"
        raise ValueError(message)
    found: list[Piece] = []
    waiting = [(np.arange(len(points)), region)]
    while waiting:
        among, part = waiting.pop()
        for place, cell in zip(among.tolist(), _voronoi(points[among], part), strict=True):
            if cell.is_empty:
                continue
            reach = reaches[place]
            if reach is None:
                found += [(place, polygon) for polygon in polygons(cell)]
                continue
            disc = Point(points[place]).buffer(reach * KM, corners)
            found += [(place, polygon) for polygon in polygons(cell.intersection(disc))]
            beyond = cell.difference(disc)
            if not beyond.is_empty:
                waiting.append((among[among != place], beyond))
    return found


def edges(found: Sequence[Piece]) -> list[BaseGeometry]:
    """Return the edges of the pieces as lines that meet at their ends.

    A corner of one is a corner of its neighbour.

    Long edges get points in between, because a straight edge in UTM is bent by metres in degrees.
    """
    whole = shapely.union_all([piece.boundary for _, piece in found], grid_size=FINE)
    return list(shapely.get_parts(whole.segmentize(LONGEST)))


def _voronoi(points: NDArray[np.float64], region: BaseGeometry) -> list[BaseGeometry]:
    """Return the Voronoi cell of each point within the region, in the order of the points."""
    if len(points) == 1:
        return [region]
    raw = shapely.voronoi_polygons(MultiPoint(points), extend_to=region, ordered=True)
    cells = shapely.get_parts(raw)
    shapely.prepare(region)
    near = shapely.intersects(region, cells)
    cells[~near] = Polygon()
    cells[near] = shapely.intersection(cells[near], region)
    return list(cells)
