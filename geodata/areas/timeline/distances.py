"""Distances from a point to the nearest land of each controller.

Distances are taken in the azimuthal equidistant plane round the point, in which every distance from the point is the
geodesic one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import CRS, Transformer
from shapely import Point

from geodata.areas.projection import DEGREES, KM

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geodata.areas.timeline.areas_in_time import AreasInTime


@dataclass(frozen=True, eq=False)
class Distances:
    """Distances from one point to the cells.

    Compared by identity, since it is made once.
    """

    areas: AreasInTime
    """The areas whose distances they are."""
    km: tuple[float, ...]
    """Distance of each cell in km, in the order of the cells; 0 for the one that the point lies in."""
    border_km: float | None
    """Distance of the border in km; None where there is none."""

    def on(self, day: date) -> Mapping[str, float]:
        """Return the distance to each controller's nearest area on a day.

        In km, 0 inside the area.

        Controllers that hold nothing are left out.
        """
        nearest_km: dict[str, float] = {}
        for km, interval in zip(self.km, self.areas.stretches_on(day), strict=True):
            if interval is not None:
                nearest_km[interval.controller] = min(km, nearest_km.get(interval.controller, km))
        return {controller: nearest_km[controller] for controller in self.areas.controllers if controller in nearest_km}

    @cached_property
    def series(self) -> tuple[tuple[date, Mapping[str, float]], ...]:
        """Every day on which something changes, with the distances of the day."""
        return tuple((day, self.on(day)) for day in self.areas.days)


@dataclass(frozen=True, slots=True)
class Nearest:
    """Distance to the nearest land of a side, and to land it holds alone."""

    km: float
    """To the nearest land that it holds or shares."""
    alone_km: float | None
    """To the nearest that it holds alone; None where that is as near, or where it holds none."""


def nearest(km: Mapping[str, float], controller: str, shares: Mapping[str, tuple[str, ...]]) -> Nearest | None:
    """Return how far the nearest land of a side is.

    None where it neither holds nor shares any.

    >>> nearest({"north": 65.0, "both": 0.0}, "north", {"north": ("both",)})
    Nearest(km=0.0, alone_km=65.0)

    Args:
        km: distance of the nearest land of each controller.
        controller: id of the side.
        shares: for each controller those whose land it shares.
    """
    every = [km[key] for key in (controller, *shares.get(controller, ())) if key in km]
    alone = km.get(controller)
    return Nearest(min(every), None if alone == min(every) else alone) if every else None


def distances(areas: AreasInTime, border: BaseGeometry, lon: float, lat: float) -> Distances:
    """Return the distances from a point to the cells and to a border.

    The point and all shapes are in degrees.
    """
    plane = CRS.from_proj4(f"+proj=aeqd +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m")
    turn = Transformer.from_crs(DEGREES, plane, always_xy=True)

    def flat(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(turn.transform(points[:, 0], points[:, 1]))

    shapes = shapely.transform(np.array([*(cell.shape for cell in areas.cells), border]), flat)
    *cells, edge = shapely.distance(Point(0, 0), shapes) / KM
    return Distances(areas, tuple(float(km) for km in cells), None if border.is_empty else float(edge))
