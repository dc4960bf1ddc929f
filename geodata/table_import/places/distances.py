"""Distances between points in degrees, in kilometres."""

from __future__ import annotations

import math

EARTH_KM = 6371.0088
"""Mean radius of the Earth, as of the International Union of Geodesy and Geophysics."""


def km_between(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance of two points on a sphere.

    >>> round(km_between(36.891, 38.354, 36.697, 38.954))
    58
    """
    north, other_north = math.radians(lat), math.radians(other_lat)
    east = math.radians(other_lon - lon)
    part = math.sin((other_north - north) / 2) ** 2 + math.cos(north) * math.cos(other_north) * math.sin(east / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(part)))
