"""Areas by who held them on a day: colour and pattern of the holder, stripes where it is less sure, zones outlined."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geodata.areas.plane import multi, polygons
from geodata.records.values import Confidence
from timemap.exports.picture.hatching import STRIPE, pattern_lines, stripes
from timemap.exports.picture.palette import area_colour, mixed, palette, shaded, share
from timemap.exports.picture.strokes import Level, Line, fill, stroke
from timemap.look import PATTERNS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from matplotlib.typing import ColorType
    from shapely.geometry.base import BaseGeometry

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.records.control import Controller
    from timemap.exports.picture.strokes import Plot

LINES = 0.42
"""How strongly the lines of a pattern are drawn."""

FRONT_WIDTH = 1.5
"""Pixels of the lines between two holders."""

_RIM_DEGREES = 0.16
_RIM_PIXELS = (14, 110)
RIM_STEPS = (0.07, 0.26, 0.5, 0.74, 0.93)
_NEAR_BORDER = 0.012


@dataclass(frozen=True)
class Control:
    """What of the areas can be seen, for the legend and the labels."""

    controllers: tuple[str, ...]
    """Ids, in the order of their table."""

    weak: bool = False
    """Whether some of it rests on weak evidence and is hatched."""

    rim: bool = False
    """Whether areas fade out where the covered region ends."""

    zones: dict[str, BaseGeometry] = field(default_factory=dict)
    """The land of each named zone in pixels, by its id."""

    outline: ColorType = "none"
    """Colour round the zones."""

    last_known: bool = False
    """Whether this is only the last known state."""


@dataclass
class _Holding:
    """What one controller holds."""

    row: Controller
    """The controller."""

    last_known: bool
    """Whether this is only the last known state."""

    sure: list[BaseGeometry] = field(default_factory=list)
    """Its land in pixels, but for what is hatched."""

    weak: list[BaseGeometry] = field(default_factory=list)
    """Its land in pixels that rests on weak evidence."""

    @cached_property
    def land(self) -> BaseGeometry:
        """All of it."""
        return _joined([*self.sure, *self.weak])

    @property
    def colour(self) -> str:
        """Its colour before it is mixed with that of the land."""
        return area_colour(self.row.colour, last_known=self.last_known)


def draw_control(plot: Plot, atlas: Atlas, areas: AreasInTime, geography: Geography, day: date) -> Control:
    """Draw the areas of a day and return what of them can be seen."""
    holdings, zones = _held(plot, atlas, areas, day)
    rims = _rims(plot, areas, geography)
    for holding in holdings.values():
        _draw_holding(plot, holding, rims)
    fronts = _fronts([holding.land for holding in holdings.values()])
    fronts = shapely.difference(fronts, rims[len(rims) // 2])  # they end where the areas fade
    stroke(plot.axes, fronts, Line(palette()["front"], FRONT_WIDTH * plot.scale), Level.FRONTS)
    last_known = day > areas.known_until
    dashes = tuple(part * plot.scale for part in (9, 6)) if last_known else ()
    outline: ColorType = "none"
    colours = {row.id: row.colour for row in atlas.controllers}
    for land, holders in zones.values():
        first = min(holders, key=areas.controllers.index)
        outline = shaded(area_colour(colours[first], last_known=last_known), darker=0.5)
        stroke(plot.axes, land.boundary, Line(outline, 2.6 * plot.scale, dashes), Level.ZONES)
    weak = any(holding.weak for holding in holdings.values())
    rim = bool(holdings) and bool(rims[-1].intersects(plot.frame.box))
    lands = {name: land for name, (land, _) in zones.items()}
    return Control(tuple(holdings), weak, rim, lands, outline, last_known and bool(holdings))


def _held(
    plot: Plot, atlas: Atlas, areas: AreasInTime, day: date
) -> tuple[dict[str, _Holding], dict[str, tuple[BaseGeometry, set[str]]]]:
    """Return what every controller holds in the frame, and the land of every zone there with its holders.

    Both are in the order of their tables; neighbours keep the very same edge.
    """
    held = [
        (cell.shape, stretch)
        for cell, row in zip(areas.cells, areas.stretches, strict=True)
        for stretch in row
        if stretch.span.covers(day)
    ]
    last_known = day > areas.known_until
    placed = shapely.transform(np.array([shape for shape, _ in held], dtype=object), plot.frame.pixels)
    reach = plot.frame.box.buffer(20, join_style="mitre")
    holdings = {row.id: _Holding(row, last_known) for row in atlas.controllers}
    is_shown = "evidence" not in plot.hidden
    zones: dict[str, tuple[list[BaseGeometry], set[str]]] = {zone: ([], set()) for zone, _ in areas.zones}
    for (_, stretch), shape in zip(held, shapely.coverage_simplify(placed, 2 * plot.frame.detail), strict=True):
        if not shape.intersects(plot.frame.box):
            continue
        cut = shapely.intersection(shape, reach)
        if stretch.controller not in plot.hidden:
            holding = holdings[stretch.controller]
            (holding.weak if is_shown and stretch.confidence is Confidence.LOW else holding.sure).append(cut)
        if stretch.zone:
            zones[stretch.zone][0].append(cut)
            zones[stretch.zone][1].add(stretch.controller)
    shown = {name: holding for name, holding in holdings.items() if holding.sure or holding.weak}
    outlined = () if "zones" in plot.hidden else areas.zones
    named = {zone: (_joined(zones[zone][0]), zones[zone][1]) for zone, _ in outlined if zones[zone][0]}
    return shown, named


def _rims(plot: Plot, areas: AreasInTime, geography: Geography) -> list[BaseGeometry]:
    """Return ever wider bands along the rim, where the covered region ends in open country; the first has no width.

    There areas fade out, so that it looks like no front.
    """
    borders = shapely.union_all([geography.border, *geography.borders.geometry])
    soft = shapely.difference(areas.covered.exterior, borders.buffer(_NEAR_BORDER))
    least, most = _RIM_PIXELS
    width = min(most, max(least, _RIM_DEGREES / 360 * plot.frame.world))
    reach = plot.frame.box.buffer(width, join_style="mitre")
    line = shapely.intersection(shapely.transform(soft, plot.frame.pixels), reach)
    steps = len(_shares(plot)) - 1
    return [line.buffer(width * step / steps) for step in range(steps + 1)]


def _shares(plot: Plot) -> tuple[float, ...]:
    """Return how strong areas are from the rim inwards; a small map fades in fewer steps."""
    return (*(RIM_STEPS if plot.scale >= 1 else RIM_STEPS[1::2]), 1.0)


def _draw_holding(plot: Plot, holding: _Holding, rims: Sequence[BaseGeometry]) -> None:
    """Draw layers over one another, each further from the rim and stronger, so that no seam shows between them."""
    ground, colour = palette()["land"], holding.colour
    pattern = pattern_lines(PATTERNS[holding.row.pattern], holding.land, plot.scale)
    far = [_land(shapely.difference(holding.land, rim)) for rim in rims]
    weak = _joined(holding.weak)
    for step, part in enumerate(_shares(plot)):
        here, strength = far[step], share("fill") * part
        outer = _land(shapely.difference(here, far[step + 1])) if step + 1 < len(far) else here
        fill(plot.axes, here, mixed(ground, colour, strength), Level.AREAS)
        hatched = _land(shapely.intersection(weak, outer))
        for width, depth in STRIPE:
            pale = mixed(ground, colour, strength * (1 - share("hatch") * depth))
            fill(plot.axes, stripes(width, hatched, plot.scale), pale, Level.AREAS)
        dark = mixed(mixed(ground, colour, strength), shaded(colour, darker=0.45), LINES * part)
        stroke(plot.axes, shapely.intersection(pattern, outer), Line(dark, plot.scale), Level.AREAS)


def _joined(cells: list[BaseGeometry]) -> BaseGeometry:
    return _land(shapely.union_all(cells, grid_size=0.01))


def _land(shape: BaseGeometry) -> BaseGeometry:
    """Return the areas of a shape without the lines and points that cutting may leave."""
    return multi(polygons(shape))


def _fronts(lands: list[BaseGeometry]) -> BaseGeometry:
    """Return the lines between lands, without their outer edge."""
    edges = shapely.union_all([land.boundary for land in lands], grid_size=0.01)
    return shapely.line_merge(shapely.difference(edges, _joined(lands).boundary, grid_size=0.01))
