"""Division of the land into the two banks of a river.

Every place lies on one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely import LineString, Polygon, box

from geodata.areas.projection import GRID, polygons

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MARGIN = 1.0
"""Degrees round the land, so that the river divides more than the land itself."""


def banks(land: BaseGeometry, river: LineString) -> tuple[Polygon, ...]:
    """Return the two sides of a river, in degrees on the grid.

    Together they cover the land and its surroundings. Where there is no river all of that is one side.

    The river is one line. An end of it that lies within the surroundings is prolonged to the nearest edge of them.

    Raises:
        ValueError: if the line does not divide the land.
    """
    west, south, east, north = land.bounds
    around = box(west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN)
    if river.is_empty:
        return (around,)
    upper, lower = river.coords[0], river.coords[-1]
    line = LineString([*_beyond(upper, around), *river.coords, *_beyond(lower, around)])
    edges = shapely.union_all([line, around.exterior], grid_size=GRID)
    faces = sorted(polygons(shapely.polygonize(list(shapely.get_parts(edges)))), key=lambda face: -face.area)
    sides = [face for face in faces if face.intersection(land).area > 0]
    if len(sides) != 2:  # noqa: PLR2004 - a river has two banks
        message = f"the river divides the land in {len(sides)} parts, not two banks"
        raise ValueError(message)
    return sides[0], sides[1]


def _beyond(end: tuple[float, ...], around: Polygon) -> list[tuple[float, float]]:
    """Return the point past the edge nearest to an end of the river.

    Nothing where the end lies outside already.
    """
    west, south, east, north = around.bounds
    lon, lat = end[:2]
    edges = [
        (lon - west, (west - 1, lat)),
        (east - lon, (east + 1, lat)),
        (lat - south, (lon, south - 1)),
        (north - lat, (lon, north + 1)),
    ]
    distance, point = min(edges)
    return [point] if distance > 0 else []
