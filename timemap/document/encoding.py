"""Encoding of coordinates as whole numbers, from point to point.

They are in steps of 1e-5 degrees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geodata.areas.projection import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import ArrayLike

Deltas = list[int]
"""``[x0, y0, dx1, dy1, ...]``: the first point, then what each next point differs, in steps of 1e-5 degrees."""


def encode_line(coordinates: Iterable[Iterable[float]]) -> Deltas:
    """Return a line of lon/lat degrees as differences.

    Points that fall together are written once.

    >>> encode_line([(38.0, 36.0), (38.0, 36.0), (38.00001, 35.99998)])
    [3800000, 3600000, 1, -2]
    """
    points = np.rint(np.asarray(coordinates, dtype=float)[:, :2] * STEPS).astype(np.int64)
    moved = np.any(np.diff(points, axis=0) != 0, axis=1)
    return encode_steps(points[np.append(True, moved)])


def encode_steps(points: ArrayLike) -> Deltas:
    """Return a line whose points are whole steps as differences.

    >>> encode_steps([(3, 4), (5, 4), (5, 1)])
    [3, 4, 2, 0, 0, -3]
    """
    whole = np.asarray(points, dtype=np.int64)
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    return [int(step) for step in steps.ravel()]


def encode_lines(geometry: shapely.Geometry) -> list[Deltas]:
    """Return every line of a geometry, in its own order.

    Areas and points give none.
    """
    parts = shapely.get_parts(geometry)
    return [
        encode_line(shapely.get_coordinates(part))
        for part in parts
        if part.geom_type in {"LineString", "LinearRing"} and not part.is_empty
    ]


def encode_rings(geometry: shapely.Geometry) -> list[Deltas]:
    """Return every ring, outer and inner, of the areas in a geometry.

    Filled even-odd they give the areas back.
    """
    rings: list[Deltas] = []
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon" and not part.is_empty:
            rings += [encode_line(shapely.get_coordinates(ring)) for ring in (part.exterior, *part.interiors)]
    return rings
