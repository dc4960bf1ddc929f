"""Course of a great river as one line, from north to south."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely import LineString, Point
from shapely.ops import substring

from geodata.base_map_build.projection import to_degrees, to_metres

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

LARGEST_GAP = 5e-3
"""Degrees over which two pieces of one river are joined: the source breaks it at dams."""


def course(pieces: Sequence[LineString], area: Polygon, tolerance_m: float) -> LineString:
    """Return the longest line of one river's pieces inside the area.

    It leads from north to south.
    """
    whole = longest(shapely.MultiLineString([without_loops(line) for line in joined(pieces)]))
    line = longest(whole.intersection(area))
    if line.coords[0][1] < line.coords[-1][1]:
        line = LineString(line.coords[::-1])
    return to_degrees(shapely.simplify(to_metres(line), tolerance_m))


def joined(pieces: Sequence[LineString]) -> list[LineString]:
    """Return lines joined where one ends and another begins.

    A small gap between them is bridged.

    >>> [list(line.coords) for line in joined([LineString([(0, 0), (1, 0)]), LineString([(2, 0), (1.001, 0)])])]
    [[(0.0, 0.0), (1.0, 0.0), (1.001, 0.0), (2.0, 0.0)]]
    """
    waiting = sorted(pieces, key=lambda piece: piece.length, reverse=True)
    done = []
    while waiting:
        line = waiting.pop(0)
        while (found := _next(line, waiting)) is not None:
            piece, line = found
            waiting.remove(piece)
        done.append(line)
    return done


def without_loops(line: LineString) -> LineString:
    """Return a line that visits no point twice.

    What lies between two visits is left out.

    >>> list(without_loops(LineString([(0, 0), (1, 0), (1, 1), (1, 0), (2, 0)])).coords)
    [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)]
    """
    kept: list[tuple[float, ...]] = []
    for point in line.coords:
        if point in kept:
            del kept[kept.index(point) :]
        kept.append(point)
    return LineString(kept)


def longest(shape: BaseGeometry) -> LineString:
    """Return the longest of the lines that a shape is made of."""
    return max(
        (part for part in shapely.get_parts(shape) if isinstance(part, LineString)), key=lambda part: part.length
    )


def interval(line: LineString, one: Point, other: Point) -> LineString:
    """Return the part of a line between its points nearest to two others."""
    start, end = sorted((line.project(one), line.project(other)))
    return longest(substring(line, start, end))


def _next(line: LineString, pieces: Sequence[LineString]) -> tuple[LineString, LineString] | None:
    """Return a piece that touches an end of the line, and the two as one line.

    None when no piece does.
    """
    for piece in pieces:
        for ours in (list(line.coords), list(line.coords)[::-1]):
            for theirs in (list(piece.coords), list(piece.coords)[::-1]):
                if Point(ours[-1]).distance(Point(theirs[0])) <= LARGEST_GAP:
                    return piece, LineString([*ours, *(theirs[1:] if ours[-1] == theirs[0] else theirs)])
    return None
