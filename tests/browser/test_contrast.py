"""What is drawn can be told from what it lies on, in both themes, read from the pixels of the page."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from coloraide import Color
from PIL import Image

from tests.browser.map_page import go_to, map_frame, painted, set_state
from tests.project_data import areas

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from playwright.sync_api import Frame

    from tests.browser.conftest import OpenPage

SCHEMES = ("light", "dark")
LEAST = 3.0
MEETINGS = (
    ("2014-10-06", "isis", "sdf"),
    ("2015-01-26", "government", "isis"),
    ("2016-09-01", "rebel", "sdf"),
    ("2018-04-01", "government", "turkey"),
    ("2019-11-01", "joint", "sdf"),
    ("2026-11-29", "sdf", "transitional"),
)
BARE = ["events", "callouts", "quarters", "evidence", "border", "wall", "crossings", "posts"]
REACH = 14
"""Pixels from a front to where its two sides are looked at."""


def contrast(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Return the contrast of two colours, given as red, green and blue from 0 to 255, by WCAG 2."""
    first, second = (Color("srgb", (colour / 255).tolist()) for colour in (one, other))
    return first.contrast(second, method="wcag21")


def front(day: date, one: str, other: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the ends of the longest straight piece of the front between two controllers, longitude and latitude."""
    lands = {area.controller: area.geometry for area in areas().on(day)}
    edges = shapely.get_parts(shapely.line_merge(shapely.intersection(lands[one].boundary, lands[other].boundary)))
    pieces = [piece for edge in edges if edge.geom_type == "LineString" for piece in pairwise(edge.coords)]
    return max(pieces, key=lambda piece: shapely.LineString(piece).length)


def pixels(frame: Frame) -> NDArray[np.float64]:
    """Return what the map looks like: rows of pixels of red, green and blue."""
    shot = frame.page.locator(".leaflet-container").screenshot()
    return np.asarray(Image.open(BytesIO(shot)).convert("RGB"), dtype=float)


def across(frame: Frame, piece: tuple[tuple[float, float], tuple[float, float]]) -> NDArray[np.float64]:
    """Return the pixels on a line across the middle of a piece of a front."""
    places = [[lat, lon] for lon, lat in piece]
    ends = frame.evaluate(
        "(places) => places.map((place) => { const { x, y } = window.map_time.latLngToContainerPoint(place);"
        " return [x, y]; })",
        places,
    )
    (x, y), (right, low) = ends
    middle, along = np.array([(x + right) / 2, (y + low) / 2]), np.array([right - x, low - y])
    normal = np.array([-along[1], along[0]]) / np.hypot(*along)
    picture = pixels(frame)
    spots = [(middle + normal * step).round().astype(int).tolist() for step in range(-REACH, REACH + 1)]
    return np.array([picture[row, column] for column, row in spots])


def weakest(line: NDArray[np.float64]) -> float:
    """Return how well a front stands out from the side that it stands out from less."""
    sides = (line[0], line[-1])
    return max(min(contrast(pixel, side) for side in sides) for pixel in line[REACH - 3 : REACH + 4])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_fronts_stand_out_from_both_sides(scheme: str, open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 1366, "height": 768}, color_scheme=scheme)
    frame = map_frame(page)
    set_state(frame, hidden=BARE)
    found = {}
    for day, one, other in MEETINGS:
        piece = front(date.fromisoformat(day), one, other)
        lon, lat = (sum(ends) / 2 for ends in zip(*piece, strict=True))
        go_to(frame, day)
        frame.evaluate("(place) => { window.map_time.setView(place, 11, { animate: false }); }", [lat, lon])
        painted(frame)
        found[day] = weakest(across(frame, piece))
    assert {day: round(value, 2) for day, value in found.items() if value < LEAST} == {}


def test_a_front_that_is_not_drawn_would_be_missed() -> None:
    sides = [np.array([100.0, 90.0, 80.0])] * REACH + [np.array([120.0, 120.0, 120.0])] * (REACH + 1)
    assert weakest(np.array(sides)) < LEAST
    sides[REACH] = np.array([250.0, 250.0, 250.0])
    assert weakest(np.array(sides)) >= LEAST


@pytest.mark.parametrize("scheme", SCHEMES)
def test_zoom_buttons_follow_the_theme(scheme: str, open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), color_scheme=scheme)
    map_frame(page)
    look = page.locator(".leaflet-control-zoom-in").evaluate(
        "(button) => { const { color, backgroundColor } = getComputedStyle(button); return [color, backgroundColor]; }"
    )
    ink, ground = (Color(colour) for colour in look)
    assert ink.contrast(ground, method="wcag21") >= 4.5
    assert (ground.luminance() < 0.2) == (scheme == "dark")
