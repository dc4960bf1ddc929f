"""On a telephone, upright or sideways, and enlarged four times, map, slider and card are usable, nothing overlaps."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import box_of, go_to, map_frame, moment, painted, set_state, state_of, thumb
from tests.browser.touch import Fingers
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FloatRect, Page

    from tests.browser.conftest import OpenPage

SIZES = ((360, 640), (640, 360), (320, 256))
OVER_THE_MAP = (
    ".plate",
    ".legend-button",
    ".panel-shut",
    ".map-buttons",
    ".leaflet-control:not(.leaflet-control-zoom)",
    ".elsewhere",
)
POINT = """([lat, lon]) => {
  const box = window.map_time.getContainer().getBoundingClientRect();
  const { x, y } = window.map_time.latLngToContainerPoint([lat, lon]);
  return [box.x + x, box.y + y];
}"""


def small(open_page: OpenPage, document: Path, size: tuple[int, int]) -> Page:
    """Return the document in a small window that is touched; its map jumps instead of gliding and so is at rest."""
    viewport = {"width": size[0], "height": size[1]}
    return open_page(document.as_uri(), viewport=viewport, has_touch=True, reduced_motion="reduce")


def meet(one: FloatRect, other: FloatRect) -> bool:
    """Return whether two boxes share more than an edge."""
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return across > 1 and down > 1


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_map_and_slider_fill_the_window_and_nothing_overlaps(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    page = small(open_page, document_path, size)
    frame = map_frame(page)
    painted(frame)
    width, height = size
    ground, strip = box_of(page.locator(".folium-map")), box_of(page.locator(".slider-strip"))
    assert ground["height"] >= 130
    assert not meet(ground, strip)
    assert strip["y"] + strip["height"] <= height
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    shown = [part for name in OVER_THE_MAP for part in page.locator(name).all() if part.is_visible()]
    assert len(shown) >= 6
    boxes = {part.get_attribute("class") or "": box_of(part) for part in shown}
    assert [pair for pair in combinations(boxes, 2) if meet(boxes[pair[0]], boxes[pair[1]])] == []
    buttons = [box_of(button) for button in page.locator(".slider-toolbar button").all() if button.is_visible()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in buttons)
    assert not any(meet(one, other) for one, other in combinations(buttons, 2))
    assert len({round(box["height"]) for box in buttons}) == 1


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_finger_moves_the_date(size: tuple[int, int], open_page: OpenPage, document_path: Path) -> None:
    page = small(open_page, document_path, size)
    frame = map_frame(page)
    go_to(frame, "2018-04-01")
    box = box_of(thumb(frame).locator(".thumb-grip"))
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    with Fingers(page) as fingers:
        fingers.press((x, y))
        for step in range(1, 5):
            fingers.move((x + 10 * step, y))
    painted(frame)
    assert moment(frame) > "2018-04-01"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_tap_on_a_marker_opens_its_card_which_can_be_closed(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    page = small(open_page, document_path, size)
    frame = map_frame(page)
    painted(frame)
    known = {event.id: event for event in atlas().events}
    shown = [known[name] for name in frame.evaluate("window.timemap.visibleEvents()")]
    manbij = next(event for event in shown if event.place == "Manbij")
    x, y = frame.evaluate(POINT, [manbij.lat, manbij.lon])
    page.touchscreen.tap(x, y)
    card = page.get_by_role("region", name="Selected event")
    title = card.get_by_role("heading", name=manbij.title)
    expect(title).to_be_visible()
    painted(frame)
    place = box_of(title)
    assert place["y"] >= 0
    assert place["y"] + 20 <= size[1]
    if size[0] > 320:  # there the card takes the whole of the map
        x, y = frame.evaluate(POINT, [manbij.lat, manbij.lon])
        sheet = box_of(page.locator(".panel"))
        assert not meet(sheet, {"x": x - 10, "y": y - 10, "width": 20, "height": 20})
        assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('.folium-map') !== null", [x, y])
    card.get_by_role("button", name="Close the card").tap()
    expect(card).to_be_hidden()
    page.get_by_role("button", name="Hide events").tap()
    expect(page.locator(".panel")).to_be_hidden()
    expect(page.locator(".plate")).to_be_visible()


def test_a_window_that_grows_wide_has_its_panel_beside_the_map(open_page: OpenPage, document_path: Path) -> None:
    page = small(open_page, document_path, SIZES[0])
    map_frame(page)
    heading = page.locator(".list-heading")
    expect(heading).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 720})
    expect(heading).to_be_visible()
    expect(page.get_by_role("button", name="Hide events")).to_be_hidden()
    panel, ground = box_of(page.locator(".panel")), box_of(page.locator(".folium-map"))
    assert not meet(panel, ground)


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_filters_is_seen_and_cleared_with_the_panel_shut(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    page = small(open_page, document_path, size)
    frame = map_frame(page)
    chips = page.get_by_role("list", name="Active filters")
    expect(chips).to_be_hidden()
    ground = box_of(page.locator(".folium-map"))
    category, party = atlas().categories[0], atlas().parties[0]
    set_state(frame, categories=[category.id], parties=[party.id], words="kobane")
    expect(page.locator(".panel")).to_be_hidden()
    row = box_of(chips)
    for name in (f"Remove {category.name}", "Clear all"):
        box = box_of(page.get_by_role("button", name=name))
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        assert row["y"] <= box["y"] < box["y"] + box["height"] <= row["y"] + row["height"]
    less, strip = box_of(page.locator(".folium-map")), box_of(page.locator(".slider-strip"))
    assert less["height"] == pytest.approx(ground["height"] - row["height"], abs=6)
    assert frame.evaluate("window.map_time.getSize().y") == pytest.approx(less["height"], abs=1)
    assert not meet(row, less)
    assert not meet(row, strip)
    assert strip["y"] + strip["height"] <= size[1]
    page.get_by_role("button", name="Events", exact=True).tap()
    expect(page.locator(".panel").get_by_role("list", name="Active filters")).to_be_visible()
    page.get_by_role("button", name="Hide events").tap()
    page.get_by_role("button", name="Clear all").press("Enter")
    expect(chips).to_be_hidden()
    expect(page.get_by_role("button", name="Events", exact=True)).to_be_focused()
    assert state_of(frame)["categories"] == []
    painted(frame)
    assert frame.evaluate("window.map_time.getSize().y") == pytest.approx(ground["height"], abs=1)
