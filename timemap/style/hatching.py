"""Hatching in pixels: patterns of areas, stripes of weak evidence."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Point = tuple[float, float]


def pattern_lines(pattern: str, shape: BaseGeometry, scale: float) -> BaseGeometry:
    """Return the lines of a pattern inside a shape in pixels.

    The pattern is an SVG path in a tile.

    Strokes of one direction that go on in the next tile are made one, so that files stay small.
    """
    if shape.is_empty:
        return shapely.MultiLineString()
    side = TOKENS.areas.pattern_tile * scale
    left, upper, right, lower = shape.bounds
    columns = np.arange(left // side, right // side + 1) * side
    rows = np.arange(upper // side, lower // side + 1) * side
    corners = np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 1, 2)
    found = []
    for strokes in _strokes(pattern):
        lines = shapely.linestrings((corners[:, None] + strokes[None] * scale).reshape(-1, 2, 2))
        joined = shapely.line_merge(shapely.union_all(lines, grid_size=0.01))
        found.append(shapely.intersection(shapely.simplify(joined, 0.05), shape))
    parts = shapely.get_parts(shapely.get_parts(found))
    return shapely.MultiLineString([part for part in parts if part.geom_type == "LineString" and not part.is_empty])


def stripes(width: float, shape: BaseGeometry, scale: float) -> BaseGeometry:
    """Return stripes inside a shape, where weak evidence thins the colour.

    Their width is in pixels.
    """
    if shape.is_empty:
        return shapely.MultiPolygon()
    left, upper, right, lower = shape.bounds
    apart = TOKENS.areas.stripes_apart * scale
    starts = np.arange(np.floor((left + upper) / apart), np.ceil((right + lower) / apart) + 1) * apart
    half = width * scale / 2**0.5
    bands = [
        [
            (start - half - upper, upper),
            (start + half - upper, upper),
            (start + half - lower, lower),
            (start - half - lower, lower),
        ]
        for start in starts
    ]
    return shapely.intersection(shapely.MultiPolygon([(band, ()) for band in bands]), shape)


@cache
def _strokes(pattern: str) -> tuple[NDArray[np.float64], ...]:
    """Return the straight strokes of a tile, those of one direction together: an array of their two ends each."""
    pen = RecordingPen()
    parse_path(pattern, pen)
    by_direction: dict[float, list[tuple[Point, Point]]] = defaultdict(list)
    last: Point = (0.0, 0.0)
    for step, points in pen.value:
        if step == "lineTo":
            (x, y), (next_x, next_y) = last, points[-1]
            direction = round(math.degrees(math.atan2(next_y - y, next_x - x)) % 180, 3)
            by_direction[direction].append((last, points[-1]))
        last = points[-1] if points else last
    return tuple(np.array(strokes, dtype=np.float64) for strokes in by_direction.values())
