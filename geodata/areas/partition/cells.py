"""Cells of places: an exact partition of the covered land.

Neighbours share their edges exactly.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import MultiPolygon, Point, Polygon, STRtree

from geodata.areas.partition.coverage_outline import covered_outline
from geodata.areas.partition.river_banks import banks
from geodata.areas.partition.voronoi import edges, voronoi_cells
from geodata.areas.projection import (
    GRID,
    KM,
    STEPS,
    multi,
    points_to_metres,
    polygons,
    rounded,
    square_km,
    to_degrees,
    to_metres,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from geodata.areas.settings import CellSettings
    from geodata.records.places import Place

MARGIN_KM = 10.0
"""How far cells are built beyond the region that they are then cut to."""
SCRAP_KM2 = 0.01
"""A part cut off from its place and smaller than this may go to a place beyond its reach."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The land that goes with one place."""

    place: str
    """Id of the place."""
    shape: MultiPolygon
    """Its land in degrees, on the grid."""
    km2: float
    """Its size on the ellipsoid, lakes and rivers included."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The planar partition of the covered land."""

    covered: Polygon
    """Outline of what may be claimed, in degrees; it goes across the border."""
    cells: tuple[Cell, ...]
    """One cell for each place within the outline, in the order of the places."""


@dataclass(frozen=True, slots=True)
class _Face:
    """A smallest part of the partition."""

    bank: int
    place: int
    shape: Polygon


@dataclass(frozen=True, slots=True)
class _Shore:
    """One bank divided among its places, before the banks are put together."""

    region: BaseGeometry
    """The covered land of the bank, in degrees on the grid."""
    edges: tuple[BaseGeometry, ...]
    """Lines in degrees, on the grid: its outline and the edges between its places."""
    owners: tuple[int, ...]
    """Number of the place of each piece."""
    pieces: STRtree
    """The pieces, in UTM."""


def build_cells(places: Sequence[Place], land: BaseGeometry, river: LineString, settings: CellSettings) -> Cells:
    """Return the cells of the places.

    Args:
        places: where the evidence is; their order is kept. Of several at one point only the first gets a
            cell, and land of a bank without places belongs to no cell.
        land: the country in degrees on the grid, lakes filled; its vertices are kept where cells meet the border.
        river: the line that no cell crosses, in degrees on the grid.
        settings: outline and fineness.

    Raises:
        NothingToClaimError: if no place supports a claim.
        ValueError: if the parts do not fit together; that is a fault here, never of the tables.
    """
    places = _apart(places)
    spots = np.array([(place.lon, place.lat) for place in places])
    covered = covered_outline(spots, land, settings)
    own = shapely.intersection(land, covered, grid_size=GRID)
    shores = []
    for bank in banks(land, river):
        numbers = np.flatnonzero(shapely.covers(shapely.intersection(bank, covered), shapely.points(spots)))
        region = shapely.intersection(own, bank, grid_size=GRID)
        if len(numbers) > 0:
            shores.append(_divide(region, {number: places[number] for number in numbers.tolist()}, settings))
    found: dict[int, list[Polygon]] = defaultdict(list)
    for face in _joined(_faces(shores), places):
        found[face.place].append(face.shape)
    return Cells(covered, tuple(_cell(places[number].id, found[number]) for number in sorted(found)))


def _apart(places: Sequence[Place]) -> list[Place]:
    """Return the places without those that lie at the point of an earlier one."""
    spots = {(round(place.lon * STEPS), round(place.lat * STEPS)): place for place in reversed(places)}
    kept = {place.id for place in spots.values()}
    return [place for place in places if place.id in kept]


def _divide(region: BaseGeometry, places: dict[int, Place], settings: CellSettings) -> _Shore:
    """Return one bank divided among its places, which are given with their numbers."""
    numbers = list(places)
    spots = points_to_metres(np.array([(place.lon, place.lat) for place in places.values()]))
    frame = to_metres(region).envelope.buffer(MARGIN_KM * KM)
    cut = voronoi_cells(spots, [place.reach_km for place in places.values()], frame, settings.corners)
    lines = [shapely.intersection(to_degrees(line), region, grid_size=GRID) for line in edges(cut)]
    owners = tuple(numbers[index] for index, _ in cut)
    return _Shore(region, (region.boundary, *lines), owners, STRtree([piece for _, piece in cut]))


def _faces(shores: Sequence[_Shore]) -> list[_Face]:
    """Return the faces between the edges of all banks, noded together on the grid."""
    noded = shapely.union_all([line for shore in shores for line in shore.edges], grid_size=GRID)
    faces = np.array(polygons(shapely.polygonize(list(shapely.get_parts(noded)))), dtype=object)
    middles = shapely.point_on_surface(faces)
    found = []
    for bank, shore in enumerate(shores):
        inside = shapely.covers(shore.region, middles)
        here = [to_metres(middle) for middle in middles[inside]]
        at, hits = shore.pieces.query_nearest(here, all_matches=False)
        found += [_Face(bank, shore.owners[hit], faces[inside][index]) for index, hit in zip(at, hits, strict=True)]
    return found


def _joined(faces: Sequence[_Face], places: Sequence[Place]) -> list[_Face]:
    """Return the faces.

    A part cut off from its place goes to the neighbour on its bank with the longest edge.
    """
    shapes: dict[tuple[int, int], list[Polygon]] = defaultdict(list)
    for face in faces:
        shapes[face.bank, face.place].append(face.shape)
    parts: list[_Face] = []
    for bank, place in sorted(shapes):
        whole = shapely.coverage_union_all(shapes[bank, place])
        parts += [_Face(bank, place, polygon) for polygon in polygons(whole)]
    by_place: dict[int, list[int]] = defaultdict(list)
    for index, part in enumerate(parts):
        by_place[part.place].append(index)
    main = set()
    for place, indices in by_place.items():
        spot = Point(places[place].lon, places[place].lat)
        main.add(min(indices, key=lambda index: _apartness(parts[index].shape, spot)))
    tree = STRtree([part.shape for part in parts])
    kept = []
    for index, part in enumerate(parts):
        near = [parts[other] for other in tree.query(part.shape, predicate="intersects") if other in main]
        near = [other for other in near if other.bank == part.bank and other.place != part.place]
        free = [other for other in near if places[other.place].reach_km is None]
        fit = near if not free and square_km(part.shape) < SCRAP_KM2 else free
        if index in main or not fit:
            kept.append(part)
        else:
            kept.append(replace(part, place=max(fit, key=partial(_shared_edge, part)).place))
    return kept


def _apartness(shape: Polygon, spot: Point) -> tuple[bool, float]:
    """Return what is smallest for the part with the place in it, or else for the largest part."""
    return not shape.covers(spot), -shape.area


def _shared_edge(one: _Face, other: _Face) -> float:
    return one.shape.boundary.intersection(other.shape.boundary).length


def _cell(place: str, shapes: Sequence[Polygon]) -> Cell:
    shape = multi(polygons(rounded(shapely.coverage_union_all(list(shapes)))))
    return Cell(place, shape, square_km(shape))
