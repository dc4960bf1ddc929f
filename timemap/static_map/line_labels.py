"""Labels along lines: countries beside the border, rivers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import shapely

from timemap.static_map.label_placement import Label, spot_at
from timemap.static_map.text import text_block
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geodata.geography import Geography
    from timemap.static_map.border import DrawnBorder
    from timemap.static_map.drawing import Plot
    from timemap.static_map.text import Spot

STEP = TOKENS.labels.along_step
"""Pixels between two looks along a line."""

_BORDER_PERIOD = 520
_RIVER_PERIOD = 640
_BEND = 7
_SIDE = 14
_UPSIDE_DOWN = 90

Say: TypeAlias = "Callable[[str, str], str]"
"""Gives the name of a feature of the base map of a kind, in the language of the picture."""


def border_labels(plot: Plot, geography: Geography, border: DrawnBorder, say: Say) -> Iterator[Label]:
    """Yield labels of both countries beside the border, along all of it."""
    lands = [(say("country", str(name)), plot.frame.place(shape)) for name, shape in _countries(geography)]
    for start, angle, run in _straights(border.line, _BORDER_PERIOD, 150 * plot.scale):
        across = np.array([-math.sin(math.radians(angle)), math.cos(math.radians(angle))]) * _SIDE * plot.scale
        names = [_name_at(lands, start + hand * across) for hand in (-1, 1)]
        if all(names):
            words = text_block("border", names, plot.scale)
            upright = [(middle, turn) for middle, turn in run if abs(turn - angle) < _UPSIDE_DOWN]
            spots = [spot_at(float(middle[0]), float(middle[1]), words, turn) for middle, turn in upright]
            yield Label(words, spots, TOKENS.lettering["border"].priority, bears=1, gap=2)


def river_labels(plot: Plot, geography: Geography, say: Say) -> Iterator[Label]:
    """Yield labels that stand beside the rivers whose names are known."""
    for (name, rank), rivers in geography.rivers.groupby(["name", "rank"]):
        if not name or int(str(rank)) > plot.frame.view.zoom - 5:
            continue
        words = text_block("river", [say("river", str(name))], plot.scale)
        off = words.height / 2 + 3
        line = plot.frame.place(shapely.union_all(rivers.geometry.to_numpy())).intersection(plot.frame.box)
        for _, _, run in _straights(line, _RIVER_PERIOD, words.width):
            spots: list[Spot] = []
            for (x, y), turn in run:
                across = (-math.sin(math.radians(turn)) * off, math.cos(math.radians(turn)) * off)
                spots += [spot_at(x + hand * across[0], y + hand * across[1], words, turn) for hand in (-1, 1)]
            yield Label(words, spots, TOKENS.lettering["river"].priority, gap=4)


def _countries(geography: Geography) -> Iterator[tuple[object, BaseGeometry]]:
    yield from zip(geography.countries["name"], geography.countries.geometry, strict=True)


def _name_at(lands: list[tuple[str, BaseGeometry]], point: NDArray[np.float64]) -> str:
    return next((name for name, land in lands if shapely.contains_xy(land, *point)), "")


Run = list[tuple["NDArray[np.float64]", float]]
"""Middles of straight stretches, with their angle in degrees between -90 and 90."""


def _straights(line: BaseGeometry, period: float, width: float) -> Iterator[tuple[NDArray[np.float64], float, Run]]:
    """Yield, for every ``period`` pixels of a line, its stretches of a width that hardly bend, the most central first.

    Each comes with the middle and the angle of the first of them.
    """
    merged = shapely.line_merge(line) if line.geom_type == "MultiLineString" else line
    for part in shapely.get_parts(merged):
        if part.geom_type != "LineString" or part.length < width:
            continue
        stops = np.arange(0, part.length, STEP)
        points = shapely.get_coordinates(shapely.line_interpolate_point(part, stops))
        reach = math.ceil(width / STEP)
        stretches: dict[int, list[tuple[float, NDArray[np.float64], float]]] = {}
        count = max(1, round(part.length / period))
        for at in range(len(points) - reach):
            chord = points[at + reach] - points[at]
            length = float(np.hypot(*chord))
            if length < width * 0.85 or _bend(points[at : at + reach + 1], chord / length) > _BEND:
                continue
            middle = (at + reach / 2) * STEP / part.length * count
            angle = math.degrees(math.atan2(chord[1], chord[0]))
            upright = (angle + 90) % 180 - 90
            off = abs(middle - (int(middle) + 0.5))
            stretches.setdefault(int(middle), []).append((off, (points[at] + points[at + reach]) / 2, upright))
        for interval in stretches.values():
            interval.sort(key=lambda row: row[0])
            yield interval[0][1], interval[0][2], [(middle, angle) for _, middle, angle in interval]


def _bend(points: NDArray[np.float64], along: NDArray[np.float64]) -> float:
    """Return how far points lie off the straight line from the first in a direction, in pixels."""
    off = points - points[0]
    return float(np.abs(off[:, 0] * along[1] - off[:, 1] * along[0]).max())
