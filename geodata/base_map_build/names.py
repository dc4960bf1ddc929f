"""Names of shapes, given by seeds: points on or near a feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapely import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geodata.base_map_build.settings import Seed

NEAR = 0.02
"""Degrees: a seed farther than this from every shape names nothing."""


def names_of(shapes: Sequence[BaseGeometry], seeds: Sequence[Seed]) -> list[str]:
    """Return the name of each shape; empty where no seed lies on it.

    Raises:
        ValueError: if a seed lies on no shape, or on one that has another name.
    """
    names = [""] * len(shapes)
    for seed in seeds:
        point = Point(seed.lon, seed.lat)
        index = min(range(len(shapes)), key=lambda i: shapes[i].distance(point))
        if shapes[index].distance(point) > NEAR or names[index] not in {"", seed.name}:
            message = f"the seed of {seed.name} at {seed.lon}, {seed.lat} does not lie on a {seed.kind} of its own"
            raise ValueError(message)
        names[index] = seed.name
    return names
