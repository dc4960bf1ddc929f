"""Lines between divisions, from Natural Earth.

They are kept inside their country and tied to its true outline where they stop short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import LineString, Point
from shapely.ops import nearest_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geodata.base_map_build.settings import BuildSettings
    from geodata.base_map_build.sources import Sources

ON_THE_OUTLINE = 2e-3
"""Degrees: an end of a line this near to Natural Earth's own outline is meant to lie on it."""
OVERSHOOT = 0.02
"""Share of its own length by which a tie runs on beyond the outline, so that the two surely cross."""


def division_lines(sources: Sources, settings: BuildSettings, outlines: dict[str, BaseGeometry]) -> list[BaseGeometry]:
    """Return the lines that cut the divided countries into their divisions."""
    theirs = sources.natural_earth_outline(settings.wide)
    found: list[BaseGeometry] = []
    for country in settings.countries:
        if country.divided:
            land = outlines[country.iso]
            lines = sources.division_lines(country.iso, settings.wide)
            ties = _ties(lines, theirs, land.boundary, settings.detail.tie_deg)
            found += [line.intersection(land) for line in [*lines, *ties]]
    return [line for line in found if not line.is_empty]


def _ties(lines: Sequence[BaseGeometry], theirs: BaseGeometry, ours: BaseGeometry, longest: float) -> list[LineString]:
    """Return a straight stretch from each end on their outline to the nearest point of ours."""
    ties = []
    for line in lines:
        for end in (line.coords[0], line.coords[-1]):
            point = Point(end)
            if point.distance(theirs) > ON_THE_OUTLINE:
                continue
            target = np.array(nearest_points(ours, point)[0].coords[0])
            way = target - np.array(end)
            if 0 < np.hypot(*way) < longest:
                ties.append(LineString([end, target + way * OVERSHOOT]))
    return [tie for tie in ties if shapely.is_valid(tie)]
