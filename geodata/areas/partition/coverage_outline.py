"""Outline of the covered land: a smooth line round all places.

Nothing is claimed beyond it. It follows no single place and is no front.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import Point, Polygon, STRtree

from geodata.areas.partition.voronoi import voronoi_cells
from geodata.areas.projection import KM, on_grid, points_to_metres, polygons, to_degrees, to_metres

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geodata.areas.settings import CellSettings

STEP = 0.05
"""Degrees between two points along the southern parallel, so that it stays one in UTM."""
FINE = 20.0
"""Metres by which the outline may be moved to have fewer corners."""
CORNERS = 32
"""Corners in a quarter circle of the outline."""


class NothingToClaimError(ValueError):
    """No place supports a claim."""


def covered_outline(points: NDArray[np.float64], land: BaseGeometry, settings: CellSettings) -> Polygon:
    """Return the outline of what may be claimed, in degrees on the grid.

    It goes across the border of the land.

    Discs round the places are joined and closed: bays between them are filled. Then headlands are cut back, which
    rounds every corner with a wide radius; towards the border there are none, because there the border is the end.
    Of separate regions the largest is kept.
    A place far from all others and one south of the limit claim nothing, and what lies nearest to them is left out.

    Args:
        points: longitude and latitude of the places, shape (n, 2).
        land: the country that the places lie in, in degrees.
        settings: how far beyond the places, how smooth, and the southern limit.

    Raises:
        NothingToClaimError: if no place supports a claim.
    """
    if len(points) == 0:
        message = "there is no place"
        raise NothingToClaimError(message)
    metres = points_to_metres(points)
    supporting = _supporting(metres, points[:, 1] >= settings.south, settings.alone_km * KM)
    if not supporting.any():
        message = f"no two places north of {settings.south} lie within {settings.alone_km} km of each other"
        raise NothingToClaimError(message)
    closing, opening = settings.closing_km * KM, settings.opening_km * KM
    closed = shapely.union_all(shapely.buffer(shapely.points(metres[supporting]), settings.beyond_km * KM))
    closed = closed.buffer(closing, CORNERS).buffer(-closing, CORNERS)
    north = to_metres(_north(closed, settings.south))
    closed = closed.intersection(north)
    bounding = [
        piece for place, piece in voronoi_cells(metres, [None] * len(metres), closed, 1) if not supporting[place]
    ]
    closed = closed.difference(shapely.union_all(bounding))
    abroad = closed.buffer(3 * opening).difference(to_metres(land))
    opened = closed.union(abroad).buffer(-opening, CORNERS).buffer(opening, CORNERS).intersection(closed)
    opened = closed if opened.is_empty else opened
    smooth = opened.buffer(opening, CORNERS).buffer(-opening, CORNERS).intersection(north)
    largest = max(polygons(on_grid(to_degrees(smooth.simplify(FINE)))), key=lambda part: part.area)
    return Polygon(largest.exterior)


def _supporting(points: NDArray[np.float64], north: NDArray[np.bool_], apart: float) -> NDArray[np.bool_]:
    """Return which places (UTM) lie north of the limit and have another such place near them."""
    spots = [Point(point) for point in points]
    tree = STRtree([spot for spot, counts in zip(spots, north, strict=True) if counts])
    near = tree.query(spots, predicate="dwithin", distance=apart)
    neighbours: NDArray[np.intp] = np.bincount(near[0], minlength=len(points))
    return north & (neighbours > 1)


def _north(shape: BaseGeometry, south: float) -> Polygon:
    """Return what lies north of the parallel, wide enough for a shape in UTM."""
    west, _, east, north = to_degrees(shape.envelope).buffer(1).bounds
    parallel = np.arange(west, east + STEP, STEP)
    return Polygon([*((lon, south) for lon in parallel), (parallel[-1], north), (parallel[0], north)])
