"""Areas of a day on a picture: colours, patterns, weak evidence, zones."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from matplotlib.colors import to_rgb

from geodata.areas.projection import multi, polygons
from geodata.records.fields import Confidence
from timemap.static_map.drawing import DrawingOrder, LineStyle, fill, stroke
from timemap.style.hatching import pattern_lines, stripes
from timemap.style.palette import holder_colour, mixed, pattern_colour, shaded, share
from timemap.style.symbols import PATTERNS
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from matplotlib.typing import ColorType
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geodata.areas import AreasInTime, ControlInterval
    from geodata.dataset import Dataset
    from geodata.geography import Geography
    from geodata.records.control import Controller
    from timemap.static_map.drawing import Plot

_FEW_BANDS = 5
"""Bands in which areas fade on a map smaller than on the screen, where more cannot be told apart."""

_MARGIN = 20
"""Pixels beyond the frame up to which areas are drawn, so that their edges are not seen along its own."""


@dataclass(frozen=True)
class DrawnAreas:
    """Drawn areas that can be seen, for the legend and the labels."""

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


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells in the frame; no day changes them."""

    shapes: NDArray[np.object_]
    """Each in pixels; neighbours share the very same edge."""

    numbers: tuple[int, ...]
    """Which cells they are of all."""

    edges: tuple[tuple[int, int, BaseGeometry], ...]
    """Where two of them meet: their places in `shapes`, and the line between them."""


