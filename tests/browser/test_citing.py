"""What is on the screen can be cited: the reference follows the map, and its address knows the version of its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.app_page import await_address, settled_map, unfold
from tests.browser.timemap_page import await_moment
from tests.ours import atlas

if TYPE_CHECKING:
    from tests.browser.conftest import OpenPage


def test_the_reference_follows_the_map_and_its_address_brings_the_view_back(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?words=kobane&moment=2014-10-06")
    frame = settled_map(page)
    unfold(page, page.get_by_text("Cite or embed"))
    words, address = (page.get_by_test_id("stCode").nth(place) for place in (0, 1))
    expect(words).to_contain_text("6 October 2014")
    expect(page.get_by_text("This address opens on this computer only.")).to_be_visible()
    frame.get_by_role("slider").press("ArrowRight")
    expect(words).to_contain_text("7 October 2014")
    expect(address).to_contain_text("moment=2014-10-07")
    again = open_page(address.inner_text().strip())
    await_moment(settled_map(again), "2014-10-07")
    expect(again.get_by_role("textbox", name="Search")).to_have_value("kobane")
    expect(again.get_by_test_id("stAlert")).to_have_count(0)


def test_an_address_that_was_made_with_other_data_says_so(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?moment=2014-10-06&version=0a1b2c3d4e")
    frame = settled_map(page)
    note = page.get_by_test_id("stAlert")
    expect(note).to_contain_text(f"version {atlas().version} now")
    words = note.inner_text()
    assert words.startswith("The data has changed since this address was made")
    assert "version 0a1b2c3d4e then" in words
    frame.get_by_role("slider").press("ArrowRight")
    await_address(page, "moment", "2014-10-07")
    await_address(page, "version", "0a1b2c3d4e")
    expect(note).to_contain_text("version 0a1b2c3d4e then")
