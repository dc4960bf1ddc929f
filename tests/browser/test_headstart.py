"""The map's document begins with the page, and the component takes its frame over without loading it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import at_rest
from tests.browser.timemap_page import FRAME, box_of, map_frame, painted
from tests.browser.waiting import await_truth

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage

STARTS = """(kind) => performance.getEntriesByType("resource")
  .filter(({ name }) => name.includes(kind)).map(({ startTime }) => startTime)"""


def placed(page: Page) -> None:
    """Return when the map stands in its place, as wide as the window and right under its head."""
    expect(page.locator("#timemap-head-start")).to_have_count(0)
    painted(map_frame(page))
    at_rest(page)
    head, frame = box_of(page.get_by_test_id("stHeader")), box_of(page.locator(FRAME))
    assert (frame["x"], frame["width"]) == (0, 1280)
    assert abs(frame["y"] - head["height"]) < 1


def starts(page: Page, kind: str) -> list[float]:
    """Return when the page asked for what has these letters in its address."""
    return list(page.evaluate(STARTS, kind))


def test_the_document_is_asked_for_with_the_page_and_once(open_page: OpenPage, app_url: str) -> None:
    page = open_page("about:blank")
    page.goto(f"{app_url}/?moment=2015-01-26")
    placed(page)
    assert len(starts(page, "/map/")) == 1
    assert starts(page, "/map/")[0] < min(starts(page, "/_stcore/health"))
    assert map_frame(page).evaluate("window.timemap.moment") == "2015-01-26"
    expect(page.locator(FRAME)).to_have_css("opacity", "1")
    map_frame(page).get_by_role("button", name="Play").click()  # nothing keeps the pointer off it
    expect(map_frame(page).get_by_role("button", name="Pause")).to_be_visible()


@pytest.mark.parametrize(
    "less", ["delete Element.prototype.moveBefore", "Element.prototype.moveBefore = () => { throw new Error(); }"]
)
def test_a_browser_that_cannot_move_a_frame_shows_the_map_as_well(less: str, open_page: OpenPage, app_url: str) -> None:
    page = open_page("about:blank")
    page.context.add_init_script(less)
    page.goto(app_url)
    placed(page)
    await_truth(map_frame(page), "events on the map", "() => window.timemap.visibleEvents().length > 0")
    assert page.locator("iframe").count() == 1
