"""What is on the screen can be cited: the reference follows the map, and its address knows the version of its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.app_page import await_address, settled_map
from tests.browser.timemap_page import await_moment
from tests.ours import atlas

if TYPE_CHECKING:
    from tests.browser.conftest import OpenPage


def test_the_reference_follows_the_map_and_its_address_brings_the_view_back(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?words=kobane&moment=2014-10-06")
    frame = settled_map(page)
    page.get_by_text("Cite or embed").click()
    words, address = (page.get_by_test_id("stCode").nth(place) for place in (0, 1))
    words.filter(has_text="6 October 2014").wait_for()
    page.get_by_text("This address opens on this computer only.").wait_for()
    frame.get_by_role("slider").press("ArrowRight")
    words.filter(has_text="7 October 2014").wait_for()
    again = open_page(address.filter(has_text="moment=2014-10-07").inner_text().strip())
    await_moment(settled_map(again), "2014-10-07")
    assert again.get_by_test_id("stAlert").count() == 0
    assert again.get_by_role("textbox", name="Search").input_value() == "kobane"


def test_an_address_that_was_made_with_other_data_says_so(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?moment=2014-10-06&version=0a1b2c3d4e")
    frame = settled_map(page)
    note = page.get_by_test_id("stAlert").inner_text()
    assert note.startswith("The data has changed since this address was made")
    assert "version 0a1b2c3d4e then" in note
    assert f"version {atlas().version} now" in note
    frame.get_by_role("slider").press("ArrowRight")
    await_address(page, "moment", "2014-10-07")
    await_address(page, "version", "0a1b2c3d4e")
