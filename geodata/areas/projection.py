"""Map projections, geometry on the grid, and sizes in km².

Distances are taken in UTM 37N, areas in an equal-area plane; results lie on a grid of five decimals.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Transformer
from shapely import MultiPolygon, Polygon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

DEGREES = 4326
METRES = 32637
"""UTM zone 37N: the whole of northern Syria lies in it or next to it."""
EQUAL_AREA = 6933
STEPS = 100_000
"""Steps of the grid in a degree."""
GRID = 1 / STEPS
KM = 1000.0


def to_metres(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape in degrees as one in UTM 37N."""
    return shapely.transform(shape, lambda points: move(points, DEGREES, METRES))


def to_degrees(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape in UTM 37N as one in degrees, not on the grid."""
    return shapely.transform(shape, lambda points: move(points, METRES, DEGREES))


def points_to_metres(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points of shape (n, 2), longitude and latitude, in UTM 37N."""
    return move(points, DEGREES, METRES)


def on_grid(shape: BaseGeometry) -> BaseGeometry:
    """Return a valid shape whose coordinates lie on the grid."""
    return rounded(shapely.set_precision(shape, GRID))


def rounded(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape on the grid with the shortest decimals."""
    return shapely.transform(shape, lambda points: np.round(points * STEPS) / STEPS)


def square_km(shape: BaseGeometry) -> float:
    """Return the size of a shape in degrees, in km², measured in EPSG:6933."""
    return float(shapely.transform(shape, lambda points: move(points, DEGREES, EQUAL_AREA)).area) / KM**2


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """Return the polygons in a shape; lines and points in it are left out."""
    return [part for part in _leaves(shape) if isinstance(part, Polygon) and not part.is_empty]


def multi(shapes: Iterable[Polygon]) -> MultiPolygon:
    """Return polygons as one shape in a stable order."""
    gathered = MultiPolygon(list(shapes)).normalize()
    if not isinstance(gathered, MultiPolygon):
        raise TypeError(gathered.geom_type)
    return gathered


def _leaves(shape: BaseGeometry) -> list[BaseGeometry]:
    parts = list(shapely.get_parts(shape))
    return [leaf for part in parts for leaf in ([part] if not hasattr(part, "geoms") else _leaves(part))]


def move(points: NDArray[np.float64], origin: int, target: int) -> NDArray[np.float64]:
    """Return points of shape (n, 2) in another plane.

    Both are given by their EPSG numbers.
    """
    return np.column_stack(_transformer(origin, target).transform(points[:, 0], points[:, 1]))


@cache
def _transformer(origin: int, target: int) -> Transformer:
    return Transformer.from_crs(origin, target, always_xy=True)
