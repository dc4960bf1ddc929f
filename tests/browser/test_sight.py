"""What the document itself brings into view is not hidden under plate, legend, buttons or sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import map_frame, painted, state_of
from tests.browser.waiting import await_value
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame

    from tests.browser.conftest import OpenPage

SIZES = ((1280, 720), (1366, 768), (1024, 768), (1920, 1080), (360, 640), (640, 360), (320, 256))
OVER = """([lat, lon]) => {
  const ground = window.map_time.getContainer();
  const box = ground.getBoundingClientRect();
  const { x, y } = window.map_time.latLngToContainerPoint([lat, lon]);
  if (x < 0 || y < 0 || x > box.width || y > box.height) return "outside";
  const found = document.elementFromPoint(box.x + x, box.y + y);
  const over = found?.closest(".corner, .legend-button, .legend-body, .panel, .leaflet-control, .elsewhere");
  return over ? over.className : found && ground.contains(found) ? "" : `not the map but ${found?.className}`;
}"""
MOVES = "[Boolean(window.map_time._panAnim?._inProgress), Boolean(window.map_time._animatingZoom)]"
"""Whether Leaflet glides to another place, and whether it glides to another zoom."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_opening_view_shows_the_focus_clear_of_all_that_lies_over_the_map(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]})
    frame = map_frame(page)
    painted(frame)
    known = atlas()
    focus = known.place(known.setting("focus-place"))
    assert frame.evaluate(OVER, [focus.lat, focus.lon]) == ""
    expect(page.get_by_role("button", name="Legend")).to_be_visible()
    if size[0] < 1000:
        expect(page.get_by_role("button", name="Legend")).to_have_attribute("aria-expanded", "false")


def chosen_and_seen(frame: Frame, names: list[str]) -> dict[str, str]:
    """Choose the events one by one; return what lay over each when the map had come to rest."""
    known = atlas()
    over = {}
    for name in names:
        frame.evaluate("(id) => window.timemap.select(id)", name)
        heading = frame.get_by_role("region", name="Selected event").get_by_role("heading", level=2)
        expect(heading).to_have_text(known.event(name).title)
        painted(frame)  # the map begins to move in the frame after the one that draws the card
        await_value(frame, "whether the map still moves", MOVES, [False, False])
        over[name] = frame.evaluate(OVER, [known.event(name).lat, known.event(name).lon])
    return over


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (360, 640)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_chosen_event_is_brought_out_from_under_the_open_legend(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]})
    frame = map_frame(page)
    if size[0] > 1000:
        page.get_by_role("button", name="Legend").click()
    east, west = 40.0, 37.0
    inside = [event for event in atlas().events if 35.6 < event.lat < 37.4]
    names = [event.id for event in inside if event.lon > east][:3] + [e.id for e in inside if e.lon < west][:2]
    assert len(names) == 5
    assert set(chosen_and_seen(frame, names).values()) == {""}


def test_a_map_that_opened_in_a_tiny_frame_opens_right_at_its_real_size_and_stays_where_it_was_moved(
    open_page: OpenPage, document_path: Path
) -> None:
    address = document_path.as_uri()
    wanted = state_of(map_frame(open_page(address, viewport={"width": 1280, "height": 720})))
    page = open_page(address, viewport={"width": 300, "height": 150})
    frame = map_frame(page)
    page.set_viewport_size({"width": 1280, "height": 720})
    await_value(frame, "the zoom of the map", "window.timemap.state.zoom", wanted["zoom"])
    frame.get_by_role("button", name="Zoom in").click()
    painted(frame)
    moved = frame.evaluate("window.map_time.getZoom()")
    page.set_viewport_size({"width": 1366, "height": 768})
    painted(frame)
    assert frame.evaluate("window.map_time.getZoom()") == moved
