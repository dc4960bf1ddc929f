"""A moving picture of the range is planned, made with its progress shown, and stopped, from the map page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import expect

from tests.browser.app_page import choose_option, press_beside_map, settled_map
from timemap.exports.formats import format_by_id

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage


def planned(page: Page, kind: str) -> None:
    """Choose a moving format and have the page say what it will be."""
    settled_map(page)
    choose_option(page, "Download and share", format_by_id(kind).label)
    press_beside_map(page, page.get_by_role("button", name="Make an animation"))


def test_a_moving_picture_says_what_it_will_be_and_is_made(open_page: OpenPage, app_url: str, tmp_path: Path) -> None:
    page = open_page(f"{app_url}/?from=2014-10-06&to=2014-10-12", color_scheme="dark")
    planned(page, "gif")
    expect(page.get_by_text("6 October 2014 to 12 October 2014: 7 frames, one per day")).to_be_visible()
    make = page.get_by_role("button", name="Make animation")
    expect(make).to_be_focused()
    page.get_by_label("One frame per").select_option("week")
    expect(page.get_by_text("2 frames, one per week, 3 seconds, 1280 by 720 pixels, about")).to_be_visible()
    with page.expect_download() as waiting:
        make.click()
    given = waiting.value
    assert given.suggested_filename == "map-2014-10-06-to-2014-10-12.gif"
    given.save_as(tmp_path / "map.gif")
    with Image.open(tmp_path / "map.gif") as picture:
        assert picture.n_frames == 2  # type: ignore[attr-defined]
        red, green, blue = picture.convert("RGB").getpixel((5, 5))  # type: ignore[misc]
        assert max(red, green, blue) < 60, "the paper of the dark theme"
    expect(page.get_by_text("Made: map-2014-10-06-to-2014-10-12.gif")).to_be_visible()


def test_a_moving_picture_can_be_stopped_while_it_is_made(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?from=2014-09-01&to=2015-08-31")
    planned(page, "mp4")
    page.get_by_label("One frame per").select_option("day")
    expect(page.get_by_text("365 frames, one per day")).to_be_visible()
    page.get_by_role("button", name="Make animation").click()
    expect(page.get_by_role("progressbar", name="Frames drawn")).to_be_visible()
    expect(page.get_by_text("of 365 frames drawn")).to_be_visible()
    stop = page.get_by_role("button", name="Stop")
    expect(stop).to_be_focused()
    stop.press("Enter")
    expect(page.get_by_text("Stopped. No file was made.")).to_be_visible()
    expect(page.get_by_role("button", name="Make an animation")).to_be_focused()
