"""A few words on the map say what the day is about, and no symbol stands on a town, on the focus or on a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.timemap_page import go_to, map_frame, painted, set_state, state_of
from tests.ours import atlas

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


def test_what_the_day_is_about_is_said_on_the_map_and_to_who_listens_and_can_be_hidden(document: Frame) -> None:
    (row,) = (row for row in atlas().callouts if row.event == "black-flags-raised")
    go_to(document, row.start.isoformat())
    painted(document)
    ground = document.locator(".leaflet-container")
    expect(ground).to_have_attribute("aria-label", re.compile(re.escape(row.text)))
    legend = document.get_by_role("region", name="Legend")
    legend.locator(".legend-button").click()
    legend.get_by_role("button", name="What the day is about").click()
    assert state_of(document)["hidden"] == ["callouts"]
    expect(ground).not_to_have_attribute("aria-label", re.compile(re.escape(row.text)))
    set_state(document, hidden=[])
    go_to(document, "2014-06-01")
    expect(legend.get_by_role("button", name="What the day is about")).to_have_count(0)
