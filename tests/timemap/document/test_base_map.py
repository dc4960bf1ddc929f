"""Layers of the base map follow from the table of tokens: in the document and in pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import geopandas as gpd
import pytest
from matplotlib.colors import to_rgb
from matplotlib.patches import PathPatch
from shapely import LineString, box

from geodata.geography import DEGREES
from timemap.document.base_map import base_data, base_shapes
from timemap.exports import Viewport
from timemap.static_map.base_map import draw_ground
from timemap.static_map.drawing import POINTS, DrawingOrder, Plot
from timemap.static_map.frame import Frame
from timemap.static_map.pages.sheet import blank_sheet, map_axes
from timemap.style.palette import THEMES, palette
from timemap.style.tokens import TOKENS, BaseLayer

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.geography import Geography

LAYERS = TOKENS.base_map.layers
MADE_UP = (
    BaseLayer(id="tracks", stroke="wall", width=1.25, nearWidth=2.5, dashes=(4, 2)),
    BaseLayer(id="roads", stroke="focus", byRank=True),
    BaseLayer(id="fields", stroke="open", width=1, nearWidth=1, fill="closed"),
)
"""Layers that no file has: a table that names them is all that document and pictures need besides their shapes."""


@pytest.fixture
def with_more(geography: Geography) -> Geography:
    """Return our geography with shapes of the layers that are made up."""
    line = LineString([(38.2, 36.8), (38.6, 36.9)])
    shapes = {
        "tracks": gpd.GeoDataFrame(geometry=[line], crs=DEGREES),
        "roads": gpd.GeoDataFrame({"rank": [1, 9]}, geometry=[line, line], crs=DEGREES),
        "fields": gpd.GeoDataFrame(geometry=[box(38.2, 36.7, 38.4, 36.8)], crs=DEGREES),
    }
    return replace(geography, layers=geography.layers | shapes)


def drawn(atlas: Atlas, geography: Geography, layers: tuple[BaseLayer, ...], *, zoom: float) -> list[PathPatch]:
    """Return what is drawn of layers on a picture."""
    width, height = 700, 500
    axes = map_axes(blank_sheet(), (0, 0, width, height))
    draw_ground(Plot(axes, Frame(Viewport(36.8, 38.4, zoom), width, height)), atlas, geography, layers)
    return [
        artist
        for artist in axes.get_children()
        if isinstance(artist, PathPatch) and artist.get_zorder() == DrawingOrder.BASE_LAYERS
    ]


def test_every_layer_has_shapes_and_colours_in_both_themes(geography: Geography) -> None:
    for layer in LAYERS:
        assert len(base_shapes(geography, layer.id)) > 0
        assert all({layer.stroke, layer.fill or layer.stroke} <= set(palette(theme)) for theme in THEMES)
    with pytest.raises(KeyError, match="tracks"):
        base_shapes(geography, "tracks")


def test_the_document_has_the_shapes_of_every_layer(atlas: Atlas, with_more: Geography) -> None:
    data = base_data(atlas, with_more, layers=(*LAYERS, *MADE_UP))
    assert all(data[layer.id] for layer in LAYERS)
    line = [3820000, 3680000, 40000, 10000]
    assert data["tracks"] == [line]
    assert data["roads"] == [{"rank": 1, "line": line}, {"rank": 9, "line": line}]
    ((ring,),) = [field["rings"] for field in data["fields"]]
    assert len(ring) == 10
    assert "tracks" not in base_data(atlas, with_more)


def test_a_picture_draws_the_layers_in_their_order_and_look(atlas: Atlas, with_more: Geography) -> None:
    track, road, field = drawn(atlas, with_more, MADE_UP, zoom=8)
    colours = palette()
    assert to_rgb(track.get_edgecolor()) == to_rgb(colours["wall"])
    assert track.get_linewidth() == pytest.approx(1.25 * POINTS)
    assert track.get_linestyle() != "solid"
    assert to_rgb(road.get_edgecolor()) == to_rgb(colours["focus"]), "a small road appears as one comes nearer"
    assert to_rgb(field.get_facecolor()) == to_rgb(colours["closed"])
    near, *_ = drawn(atlas, with_more, MADE_UP, zoom=TOKENS.base_map.near_from)
    assert near.get_linewidth() == pytest.approx(2.5 * POINTS)


def test_a_picture_draws_each_of_our_layers(atlas: Atlas, geography: Geography) -> None:
    inks = {to_rgb(patch.get_edgecolor()) for patch in drawn(atlas, geography, LAYERS, zoom=7)}
    assert inks == {to_rgb(palette()[layer.stroke]) for layer in LAYERS}
