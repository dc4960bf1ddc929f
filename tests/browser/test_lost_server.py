"""When the server is lost in the middle of a lesson, the lesson goes on: by clicker, by pointer, and presented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.app_page import settled_map
from tests.browser.chromium import LOST_SERVER
from tests.browser.expected import event_ids
from tests.browser.map_page import painted
from tests.browser.waiting import await_truth, await_value

if TYPE_CHECKING:
    from tests.browser.app_server import App
    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

LESSON = "the-siege-of-kobane"


def test_a_lesson_goes_on_without_its_server(open_page: OpenPage, app: App, watch: Watch) -> None:
    page = open_page(f"{app.url()}/?lesson={LESSON}&scene=4")
    frame = settled_map(page)
    place = frame.locator(".lesson-place")
    expect(place).to_contain_text("scene 4 of")
    expect(page.get_by_text("Sources of these events", exact=True)).to_be_visible()  # the last part of the page
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    app.stop()
    note = page.get_by_role("dialog", name="Connection error")
    expect(note).to_be_visible()
    page.keyboard.press("PageDown")
    expect(place).to_contain_text("scene 5 of")
    frame.get_by_role("button", name="Present", exact=True).click()
    page.keyboard.press("PageDown")
    expect(place).to_contain_text("scene 6 of")
    await_value(frame, "width and height of the map", "[innerWidth, innerHeight]", [1280, 720])
    frame.get_by_role("button", name="Next", exact=True).click()
    expect(place).to_contain_text("scene 7 of")
    frame.get_by_role("button", name="Stop presenting").click()
    await_truth(frame, "the map to be lower than the window", "(height) => innerHeight < height", 720, "innerHeight")
    painted(frame)
    painted(page.main_frame)  # before that, the browser still gives the map what is pressed where it was
    frame.get_by_role("button", name="Leave the lesson").click()
    search = frame.get_by_role("combobox", name="Search")
    search.press_sequentially("kobane")
    expect(search).to_have_value("kobane")
    await_value(frame, "the events that the map shows", "window.timemap.visibleEvents()", event_ids(words="kobane"))
    note.get_by_role("button", name="Close").click()
    expect(note).to_be_hidden()
    expect(search).to_have_value("kobane")
    page.close()
    watch.forgive(*LOST_SERVER)
