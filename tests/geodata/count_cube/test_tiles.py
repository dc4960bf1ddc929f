"""Tiles are those of web maps, and a view has no more of them than it shows."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.count_cube.tiles import FARTHEST_NORTH, WORLD, Box, TileRange, tile_at, zoom_of


@given(st.floats(-179.9, 179.9), st.floats(-85, 85), st.integers(0, 20))
def test_a_position_lies_within_the_bounds_of_its_tile(lon: float, lat: float, level: int) -> None:
    x, y = tile_at(lon, lat, level)
    bounds = TileRange(level, x, y, 1, 1).bounds(0)
    assert bounds.west - 1e-6 <= lon <= bounds.east + 1e-6
    assert bounds.south - 1e-6 <= lat <= bounds.north + 1e-6


def test_tiles_are_those_of_web_maps() -> None:
    # The formula of the OpenStreetMap wiki, "Slippy map tilenames".
    lon, lat, across = 38.3536, 36.8909, 2**12
    angle = math.radians(lat)
    x, y = int((lon + 180) / 360 * across), int((1 - math.asinh(math.tan(angle)) / math.pi) / 2 * across)
    assert tile_at(lon, lat, 12) == (x, y)


@given(st.integers(0, 63), st.integers(0, 63), st.integers(1, 5), st.integers(1, 5))
def test_larger_cells_cover_the_smaller_ones(west: int, north: int, width: int, height: int) -> None:
    tiles = TileRange(7, west, north, width, height)
    larger = tiles.coarser()
    assert larger.level == 6
    for x in (west, west + width - 1):
        assert larger.west <= x // 2 < larger.west + larger.width
    for y in (north, north + height - 1):
        assert larger.north <= y // 2 < larger.north + larger.height


def test_the_whole_map_has_all_tiles() -> None:
    assert TileRange.of(WORLD, 3) == TileRange(3, 0, 0, 8, 8)
    assert TileRange.of(Box(-180, -90, 180, 90), 3) == TileRange(3, 0, 0, 8, 8)


@pytest.mark.parametrize("box", [WORLD, Box(36, 34, 43, 38), Box(38.3, 36.8, 38.4, 36.9), Box(38, 36, 38.000001, 37)])
def test_a_box_fits_the_screen_at_its_zoom(box: Box) -> None:
    zoom = zoom_of(box, 1280, 720)
    west, north = tile_at(box.west, min(box.north, FARTHEST_NORTH), zoom + 8)
    south = tile_at(box.west, max(box.south, -FARTHEST_NORTH), zoom + 8)[1]
    assert (box.east - box.west) / 360 * 2 ** (zoom + 8) <= 1280
    assert south - north <= 721
    assert west >= 0


@pytest.mark.parametrize("edges", [(2, 0, 1, 1), (0, 1, 1, 0), (-181, 0, 1, 1), (0, 0, 1, 91), (0, 0, float("nan"), 1)])
def test_a_box_that_there_is_not_is_refused(edges: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="expected"):
        Box(*edges)
