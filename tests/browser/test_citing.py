"""What is on the screen can be cited: the reference follows the map, and its address knows the version of its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.app_page import await_address, settled_map, unfold
from tests.browser.map_page import await_moment, map_frame, painted
from tests.browser.waiting import await_value
from tests.project_data import atlas

if TYPE_CHECKING:
    from tests.browser.conftest import OpenPage


def test_the_reference_follows_the_map_and_its_address_brings_the_view_back(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?words=kobane&moment=2014-10-06")
    frame = settled_map(page)
    unfold(page, page.get_by_text("Cite or embed"))
    words, address = (page.get_by_test_id("stCode").nth(place) for place in (0, 1))
    expect(words).to_contain_text("6 October 2014")
    expect(page.get_by_text("This link works only on your computer.")).to_be_visible()
    frame.get_by_role("slider", name="Date", exact=True).press("ArrowRight")
    expect(words).to_contain_text("7 October 2014")
    expect(address).to_contain_text("moment=2014-10-07")
    again = open_page(address.inner_text().strip())
    await_moment(settled_map(again), "2014-10-07")
    frame = map_frame(again)
    expect(frame.get_by_role("combobox", name="Search")).to_have_value("kobane")
    expect(frame.get_by_role("alert")).to_be_hidden()


def test_the_address_has_the_part_of_the_map_that_is_looked_at(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    frame.get_by_role("button", name="Zoom in").click()
    painted(frame)
    await_value(page, "whether the zoom is in the address", "location.search.includes('zoom=')", value=True)
    page.get_by_role("navigation", name="Under the map").get_by_role("button", name="Cite").click()
    zoom = page.evaluate("new URLSearchParams(location.search).get('zoom')")
    expect(page.get_by_test_id("stCode").nth(1)).to_contain_text(f"zoom={zoom}")


def test_an_address_that_was_made_with_other_data_says_so(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?moment=2014-10-06&version=0a1b2c3d4e")
    frame = settled_map(page)
    note = frame.get_by_role("alert")
    expect(note).to_contain_text("The data has changed since this link was made: it was version 0a1b2c3d4e")
    expect(note).to_contain_text(f"this is version {atlas().version}")
    await_address(page, "version", "0a1b2c3d4e")
    frame.get_by_role("slider", name="Date", exact=True).press("ArrowRight")
    await_address(page, "moment", "2014-10-07")
    await_address(page, "version", None)  # the link was to another day
    expect(note).to_be_visible()
