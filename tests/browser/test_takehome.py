"""From the map page what is chosen can be taken home, and a drawing shows the part of the map that is looked at."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.app_page import await_address, choose_option, press_beside_map, settled_map
from tests.browser.chromium import LOST_SERVER
from tests.browser.map_page import painted, thumb
from tests.project_data import atlas
from timemap.exports.formats import format_by_id
from timemap.style.page_shapes import shape_by_id

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.app_server import App
    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage


BOUNDS = """() => {
  const bounds = window.map_time.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}"""
"""West, south, east and north of the map in its window."""


def taken(page: Page, folder: Path) -> bytes:
    """Return the file that the button gives."""
    with page.expect_download() as waiting:
        press_beside_map(page, page.get_by_role("button", name="Download file", exact=True))
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.read_bytes()


def test_the_chosen_events_and_the_day_of_the_map_are_taken_home_as_geojson(
    open_page: OpenPage, app_url: str, tmp_path: Path
) -> None:
    page = open_page(f"{app_url}/?categories=agreement&moment=2019-10-09")
    frame = settled_map(page)
    choose_option(page, "Download and share", "GeoJSON")
    expect(page.get_by_text(format_by_id("geojson").help)).to_be_visible()
    collection = json.loads(taken(page, tmp_path))
    events = [feature for feature in collection["features"] if feature["properties"]["kind"] == "event"]
    assert len(events) == sum("agreement" in event.categories for event in atlas().events)
    assert collection["date"] == "2019-10-09"
    thumb(frame).press("ArrowRight")
    await_address(page, "moment", "2019-10-10")
    assert json.loads(taken(page, tmp_path))["date"] == "2019-10-10"


def test_the_drawing_shows_what_is_looked_at(open_page: OpenPage, app_url: str, tmp_path: Path) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    drawing = format_by_id("svg")
    choose_option(page, "Download and share", drawing.label)
    expect(page.get_by_text(drawing.help)).to_be_visible()
    before = taken(page, tmp_path)
    assert taken(page, tmp_path) == before
    frame.locator(".leaflet-container").hover()
    for _ in range(3):
        frame.get_by_role("button", name="Zoom in").click()
        painted(frame)
    assert taken(page, tmp_path) != before


@pytest.mark.parametrize(("size", "theme"), [((1366, 768), "light"), ((360, 640), "dark"), ((1920, 1080), "dark")])
def test_a_picture_is_asked_for_as_the_map_is_seen(
    open_page: OpenPage, app_url: str, tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    viewport = dict(zip(("width", "height"), size, strict=True))
    page = open_page(f"{app_url}/?moment=2019-10-09", viewport=viewport, color_scheme=theme)
    frame = settled_map(page)
    png = format_by_id("png")
    choose_option(page, "Download and share", png.label)
    expect(page.get_by_text(png.help)).to_be_visible()
    choose_option(page, "Shape", shape_by_id("square").label)
    button = page.get_by_role("button", name="Download file", exact=True)
    expect(button).to_have_attribute("data-shape", "square")  # before, it asks for the shape that was chosen until now
    seen = frame.evaluate(BOUNDS)
    with page.expect_request(lambda request: "/file/png" in request.url) as asking:
        content = taken(page, tmp_path)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(asking.value.url).query).items()}
    assert [float(part) for part in asked["seen"].split(",")] == pytest.approx(seen, abs=1e-4)
    assert (asked["theme"], asked["patterns"], asked["shape"]) == (theme, "0", "square")
    assert [path.name for path in tmp_path.iterdir()] == ["map-2019-10-09-square.png"]
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.size == shape_by_id("square").pixels
        corner = picture.convert("L").getpixel((0, 0))
        assert isinstance(corner, int)
        assert (corner < 128) == (theme == "dark")


def test_a_file_is_given_while_the_page_is_redrawn_for_each_day(
    open_page: OpenPage, app_url: str, tmp_path: Path
) -> None:
    page = open_page(f"{app_url}/?moment=2019-10-08")
    frame = settled_map(page)
    choose_option(page, "Download and share", "GeoJSON")
    expect(page.get_by_text(format_by_id("geojson").help)).to_be_visible()
    for day in ("2019-10-09", "2019-10-10", "2019-10-11", "2019-10-12"):
        thumb(frame).press("ArrowRight")
        await_address(page, "moment", day)
        assert json.loads(taken(page, tmp_path))["date"] == day


def test_a_lost_server_is_said(open_page: OpenPage, app: App, watch: Watch) -> None:
    page = open_page(app.url())
    settled_map(page)
    expect(page.get_by_text("Sources of these events", exact=True)).to_be_visible()  # the last part of the page
    expect(page.get_by_role("combobox", name="Download and share")).to_be_visible()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    app.stop()
    button = page.get_by_role("button", name="Download file", exact=True)
    button.dispatch_event("click")  # what Streamlit says of the lost server may lie over it
    expect(page.get_by_text("The server did not answer. Check your connection and try again.")).to_be_visible()
    expect(button).to_have_attribute("aria-disabled", "false")
    page.close()
    watch.forgive(*LOST_SERVER)
