"""Frame: the part of the world in a picture, in Web Mercator pixels.

Its y axis goes downwards.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from timemap.state.initial import Viewport

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from timemap.state.snapshot import Bounds

TILE = 256
"""Pixels across the whole world at zoom 0."""

EQUATOR_KM = 40075.017
MARGIN = 12
"""Pixels beyond the frame up to which shapes are kept, so that their outlines are not seen along its edge."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Rectangle of ``width`` by ``height`` pixels round a middle."""

    view: Viewport
    """What lies in the middle, and how large."""

    width: float
    """Pixels."""

    height: float
    """Pixels."""

    detail: float = 0.25
    """How far outlines may be moved to make them simpler, in pixels."""

    @property
    def world(self) -> float:
        """Pixels across the whole world."""
        return float(TILE * 2**self.view.zoom)

    @property
    def km_per_pixel(self) -> float:
        """Length of a pixel in km, in the middle of the frame."""
        return EQUATOR_KM * math.cos(math.radians(self.view.lat)) / self.world

    @property
    def bounds(self) -> Bounds:
        """West, south, east and north, in degrees."""
        middle = _world(np.array([[self.view.lon, self.view.lat]]))
        corners = middle + np.array([[-self.width, self.height], [self.width, -self.height]]) / 2 / self.world
        (west, lower), (east, upper) = corners.tolist()
        return west * 360 - 180, _latitude(lower), east * 360 - 180, _latitude(upper)

    @property
    def box(self) -> BaseGeometry:
        """The frame itself, in pixels."""
        return shapely.box(0, 0, self.width, self.height)

    def pixels(self, degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the pixels of points given as rows of longitude and latitude."""
        middle = _world(np.array([[self.view.lon, self.view.lat]]))
        return np.asarray((_world(degrees) - middle) * self.world + np.array([self.width / 2, self.height / 2]))

    def spot(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the pixel of a point."""
        ((x, y),) = self.pixels(np.array([[lon, lat]]))
        return float(x), float(y)

    def shows(self, lon: float, lat: float) -> bool:
        """Return whether a point lies in the frame."""
        x, y = self.spot(lon, lat)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def place(self, shape: BaseGeometry) -> BaseGeometry:
        """Return a shape in degrees as one in pixels.

        It is cut to the frame and a margin, and no finer than can be seen.
        """
        placed = shapely.simplify(shapely.transform(shape, self.pixels), self.detail)
        reach = shapely.box(-MARGIN, -MARGIN, self.width + MARGIN, self.height + MARGIN)
        return shapely.intersection(shapely.make_valid(placed), reach)


def fitting(bounds: Bounds, width: float, height: float) -> Frame:
    """Return the largest frame of a size that shows all of some bounds.

    West, south, east and north are in degrees.
    """
    west, south, east, north = bounds
    (left, lower), (right, upper) = _world(np.array([[west, south], [east, north]]))
    zoom = math.log2(min(width / (right - left), height / (lower - upper)) / TILE)
    return Frame(Viewport(_latitude((lower + upper) / 2), (west + east) / 2, zoom), width, height)


def _latitude(down: float) -> float:
    """Return the latitude at a part of the world's height, from 0 in the north to 1."""
    return math.degrees(2 * math.atan(math.exp(math.pi * (1 - 2 * down))) - math.pi / 2)


def _world(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return rows of longitude and latitude as parts of the world, from 0 in the north-west to 1."""
    sine = np.sin(np.radians(degrees[:, 1]))
    return np.column_stack([(degrees[:, 0] + 180) / 360, 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)])
