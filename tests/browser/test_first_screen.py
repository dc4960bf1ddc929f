"""The map takes the screen: what share of the window is map, what lies over it, and how all else is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import settled_map
from tests.browser.map_page import map_frame, painted
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame

    from tests.browser.conftest import OpenPage

SHARES = {(1280, 720): 0.6, (1366, 768): 0.6, (1920, 1080): 0.7, (360, 640): 0.6, (390, 844): 0.6}
"""Share of the window that is map at least, by width and height of the window in pixels."""

OVER = (
    ".plate, .legend-button, .legend-body, .panel-shut, .elsewhere, .map-buttons, "
    ".leaflet-control:not(.leaflet-control-zoom)"
)
"""What lies over the map; the zoom is one of the buttons."""

COVERED = """(over) => {
  const stage = document.querySelector(".stage").getBoundingClientRect();
  const boxes = [...document.querySelectorAll(over)].map((part) => part.getBoundingClientRect());
  const covered = boxes.reduce((sum, box) => sum + box.width * box.height, 0);
  return [stage.width * stage.height, covered];
}"""
"""Area of the map, and of what lies over it; what lies over each other counts twice."""


def measured(frame: Frame) -> tuple[float, float]:
    """Return the area of the map and of what lies over it, in square pixels."""
    painted(frame)
    area, covered = frame.evaluate(COVERED, OVER)
    return float(area), float(covered)


@pytest.mark.parametrize("size", SHARES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("home", ["app", "file"])
def test_most_of_the_window_is_map_and_little_lies_over_it(
    home: str, size: tuple[int, int], open_page: OpenPage, app_url: str, document_path: Path
) -> None:
    viewport = {"width": size[0], "height": size[1]}
    page = open_page(app_url if home == "app" else document_path.as_uri(), viewport=viewport)
    frame = settled_map(page) if home == "app" else map_frame(page)
    area, covered = measured(frame)
    assert area / (size[0] * size[1]) >= SHARES[size]
    limit = 0.2 if size[0] < 760 else 0.08  # a finger needs buttons of its own size on a telephone, too
    assert covered / area <= limit
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (360, 640)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_an_open_legend_covers_at_most_a_fifth_of_the_map(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    address = f"{document_path.as_uri()}#moment=2018-04-01"
    frame = map_frame(open_page(address, viewport={"width": size[0], "height": size[1]}))
    button = frame.locator(".legend-button")
    if button.get_attribute("aria-expanded") == "false":
        button.click()
    area, _ = measured(frame)
    box = frame.locator(".legend-body").bounding_box()
    assert box is not None
    assert box["width"] * box["height"] <= area / 5
    button.click()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_folded_up_the_legend_says_in_one_line_whose_the_areas_are(open_page: OpenPage, document_path: Path) -> None:
    address = f"{document_path.as_uri()}#moment=2014-10-06"
    frame = map_frame(open_page(address, viewport={"width": 1280, "height": 720}))
    legend = frame.get_by_role("region", name="Legend")
    known = atlas()
    day = known.setting_day("opening-moment")
    for controller in ("sdf", "isis"):
        expect(legend.get_by_text(known.names.on(controller, day), exact=True)).to_be_visible()
    expect(legend.get_by_text("Weak evidence")).to_be_hidden()
    box = legend.locator(".legend-body").bounding_box()
    assert box is not None
    assert box["height"] < 50


def test_named_buttons_lead_to_what_stands_under_the_map_and_back(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url, viewport={"width": 1366, "height": 768})
    settled_map(page)
    ways = page.get_by_role("navigation", name="Under the map")
    back = ways.get_by_role("button", name="Back to map")
    expect(back).to_be_hidden()
    for name, shown in {
        "Download": page.get_by_role("combobox", name="Download and share"),
        "Cite": page.get_by_role("tab", name="BibTeX"),
        "Table": page.get_by_test_id("stDataFrame"),
        "Sources": page.get_by_text("Type of publisher").first,
    }.items():
        ways.get_by_role("button", name=name, exact=True).click()
        expect(shown).to_be_in_viewport()
        back.click()
        expect(back).to_be_hidden()
    expect(page.locator("iframe[title='Map with its date slider']")).to_be_in_viewport(ratio=0.99)


def test_the_head_is_one_line_with_the_title_on_every_page(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url, viewport={"width": 1280, "height": 720})
    settled_map(page)
    head = page.get_by_test_id("stHeader")
    for name in ("Map", "Lessons"):
        page.get_by_role("link", name=name, exact=True).click()
        box = head.bounding_box()
        assert box is not None
        assert box["height"] <= 44
        toolbar = page.get_by_test_id("stToolbar")
        title = toolbar.evaluate("(node) => getComputedStyle(node, '::before').content")
        assert title == f'"{atlas().setting("title")}"'
        expect(page.get_by_role("heading", level=1)).to_have_count(1)


@pytest.mark.parametrize("width", [360, 768, 1024, 1200, 1280, 1366, 1920])
def test_the_head_has_its_menu_in_the_window_and_its_parts_beside_each_other(
    width: int, open_page: OpenPage, app_url: str
) -> None:
    page = open_page(app_url, viewport={"width": width, "height": 768})
    settled_map(page)
    menu = page.get_by_test_id("stMainMenu").bounding_box()
    buttons = page.get_by_role("navigation", name="Under the map").bounding_box()
    assert menu is not None
    assert buttons is not None
    assert menu["x"] + menu["width"] <= width
    assert buttons["x"] + buttons["width"] <= menu["x"]
    links = [link.bounding_box() for link in page.get_by_test_id("stTopNavLink").all() if link.is_visible()]
    assert all(link is None or link["x"] + link["width"] <= buttons["x"] for link in links)
