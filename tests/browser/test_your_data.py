"""A messy spreadsheet becomes events on the map, is mended on the page, saved, and opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.app_page import settled_map
from tests.browser.map_page import FRAME, map_frame
from tests.messy_table import MESSY

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

STREAMLIT_ASKS = "/_stcore/"
"""What Streamlit asks for below the address of each page, and does not find there."""


def bring(page: Page, *files: Path | dict[str, object]) -> None:
    """Open files on the page."""
    page.locator(".st-key-own-ways input[type=file]").first.set_input_files(list(files))  # type: ignore[arg-type]


def listed(page: Page, title: str) -> None:
    """Return when the list of the map has an event; a frame out of sight is not painted."""
    frame = map_frame(page)
    page.locator(FRAME).scroll_into_view_if_needed()
    expect(frame.locator(".list-rows").get_by_text(title).first).to_be_visible()


def test_a_messy_table_is_mended_and_seen_on_the_map_saved_and_opened_again(
    open_page: OpenPage, app_url: str, watch: Watch, tmp_path: Path
) -> None:
    page = open_page(f"{app_url}/your_data")
    expect(page.get_by_role("heading", name="Your data", level=1)).to_be_visible()
    bring(page, {"name": "olaylar.csv", "mimeType": "text/csv", "buffer": MESSY})
    expect(page.get_by_role("heading", name="3 problems")).to_be_visible()
    listed(page, "Son olay")

    for left in ("2 open questions", "1 open question"):
        expect(page.get_by_role("heading", name=left, exact=True)).to_be_visible()
        page.get_by_role("button", name="Use this answer").first.click()
    expect(page.get_by_role("heading", name="open question")).to_be_hidden()
    day = page.locator(".st-key-own-problem-0")
    day.get_by_role("textbox", name="Value instead").fill("28.02.2018")
    day.get_by_role("button", name="Change").click()
    expect(page.get_by_role("heading", name="1 problem", exact=True)).to_be_visible()
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_role("heading", name="1 problem", exact=True)).to_be_hidden()
    expect(page.get_by_text("6 events from 6 rows")).to_be_visible()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save your data (ZIP)").click()
    saved = tmp_path / saving.value.suggested_filename
    saving.value.save_as(saved)

    page.get_by_role("link", name="Show 6 events on the page Map").click()
    expect(page.get_by_role("heading", name="Your tables")).to_be_hidden()
    settled_map(page)
    listed(page, "Ters koordinat")

    page.goto(f"{app_url}/your_data")
    expect(page.get_by_role("heading", name="Your tables")).to_be_hidden()
    bring(page, saved)
    expect(page.get_by_text("6 events from 6 rows")).to_be_visible()
    expect(page.get_by_role("heading", name="1 problem", exact=True)).to_be_hidden()
    listed(page, "Olmayan gün daha")
    watch.hear_all()
    watch.forgive(STREAMLIT_ASKS)
