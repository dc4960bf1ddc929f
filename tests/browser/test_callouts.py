"""A few words on the map say what the day is about, and no symbol stands on a town, on the focus or on a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import shapely
from playwright.sync_api import expect

from tests.browser.map_page import go_to, map_frame, painted, set_state, state_of
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame

    from tests.browser.conftest import OpenPage

AROUND_FOCUS = """([lat, lon]) => {
  const map = window.map_time;
  const canvas = document.querySelector(".leaflet-signs-pane canvas");
  const ratio = canvas.width / parseFloat(canvas.style.width);
  const margin = (parseFloat(canvas.style.width) - map.getSize().x) / 2;
  const below = (parseFloat(canvas.style.height) - map.getSize().y) / 2;
  const { x, y } = map.latLngToContainerPoint([lat, lon]);
  const [left, top] = [(x + margin - 4) * ratio, (y + below - 4) * ratio];
  const { data } = canvas.getContext("2d").getImageData(left, top, 8 * ratio, 8 * ratio);
  const pixels = [];
  for (let at = 0; at < data.length; at += 4) pixels.push(Array.from(data.slice(at, at + 4)).join(" "));
  return pixels;
}"""
"""The pixels in the middle of the ring round the focus."""


IN_RING = """([lat, lon, reach]) => {
  const map = window.map_time;
  const canvas = document.querySelector(".leaflet-signs-pane canvas");
  const ratio = canvas.width / parseFloat(canvas.style.width);
  const margin = (parseFloat(canvas.style.width) - map.getSize().x) / 2;
  const below = (parseFloat(canvas.style.height) - map.getSize().y) / 2;
  const { x, y } = map.latLngToContainerPoint([lat, lon]);
  const side = Math.round(2 * reach * ratio);
  const [left, top] = [(x + margin - reach) * ratio, (y + below - reach) * ratio];
  const { data } = canvas.getContext("2d").getImageData(left, top, side, side);
  const pixels = [];
  for (let at = 0; at < data.length; at += 4) pixels.push(Array.from(data.slice(at, at + 3)));
  return pixels;
}"""
"""Red, green and blue of the pixels in the square inside the ring round the focus."""
RING_REACH = 7
STRENGTH = 0.8
ALIKE = 30


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    return map_frame(open_page(document_path.as_uri(), viewport={"width": 1366, "height": 768}))


def test_no_symbol_lies_on_the_focus(document: Frame) -> None:
    focus = atlas().place(atlas().setting("focus-place"))
    seen = []
    for hidden in ([], ["events"]):
        go_to(document, "2014-10-06")
        set_state(document, hidden=hidden)
        painted(document)
        seen.append(document.evaluate(AROUND_FOCUS, [focus.lat, focus.lon]))
    assert seen[0] == seen[1]


def held_in_ring(frame: Frame, day: str) -> dict[str, float]:
    """Return which part of the ring's inside has the colour of each holder on a day."""
    focus = atlas().place(atlas().setting("focus-place"))
    go_to(frame, day)
    pixels = frame.evaluate(IN_RING, [focus.lat, focus.lon, RING_REACH])
    parts: dict[str, float] = {}
    for row in atlas().controllers:
        colour = [STRENGTH * int(row.colour[at : at + 2], 16) + (1 - STRENGTH) * 248 for at in (1, 3, 5)]
        alike = [all(abs(one - other) < ALIKE for one, other in zip(pixel, colour, strict=True)) for pixel in pixels]
        parts[row.id] = sum(alike) / len(alike)
    return parts


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_ring_shows_that_the_town_is_held_and_surrounded_and_later_that_it_is_free(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]}))
    siege, free = held_in_ring(frame, "2014-10-06"), held_in_ring(frame, "2015-01-26")
    assert siege["sdf"] > 0.1
    assert siege["isis"] > 0.1
    assert free["sdf"] > 2 * siege["sdf"]
    assert free["isis"] < siege["isis"] / 4


@pytest.mark.parametrize("size", [(360, 640), (1280, 720), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_is_said_of_a_day_covers_no_name_nor_its_town_and_stands_by_the_date_where_there_is_no_room(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]}))
    said = set()
    for row in atlas().callouts:
        go_to(frame, row.start.isoformat())
        names = frame.evaluate("window.timemap.names()")
        place = atlas().place(row.place)
        x, y = frame.evaluate(
            "([lat, lon]) => { const { x, y } = map_time.latLngToContainerPoint([lat, lon]); return [x, y]; }",
            [place.lat, place.lon],
        )
        for name in (name for name in names if name["kind"] == "callout"):
            said.add(name["text"])
            box = shapely.box(*name["box"])
            assert [
                other["text"] for other in names if other is not name and box.intersects(shapely.box(*other["box"]))
            ] == []
            assert box.distance(shapely.Point(x, y)) > 20
        about = frame.evaluate("document.querySelector('.plate-period').textContent")
        assert row.text in {about, *(name["text"] for name in names if name["kind"] == "callout")}
    assert {row.text for row in atlas().callouts if row.place == atlas().setting("focus-place")} <= said


def test_what_the_day_is_about_is_said_on_the_map_and_to_who_listens_and_can_be_hidden(document: Frame) -> None:
    (row,) = (row for row in atlas().callouts if row.event == "black-flags-raised")
    go_to(document, row.start.isoformat())
    painted(document)
    ground = document.locator(".leaflet-container")
    expect(ground).to_have_attribute("aria-label", re.compile(re.escape(row.text)))
    legend = document.get_by_role("region", name="Legend")
    legend.locator(".legend-button").click()
    legend.get_by_role("button", name="Label about the day").click()
    assert state_of(document)["hidden"] == ["callouts"]
    expect(ground).not_to_have_attribute("aria-label", re.compile(re.escape(row.text)))
    set_state(document, hidden=[])
    go_to(document, "2014-06-01")
    expect(legend.get_by_role("button", name="Label about the day")).to_have_count(0)
