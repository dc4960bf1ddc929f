"""Symbols and pattern lines as SVG paths, for screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.records.shapes import Shape
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.records.control import Pattern

OTHER_NAME, OTHER_SHAPE, OTHER_COLOUR = "Other", Shape.CIRCLE.outline, TOKENS.events.other_colour
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
"""Lines of every pattern in a square tile, whose side is in the table of tokens; they meet across its edges."""
