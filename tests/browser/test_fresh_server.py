"""Any page may be the first that a new server is asked for; a browser that comes back goes on with the present map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import at_rest, settled_map
from tests.browser.app_server import running_app
from tests.browser.app_with_tables import app_of
from tests.browser.map_page import FRAME, map_frame
from tests.browser.waiting import await_value
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

PAGES = {"compare": "Compare two days", "lessons": "Lessons"}


def whole(page: Page, heading: str) -> None:
    """Return when a page is there with its navigation."""
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible()
    expect(page.get_by_role("link", name="Fact check")).to_be_visible()
    at_rest(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asked_for_first_is_whole(name: str, tmp_path: Path, open_page: OpenPage, watch: Watch) -> None:
    with running_app(ROOT / "app.py", tmp_path / "log.txt") as url:
        page = open_page(f"{url}/{name}")
        whole(page, PAGES[name])
        page.close()
    watch.forgive("/_stcore/")


def test_a_table_changed_meanwhile_is_on_the_map_after_the_next_run(
    folder: Path, tmp_path: Path, open_page: OpenPage
) -> None:
    with app_of(folder, tmp_path) as url:
        page = open_page(url)
        settled_map(page)
        before, length = page.locator(FRAME).element_handle(), page.evaluate("history.length")
        settings = folder / "settings.csv"
        rows = settings.read_text("utf-8")
        settings.write_text(rows.replace("title,Kobane timeline map,", "title,Another title,"), "utf-8")
        page.keyboard.press("r")  # Streamlit's own key for another run
        expect(page.get_by_role("heading", level=1, name="Another title")).to_be_visible()
        await_value(map_frame(page), "the title of the map", "document.title", "Another title")
        at_rest(page)
        assert before.evaluate("(node) => node.isConnected")
        assert page.evaluate("history.length") == length
        page.close()
