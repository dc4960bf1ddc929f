"""Web Mercator tiles, the cells in which events are counted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Self

TILE_PIXELS = 256
"""Width of a tile of web maps on the screen, at its own zoom."""

MICRODEGREES = 1_000_000
"""Positions are rounded to so many parts of a degree, a tenth of a metre, so that all engines agree at edges."""

FARTHEST_NORTH = 85.0511
"""Degrees of latitude, north and south, at which the map ends."""

DEEPEST = 30
"""Level of the smallest cells."""


@dataclass(frozen=True, slots=True)
class Box:
    """Box of degrees on the map, its edges included."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-180 <= self.west < self.east <= 180):  # noqa: PLR2004 - degrees
            message = f'got longitudes "{self.west}" to "{self.east}", expected -180 to 180, west before east'
            raise ValueError(message)
        if not (-90 <= self.south < self.north <= 90):  # noqa: PLR2004 - degrees
            message = f'got latitudes "{self.south}" to "{self.north}", expected -90 to 90, south before north'
            raise ValueError(message)


WORLD = Box(-180.0, -FARTHEST_NORTH, 180.0, FARTHEST_NORTH)


@dataclass(frozen=True, slots=True)
class TileRange:
    """Block of tiles of one level."""

    level: int
    """There are 2 ** level tiles from west to east, and as many from north to south."""
    west: int
    """Column of the westernmost tiles, counted from 180 degrees west."""
    north: int
    """Row of the northernmost tiles, counted from the north."""
    width: int
    height: int

    @classmethod
    def of(cls, box: Box, level: int) -> Self:
        """Return the tiles that a box touches.

        >>> TileRange.of(Box(36.0, 34.0, 43.0, 38.0), 8)
        TileRange(level=8, west=153, north=98, width=6, height=5)
        """
        west, north = tile_at(box.west, min(box.north, FARTHEST_NORTH), level)
        east, south = tile_at(box.east, max(box.south, -FARTHEST_NORTH), level)
        return cls(level, west, north, east - west + 1, south - north + 1)

    def coarser(self) -> TileRange:
        """Return the tiles of twice the width that cover these."""
        west, north = self.west // 2, self.north // 2
        east, south = (self.west + self.width - 1) // 2, (self.north + self.height - 1) // 2
        return TileRange(self.level - 1, west, north, east - west + 1, south - north + 1)

    def bounds(self, cell: int) -> Box:
        """Return the box of one tile; they count row by row from the north-west."""
        row, column = divmod(cell, self.width)
        x, y = self.west + column, self.north + row
        across = 2**self.level
        north, south = (_latitude(1 - 2 * edge / across) for edge in (y, y + 1))
        return Box(x / across * 360 - 180, south, (x + 1) / across * 360 - 180, north)


def _latitude(mercator: float) -> float:
    return math.degrees(math.atan(math.sinh(math.pi * mercator)))


def tile_at(lon: float, lat: float, level: int) -> tuple[int, int]:
    """Return column and row of the tile in which a position lies.

    A position on an edge lies in the tile east or south of it, at 180 degrees in the last one.

    >>> tile_at(0.0, 0.0, 1), tile_at(-180.0, 85.0511, 3), tile_at(180.0, 0.0, 3)
    ((1, 1), (0, 0), (7, 4))
    """
    across = 2**level
    east = min(math.floor(lon * MICRODEGREES + 0.5) + 180 * MICRODEGREES, 360 * MICRODEGREES - 1)
    sine = math.sin(math.floor(lat * MICRODEGREES + 0.5) * (math.pi / (180 * MICRODEGREES)))
    row = math.floor((0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)) * across)
    return math.floor(east * across / (360 * MICRODEGREES)), row


def level_of(zoom: int, cell_pixels: int) -> int:
    """Return the level whose tiles have a width on the screen at a zoom.

    >>> level_of(9, 16), level_of(9, 256)
    (13, 9)
    """
    return min(DEEPEST, zoom + (TILE_PIXELS // cell_pixels).bit_length() - 1)


def zoom_of(box: Box, width: int, height: int) -> int:
    """Return the deepest zoom at which a box fits a screen of so many pixels.

    >>> zoom_of(Box(36.0, 34.0, 43.0, 38.0), 1280, 720), zoom_of(WORLD, 1280, 720)
    (7, 1)
    """
    (_, top), (_, bottom) = (tile_at(0, _clip(lat), DEEPEST - 8) for lat in (box.north, box.south))
    across = (box.east - box.west) / 360 * 2 ** (DEEPEST - 8)
    parts = max(across * TILE_PIXELS / width, (bottom - top) * TILE_PIXELS / height, 1)
    return max(0, min(18, math.floor(DEEPEST - 8 - math.log2(parts))))


def _clip(lat: float) -> float:
    return max(-FARTHEST_NORTH, min(FARTHEST_NORTH, lat))
