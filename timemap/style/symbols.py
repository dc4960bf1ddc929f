"""Symbols and pattern lines as SVG paths, for screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.records.control import Pattern
    from geodata.records.events import Shape

SHAPES: Mapping[Shape, str] = {
    "circle": "M0-.88A.88 .88 0 1 1 0 .88A.88 .88 0 1 1 0-.88Z",
    "square": "M-.78-.78H.78V.78H-.78Z",
    "diamond": "M0-1L1 0L0 1L-1 0Z",
    "triangle-up": "M0-.95L.97 .78H-.97Z",
    "triangle-down": "M0 .95L-.97-.78H.97Z",
    "pentagon": "M0-.96L.95-.27L.59 .84H-.59L-.95-.27Z",
    "hexagon": "M-.5-.87H.5L1 0L.5 .87H-.5L-1 0Z",
    "star": "M0-1L.29-.36L1-.28L.47 .2L.62 .9L0 .55L-.62 .9L-.47 .2L-1-.28L-.29-.36Z",
    "cross": "M-.9-.5L-.5-.9L0-.4L.5-.9L.9-.5L.4 0L.9 .5L.5 .9L0 .4L-.5 .9L-.9 .5L-.4 0Z",
    "plus": "M-.32-.95H.32V-.32H.95V.32H.32V.95H-.32V.32H-.95V-.32H-.32Z",
    "ring": "M0-.92A.92 .92 0 1 1 0 .92A.92 .92 0 1 1 0-.92ZM0-.38A.38 .38 0 1 0 0 .38A.38 .38 0 1 0 0-.38Z",
    "flag": "M-.7-.95H-.4L.9-.45L-.4 .1V.95H-.7Z",
    "house": "M0-.95L.92-.1H.7V.85H-.7V-.1H-.92Z",
    "drop": "M0-1C.3-.5 .78-.1 .78 .3A.78 .7 0 0 1-.78 .3C-.78-.1-.3-.5 0-1Z",
}
"""Outline of every shape in a square from -1 to 1 (y down), each of about the same visual weight; filled even-odd."""

OTHER_NAME, OTHER_SHAPE, OTHER_COLOUR = "Other", SHAPES["circle"], "#555555"
"""How events are shown whose category is not in the table."""

PATTERNS: Mapping[Pattern, str] = {
    "solid": "",
    "diagonal": "M-3 3L3-3M0 12L12 0M9 15L15 9",
    "back-diagonal": "M-3 9L3 15M0 0L12 12M9-3L15 3",
    "horizontal": "M0 3H12M0 9H12",
    "vertical": "M3 0V12M9 0V12",
    "dots": "M2.4 3H3.6M3 2.4V3.6M8.4 9H9.6M9 8.4V9.6",
    "cross-hatch": "M-3 3L3-3M0 12L12 0M9 15L15 9M-3 9L3 15M0 0L12 12M9-3L15 3",
    "grid": "M0 6H12M6 0V12",
    "zigzag": "M-3 6L0 3L3 6L6 9L9 6L12 3L15 6",
}
"""Lines of every pattern in a tile of 12 by 12 CSS pixels; they meet across its edges."""
