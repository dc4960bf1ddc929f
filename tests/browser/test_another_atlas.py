"""The file of another atlas opens on its own day and areas, on plain ground, and tells them in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.map_page import areas_on, go_to, map_frame, moment, painted
from tests.timemap.another_atlas import BERLIN, own_words

if TYPE_CHECKING:
    from tests.browser.conftest import Export, OpenPage


def test_another_atlas_opens_and_tells_its_areas(open_page: OpenPage, export: Export) -> None:
    page = open_page(export("--atlas", str(BERLIN)).as_uri(), viewport={"width": 1280, "height": 720})
    frame = map_frame(page)
    assert moment(frame) == "1945-08-12"
    assert page.title() == "Berlin in four sectors"
    go_to(frame, "1961-08-13")
    painted(frame)
    assert len(areas_on(frame)) == 4
    page.get_by_text("The map in words", exact=True).click()
    told = page.get_by_text("There is no base map: the ground is drawn plain.")
    expect(told).to_be_visible()
    expect(told).to_contain_text("of Berlin. Areas are derived")
    assert own_words(page.locator("body").inner_text()) == []
