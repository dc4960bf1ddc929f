"""Patterns of areas are drawn in shapes of every size, also in those that no line of the pattern meets."""

from __future__ import annotations

import shapely

from timemap.style.hatching import pattern_lines
from timemap.style.tokens import TOKENS

TILE = TOKENS.areas.pattern_tile
UPRIGHT = f"M1 0V{TILE}"


def test_a_shape_between_the_lines_of_a_pattern_has_none_of_them() -> None:
    assert pattern_lines(UPRIGHT, shapely.box(2, 2, 3, 3), 1).is_empty


def test_lines_are_cut_where_the_shape_ends() -> None:
    found = pattern_lines(UPRIGHT, shapely.box(0, 2, TILE, 5), 1)
    assert found.equals(shapely.MultiLineString([[(1, 2), (1, 5)]]))
