"""Lakes and reservoirs, from OpenStreetMap.

A reservoir that the source breaks into pieces is joined along its river.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely import LineString, MultiPolygon, Point, Polygon

from geodata.areas.projection import polygons
from geodata.base_map_build.names import names_of
from geodata.base_map_build.projection import square_km, to_degrees, to_metres
from geodata.base_map_build.river_course import interval

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from geodata.base_map_build.settings import Detail, Seed

ROUNDING_M = 220.0
"""Radius by which corners are rounded: the source is cut into squares of about a kilometre."""
CLOSING_M = 600.0
"""Radius by which clefts of a reservoir are closed."""
LEAST_ISLAND_M2 = 1e6
"""Smaller holes in a reservoir are flaws of the source."""
SHRED_KM2 = 12.0
"""Nameless pieces of water up to this size that lie on the river are shreds of the river itself."""
SHRED_M = 1500.0
"""How near to the river such a piece lies."""


@dataclass(frozen=True)
class Reservoir:
    """A stretch of a river that a dam fills."""

    name: str
    """Its plain English name."""
    dam: Point
    """Where the dam stands, in degrees."""
    tail: Point
    """Where the still water begins upstream, in degrees."""
    reach_km: float
    """Pieces of water up to this far from the river belong to it."""
    width_km: float
    """Width that it has at least, along the river."""


@dataclass(frozen=True)
class Lake:
    """One standing water."""

    name: str
    """Plain English name; empty when not known."""
    shape: BaseGeometry
    """Its surface, in degrees."""


def read_reservoirs(path: Path) -> tuple[Reservoir, ...]:
    """Return the reservoirs of a CSV table.

    Its columns are name, dam_lon, dam_lat, tail_lon, ..., width_km.
    """
    with path.open(encoding="utf-8", newline="") as table:
        return tuple(
            Reservoir(
                row["name"],
                Point(float(row["dam_lon"]), float(row["dam_lat"])),
                Point(float(row["tail_lon"]), float(row["tail_lat"])),
                float(row["reach_km"]),
                float(row["width_km"]),
            )
            for row in csv.DictReader(table)
        )


def build_lakes(  # noqa: PLR0913 - four sources of shape and two of rules
    still: Sequence[BaseGeometry],
    wide: Sequence[BaseGeometry],
    *,
    river: LineString,
    reservoirs: Sequence[Reservoir],
    seeds: Sequence[Seed],
    detail: Detail,
) -> list[Lake]:
    """Return the reservoirs of a river and the other lakes.

    None overlap; the largest come first.

    ``still`` are the lakes and ``wide`` the wide rivers of the source. Of the wide rivers only what belongs to a
    reservoir is used: the rest are shreds.
    """
    water = [to_metres(piece) for piece in [*still, *wide]]
    found = []
    taken: BaseGeometry = Polygon()
    for reservoir in reservoirs:
        surface = _surface(reservoir, water, to_metres(interval(river, reservoir.dam, reservoir.tail))).difference(
            taken
        )
        taken = taken.union(surface)
        found.append(Lake(reservoir.name, _light(surface, detail)))
    rest = shapely.union_all([_rounded(to_metres(piece)) for piece in still]).difference(taken.buffer(ROUNDING_M))
    others = [
        shape
        for piece in polygons(rest)
        if square_km(shape := _light(_rounded(piece), detail)) >= detail.smallest_lake_km2
    ]
    beside = to_degrees(to_metres(river).buffer(SHRED_M))
    found += [
        Lake(name, shape)
        for name, shape in zip(names_of(others, seeds), others, strict=True)
        if name or square_km(shape) > SHRED_KM2 or not shape.intersects(beside)
    ]
    return sorted(found, key=lambda lake: -square_km(lake.shape))


def _surface(reservoir: Reservoir, water: Sequence[BaseGeometry], river: LineString) -> BaseGeometry:
    """Return the water around a stretch of river as one polygon that holds the whole stretch."""
    around = river.buffer(reservoir.reach_km * 1000, cap_style="flat")
    channel = river.buffer(reservoir.width_km * 500)
    pieces = shapely.union_all([*(piece.intersection(around) for piece in water), channel])
    closed = pieces.buffer(CLOSING_M).buffer(-CLOSING_M)
    whole = max(polygons(_rounded(closed).union(channel)), key=lambda piece: piece.area)
    return Polygon(whole.exterior, [hole for hole in whole.interiors if Polygon(hole).area > LEAST_ISLAND_M2])


def _rounded(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape on the plane whose clefts are closed and whose spikes are cut, with round corners."""
    return shape.buffer(2 * ROUNDING_M).buffer(-3 * ROUNDING_M).buffer(ROUNDING_M)


def _light(shape: BaseGeometry, detail: Detail) -> BaseGeometry:
    """Return a shape of the plane in degrees with fewer vertices."""
    light = to_degrees(shapely.simplify(shape, detail.water_m))
    return MultiPolygon(polygons(shapely.make_valid(light))).normalize()
