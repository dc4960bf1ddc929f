"""The ground runs out softly where the base map ends, and the opening view stays on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.timemap_page import map_frame, painted
from tests.ours import atlas

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
