"""A page on another host embeds the kept file and steers it by messages; the lines that the app gives to copy work."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.file_server import hosted
from tests.browser.map_page import painted
from tests.browser.waiting import await_value
from tests.project_data import atlas
from tests.timemap.snapshots import snapshot_on
from timemap.app.panels.cite_panel import snippet

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

    from tests.browser.conftest import OpenPage

HERE = Path(__file__).parent
EVENT = next(event for event in atlas().events if event.start.isoformat() > "2019-10-09")

WITHOUT_SIZE = ("display: none", "width: 0; height: 0", "height: 0", "visibility: hidden; height: 0; width: 1px")
"""Styles of frames that nothing is seen of."""
VIEW = """() => {
  const map = window.map_time;
  const [place, { lat, lng }] = [map.getContainer(), map.getCenter()];
  return {
    size: [map.getSize().x, map.getSize().y],
    place: [place.clientWidth, place.clientHeight],
    strip: document.querySelector(".slider-strip").clientWidth,
    thumb: document.querySelector(".slider-thumb").style.transform,
    zoom: map.getZoom(),
    centre: [lat, lng],
    canvases: [...place.querySelectorAll("canvas")].map(({ width, height }) => [width, height]),
  };
}"""


def send(page: Page, **message: Any) -> None:  # noqa: ANN401 # a message holds texts, numbers and objects
    """Send the map a message from the page around it."""
    page.get_by_label("Message").fill(json.dumps(message))
    page.get_by_role("button", name="Send").click()


def await_told(page: Page, name: str, words: str) -> None:
    """Return as soon as the page says under a name what it heard from the map."""
    expect(page.get_by_role("status", name=f"{name}:")).to_contain_text(words)


def test_a_page_of_another_host_steers_the_map_and_hears_from_it(open_page: OpenPage, document_path: Path) -> None:
    with hosted(HERE) as pages, hosted(document_path.parent) as files:
        page = open_page(f"{pages}/embedding.html?{urlencode({'map': f'{files}/{document_path.name}'})}")
        await_told(page, "Version", atlas().version)
        send(page, type="timemap:ask")
        await_told(page, "Day", atlas().setting("opening-moment"))
        await_told(page, "Zoom", ".")
        send(page, type="timemap:goTo", date="2019-10-09")
        await_told(page, "Day", "2019-10-09")
        send(page, type="timemap:key", key="ArrowRight")
        await_told(page, "Day", "2019-10-10")
        send(page, type="timemap:select", event=EVENT.id)
        await_told(page, "Event", EVENT.id)
        await_told(page, "Day", EVENT.start.isoformat())
        send(page, type="timemap:set", state={"moment": "2015-01-26", "event": None, "mode": "sideways"})
        await_told(page, "Problem", 'mode: got "sideways"')
        await_told(page, "Event", "none")
        await_told(page, "Day", "2015-01-26")
        send(page, type="timemap:set", state={"mode": "until"})
        await_told(page, "Mode", "until")
        send(page, type="timemap:goTo", date="26.1.2015")
        await_told(page, "Problem", "expected a date such as 2014-10-06")
        send(page, type="timemap:fly")
        await_told(page, "Problem", "timemap:fly")
        expect(page.get_by_role("status", name="Day:")).to_have_text("2015-01-26")


def view_in(frame: Frame) -> dict[str, Any]:
    """Return what a frame shows of the map, whose size is that of its place."""
    return dict(frame.evaluate(VIEW))


def test_a_frame_without_a_size_opens_right_when_it_gets_one(
    open_page: OpenPage, document_path: Path, tmp_path: Path
) -> None:
    frames = "".join(
        f'<iframe src="{document_path.as_uri()}" style="{style}"></iframe>' for style in ("", *WITHOUT_SIZE)
    )
    host = f"<!doctype html><title>Host</title><style>iframe {{ width: 900px; height: 600px; }}</style>{frames}"
    (tmp_path / "page.html").write_text(host, encoding="utf-8")
    page = open_page((tmp_path / "page.html").as_uri(), viewport={"width": 1900, "height": 1900})
    first, *others = page.frames[1:]
    for frame in page.frames[1:]:
        await_value(frame, "whether the map has begun", "window.timemap !== undefined", value=True)
    page.evaluate("document.querySelectorAll('iframe').forEach((frame) => frame.removeAttribute('style'))")
    wanted = view_in(first)
    for frame in others:
        await_value(frame, "the size of the map", f"({VIEW})().size", wanted["size"])
        painted(frame)
        view = view_in(frame)
        assert view["size"] == view["place"] == wanted["place"]
        assert [view["strip"], view["thumb"]] == [wanted["strip"], wanted["thumb"]]
        assert view["zoom"] == wanted["zoom"]
        assert view["centre"] == pytest.approx(wanted["centre"], abs=0.15)
        assert view["canvases"] == wanted["canvases"]


def test_the_lines_to_copy_show_the_map_and_the_day_beside_it(
    open_page: OpenPage, document_path: Path, tmp_path: Path
) -> None:
    day = EVENT.start
    lines = snippet(atlas(), snapshot_on(atlas(), day))
    (tmp_path / f"map-{day}.html").write_bytes(document_path.read_bytes())
    (tmp_path / "page.html").write_text(f"<!doctype html><title>A page</title>{lines}", encoding="utf-8")
    page = open_page((tmp_path / "page.html").as_uri())
    expect(page.get_by_text(f"The map shows {day.isoformat()}.")).to_be_visible()
    expect(page.get_by_title(atlas().setting("title"))).to_have_count(1)
