"""Lengths and areas on the ellipsoid, and a plane for simplification.

The plane keeps boxes straight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np
import shapely
from pyproj import Geod

from geodata.base_map_build.settings import read_settings

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

GEOD = Geod(ellps="WGS84")
DECIMALS = 5
GRID = 10.0**-DECIMALS
METRES_PER_DEGREE = 111_195.0
SCALE = np.array([np.cos(np.radians(read_settings().parallel)), 1.0]) * METRES_PER_DEGREE
"""Metres in a degree of longitude and of latitude."""

Shape = TypeVar("Shape", bound="BaseGeometry")


def square_km(shape: BaseGeometry) -> float:
    """Return the area of a shape in degrees, in km²."""
    return float(abs(GEOD.geometry_area_perimeter(shape)[0]) / 1e6)


def length_km(shape: BaseGeometry) -> float:
    """Return the length of lines in degrees, in km."""
    return float(GEOD.geometry_length(shape) / 1e3)


def to_metres(shape: Shape) -> Shape:
    """Return a shape in degrees on the plane, in metres.

    Degrees are scaled, so that meridians and parallels stay straight.
    """
    return shapely.transform(shape, lambda points: points * SCALE)


def to_degrees(shape: Shape) -> Shape:
    """Return a shape on the plane in degrees, rounded to the grid."""

    def back(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.round(points / SCALE, DECIMALS)

    return shapely.transform(shape, back)
