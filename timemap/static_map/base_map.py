"""Base map of a picture: sea, countries, rivers, lakes, thin lines.

Nothing on it depends on the day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from timemap.document.base_map import division_lines
from timemap.static_map.drawing import DrawingOrder, DrawnGround, LineStyle, fill, stroke

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from timemap.static_map.drawing import Plot

BORDER_DASHES = (7, 3, 1.5, 3)
"""Pixels of line and gap in land borders."""

NEAR = 9
"""Zoom from which lines are drawn as on a large map."""


def draw_ground(plot: Plot, atlas: Atlas, geography: Geography) -> DrawnGround:
    """Draw the ground of a map and return what of it can be seen."""
    axes, frame = plot.axes, plot.frame
    colours = plot.colours
    home = home_country(atlas, geography)
    axes.set_facecolor(colours["outside"])
    west, south, east, north = atlas.setting_numbers("area-bounds")
    known = frame.place(shapely.box(west, south, east, north))
    fill(axes, known, colours["water"], DrawingOrder.LAND, LineStyle(colours["frame"], 1))
    lands = [frame.place(shape) for shape in geography.countries.geometry]
    for iso, land in zip(geography.countries["iso"], lands, strict=True):
        colour = colours["land" if iso == home else "neighbour"]
        fill(axes, land, colour, DrawingOrder.LAND, LineStyle(colour, 0.5))
    water = _draw_water(plot, geography)
    large = frame.view.zoom >= NEAR
    divisions = frame.place(division_lines(geography))
    stroke(axes, divisions, LineStyle(colours["division"], (1.0 if large else 0.7) * plot.scale), DrawingOrder.LINES)
    borders = frame.place(shapely.union_all(geography.borders.geometry.to_numpy()))
    dashes = tuple(part * plot.scale for part in BORDER_DASHES)
    stroke(
        axes, borders, LineStyle(colours["borders"], (1.6 if large else 1.1) * plot.scale, dashes), DrawingOrder.LINES
    )
    sea = known.intersection(frame.box).area - shapely.union_all(lands).intersection(frame.box).area
    beyond = known.intersection(frame.box).area < frame.box.area - 1
    return DrawnGround(water or sea > 1, _is_seen(plot, borders), _is_seen(plot, divisions), beyond)


def home_country(atlas: Atlas, geography: Geography) -> str | None:
    """Return the ISO code of the country that the marked place lies in."""
    place = atlas.setting("focus-place")
    if not atlas.has_place(place):
        return None
    point = shapely.Point(atlas.place(place).lon, atlas.place(place).lat)
    found = geography.countries[geography.countries.covers(point)]["iso"]
    return None if found.empty else str(found.iloc[0])


def river_width(rank: int, zoom: float) -> float:
    """Return the width of a river in pixels, 0 where it is not drawn.

    Small rivers appear as one comes nearer.
    """
    return 0.0 if rank > zoom - 4 else min(max(0.5 + (zoom - 6) * 0.35 - (rank - 1) * 0.25, 0.6), 3.2)


def _draw_water(plot: Plot, geography: Geography) -> bool:
    colours = plot.colours
    seen = False
    for rank, rivers in geography.rivers.groupby("rank"):
        width = river_width(int(str(rank)), plot.frame.view.zoom)
        if width > 0:
            lines = plot.frame.place(shapely.union_all(rivers.geometry.to_numpy()))
            stroke(plot.axes, lines, LineStyle(colours["river"], width * plot.scale), DrawingOrder.WATER)
            seen = seen or _is_seen(plot, lines)
    lakes = plot.frame.place(shapely.union_all(geography.lakes.geometry.to_numpy()))
    fill(plot.axes, lakes, colours["water"], DrawingOrder.WATER, LineStyle(colours["shore"], 0.7 * plot.scale))
    return seen or _is_seen(plot, lakes)


def _is_seen(plot: Plot, shape: BaseGeometry) -> bool:
    return bool(shape.intersects(plot.frame.box))
