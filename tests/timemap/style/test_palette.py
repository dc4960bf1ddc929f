"""Colours can be told apart, by all three common types of colour vision too; the last test shows that this can fail."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from coloraide import Color
from matplotlib.colors import to_hex

from timemap.style.palette import holder_colour, mixed, palette, share
from timemap.style.symbols import PATTERNS
from timemap.style.tokens import TOKENS
from timemap.web import WEB

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.atlas import Atlas
    from timemap.style.palette import Theme

VISIONS = ("", "protan", "deutan", "tritan")
LEAST_DIFFERENCE = 0.045
"""Distance in OKLab; about 0.02 can just be seen side by side."""


def land(theme: Theme) -> str:
    """Return the colour of the land, as the style sheet of the map has it."""
    return to_hex(palette(theme)["land"])


def on_land(colour: str, vision: str) -> Color:
    seen = Color(mixed(land("light"), colour, share("fill")))
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
    assert too_close([holder_colour(row, "light") for row in atlas.controllers], vision) == []


def test_every_controller_has_a_pattern_of_its_own(atlas: Atlas) -> None:
    assert {controller.pattern for controller in atlas.controllers} == set(PATTERNS)
    assert len(atlas.controllers) == len(PATTERNS)


def faint(colours: Mapping[str, str], ground: str) -> list[str]:
    """Return the names of colours that do not stand out from a ground."""
    return [name for name, colour in colours.items() if Color(colour).contrast(ground, method="wcag21") < 3]


def test_symbols_stand_out_from_the_land(atlas: Atlas) -> None:
    """On the dark land it is their light rim that does."""
    assert faint({row.id: row.colour for row in atlas.categories}, land("light")) == []
    assert faint({"rim": TOKENS.events.paper}, land("dark")) == []


def test_a_symbol_as_pale_as_the_land_would_be_found() -> None:
    assert faint({"pale": "#d8d4c8", "dark": "#333333"}, land("light")) == ["pale"]


def test_the_ground_is_that_of_the_style_sheet() -> None:
    assert f"--map-land: {land('light')};" in (WEB / "map" / "map.css").read_text("utf-8")


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
