"""An online background that is refused is said over the map, and the built-in ground stays."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.map_page import map_frame, painted

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Route

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
GROUND = """() => {
  const canvas = document.querySelector(".leaflet-base-pane canvas");
  return canvas.getContext("2d").getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data[3];
}"""
"""How opaque the built-in ground is in the middle of the map."""


def test_a_refusal_with_a_picture_is_said_and_an_answer_is_shown(
    open_page: OpenPage, document_path: Path, watch: Watch
) -> None:
    page = open_page(document_path.as_uri())
    status = 403

    def answer(route: Route) -> None:
        headers = {"Access-Control-Allow-Origin": "*"}
        route.fulfill(status=status, body=PICTURE, content_type="image/png", headers=headers)

    page.route("https://tile.openstreetmap.org/**", answer)
    frame = map_frame(page)
    frame.get_by_role("button", name="Settings").click()
    choice = frame.get_by_role("combobox", name="Background")
    choice.select_option("osm")
    note = frame.get_by_role("alert")
    expect(note).to_contain_text("OpenStreetMap: its pictures were refused or did not arrive.")
    painted(frame)
    assert frame.evaluate(GROUND) == 255
    assert frame.locator(".leaflet-tile-loaded").count() == 0
    watch.hear_all()
    watch.forgive("403")
    note.get_by_role("button", name="Close").click()
    status = 200
    choice.select_option("")
    choice.select_option("osm")
    expect(frame.locator(".leaflet-tile-loaded").first).to_be_attached()
    expect(note).to_be_hidden()
    expect(frame.locator(".leaflet-ground-pane canvas")).to_have_count(1)  # below, for where a picture is missing
