"""When the server is lost in the middle of a lesson, the lesson goes on: by clicker, by pointer, and presented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.app_page import settled_map
from tests.browser.server import ROOT, running_app
from tests.browser.timemap_page import painted

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

LESSON = "the-siege-of-kobane"


OF_SERVER = ("/_stcore/", "ERR_CONNECTION_REFUSED", "Streamlit server is not responding", "disconnected from server")
"""What the page complains of while its server does not answer, which is what this is about."""


def test_a_lesson_goes_on_without_its_server(open_page: OpenPage, tmp_path: Path, watch: Watch) -> None:
    with running_app(ROOT / "app.py", tmp_path / "log.txt") as url:
        page = open_page(f"{url}/?lesson={LESSON}&scene=4")
        frame = settled_map(page)
        place = frame.locator(".lesson-place")
        expect(place).to_contain_text("scene 4 of")
    note = page.get_by_role("dialog", name="Connection error")
    note.wait_for()
    page.keyboard.press("PageDown")
    expect(place).to_contain_text("scene 5 of")
    frame.get_by_role("button", name="Present", exact=True).click()
    page.keyboard.press("PageDown")
    expect(place).to_contain_text("scene 6 of")
    frame.wait_for_function("([w, h]) => innerWidth === w && innerHeight === h", arg=[1280, 720])
    frame.get_by_role("button", name="Next", exact=True).click()
    expect(place).to_contain_text("scene 7 of")
    frame.get_by_role("button", name="Stop presenting").click()
    frame.wait_for_function("(w) => innerWidth < w", arg=1280)
    painted(frame)
    painted(page.main_frame)  # before that, the browser still gives the map what is pressed where it was
    note.get_by_role("button", name="Close").click()
    note.wait_for(state="hidden")
    page.close()
    watch.complaints[:] = [said for said in watch.complaints if not any(part in said for part in OF_SERVER)]
