"""Shapes of pictures: pages for print, a square and a wide one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape that a picture can have."""

    id: str
    """Its name in addresses and on the command line."""

    label: str
    """Its name in a list."""

    width: float
    """CSS pixels, 96 to the inch."""

    height: float
    """CSS pixels."""

    dots: float
    """Dots of a PNG to a CSS pixel."""

    is_beside: bool
    """Whether the legend stands beside the map; else below it."""

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of a PNG in dots."""
        return round(self.width * self.dots), round(self.height * self.dots)


_MM = 96 / 25.4
_PRINT = 300 / 96

SHAPES: tuple[Shape, ...] = (
    Shape("a4", "A4 landscape", 297 * _MM, 210 * _MM, _PRINT, is_beside=True),
    Shape("a4-upright", "A4 portrait", 210 * _MM, 297 * _MM, _PRINT, is_beside=False),
    Shape("wide", "Wide (16:9)", 1280, 720, 1.5, is_beside=True),
    Shape("square", "Square", 900, 900, 2, is_beside=False),
)
"""In the order in which they are offered; the first where nothing is asked for."""


def shape_by_id(shape_id: str) -> Shape:
    """Return a shape by its id; raises KeyError if there is none.

    >>> shape_by_id("wide").pixels
    (1920, 1080)
    """
    return {shape.id: shape for shape in SHAPES}[shape_id]
