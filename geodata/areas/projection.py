"""Map projections, geometry on the grid, and sizes in km².

Distances are taken in the UTM zone of the atlas, areas in an equal-area plane; results lie on a grid of five decimals.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Transformer
from shapely import MultiPolygon, Polygon

from geodata.atlas import load
from geodata.io.settings import numbers_in
from geodata.io.tables import read_table, tables_folder
from geodata.records.settings import Setting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

DEGREES = 4326
EQUAL_AREA = 6933
STEPS = 100_000
"""Steps of the grid in a degree."""
GRID = 1 / STEPS
KM = 1000.0
BOUNDS = "area-bounds"
"""Id of the setting with the box of the atlas."""


def zone_at(lon: float, lat: float) -> int:
    """Return the EPSG number of the UTM zone of a point.

    >>> zone_at(39.15, 36.3), zone_at(13.4, 52.5), zone_at(180, -18)
    (32637, 32633, 32760)
    """
    zone = min(int((lon + 180) // 6) + 1, 60)
    return (32600 if lat >= 0 else 32700) + zone


def metres() -> int:
    """Return the EPSG number of the UTM zone of the middle of the atlas."""
    return _metres_of(tables_folder())


@cache
def _metres_of(folder: Path) -> int:
    settings = read_table(folder / "settings.csv", Setting).records
    box = next((numbers_in(row.value, BOUNDS) for row in settings if row.id == BOUNDS), None)
    west, south, east, north = box or load().setting_numbers(BOUNDS)
    return zone_at((west + east) / 2, (south + north) / 2)


def to_metres(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape in degrees as one in UTM."""
    zone = metres()
    return shapely.transform(shape, lambda points: move(points, DEGREES, zone))


def to_degrees(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape in UTM as one in degrees, not on the grid."""
    zone = metres()
    return shapely.transform(shape, lambda points: move(points, zone, DEGREES))


def points_to_metres(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points of shape (n, 2), longitude and latitude, in UTM."""
    return move(points, DEGREES, metres())


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
