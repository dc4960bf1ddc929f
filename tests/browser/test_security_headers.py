"""The app's security headers in a browser: no page breaks them, and no other site can frame the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.file_server import hosted
from tests.browser.waiting import await_truth
from timemap.app.page_list import PAGES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage


def test_no_page_asks_for_what_its_policy_refuses(open_page: OpenPage, app_url: str, watch: Watch) -> None:
    page = open_page(app_url)
    for part in PAGES:
        page.goto(f"{app_url}/{'' if part is PAGES[0] else part.file}")
        expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()
        expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    watch.forgive("/_stcore/host-config", "/_stcore/health")  # Streamlit looks for its server beside each page first


def test_a_page_of_another_site_cannot_frame_the_app(
    open_page: OpenPage, app_url: str, watch: Watch, tmp_path: Path
) -> None:
    head = '<!doctype html><title>Host</title><link rel="icon" href="data:,">'
    frame = f'<iframe src="{app_url}/lessons" onload="document.title = 1"></iframe>'
    (tmp_path / "host.html").write_text(head + frame)
    with hosted(tmp_path) as host:
        page = open_page(f"{host}/host.html")
        await_truth(page, "the frame to be refused", "() => document.title === '1'")
        assert page.frames[1].url == "chrome-error://chromewebdata/"
    watch.hear_all()
    assert [words for words in watch.complaints if "frame-ancestors 'self'" in words]
    watch.forgive("frame-ancestors 'self'")
