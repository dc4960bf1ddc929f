"""Shapes of symbols: name in the tables, and outline."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Shape(StrEnum):
    """Shape of a symbol.

    Its outline is an SVG path in a square from -1 to 1 (y down), filled even-odd; all are of about the same visual
    weight.
    """

    outline: str

    def __new__(cls, name: str, outline: str) -> Self:
        """Return the shape of this name."""
        shape = str.__new__(cls, name)
        shape._value_ = name
        shape.outline = outline
        return shape

    CIRCLE = "circle", "M0-.88A.88 .88 0 1 1 0 .88A.88 .88 0 1 1 0-.88Z"
    SQUARE = "square", "M-.78-.78H.78V.78H-.78Z"
    DIAMOND = "diamond", "M0-1L1 0L0 1L-1 0Z"
    TRIANGLE_UP = "triangle-up", "M0-.95L.97 .78H-.97Z"
    TRIANGLE_DOWN = "triangle-down", "M0 .95L-.97-.78H.97Z"
    PENTAGON = "pentagon", "M0-.96L.95-.27L.59 .84H-.59L-.95-.27Z"
    HEXAGON = "hexagon", "M-.5-.87H.5L1 0L.5 .87H-.5L-1 0Z"
    STAR = "star", "M0-1L.29-.36L1-.28L.47 .2L.62 .9L0 .55L-.62 .9L-.47 .2L-1-.28L-.29-.36Z"
    CROSS = "cross", "M-.9-.5L-.5-.9L0-.4L.5-.9L.9-.5L.4 0L.9 .5L.5 .9L0 .4L-.5 .9L-.9 .5L-.4 0Z"
    PLUS = "plus", "M-.32-.95H.32V-.32H.95V.32H.32V.95H-.32V.32H-.95V-.32H-.32Z"
    RING = "ring", "M0-.92A.92 .92 0 1 1 0 .92A.92 .92 0 1 1 0-.92ZM0-.38A.38 .38 0 1 0 0 .38A.38 .38 0 1 0 0-.38Z"
    FLAG = "flag", "M-.7-.95H-.4L.9-.45L-.4 .1V.95H-.7Z"
    HOUSE = "house", "M0-.95L.92-.1H.7V.85H-.7V-.1H-.92Z"
    DROP = "drop", "M0-1C.3-.5 .78-.1 .78 .3A.78 .7 0 0 1-.78 .3C-.78-.1-.3-.5 0-1Z"
