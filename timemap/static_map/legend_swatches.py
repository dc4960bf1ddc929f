"""Swatches of the legend, drawn by the means of the map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely
from matplotlib.colors import to_rgb

from timemap.static_map.areas import remaining
from timemap.static_map.drawing import DrawingOrder, LineStyle, fill, stroke
from timemap.static_map.labels import DOT, draw_dot
from timemap.static_map.quarters import draw_quarter
from timemap.style.hatching import pattern_lines, stripes
from timemap.style.palette import area_colour, holder_colour, mixed, pattern_colour, share
from timemap.style.symbols import PATTERNS
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from matplotlib.typing import ColorType
    from shapely.geometry.base import BaseGeometry

    from geodata.records.control import Controller
    from timemap.static_map.drawing import MarkPosition

WIDTH = 25
"""Pixels."""

HEIGHT = 13.5
"""Pixels, where rows have room for it; twice the size of a position here."""

_GREY = TOKENS.areas.unknown_colour
_PIECES = 12
_BORDERS = next(layer for layer in TOKENS.base_map.layers if layer.id == "borders")


def area(row: Controller, at: MarkPosition, *, last_known: bool, patterns: bool) -> None:
    """Draw what the areas of a controller look like."""
    shown = holder_colour(row, at.theme, last_known=last_known)
    under = mixed(at.colours["land"], shown, share("fill", at.theme))
    box = _box(at)
    fill(at.axes, box, under, DrawingOrder.AREAS)
    if patterns:
        stroke(
            at.axes,
            pattern_lines(PATTERNS[row.pattern], box, 1),
            LineStyle(pattern_colour(shown, under, at.theme), 1),
            DrawingOrder.AREAS,
        )
    stroke(at.axes, box.boundary, _frame(at), DrawingOrder.BASE_LAYERS)


def faded(at: MarkPosition) -> None:
    """Draw how pale an area is that is only last known."""
    box = _box(at)
    pale = mixed(at.colours["land"], area_colour(_GREY, last_known=True), share("fill", at.theme))
    fill(at.axes, box, pale, DrawingOrder.AREAS)
    stroke(at.axes, box.boundary, _frame(at), DrawingOrder.BASE_LAYERS)


def rim(at: MarkPosition) -> None:
    """Draw how areas fade out where the covered region ends."""
    left, upper, right, lower = _box(at).bounds
    step = (right - left) / _PIECES
    for number in range(_PIECES):
        strength = remaining(1 - (number + 0.5) / _PIECES)
        piece = shapely.box(left + number * step, upper, right, lower)
        fill(at.axes, piece, mixed(at.colours["land"], _GREY, share("fill", at.theme) * strength), DrawingOrder.AREAS)


def weak(at: MarkPosition) -> None:
    """Draw how an area is hatched that rests on weak evidence."""
    box = _box(at)
    fill(at.axes, box, mixed(at.colours["land"], _GREY, share("fill", at.theme)), DrawingOrder.AREAS)
    for line in TOKENS.areas.stripe:
        left = 1 - share("hatch", at.theme) * line.share
        pale = mixed(at.colours["land"], _GREY, share("fill", at.theme) * left)
        fill(at.axes, stripes(line.width, box, 1), pale, DrawingOrder.AREAS)
    stroke(at.axes, box.boundary, _frame(at), DrawingOrder.BASE_LAYERS)


def zone(colour: ColorType, at: MarkPosition, *, last_known: bool) -> None:
    """Draw the outline of a named zone."""
    inner = _box(at).buffer(-2, join_style="mitre")
    stroke(
        at.axes,
        inner.boundary,
        LineStyle(colour, TOKENS.areas.zone_width, (5, 3) if last_known else ()),
        DrawingOrder.ZONES,
    )


def border(at: MarkPosition) -> None:
    """Draw a piece of the border."""
    _line(LineStyle(at.colours["border"], 3), at)


def wall(at: MarkPosition) -> None:
    """Draw a piece of the border with its wall."""
    border(at)
    for step in (-1, 0, 1):
        foot = at.x + step * (TOKENS.border_lines.tick_spacing + 1)
        tick = shapely.LineString([(foot, at.y), (foot, at.y - TOKENS.border_lines.tick_length - 1.5)])
        stroke(at.axes, tick, LineStyle(at.colours["wall"], 1.6), DrawingOrder.BORDER)


def other_border(at: MarkPosition) -> None:
    """Draw a piece of the border of another state."""
    _line(LineStyle(at.colours["borders"], 1.4, _BORDERS.dashes), at)


def division(at: MarkPosition) -> None:
    """Draw a piece of the border of a governorate or province."""
    _line(LineStyle(at.colours["division"], 1.2), at)


def _line(look: LineStyle, at: MarkPosition) -> None:
    """Draw a piece of a line."""
    piece = shapely.LineString([(at.x - WIDTH / 2, at.y), (at.x + WIDTH / 2, at.y)])
    stroke(at.axes, piece, look, DrawingOrder.BORDER)


def quarter(row: Controller | None, at: MarkPosition) -> None:
    """Draw the mark of a quarter with its holder's colour."""
    colour = _GREY if row is None else holder_colour(row, at.theme)
    draw_quarter(replace(at, size=0.85 * at.size), colour)


def estimated(at: MarkPosition) -> None:
    """Draw the mark of a quarter whose point is an estimate."""
    draw_quarter(replace(at, size=0.85 * at.size), at.colours["page-paper"], estimated=True)


def callout(at: MarkPosition) -> None:
    """Draw a small plate with its line."""
    line = shapely.LineString([(at.x, at.y), (at.x, at.y + at.size)])
    stroke(at.axes, line, LineStyle(at.colours["label"], 1.2), DrawingOrder.BORDER)
    plate = shapely.box(at.x - WIDTH / 3, at.y - at.size, at.x + WIDTH / 3, at.y + at.size / 2)
    fill(at.axes, plate, at.colours["plate"], DrawingOrder.BORDER, LineStyle(at.colours["label"], 1))


def dot(at: MarkPosition) -> None:
    """Draw the dot of a place."""
    draw_dot(replace(at, size=DOT))


def water(at: MarkPosition) -> None:
    """Draw a piece of water."""
    fill(at.axes, _box(at), at.colours["water"], DrawingOrder.BASE_LAYERS)
    stroke(at.axes, _box(at).boundary, LineStyle(at.colours["shore"], 0.8), DrawingOrder.BASE_LAYERS)


def outside(at: MarkPosition) -> None:
    """Draw what lies outside the mapped area."""
    fill(at.axes, _box(at), at.colours["outside"], DrawingOrder.LAND)
    stroke(at.axes, _box(at).boundary, LineStyle(at.colours["frame"], 0.8), DrawingOrder.BASE_LAYERS)


def _frame(at: MarkPosition) -> LineStyle:
    return LineStyle((*to_rgb(at.colours["page-ink"]), 0.6), 0.8)


def _box(at: MarkPosition) -> BaseGeometry:
    return shapely.box(at.x - WIDTH / 2, at.y - at.size, at.x + WIDTH / 2, at.y + at.size)
