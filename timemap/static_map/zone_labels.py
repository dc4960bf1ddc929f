"""Labels of zones: on their own land, or beside it with a line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

from timemap.static_map.drawing import CIRCLE, DrawingOrder, LineStyle, mark, stroke, svg_path
from timemap.static_map.label_placement import Label, root_of, spot_at
from timemap.static_map.text import broken, text_block
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from timemap.static_map.drawing import Plot
    from timemap.static_map.text import Spot, TextBlock

LONGEST = (11, 18, 40)
"""Letters on one line: a name is tried on three, two and one lines."""

_RULES = TOKENS.labels
_STEP = 7
_DOT = 2.6


def zone_labels(plot: Plot, zones: Mapping[str, BaseGeometry], say: Callable[[str], str]) -> Iterator[Label]:
    """Yield the name of every zone of which enough is in the frame.

    Args:
        plot: where it is drawn.
        zones: the land of each zone in pixels, by its id.
        say: gives the short name of a zone, by its id.
    """
    seen = {zone: land.intersection(plot.frame.box) for zone, land in zones.items()}
    for zone, land in seen.items():
        wide = land.buffer(-_RULES.zone_least / 2)
        if wide.is_empty:
            continue
        largest = max(shapely.get_parts(wide), key=lambda part: part.area)
        (x, y), _ = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, tolerance=1))
        foot = (float(x), float(y))
        ways = list(dict.fromkeys(broken(say(zone), longest) for longest in LONGEST))
        worded = [text_block("zone", way, plot.scale) for way in ways]
        others = shapely.union_all([other for key, other in seen.items() if key != zone])
        spots = [*_on_land(land, foot, worded), *_beside(plot, land, others, foot, worded)]
        yield Label(worded[0], spots, TOKENS.lettering["zone"].priority, bears=0.4, gap=2 * plot.scale)


def draw_line(plot: Plot, spot: Spot, colour: str) -> None:
    """Draw the line from a name to what it names, if it has one.

    It is in a colour of the palette.
    """
    if spot.foot is None:
        return
    colours = plot.colours
    ends = shapely.LineString([root_of(spot), spot.foot])
    for name, width in (("halo", 3.4), (colour, 1.4)):
        stroke(plot.axes, ends, LineStyle(colours[name], width * plot.scale), DrawingOrder.MARKS)
    mark(plot.at(*spot.foot, _DOT * plot.scale), svg_path(CIRCLE), DrawingOrder.MARKS, ink=colours[colour])


def _on_land(land: BaseGeometry, middle: tuple[float, float], worded: Sequence[TextBlock]) -> list[Spot]:
    """Return the spots that lie wholly on the land, the nearest to its middle first."""
    left, upper, right, lower = land.bounds
    columns, rows = np.meshgrid(np.arange(left, right, _STEP), np.arange(upper, lower, _STEP))
    shapely.prepare(land)
    spots: list[tuple[float, Spot]] = []
    for words in worded:
        across, down = words.width / 2 + _RULES.zone_rim, words.height / 2 + _RULES.zone_rim
        boxes = shapely.box(columns - across, rows - down, columns + across, rows + down)
        inside = shapely.contains(land, boxes)
        for x, y in zip(columns[inside], rows[inside], strict=True):
            far = math.hypot(x - middle[0], y - middle[1]) + 8 * abs(len(words.lines) - 2)
            spots.append((far, spot_at(float(x), float(y), words)._replace(words=words)))
    return [spot for _, spot in sorted(spots, key=lambda row: row[0])]


def _beside(
    plot: Plot, land: BaseGeometry, others: BaseGeometry, foot: tuple[float, float], worded: Sequence[TextBlock]
) -> list[Spot]:
    """Return the spots round the land that lie on no other zone, the nearest first."""
    spots: list[tuple[float, Spot]] = []
    for words in worded:
        for turn in range(_RULES.zone_directions):
            angle = turn * 2 * math.pi / _RULES.zone_directions
            across, down = math.cos(angle), math.sin(angle)
            half = min(words.width / 2 / max(abs(across), 1e-9), words.height / 2 / max(abs(down), 1e-9))
            for away in _RULES.zone_away:
                reach = away * plot.scale + half
                spot = spot_at(foot[0] + across * reach, foot[1] + down * reach, words)
                box = shapely.box(*spot.box)
                if not plot.frame.box.contains(box) or box.intersects(others):
                    continue
                far = away + (_RULES.zone_on_own if box.intersects(land) else 0)
                spots.append((far, spot._replace(words=words, foot=foot)))
    return [spot for _, spot in sorted(spots, key=lambda row: row[0])]
