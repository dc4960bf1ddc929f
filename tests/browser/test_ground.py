"""The ground runs out softly where the base map ends, and the opening view stays on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.map_page import map_frame, painted
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import OpenPage

STEPS = """([lat, lon]) => {
  const canvas = document.querySelector(".leaflet-base-pane canvas");
  const edge = canvas.getBoundingClientRect();
  const ground = window.map_time.getContainer().getBoundingClientRect();
  const at = window.map_time.latLngToContainerPoint([lat, lon]);
  const [x, y] = [Math.round(at.x + ground.x - edge.x), Math.round(at.y + ground.y - edge.y)];
  const { data } = canvas.getContext("2d").getImageData(x - 60, y, 120, 1);
  const steps = [];
  for (let i = 4; i < data.length; i += 4) {
    steps.push(Math.max(...[0, 1, 2].map((part) => Math.abs(data[i + part] - data[i + part - 4]))));
  }
  return [Math.max(...steps), steps.filter((step) => step > 0).length];
}"""

BEYOND = """() => {
  const canvas = document.querySelector(".leaflet-base-pane canvas");
  const edge = canvas.getBoundingClientRect();
  const seen = window.map_time.getContainer().getBoundingClientRect();
  const ratio = canvas.width / edge.width;
  const outside = getComputedStyle(window.map_time.getContainer()).backgroundColor.match(/\\d+/g).map(Number);
  const [left, top] = [Math.round((seen.x - edge.x) * ratio), Math.round((seen.y - edge.y) * ratio)];
  const [wide, high] = [Math.round(seen.width * ratio), Math.round(seen.height * ratio)];
  const { data } = canvas.getContext("2d").getImageData(left, top, wide, high);
  let rows = 0;
  for (let row = 0; row < high; row += 1) {
    let same = 0;
    for (let at = 4 * row * wide; at < 4 * (row + 1) * wide; at += 4) {
      if (outside.slice(0, 3).every((part, channel) => data[at + channel] === part)) same += 1;
    }
    if (same > 0.9 * wide) rows += 1;
  }
  return rows;
}"""
"""Number of rows of the window's pixels in which there is nothing but the colour of what lies beyond the ground."""


def test_the_ground_ends_without_a_line(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 1920, "height": 1080})
    frame = map_frame(page)
    west, south, _, _ = atlas().setting_numbers("area-bounds")
    frame.evaluate("(view) => { window.map_time.setView(view, 8, { animate: false }); }", [36.5, west])
    painted(frame)
    highest, changing = frame.evaluate(STEPS, [south + 0.7, west])  # in the sea, where nothing else is drawn
    assert changing > 5
    assert highest <= 6


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_opening_view_stays_on_the_ground(size: tuple[int, int], open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]})
    frame = map_frame(page)
    west, south, east, north = atlas().setting_numbers("area-bounds")
    seen = [float(part) for part in frame.evaluate("window.map_time.getBounds().toBBoxString()").split(",")]
    assert seen[0] >= west - 0.02
    assert seen[1] >= south - 0.02
    assert seen[2] <= east + 0.02
    assert seen[3] <= north + 0.02


@pytest.mark.parametrize("size", [(390, 844), (360, 640), (768, 1024)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_band_lies_beyond_the_ground_in_a_tall_window(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]}, has_touch=size[0] < 500)
    frame = map_frame(page)
    painted(frame)
    assert frame.evaluate(BEYOND) <= 1  # the very row in which it ends
    frame.evaluate("() => { window.map_time.setZoom(5, { animate: false }); }")
    painted(frame)
    assert frame.evaluate(BEYOND) > 20  # seen from so high the ground ends inside the window: it would be found
