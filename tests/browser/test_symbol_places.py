"""Symbols of events stand on their spots or close beside them, on their own side of the border and of the town."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import shapely

from tests.browser.map_page import go_to, map_frame, painted
from tests.project_data import geography

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame
    from shapely.geometry.base import BaseGeometry

    from tests.browser.conftest import OpenPage

SIZES = ((360, 640), (390, 844), (740, 360), (1280, 720), (1366, 768))
DAYS = ("2014-10-06", "2015-01-26", "2018-04-01", "2019-11-01", "2025-01-01")
FARTHEST = 28.5
"""Pixels between an event's spot and its symbol."""
BESIDE = 40
"""Pixels within which a spot lies on one side of a town."""
LEAST = 0.5
"""Pixels between a town and a spot that lies on one of its sides."""
ON_LAND = """(points) => points.map((point) => {
  const { lat, lng } = window.map_time.containerPointToLatLng(point);
  return [lng, lat];
})"""


@cache
def countries() -> dict[str, BaseGeometry]:
    return {str(iso): geography().land(str(iso)) for iso in geography().countries["iso"]}


def country_at(lon: float, lat: float) -> str | None:
    return next((iso for iso, land in countries().items() if shapely.intersects_xy(land, lon, lat)), None)


def moved(frame: Frame, day: str) -> list[dict[str, Any]]:
    """Return the symbols of a day that do not stand on their spots."""
    go_to(frame, day)
    painted(frame)
    symbols = list(frame.evaluate("window.timemap.symbols()"))
    return [symbol for symbol in symbols if math.dist(symbol["symbol"], symbol["spot"]) > 0.01]


def abroad(frame: Frame, symbols: list[dict[str, Any]]) -> list[list[str]]:
    """Return the events whose symbols stand in another country than their spots."""
    wrong = []
    for symbol in symbols:
        spot, at = frame.evaluate(ON_LAND, [symbol["spot"], symbol["symbol"]])
        home = country_at(*spot)
        if home and country_at(*at) not in {home, None}:
            wrong.append(symbol["events"])
    return wrong


def on_the_wrong_side(symbols: list[dict[str, Any]], marks: list[tuple[float, float]]) -> list[list[str]]:
    """Return the events whose symbols stand on the other side of the nearest town than their spots."""
    wrong = []
    for symbol in symbols:
        spot, at = symbol["spot"], symbol["symbol"]
        way, town = min((math.dist(mark, spot), mark) for mark in marks)
        if not LEAST <= way < BESIDE:
            continue
        along = sum((spot[axis] - town[axis]) * (at[axis] - town[axis]) for axis in (0, 1))
        if along <= 0:
            wrong.append(symbol["events"])
    return wrong


def marks_of(frame: Frame) -> list[tuple[float, float]]:
    """Return the middles of the dots and of the ring that symbols keep clear of, in pixels."""
    boxes = [name["mark"] for name in frame.evaluate("window.timemap.names()") if name["mark"]]
    return [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in boxes]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_symbol_that_steps_aside_stays_by_its_spot(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]}))
    aside = 0
    for day in DAYS:
        symbols = moved(frame, day)
        aside += len(symbols)
        far = [symbol["events"] for symbol in symbols if math.dist(symbol["symbol"], symbol["spot"]) > FARTHEST]
        assert (day, far) == (day, [])
        assert (day, abroad(frame, symbols)) == (day, [])
        assert (day, on_the_wrong_side(symbols, marks_of(frame))) == (day, [])
    assert aside > 0


def test_the_flags_at_the_eastern_edge_stand_east_of_the_town(open_page: OpenPage, document_path: Path) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": 390, "height": 844}))
    flags = next(symbol for symbol in moved(frame, "2014-10-06") if "black-flags-raised" in symbol["events"])
    focus = next(name for name in frame.evaluate("window.timemap.names()") if name["kind"] == "focus")
    left, _, right, _ = focus["mark"]
    assert flags["symbol"][0] > (left + right) / 2
    assert on_the_wrong_side([{**flags, "symbol": [left - 20, flags["symbol"][1]]}], marks_of(frame)) == [
        flags["events"]
    ]
    north = [flags["spot"][0], flags["spot"][1] - 40]
    assert abroad(frame, [{**flags, "symbol": north}]) == [flags["events"]]
