"""Front lines, state borders and rims: the edges of areas by kind.

A front line lies where the areas of two controllers meet.

Whether it was fought over is not known from here: it is the line of contact between two controllers.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod
from shapely import LineString, MultiLineString

from geodata.areas.projection import GRID, KM, STEPS
from geodata.areas.timeline.arcs import cut_arcs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from geodata.areas.timeline.areas_in_time import AreasInTime
    from geodata.geography import Geography

EARTH = Geod(ellps="WGS84")
NEAR = 2 * GRID
"""Degrees: so near to a neighbouring state an edge lies on the border with it."""


class LineKind(StrEnum):
    """Kind of an edge of an area: front, state border or rim."""

    FRONT = "front"
    """The line of contact of two controllers."""
    BORDER = "border"
    """The border with a neighbouring state."""
    RIM = "rim"
    """The end of what may be claimed: it says nothing about who holds what lies beyond."""


@dataclass(frozen=True, slots=True)
class AreaLine:
    """All edges of one kind on a day between the same two sides.

    These are two controllers, or one and a neighbouring state or the rim.
    """

    kind: LineKind
    controllers: tuple[str, ...]
    """Ids of the controllers on both sides of a front, in the order of their table; else of the one there is."""
    state: str
    """ISO code of the neighbouring state, three letters; empty where it is no border."""
    geometry: MultiLineString
    """The edges in degrees: the very vertices of the areas."""
    km: float
    """Its length on the ellipsoid."""
    last_known: bool
    """True after the last day that sources support."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A stretch of a cell's outline with one neighbour all along."""

    cells: tuple[int, ...]
    """Numbers of the one or two cells that it belongs to."""
    state: str
    """ISO code of the neighbouring state beyond it; empty where there is none."""
    line: LineString
    """In degrees, on the grid."""
    km: float
    """Its length on the ellipsoid."""


@dataclass(frozen=True, eq=False)
class LinesInTime:
    """The edges of all cells, and from them the lines of any day.

    Compared by identity, since it is made once.
    """

    areas: AreasInTime
    """The areas whose edges they are."""
    edges: tuple[Edge, ...]
    """Each edge once."""
    states: Mapping[str, str]
    """Names of the neighbouring states by their codes."""

    def on(self, day: date) -> tuple[AreaLine, ...]:
        """Return the lines of a day: fronts, then borders, then the rim.

        Each kind is in the order of the controllers.

        An edge between land that somebody holds and land that nobody is known to hold is of no kind, and left out.
        """
        return tuple(
            AreaLine(*key, _joined(edges), sum(edge.km for edge in edges), day > self.areas.known_until)
            for key, edges in self._edges_on(day)
        )

    def _edges_on(self, day: date) -> list[tuple[Key, list[Edge]]]:
        """Return the edges of a day by kind, controllers and state, in the order of `on`."""
        kinds = {kind: number for number, kind in enumerate(LineKind)}
        order = {controller: number for number, controller in enumerate(self.areas.controllers)}
        holders = [None if interval is None else interval.controller for interval in self.areas.stretches_on(day)]
        edges: dict[Key, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            sides = {holder for cell in edge.cells if (holder := holders[cell]) is not None}
            controllers = tuple(sorted(sides, key=order.__getitem__))
            if len(edge.cells) == len(controllers) == 1:
                edges[LineKind.BORDER if edge.state else LineKind.RIM, controllers, edge.state].append(edge)
            elif len(controllers) > 1:
                edges[LineKind.FRONT, controllers, ""].append(edge)
        return sorted(edges.items(), key=lambda row: (kinds[row[0][0]], [order[one] for one in row[0][1]], row[0][2]))


Key = tuple[LineKind, tuple[str, ...], str]
"""Kind, controllers and state of a line."""


def cut_lines(areas: AreasInTime, geography: Geography) -> LinesInTime:
    """Return the edges of the cells, with state borders cut from the rim."""
    arcs, cells = cut_arcs([cell.shape for cell in areas.cells])
    owners: dict[int, set[int]] = defaultdict(set)
    for number, polygons in enumerate(cells):
        for reference in (reference for rings in polygons for ring in rings for reference in ring):
            owners[reference if reference >= 0 else ~reference].add(number)
    outer = [number for number in sorted(owners) if len(owners[number]) == 1]
    ends = [np.array(arcs[number]) / STEPS for number in outer]
    states = iter(_states(ends, geography))
    parts = {number: list(_cut(points, next(states))) for number, points in zip(outer, ends, strict=True)}
    edges = []
    for number in sorted(owners):
        for points, state in parts.get(number) or [(np.array(arcs[number]) / STEPS, "")]:
            line = LineString(points)
            edges.append(Edge(tuple(sorted(owners[number])), state, line, EARTH.geometry_length(line) / KM))
    named = zip(geography.countries["iso"], geography.countries["name"], strict=True)
    return LinesInTime(areas, tuple(edges), {str(iso): str(name) for iso, name in named if iso != geography.iso})


def _states(lines: Sequence[NDArray[np.float64]], geography: Geography) -> list[list[str]]:
    """Return for each piece of each line the neighbouring state that it lies on the border of, or nothing."""
    others = geography.countries[geography.countries["iso"] != geography.iso]
    if others.empty or not geography.iso:
        return [[""] * (len(points) - 1) for points in lines]
    codes, lands = others["iso"].tolist(), others.geometry.tolist()
    shapely.prepare(lands)
    states = []
    for points in lines:
        middles = shapely.points((points[1:] + points[:-1]) / 2)
        near = np.array([shapely.dwithin(land, middles, NEAR) for land in lands])
        states.append([codes[row.argmax()] if row.any() else "" for row in near.T])
    return states


def _cut(points: NDArray[np.float64], states: Sequence[str]) -> Iterable[tuple[NDArray[np.float64], str]]:
    """Yield the stretches of a line along which the state is the same."""
    turns = [0, *(at for at in range(1, len(states)) if states[at] != states[at - 1]), len(states)]
    for start, end in pairwise(turns):
        yield points[start : end + 1], states[start]


def _joined(edges: Sequence[Edge]) -> MultiLineString:
    joined = shapely.get_parts(shapely.line_merge(MultiLineString([edge.line for edge in edges])))
    return MultiLineString([part for part in joined if isinstance(part, LineString)])
