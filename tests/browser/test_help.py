"""Links between help pages stay in the tab, pictures are there, and Back leads back, in the app and on the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import at_rest
from tests.project_data import atlas

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage


def has_title(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()


def test_pages_of_the_help_are_read_in_one_tab(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    at_rest(page)
    title = atlas().setting("title")
    expect(page).to_have_title(title)
    page.get_by_role("link", name="Help", exact=True).click()
    has_title(page, "Help and documentation")
    expect(page).to_have_title(f"Help: {title}")
    page.get_by_role("link", name="Compare two days").click()
    has_title(page, "Compare two days")
    picture = page.get_by_role("img", name="side by side")
    expect(picture).to_be_visible()
    page.wait_for_function("(img) => img.complete && img.naturalWidth > 0", arg=picture.element_handle())
    page.locator(".stMain").evaluate("(main) => main.scrollTo(0, main.scrollHeight)")
    page.locator(".st-key-help-text").get_by_role("link", name="Method", exact=True).click()
    has_title(page, "Method")
    assert page.locator(".stMain").evaluate("(main) => main.scrollTop") == 0
    assert len(page.context.pages) == 1
    page.go_back()
    has_title(page, "Compare two days")


@pytest.mark.parametrize("width", [360, 1366])
def test_no_help_page_is_wider_than_the_window(open_page: OpenPage, app_url: str, watch: Watch, width: int) -> None:
    own = f"{app_url}/help"
    page = open_page(f"{own}?topic=research/tables", viewport={"width": width, "height": 700})
    has_title(page, "Tables")
    expect(page.get_by_role("link", name="All help pages")).to_be_visible()
    assert page.locator(".stMain").evaluate("(main) => main.scrollWidth - main.clientWidth") <= 0
    expect(page.locator(".st-key-help-contents")).to_be_visible(visible=width > 640)
    watch.forgive(f"{own}/_stcore/")
