"""What is seen is shared by its address, which is copied, and by a QR code that can be read from the screen."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.browser.app_page import settled_map
from tests.browser.app_server import running_app
from tests.browser.chromium import launch_like, watched
from tests.browser.map_page import box_of, map_frame, painted, state_of
from tests.browser.network import refusing_proxy
from tests.browser.test_map_buttons import LAPTOP, TELEPHONE, button, place
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Locator, Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

HOST = "maps.example.org"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture(scope="module")
def served_everywhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of an app that answers by whatever name it is asked for."""
    log = tmp_path_factory.mktemp("shared") / "log.txt"
    with running_app(ROOT / "app.py", log, enableCORS="false", enableXsrfProtection="false") as url:
        yield url


def share(frame: Frame) -> Locator:
    """Press the button and return the dialog."""
    button(frame, "Share").click()
    dialog = frame.get_by_role("dialog", name="Share this view")
    expect(dialog).to_be_visible()
    return dialog


def copied(page: Page) -> str:
    """Return what is on the clipboard."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_app_copies_the_address_of_what_is_seen_and_says_so(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?words=kobane", viewport=LAPTOP, permissions=CLIPBOARD)
    frame = settled_map(page)
    frame.get_by_role("slider", name="Date", exact=True).press("ArrowRight")
    painted(frame)
    seen = place(frame)
    dialog = share(frame)
    expect(dialog.get_by_role("status")).to_have_text("Link copied.")
    address = dialog.get_by_role("textbox", name="Link to this view").input_value()
    assert address.startswith(f"{app_url}/?")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert (asked["words"], asked["moment"]) == ("kobane", "2014-10-07")
    expect(dialog).to_contain_text("works on this computer only")
    expect(dialog.get_by_role("img")).to_be_hidden()
    dialog.get_by_role("button", name="Close").click()
    expect(button(frame, "Share")).to_be_focused()
    assert copied(page) == address
    again = map_frame(open_page(address, viewport=LAPTOP))
    assert place(again) == pytest.approx(seen, abs=0.01)
    assert state_of(again)["moment"] == "2014-10-07"


def test_an_error_is_reported_with_id_version_and_address(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?event=siege-begins", viewport=LAPTOP, permissions=CLIPBOARD)
    frame = settled_map(page)
    opener = frame.get_by_role("region", name="Selected event").get_by_role("button", name="Report an error")
    opener.click()
    dialog = frame.get_by_role("dialog", name="Report an error")
    field = dialog.get_by_role("textbox", name="Report an error")
    expect(field).to_be_focused()
    lines = field.input_value().splitlines()
    assert "Id: siege-begins" in lines
    assert any(line.startswith(f"View: {app_url}/?") and "event=siege-begins" in line for line in lines)
    page.keyboard.type("The year.")
    dialog.get_by_role("button", name="Copy").click()
    expect(dialog.get_by_role("status")).to_have_text("Report copied.")
    assert copied(page) == field.input_value()
    assert copied(page).endswith("shows it?\nThe year.")
    expect(dialog.get_by_role("link")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_a_file_shares_its_own_address_and_says_why_it_has_no_code(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(f"{document_path.as_uri()}#moment=2019-11-01", viewport=TELEPHONE)
    frame = map_frame(page)
    button(frame, "More buttons").click()
    dialog = share(frame)
    expect(dialog.get_by_role("status")).to_have_text("Link copied.")
    expect(dialog).to_contain_text("To share the map, send the file.")
    address = dialog.get_by_role("textbox").input_value()
    assert address.startswith(f"{document_path.as_uri()}#moment=2019-11-01")
    assert "zoom=" in address
    box = box_of(dialog)
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= TELEPHONE["width"]
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_without_its_server_the_page_still_knows_that_its_address_works_here_alone(
    open_page: OpenPage, app_url: str
) -> None:
    page = open_page(app_url, viewport=LAPTOP, permissions=CLIPBOARD)
    frame = settled_map(page)
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('away')); }")
    dialog = share(frame)
    expect(dialog).to_contain_text("works on this computer only")
    address = dialog.get_by_role("textbox", name="Link to this view").input_value()
    assert parse_qs(urlsplit(address).query)["moment"] == [state_of(frame)["moment"]]


@pytest.mark.parametrize("size", [LAPTOP, TELEPHONE], ids=["laptop", "telephone"])
def test_another_program_reads_the_code_from_the_screen(
    size: dict[str, int], browser: Browser, watch: Watch, served_everywhere: str
) -> None:
    rules = f"--host-resolver-rules=MAP {HOST} 127.0.0.1"
    with launch_like(browser, rules) as other, refusing_proxy(watch.refused) as gate:
        proxy = {"server": gate, "bypass": HOST}
        page = watched(other, watch, gate, {"proxy": proxy, "viewport": size}).new_page()
        page.goto(f"http://{HOST}:{urlsplit(served_everywhere).port}/?moment=2019-11-01")
        frame = settled_map(page)
        if size is TELEPHONE:
            button(frame, "More buttons").click()
        dialog = share(frame)
        expect(dialog.get_by_role("status")).to_have_text("Link copied.")
        code = dialog.get_by_role("img", name="QR code for this link")
        code.scroll_into_view_if_needed()
        box = box_of(code)
        assert min(box["width"], box["height"]) >= 240
        [found] = zxingcpp.read_barcodes(Image.open(BytesIO(page.screenshot())))
        assert found.text == dialog.get_by_role("textbox").input_value()
        assert found.text.startswith(f"http://{HOST}:")
        watch.hear_all()
    assert watch.refused == []
    assert watch.complaints == []
