"""The buttons over the map lead home, to the town and to the full screen, and clear away what lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import await_address, settled_map
from tests.browser.map_page import box_of, map_frame, painted, state_of
from tests.browser.test_first_screen import COVERED, OVER
from tests.browser.waiting import await_value
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator, ViewportSize

    from tests.browser.conftest import OpenPage

LAPTOP = {"width": 1280, "height": 720}
TELEPHONE = {"width": 360, "height": 640}


def button(frame: Frame, name: str) -> Locator:
    """Return a button of the column."""
    return frame.get_by_role("group", name="Map", exact=True).get_by_role("button", name=name, exact=True)


def place(frame: Frame) -> list[float]:
    """Return where the map is looked at: latitude, longitude and zoom."""
    painted(frame)
    state = state_of(frame)
    return [state[name] for name in ("lat", "lon", "zoom")]


def middle(frame: Frame) -> list[float]:
    """Return latitude and longitude of the middle of the map, whatever lies over it."""
    painted(frame)
    return list(frame.evaluate("Object.values(window.map_time.getCenter())"))


def test_whole_map_leads_home_and_leaves_the_filters(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?words=kobane", viewport=LAPTOP)
    frame = settled_map(page)
    home = place(frame)
    frame.get_by_role("button", name="Zoom in").click()
    await_value(page, "whether the zoom is in the address", "location.search.includes('zoom=')", value=True)
    assert place(frame) != home
    button(frame, "Whole map").click()
    await_address(page, "zoom", None)
    assert place(frame) == home
    await_address(page, "words", "kobane")


def test_the_town_has_a_button_with_its_name_in_the_language_of_the_map(
    open_page: OpenPage, document_path: Path
) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport=LAPTOP))
    known = atlas()
    town = known.place(known.setting("focus-place"))
    button(frame, town.name).click()
    lat, lon, zoom = place(frame)
    assert (lat, lon) == pytest.approx((town.lat, town.lon), abs=0.001)
    assert zoom >= 12
    frame.evaluate("window.timemap.set({ language: 'ar' })")
    expect(button(frame, town.name_arabic)).to_be_visible()


def test_a_name_shows_where_the_focus_is(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport=LAPTOP)
    frame = map_frame(page)
    words = button(frame, "Whole map").locator(".map-button-words")
    expect(words).to_have_css("opacity", "0")
    frame.get_by_role("button", name="Zoom out").focus()
    page.keyboard.press("Tab")
    expect(button(frame, "Whole map")).to_be_focused()
    expect(words).to_have_css("opacity", "1")


@pytest.mark.parametrize("home", ["app", "file"])
def test_full_screen_is_a_button_that_also_leaves_it(
    home: str, open_page: OpenPage, app_url: str, document_path: Path
) -> None:
    page = open_page(f"{app_url}/?moment=2014-10-06" if home == "app" else document_path.as_uri(), viewport=LAPTOP)
    frame = settled_map(page) if home == "app" else map_frame(page)
    button(frame, "Full screen").click()
    leave = button(frame, "Leave full screen")
    expect(leave).to_be_visible()
    assert page.evaluate("document.fullscreenElement !== null")
    leave.click()
    expect(button(frame, "Full screen")).to_be_visible()
    assert page.evaluate("document.fullscreenElement") is None


@pytest.mark.parametrize("size", [LAPTOP, TELEPHONE], ids=["laptop", "telephone"])
def test_one_button_clears_the_map_and_brings_all_back(
    size: dict[str, int], open_page: OpenPage, document_path: Path
) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport=size))
    painted(frame)
    before = frame.evaluate(COVERED, OVER)
    if size is TELEPHONE:
        button(frame, "More buttons").click()
    button(frame, "Hide all panels on the map").click()
    back = button(frame, "Show all panels again")
    expect(back).to_be_focused()
    for name in (".plate", ".legend", ".leaflet-control-zoom", ".leaflet-control-scale", ".elsewhere-west"):
        expect(frame.locator(name)).to_be_hidden()
    expect(frame.locator(".leaflet-control-attribution")).to_be_visible()  # its licence asks for it
    box = box_of(frame.locator(".map-buttons"))
    assert box["width"] * box["height"] < 1500
    back.press("Enter")
    painted(frame)
    assert frame.evaluate(COVERED, OVER) == before


def test_on_a_telephone_the_other_buttons_are_a_list_of_words_behind_one(
    open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport=TELEPHONE, has_touch=True)
    frame = map_frame(page)
    more, whole = button(frame, "More buttons"), button(frame, "Whole map")
    expect(whole).to_be_hidden()
    more.tap()
    expect(more).to_have_attribute("aria-expanded", "true")
    for part in frame.locator(".map-buttons-rest button").all():
        box = box_of(part)
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= TELEPHONE["width"]
        assert box["height"] >= 24
        expect(part.locator(".map-button-words")).to_have_css("opacity", "1")
    page.keyboard.press("Escape")
    expect(whole).to_be_hidden()
    expect(more).to_be_focused()
    more.tap()
    whole.tap()
    expect(whole).to_be_hidden()


@pytest.mark.parametrize("size", [LAPTOP, TELEPHONE], ids=["laptop", "phone"])
def test_single_presses_move_the_map(open_page: OpenPage, document_path: Path, size: ViewportSize) -> None:
    page = open_page(f"{document_path.as_uri()}#moment=2014-10-06", viewport=size, reduced_motion="reduce")
    frame = map_frame(page)
    arrows = frame.get_by_role("group", name="Move the map", exact=True)
    expect(arrows).to_be_hidden()
    if size is TELEPHONE:
        button(frame, "More buttons").click()
    button(frame, "Move the map").click()
    expect(arrows.get_by_role("button", name="Move up")).to_be_focused()
    area, _ = frame.evaluate(COVERED, OVER)
    boxes = [box_of(arrow) for arrow in arrows.get_by_role("button").all()]
    assert all(min(box["width"], box["height"]) >= 24 for box in boxes)
    assert sum(box["width"] * box["height"] for box in boxes) <= area * 0.03
    for name, axis, sign in (("up", 0, 1), ("down", 0, -1), ("left", 1, -1), ("right", 1, 1)):
        before = middle(frame)
        arrows.get_by_role("button", name=f"Move {name}").press("Enter")
        after = middle(frame)
        assert (after[axis] - before[axis]) * sign > 0
        assert after[1 - axis] == pytest.approx(before[1 - axis], abs=0.01)
    page.keyboard.press("Escape")
    expect(arrows).to_be_hidden()
    expect(button(frame, "Move the map" if size is LAPTOP else "More buttons")).to_be_visible()
