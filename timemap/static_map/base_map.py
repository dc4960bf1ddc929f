"""Base map of a picture: sea, countries, rivers, lakes, thin lines.

Nothing on it depends on the day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from timemap.document.base_map import base_shapes
from timemap.static_map.drawing import DrawingOrder, DrawnGround, LineStyle, fill, stroke
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from timemap.static_map.drawing import Plot
    from timemap.style.tokens import BaseLayer


def draw_ground(
    plot: Plot, atlas: Atlas, geography: Geography, layers: Sequence[BaseLayer] = TOKENS.base_map.layers
) -> DrawnGround:
    """Draw the ground of a map and return what of it can be seen."""
    axes, frame = plot.axes, plot.frame
    colours = plot.colours
    home = home_country(atlas, geography)
    axes.set_facecolor(colours["outside"])
    west, south, east, north = atlas.setting_numbers("area-bounds")
    covered = frame.place(shapely.box(west, south, east, north))
    fill(axes, covered, colours["water"], DrawingOrder.LAND, LineStyle(colours["frame"], 1))
    drawn = geography.drawn_land
    lands = [frame.place(shape) for shape in drawn.geometry]
    for iso, land in zip(drawn["iso"], lands, strict=True):
        colour = colours["land" if iso == home else "neighbour"]
        fill(axes, land, colour, DrawingOrder.LAND, LineStyle(colour, 0.5))
    seen = {layer.id for layer in layers if _draw_layer(plot, base_shapes(geography, layer.id), layer)}
    sea = covered.intersection(frame.box).area - shapely.union_all(lands).intersection(frame.box).area
    beyond = covered.intersection(frame.box).area < frame.box.area - 1
    return DrawnGround(bool(seen & {"rivers", "lakes"}) or sea > 1, "borders" in seen, "divisionLines" in seen, beyond)


def home_country(atlas: Atlas, geography: Geography) -> str | None:
    """Return the ISO code of the country that the marked place lies in.

    Without such a place it is that of the base map, which is empty where all land is alike.
    """
    place = atlas.setting("focus-place")
    if not atlas.has_place(place) or geography.countries.empty:
        return geography.iso
    point = shapely.Point(atlas.place(place).lon, atlas.place(place).lat)
    codes = geography.countries[geography.countries.covers(point)]["iso"]
    return None if codes.empty else str(codes.iloc[0])


def river_width(rank: int, zoom: float) -> float:
    """Return the width of a river in pixels, 0 where it is not drawn.

    Small rivers appear as one comes nearer.
    """
    return 0.0 if rank > zoom - 4 else min(max(0.5 + (zoom - 6) * 0.35 - (rank - 1) * 0.25, 0.6), 3.2)


def _draw_layer(plot: Plot, shapes: gpd.GeoDataFrame, layer: BaseLayer) -> bool:
    """Draw a layer, and return whether it can be seen."""
    zoom = plot.frame.view.zoom
    width = layer.near_width if zoom >= TOKENS.base_map.near_from else layer.width
    ranked = shapes.groupby("rank") if layer.by_rank else [(None, shapes)]
    seen = False
    for rank, rows in ranked:
        wide = width if rank is None else river_width(int(str(rank)), zoom)
        if wide > 0:
            drawn = plot.frame.place(shapely.union_all(rows.geometry.to_numpy()))
            style = LineStyle(
                plot.colours[layer.stroke], wide * plot.scale, tuple(part * plot.scale for part in layer.dashes)
            )
            if layer.fill:
                fill(plot.axes, drawn, plot.colours[layer.fill], DrawingOrder.BASE_LAYERS, style)
            else:
                stroke(plot.axes, drawn, style, DrawingOrder.BASE_LAYERS)
            seen = seen or _is_seen(plot, drawn)
    return seen


def _is_seen(plot: Plot, shape: BaseGeometry) -> bool:
    return bool(shape.intersects(plot.frame.box))
