"""The map's document begins with the page, and the component takes its frame over without loading it again."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.app_page import at_rest
from tests.browser.map_page import FRAME, await_moment, box_of, map_frame, painted
from tests.browser.waiting import await_truth, await_value

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

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


def test_the_map_stands_in_its_place_before_the_page_around_it_is_there(open_page: OpenPage, app_url: str) -> None:
    page = open_page("about:blank")
    held: list[Route] = []
    page.route("**/_stcore/health", lambda route: held.append(route))  # noqa: PLW0108 (Playwright counts parameters)
    page.goto(f"{app_url}/?moment=2019-11-01&words=kobane")
    early = page.locator("#timemap-head-start")
    frame = early.element_handle().content_frame()
    assert frame is not None
    await_value(frame, "whether the map has begun", "window.timemap !== undefined", value=True)
    await_moment(frame, "2019-11-01")
    painted(frame)
    expect(page.locator(".stApp")).to_be_attached()
    box = box_of(early)
    assert (box["x"], box["y"], box["width"]) == (0, 44, 1280)
    picture = Image.open(BytesIO(page.screenshot(clip={"x": 100, "y": 200, "width": 600, "height": 300})))
    assert len(picture.getcolors(180_000) or []) > 200  # areas, names and signs, which nothing covers
    for route in held:
        route.continue_()
    page.unroute("**/_stcore/health")
    placed(page)
    after = box_of(page.locator(FRAME))
    assert [after[side] for side in ("x", "y", "width")] == pytest.approx([box[side] for side in ("x", "y", "width")])
    assert map_frame(page).evaluate("window.timemap.moment") == "2019-11-01"


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
