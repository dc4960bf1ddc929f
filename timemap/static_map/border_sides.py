"""Sides of the border for labels: names stay on their place's side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from timemap.static_map.border import DrawnBorder
    from timemap.static_map.text import Spot


@dataclass(frozen=True, slots=True)
class BorderSides:
    """The border, and the countries beside it, in pixels."""

    border: DrawnBorder
    """What was drawn of the border."""

    lands: Sequence[BaseGeometry]
    """The countries."""

    def own(self, point: tuple[float, float], spots: Sequence[Spot], near: float) -> list[Spot]:
        """Return the spots that lie in no other country than a point.

        All where the border is farther than ``near``.
        """
        home = next((land for land in self.lands if shapely.contains_xy(land, *point)), None)
        if home is None or not shapely.dwithin(self.border.line, shapely.Point(point), near):
            return list(spots)
        others = [land for land in self.lands if land is not home]
        return [spot for spot in spots if not any(land.intersects(shapely.box(*spot.box)) for land in others)]
