"""What the map in pictures and the one on the screen draw alike, held by one table of cases."""

from __future__ import annotations

import json
from typing import Any

import pytest

from geodata.records.fields import LocationPrecision
from tests.paths import CASES
from timemap.static_map.areas import remaining
from timemap.static_map.base_map import river_width
from timemap.static_map.border import border_width, mark_size
from timemap.static_map.events import shown_radius, strength_at
from timemap.static_map.label_placement import spots_beside
from timemap.static_map.text import text_block
from timemap.style.palette import area_colour
from timemap.style.tokens import TOKENS, MarkSize

MAP_LOOK: dict[str, Any] = json.loads((CASES / "map_look.json").read_text("utf-8"))
"""tests/web/maplook.test.js reads them, too."""


def ring(row: dict[str, Any]) -> float:
    return shown_radius(LocationPrecision(row["where"]), row["radius"], chosen=row["chosen"])


@pytest.mark.parametrize("row", MAP_LOOK["rings"])
def test_a_ring_is_shown_cut_down_or_left_out_as_on_the_screen(row: dict[str, Any]) -> None:
    assert ring(row) == row["shown"]


@pytest.mark.parametrize("row", MAP_LOOK["strengths"])
def test_older_events_are_as_pale_as_on_the_screen(row: dict[str, Any]) -> None:
    assert strength_at(row["age"]) == pytest.approx(row["strength"])


@pytest.mark.parametrize("row", MAP_LOOK["lastKnown"])
def test_the_last_known_state_has_the_colours_of_the_screen(row: dict[str, Any]) -> None:
    assert area_colour(row["colour"], last_known=True) == row["shown"]


@pytest.mark.parametrize("row", MAP_LOOK["fading"])
def test_areas_fade_at_the_rim_as_on_the_screen(row: dict[str, Any]) -> None:
    assert remaining(row["away"]) == pytest.approx(row["left"])


@pytest.mark.parametrize("row", MAP_LOOK["border"])
def test_the_border_is_as_wide_as_on_the_screen(row: dict[str, Any]) -> None:
    assert border_width(row["zoom"]) == pytest.approx(row["width"])


@pytest.mark.parametrize(
    ("kind", "size"), [("crossings", TOKENS.border_marks.crossing_size), ("posts", TOKENS.border_marks.post_size)]
)
def test_crossings_and_posts_are_as_large_as_on_the_screen(kind: str, size: MarkSize) -> None:
    for row in MAP_LOOK[kind]:
        assert mark_size(size, row["zoom"]) == pytest.approx(row["size"])


@pytest.mark.parametrize("row", MAP_LOOK["rivers"])
def test_rivers_are_as_wide_as_on_the_screen(row: dict[str, Any]) -> None:
    assert river_width(row["rank"], row["zoom"]) == pytest.approx(row["width"])


def test_names_are_tried_on_the_same_sides_and_as_far_away_as_on_the_screen() -> None:
    case = MAP_LOOK["beside"]
    (x, y), (width, height) = case["at"], case["size"]
    words = text_block("town", ["Kobane"], 1)
    words = type(words)(words.lines, words.style, words.size, width, height)
    spots = spots_beside(x, y, words, case["gap"])
    assert [spot.x - x for spot in spots] == pytest.approx(case["across"])
    assert [side_of(spot.x - x, spot.y - y) for spot in spots] == case["order"]


def side_of(across: float, down: float) -> str:
    sides = ("right" if across > 0 else "left" if across else "", "below" if down > 0 else "above" if down else "")
    return "-".join(filter(None, sides))


def test_a_case_that_does_not_hold_would_be_noticed() -> None:
    row = MAP_LOOK["rings"][0]
    assert ring(row) != row["shown"] + 1