def draw_areas(plot: Plot, dataset: Dataset, day: date) -> DrawnAreas:
    """Draw the areas of a day and return what of them can be seen."""
    atlas, areas, geography = dataset.atlas, dataset.areas, dataset.geography
    cells = plot.once("cells", lambda: _cells(plot, areas))
    held: dict[int, ControlInterval] = {
        place: interval
        for place, number in enumerate(cells.numbers)
        for interval in areas.intervals[number]
        if interval.span.covers(day)
    }
    last_known = day > areas.known_until
    drawn = {place: interval for place, interval in held.items() if interval.controller not in plot.hidden}
    controllers = [
        row for row in atlas.controllers if any(interval.controller == row.id for interval in drawn.values())
    ]
    for row in controllers:
        land = _joined(plot, cells, (place for place, interval in drawn.items() if interval.controller == row.id))
        _draw_holding(plot, row, land, last_known=last_known)
    is_shown = "evidence" not in plot.hidden
    weak = [place for place, interval in drawn.items() if is_shown and interval.confidence is Confidence.LOW]
    _hatch(plot, _joined(plot, cells, weak))
    bands = _fade(plot, areas, cells, geography)
    if controllers:
        fronts = _lines(line for one, other, line in cells.edges if _differ(held, one, other))
        fronts = shapely.difference(fronts, bands[len(bands) // 2])
        stroke(
            plot.axes,
            fronts,
            LineStyle(plot.colours["front"], TOKENS.areas.front_width * plot.scale),
            DrawingOrder.FRONTS,
        )
    zones = {} if "zones" in plot.hidden else _zones(plot, areas, cells, held)
    outline: ColorType = "none"
    for land, holder in zones.values():
        outline = _outline(plot, {row.id: row for row in atlas.controllers}[holder], last_known=last_known)
        dashes = tuple(part * plot.scale for part in TOKENS.areas.zone_dashes) if last_known else ()
        stroke(
            plot.axes,
            land.boundary,
            LineStyle(outline, TOKENS.areas.zone_width * plot.scale, dashes),
            DrawingOrder.ZONES,
        )
    lands = {zone: land for zone, (land, _) in zones.items()}
    seen = tuple(row.id for row in controllers)
    rim = bool(seen) and bool(bands[-1].intersects(plot.frame.box))
    return DrawnAreas(seen, bool(weak), rim, lands, outline, last_known=last_known and bool(seen))


def _cells(plot: Plot, areas: AreasInTime) -> _Cells:
    """Return the cells that can be seen, and the lines between them."""
    shapes = np.array([cell.shape for cell in areas.cells], dtype=object)
    placed = shapely.coverage_simplify(shapely.transform(shapes, plot.frame.pixels), 2 * plot.frame.detail)
    numbers = np.flatnonzero(shapely.intersects(placed, plot.frame.box))
    near = placed[numbers]
    tree = shapely.STRtree(near)
    ones, others = tree.query(near, predicate="intersects")
    once = ones < others
    ones, others = ones[once], others[once]
    lines = shapely.intersection(near[ones], near[others])
    edges = [(int(one), int(other), _lines([line])) for one, other, line in zip(ones, others, lines, strict=True)]
    return _Cells(near, tuple(numbers.tolist()), tuple(edge for edge in edges if not edge[2].is_empty))


def _draw_holding(plot: Plot, row: Controller, land: BaseGeometry, *, last_known: bool) -> None:
    """Draw what a controller holds: its colour over that of the land and, where wanted, its pattern."""
    colour = holder_colour(row, plot.theme, last_known=last_known)
    under = mixed(plot.colours["land"], colour, share("fill", plot.theme))
    fill(plot.axes, land, under, DrawingOrder.AREAS)
    if plot.patterns:
        lines = pattern_lines(PATTERNS[row.pattern], land, plot.scale)
        stroke(plot.axes, lines, LineStyle(pattern_colour(colour, under, plot.theme), plot.scale), DrawingOrder.AREAS)


def _hatch(plot: Plot, land: BaseGeometry) -> None:
    """Let the ground show through in soft stripes where evidence is weak."""
    depth, before = share("hatch", plot.theme), 0.0
    for line in TOKENS.areas.stripe:
        alpha = 1 - (1 - depth * line.share) / (1 - depth * before)
        fill(
            plot.axes, stripes(line.width, land, plot.scale), (*to_rgb(plot.colours["land"]), alpha), DrawingOrder.AREAS
        )
        before = line.share


def _fade(plot: Plot, areas: AreasInTime, cells: _Cells, geography: Geography) -> list[BaseGeometry]:
    """Let the ground show through along the rim, which is no front.

    Return its bands, the narrowest first.
    """
    steps = TOKENS.rim.steps if plot.scale >= 1 else _FEW_BANDS
    shares = [remaining(step / steps) for step in range(steps + 1)]
    bands = plot.once("rims", lambda: _rims(plot, areas, cells, geography, steps))
    for band, (left, inner) in zip(reversed(bands), reversed(list(pairwise(shares))), strict=True):
        fill(plot.axes, band, (*to_rgb(plot.colours["land"]), 1 - left / inner), DrawingOrder.AREAS)
    return bands


def remaining(away: float) -> float:
    """Return how much of an area is left near the rim.

    It fades gently at both ends.

    Args:
        away: distance from the rim, as a share of the width of the fading.
    """
    return away * away * (3 - 2 * away)


def _rims(plot: Plot, areas: AreasInTime, cells: _Cells, geography: Geography, steps: int) -> list[BaseGeometry]:
    """Return ever wider bands along the rim, where the covered region ends in open country."""
    borders = shapely.union_all([geography.border, *geography.borders.geometry])
    soft = shapely.difference(areas.covered.exterior, borders.buffer(TOKENS.rim.near_border_degrees))
    rim = TOKENS.rim
    width = min(rim.most_width, max(rim.least_width, rim.width_degrees / 360 * plot.frame.world))
    reach = plot.frame.box.buffer(width, join_style="mitre")
    line = shapely.intersection(shapely.transform(soft, plot.frame.pixels), reach)
    land = _joined(plot, cells, range(len(cells.numbers)))
    return [_land(line.buffer(width * (step + 1) / steps).intersection(land)) for step in range(steps)]


def _zones(
    plot: Plot, areas: AreasInTime, cells: _Cells, held: Mapping[int, ControlInterval]
) -> dict[str, tuple[BaseGeometry, str]]:
    """Return the land of every zone in the frame with the first of its holders, by its id."""
    zones = {}
    for zone, _ in areas.zones:
        places = [place for place, interval in held.items() if interval.zone == zone]
        if places:
            holder = min({held[place].controller for place in places}, key=areas.controllers.index)
            zones[zone] = (_joined(plot, cells, places), holder)
    return {zone: land_and_holder for zone, land_and_holder in zones.items() if not land_and_holder[0].is_empty}


def _outline(plot: Plot, holder: Controller, *, last_known: bool) -> ColorType:
    """Return the colour round a zone: one for all where the theme has one, else a darker one of its holder."""
    shown = holder_colour(holder, plot.theme, last_known=last_known)
    return plot.colours.get("zone-outline") or shaded(shown, darker=TOKENS.areas.zone_darker)


def _joined(plot: Plot, cells: _Cells, places: Iterable[int]) -> BaseGeometry:
    """Return cells as one land, cut to the frame and a margin."""
    land = shapely.coverage_union_all(cells.shapes[list(places)])
    return _land(shapely.intersection(land, plot.frame.box.buffer(_MARGIN, join_style="mitre")))


def _differ(held: Mapping[int, ControlInterval], one: int, other: int) -> bool:
    """Return whether two cells are held, each by another."""
    return one in held and other in held and held[one].controller != held[other].controller


def _land(shape: BaseGeometry) -> BaseGeometry:
    """Return the areas of a shape without the lines and points that cutting may leave."""
    return multi(polygons(shape))


def _lines(shapes: Iterable[BaseGeometry]) -> BaseGeometry:
    """Return the lines of shapes, those that go on in one another joined."""
    parts = (part for shape in shapes for part in shapely.get_parts(shape))
    return shapely.line_merge(shapely.MultiLineString([part for part in parts if part.geom_type == "LineString"]))
