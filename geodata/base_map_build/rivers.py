"""Lines of rivers, split where they meet.

The great ones are from Natural Earth, the smaller ones from GSHHG.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely import LineString, MultiLineString

from geodata.base_map_build.names import names_of
from geodata.base_map_build.projection import length_km, to_degrees, to_metres

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

    from geodata.base_map_build.settings import Seed

SAME_RIVER_M = 3000.0
"""Lines of two sources that run this near to each other over most of their length are one river."""
MOSTLY = 0.6
SHORTEST_KM = 3.0


@dataclass(frozen=True)
class River:
    """Course of a named river inside the area, or one nameless piece."""

    name: str
    """Plain English name; empty when not known."""
    rank: int
    """1 great river, 2 named river, 3 other."""
    shape: BaseGeometry
    """Its lines, in degrees."""


def build_rivers(
    great: Mapping[str, LineString],
    small: Sequence[LineString],
    area: Polygon,
    seeds: Sequence[Seed],
    tolerance_m: float,
) -> list[River]:
    """Return the rivers of the area, one for each name, the great ones first."""
    near = shapely.union_all([to_metres(line).buffer(SAME_RIVER_M) for line in great.values()])
    pieces = [
        piece
        for line in split_where_they_meet(small, area)
        if length_km(line) >= SHORTEST_KM and not _mostly_inside(piece := to_metres(line), near)
    ]
    light = [to_degrees(shapely.simplify(piece, tolerance_m)) for piece in pieces]
    found = [River(name, 1, line) for name, line in great.items()]
    names = names_of(light, seeds)
    for name in sorted(set(names) - {""}):
        lines = [line for line, its_name in zip(light, names, strict=True) if its_name == name]
        found.append(River(name, 2, shapely.line_merge(MultiLineString(lines))))
    found += [River("", 3, line) for line, name in zip(light, names, strict=True) if not name]
    return found


def split_where_they_meet(lines: Iterable[LineString], area: Polygon) -> list[LineString]:
    """Return lines cut by the area and at every confluence.

    Each piece belongs to one river.
    """
    noded = shapely.union_all([line.intersection(area) for line in lines])
    return [line for line in shapely.get_parts(shapely.line_merge(noded)) if isinstance(line, LineString)]


def _mostly_inside(line: LineString, surroundings: BaseGeometry) -> bool:
    return bool(line.intersection(surroundings).length > MOSTLY * line.length)
