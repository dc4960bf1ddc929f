"""Border on a picture, with wall, crossings and military posts."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np
import shapely
from matplotlib.path import Path
from shapely import LineString

from timemap.document.border import section_line, shown_sections
from timemap.static_map.base_map import home_country
from timemap.static_map.drawing import RING, DrawingOrder, LineStyle, mark, stroke
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from matplotlib.typing import ColorType
    from shapely.geometry.base import BaseGeometry

    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.records.border import CrossingState, WallSection
    from geodata.records.military import Post
    from geodata.records.places import Place
    from timemap.static_map.drawing import MarkPosition, Plot
    from timemap.style.tokens import CrossingStateName, MarkSize, Point

PostState = Literal["absent", "standing", "last-known"]

_LOOK = TOKENS.border_marks
_LINES = TOKENS.border_lines


@dataclass(frozen=True, slots=True)
class Gate:
    """A crossing in the picture."""

    place: Place
    """The place of it."""

    x: float
    y: float
    """Where it stands, in pixels."""

    size: float
    """Half its width in pixels."""

    state: CrossingStateName
    """Whether it was open."""

    last_known: bool
    """Whether that is only the last known state."""


@dataclass(frozen=True)
class DrawnBorder:
    """Drawn parts of the border, for the legend and the labels."""

    line: BaseGeometry
    """The border in pixels; empty where it is not in the frame."""

    wall: bool = False
    """Whether a reported stretch of the wall is in the frame."""

    gates: tuple[Gate, ...] = ()
    """Crossings that are in the frame."""

    posts: tuple[tuple[PostState, str], ...] = ()
    """How posts in the frame are known, and the id of their holder; each pair once."""

    spots: tuple[tuple[float, float], ...] = field(default=(), repr=False)
    """Where crossings and posts stand, in pixels."""


def draw_border(plot: Plot, atlas: Atlas, geography: Geography, day: date) -> DrawnBorder:
    """Draw the border of a day with its objects; return what can be seen."""
    line = plot.once("border", lambda: plot.frame.place(geography.border))
    width = border_width(plot.frame.view.zoom)
    wall = _draw_wall(plot, atlas, geography, day, width)
    colours = plot.colours
    if "border" in plot.hidden:
        line = shapely.LineString()
    stroke(
        plot.axes, line, LineStyle(colours["casing"], (width + _LINES.casing_more) * plot.scale), DrawingOrder.BORDER
    )
    stroke(plot.axes, line, LineStyle(colours["border"], width * plot.scale), DrawingOrder.BORDER)
    posts = _draw_posts(plot, atlas, day)
    gates = gates_on(plot, atlas, day)
    for gate in gates:
        draw_gate(plot.at(gate.x, gate.y, gate.size), gate.state, last_known=gate.last_known)
    seen = line.intersection(plot.frame.box)
    spots = (*((gate.x, gate.y) for gate in gates), *((x, y) for x, y, _, _ in posts))
    kinds = tuple(dict.fromkeys((state, post.holder) for _, _, state, post in posts))
    return DrawnBorder(seen, wall, gates, kinds, spots)


def border_width(zoom: float) -> float:
    """Return the width of the border in pixels."""
    return min(max(2 + (zoom - 7) * 0.4, 1.8), 4.2)


def gates_on(plot: Plot, atlas: Atlas, day: date) -> tuple[Gate, ...]:
    """Return the crossings in the frame with their state on a day.

    Not one that the ring of the marked place covers.
    """
    size = mark_size(_LOOK.crossing_size, plot.frame.view.zoom) * plot.scale
    gates = []
    for place in () if "crossings" in plot.hidden else atlas.places:
        hidden = place.kind != "crossing" or not plot.frame.shows(place.lon, place.lat)
        if not hidden and not _is_under_ring(plot, atlas, place):
            state, last_known = state_on(atlas, place.id, day)
            gates.append(Gate(place, *plot.frame.spot(place.lon, place.lat), size, state, last_known))
    return tuple(gates)


def _is_under_ring(plot: Plot, atlas: Atlas, place: Place) -> bool:
    focus = atlas.setting("focus-place")
    if not atlas.has_place(focus):
        return False
    spots = (plot.frame.spot(row.lon, row.lat) for row in (place, atlas.place(focus)))
    return math.dist(*spots) < (RING + 2) * plot.scale


def state_on(atlas: Atlas, place: str, day: date) -> tuple[CrossingStateName, bool]:
    """Return whether a crossing was open on a day, and if only last known."""
    rows = (row for row in atlas.crossing_states if row.place == place)
    return crossing_on(rows, day, atlas.setting_day("control-known-until"))


def crossing_on(rows: Iterable[CrossingState], day: date, known_until: date) -> tuple[CrossingStateName, bool]:
    """Return whether a crossing was open on a day, and if only last known.

    The document has the same rule, as for posts and the wall; tests/cases/border.json holds both to it.

    Args:
        rows: all states of the crossing.
        day: any day.
        known_until: last day that sources support.
    """
    for row in sorted(rows, key=lambda row: row.start):
        if row.start <= day and (row.end is None or day < row.end):
            return row.state, row.end is None and day > min(row.last_known or known_until, known_until)
    return "unknown", False


def post_on(post: Post, day: date) -> PostState:
    """Return whether a post stands on a day.

    After its last known day nobody can say.
    """
    if day < post.start or (post.end is not None and day >= post.end):
        return "absent"
    return "last-known" if post.last_known and day > post.last_known else "standing"


def wall_on(sections: Iterable[WallSection], day: date) -> tuple[WallSection, ...]:
    """Return the sections of the wall that were reported by a day."""
    return tuple(row for row in sections if row.start <= day)


def draw_gate(at: MarkPosition, state: CrossingStateName, *, last_known: bool) -> None:
    """Draw a crossing: two pillars with a free way, a bar, or a question.

    A dashed box says that it is last known.
    """
    colour = at.colours[state]
    dashes = _LOOK.crossing_dashes if last_known or state == "unknown" else ()
    rim = LineStyle(colour, _LOOK.mark_rim_width, dashes)
    mark(at, _closed(_LOOK.crossing_outline), DrawingOrder.MARKS, ink=at.colours[_LOOK.fill], line=rim)
    for bar in _LOOK.bars[state]:
        width = at.size * _LOOK.closed_bar_share if state == "closed" else _LOOK.bar_width
        mark(at, Path(bar), DrawingOrder.MARKS + 0.1, line=LineStyle(colour, width))


def draw_post(at: MarkPosition, state: PostState, colour: ColorType | None) -> None:
    """Draw a military post: a battlement.

    It is filled while it is known to stand, hollow and dashed when last known.

    Args:
        at: where.
        state: how it is known.
        colour: of its holder; None where that is not in the table.
    """
    path, colours = _closed(_LOOK.post_outline), at.colours
    is_standing = state == "standing"
    mark(at, path, DrawingOrder.MARKS, line=LineStyle(colours[_LOOK.post_halo], _LOOK.post_halo_width))
    rim = LineStyle(colours[_LOOK.post_rim], _LOOK.mark_rim_width, () if is_standing else _LOOK.post_dashes)
    ink = (colour or colours[_LOOK.post_rim]) if is_standing else colours[_LOOK.fill]
    mark(at, path, DrawingOrder.MARKS + 0.1, ink=ink, line=rim)


def mark_size(size: MarkSize, zoom: float) -> float:
    """Return half the width of a mark at a zoom, in pixels."""
    return min(max(zoom - size.zoom_less, size.least), size.most)


def _closed(outline: Sequence[Point]) -> Path:
    return Path([*outline, outline[0]], closed=True)


def _draw_posts(plot: Plot, atlas: Atlas, day: date) -> list[tuple[float, float, PostState, Post]]:
    colours = {row.id: row.colour for row in atlas.controllers}
    size = mark_size(_LOOK.post_size, plot.frame.view.zoom) * plot.scale
    drawn: list[tuple[float, float, PostState, Post]] = []
    for post in () if "posts" in plot.hidden else atlas.posts:
        state = post_on(post, day)
        if state != "absent" and plot.frame.shows(post.lon, post.lat):
            x, y = plot.frame.spot(post.lon, post.lat)
            draw_post(plot.at(x, y, size), state, colours.get(post.holder))
            drawn.append((x, y, state, post))
    return drawn


def _draw_wall(plot: Plot, atlas: Atlas, geography: Geography, day: date, width: float) -> bool:
    """Draw ticks along the border where a wall was reported.

    Return whether there are any in the frame.
    """
    sections = wall_on(shown_sections(atlas), day)
    if not sections or "wall" in plot.hidden:
        return False
    wall = plot.once(("wall", sections), lambda: _wall_ticks(plot, atlas, geography, sections, width))
    colours = plot.colours
    stroke(plot.axes, wall, LineStyle(colours["casing"], _LINES.tick_casing_width * plot.scale), DrawingOrder.BORDER)
    stroke(plot.axes, wall, LineStyle(colours["wall"], _LINES.tick_width * plot.scale), DrawingOrder.BORDER)
    return bool(wall.intersects(plot.frame.box))


def _wall_ticks(
    plot: Plot, atlas: Atlas, geography: Geography, sections: Sequence[WallSection], width: float
) -> BaseGeometry:
    """Return the ticks of sections of the wall, in pixels."""
    border = shapely.line_merge(geography.border)
    lines = [section_line(atlas, row, border) for row in sections]
    placed = plot.frame.place(shapely.line_merge(shapely.union_all(lines)))
    home = home_country(atlas, geography)
    land = shapely.Polygon() if home is None else plot.frame.place(geography.land(home))
    length = (_LINES.tick_length + width / 2) * plot.scale
    ticks = [
        tick
        for part in shapely.get_parts(placed)
        if isinstance(part, LineString)
        for tick in _ticks(part, land, length, _LINES.tick_spacing * plot.scale)
    ]
    return shapely.MultiLineString(ticks)


def _ticks(line: LineString, land: BaseGeometry, length: float, apart: float) -> list[LineString]:
    """Return ticks across one half of a line, on the side away from ``land``."""
    at = np.arange(0, line.length, apart)
    feet, ahead, behind = (
        shapely.get_coordinates(shapely.line_interpolate_point(line, stops))
        for stops in (at, np.minimum(at + apart / 2, line.length), np.maximum(at - apart / 2, 0))
    )
    along = ahead - behind
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    across = np.column_stack([-along[:, 1], along[:, 0]]) * length
    inside = [int(shapely.contains_xy(land, feet + hand * across).sum()) for hand in (1, -1)]
    hand = 1 if inside[0] <= inside[1] else -1
    return [LineString(ends) for ends in np.stack([feet, feet + hand * across], axis=1)]
