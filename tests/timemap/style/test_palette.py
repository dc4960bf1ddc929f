"""Colours can be told apart, by all three common types of colour vision too; the last test shows that this can fail."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from coloraide import Color

from timemap.style.symbols import PATTERNS

if TYPE_CHECKING:
    from geodata.atlas import Atlas

LAND = "#f4f1ea"
OPACITY = 0.45
VISIONS = ("", "protan", "deutan", "tritan")
LEAST_DIFFERENCE = 0.045
"""Distance in OKLab; about 0.02 can just be seen side by side."""


def on_land(colour: str, vision: str) -> Color:
    seen = Color(colour).mix(LAND, 1 - OPACITY, space="srgb")
    return seen.filter(vision) if vision else seen


def too_close(colours: list[str], vision: str) -> list[tuple[str, str]]:
    pairs = combinations(colours, 2)
    return [
        (one, other)
        for one, other in pairs
        if on_land(one, vision).delta_e(on_land(other, vision), method="ok") < LEAST_DIFFERENCE
    ]


@pytest.mark.parametrize("vision", VISIONS)
def test_controllers_can_be_told_apart(atlas: Atlas, vision: str) -> None:
    assert too_close([controller.colour for controller in atlas.controllers], vision) == []


def test_every_controller_has_a_pattern_of_its_own(atlas: Atlas) -> None:
    assert {controller.pattern for controller in atlas.controllers} == set(PATTERNS)
    assert len(atlas.controllers) == len(PATTERNS)


def test_symbols_stand_out_from_the_land(atlas: Atlas) -> None:
    assert [row.id for row in atlas.categories if Color(row.colour).contrast(LAND, method="wcag21") < 3] == []


def test_symbols_differ_and_are_at_most_twelve_shapes(atlas: Atlas) -> None:
    assert len({category.shape for category in atlas.categories}) <= 12
    assert len({(category.shape, category.colour) for category in atlas.categories}) == len(atlas.categories)
    assert {category.group for category in atlas.categories} == {"violence", "people", "politics", "memory"}


def test_a_shape_is_shared_only_within_a_group(atlas: Atlas) -> None:
    groups = defaultdict(set)
    for category in atlas.categories:
        groups[category.shape].add(category.group)
    assert all(len(group) == 1 for group in groups.values())


def test_attacks_on_civilians_are_plain(atlas: Atlas) -> None:
    assert next(row.shape for row in atlas.categories if row.id == "attack-on-civilians") == "circle"


def test_red_and_green_of_one_lightness_would_be_found() -> None:
    pair = ["#b35656", "#7a7a3c"]
    assert too_close(pair, "") == []
    assert too_close(pair, "deutan") == [tuple(pair)]
