"""Simplification of countries and divisions that share their edges.

They keep sharing them vertex for vertex.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import LineString, MultiLineString, MultiPolygon, Polygon

from geodata.areas.projection import polygons
from geodata.base_map_build.projection import GRID, square_km, to_degrees, to_metres

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from geodata.base_map_build.settings import BuildSettings, Seed


@dataclass(frozen=True)
class Unit:
    """One piece of the coverage."""

    iso: str
    """Code of the country it belongs to."""
    name: str
    """Name of the division; empty for a country that is not divided."""
    shape: BaseGeometry
    """Its land, in degrees."""


def build_coverage(
    outlines: dict[str, BaseGeometry], lines: Sequence[BaseGeometry], seeds: Iterable[Seed], settings: BuildSettings
) -> list[Unit]:
    """Return the units of the area, simplified as one coverage.

    Outlines and division lines make them.

    Every division gets the name of the seed that lies in it; faces without a seed (slivers between two
    sources) go to the neighbour of the same country with the longest shared edge. Islets are left out.
    """
    edges = [shape.boundary for shape in outlines.values()]
    area = settings.area
    work = [shapely.intersection(shape, area) for shape in [*edges, *lines]] + [area.boundary]
    noded = shapely.union_all([shapely.set_precision(shape, GRID) for shape in work], grid_size=GRID)
    faces = [face for face in polygons(shapely.polygonize([*parts(noded)])) if face.area > 0]
    named = _name(_assign(faces, outlines), [seed for seed in seeds if area.covers(shapely.Point(seed.lon, seed.lat))])
    land = [unit for unit in named if unit.name or not _is_islet(unit, settings)]
    return simplify(_dissolve(land), settings.detail.outline_m)


def simplify(units: Sequence[Unit], tolerance_m: float) -> list[Unit]:
    """Return the units with fewer vertices.

    What was shared before is shared after.

    Raises:
        ValueError: if the result is not a coverage.
    """
    flat = np.array([to_metres(unit.shape) for unit in units], dtype=object)
    shapes = [to_degrees(shape) for shape in shapely.coverage_simplify(flat, tolerance_m)]
    if not shapely.coverage_is_valid(shapes):
        message = "the simplified units overlap or do not share their edges"
        raise ValueError(message)
    return [replace(unit, shape=shape) for unit, shape in zip(units, shapes, strict=True)]


def countries(units: Sequence[Unit]) -> dict[str, BaseGeometry]:
    """Return each country as the exact union of its units, by ISO code."""
    codes = dict.fromkeys(unit.iso for unit in units)
    return {
        iso: shapely.coverage_union_all([unit.shape for unit in units if unit.iso == iso]).normalize() for iso in codes
    }


def land_borders(shapes: dict[str, BaseGeometry]) -> dict[tuple[str, str], BaseGeometry]:
    """Return the shared edge of every two neighbouring countries.

    It is made of the vertices of both.
    """
    found = {}
    for one, other in combinations(shapes, 2):
        shared = _segments(shapes[one]) & _segments(shapes[other])
        if shared:
            line = shapely.line_merge(MultiLineString([LineString(pair) for pair in sorted(shared)]))
            found[one, other] = west_to_east(line)
    return found


def west_to_east(line: BaseGeometry) -> BaseGeometry:
    """Return lines with all parts ordered from west to east."""
    turned = [
        part if part.coords[0] <= part.coords[-1] else LineString(part.coords[::-1])
        for part in parts(line)
        if isinstance(part, LineString)
    ]
    turned.sort(key=lambda part: part.coords[0])
    return turned[0] if len(turned) == 1 else MultiLineString(turned)


def parts(shape: BaseGeometry) -> list[BaseGeometry]:
    """Return the single shapes that a shape is made of."""
    return list(shapely.get_parts(shape))


def _segments(shape: BaseGeometry) -> set[tuple[tuple[float, ...], tuple[float, ...]]]:
    found = set()
    for polygon in polygons(shape):
        for ring in (polygon.exterior, *polygon.interiors):
            found |= {(min(pair), max(pair)) for pair in pairwise(ring.coords)}
    return found


def _assign(faces: Sequence[Polygon], outlines: dict[str, BaseGeometry]) -> list[Unit]:
    """Return the faces that lie in a country, each as a unit without a name."""
    for shape in outlines.values():
        shapely.prepare(shape)
    return [
        Unit(iso, "", face)
        for face in faces
        for iso in [next((code for code, land in outlines.items() if land.covers(face.representative_point())), None)]
        if iso is not None
    ]


def _name(units: Sequence[Unit], seeds: Sequence[Seed]) -> list[Unit]:
    """Return the units named by seeds, those without one named like the neighbour they share the longest edge with."""
    named = list(units)
    for seed in seeds:
        point = shapely.Point(seed.lon, seed.lat)
        hits = [i for i, unit in enumerate(named) if unit.iso == seed.kind and unit.shape.covers(point)]
        if len(hits) != 1 or named[hits[0]].name:
            message = f"the seed of {seed.name} ({seed.kind}) does not lie in a division of its own"
            raise ValueError(message)
        named[hits[0]] = replace(named[hits[0]], name=seed.name)
    divided = {seed.kind for seed in seeds}
    while True:
        waiting = [i for i, unit in enumerate(named) if unit.iso in divided and not unit.name]
        joined = {i: name for i in waiting if (name := _neighbour(named, i))}
        if not joined:
            return named
        for i, name in joined.items():
            named[i] = replace(named[i], name=name)


def _is_islet(unit: Unit, settings: BuildSettings) -> bool:
    divided = any(country.divided for country in settings.countries if country.iso == unit.iso)
    return divided and square_km(unit.shape) < settings.detail.smallest_exclave_km2


def _neighbour(units: Sequence[Unit], index: int) -> str:
    me = units[index]
    near = [unit for unit in units if unit.iso == me.iso and unit.name and unit.shape.intersects(me.shape)]
    edges = {unit.name: unit.shape.boundary.intersection(me.shape.boundary).length for unit in near}
    return max(edges, key=lambda name: edges[name]) if any(edges.values()) else ""


def _dissolve(units: Sequence[Unit]) -> list[Unit]:
    keys = sorted({(unit.iso, unit.name) for unit in units})
    shapes = {
        key: shapely.coverage_union_all([unit.shape for unit in units if (unit.iso, unit.name) == key]) for key in keys
    }
    return [Unit(iso, name, MultiPolygon(polygons(shape)).normalize()) for (iso, name), shape in shapes.items()]
