"""The document is as dark or light as the system, until the page around it names one; on paper it is light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.embedding import open_embedded, post_message
from tests.browser.map_page import map_frame, painted
from tests.browser.waiting import await_value

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame

    from tests.browser.conftest import OpenPage

LAND = """() => {
  const canvas = document.querySelector(".leaflet-base-pane canvas");
  return Array.from(canvas.getContext("2d").getImageData(canvas.width / 2, canvas.height / 4, 1, 1).data.slice(0, 3));
}"""
PAPER = "() => getComputedStyle(document.body).backgroundColor"


def is_dark(frame: Frame) -> bool:
    """Return whether page and map are dark; both always go together."""
    painted(frame)
    land = bool(sum(frame.evaluate(LAND)) / 3 < 128)
    red = int(frame.evaluate(PAPER).removeprefix("rgb(").split(",")[0])
    assert land == (red < 128)
    return land


def test_page_and_map_follow_the_system_and_are_light_on_paper(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), color_scheme="dark")
    frame = map_frame(page)
    assert is_dark(frame)
    page.emulate_media(media="print")
    assert not is_dark(frame)
    page.emulate_media(media="screen", color_scheme="light")
    assert not is_dark(frame)
    page.emulate_media(color_scheme="dark")
    assert is_dark(frame)


def test_the_page_around_names_the_theme(open_page: OpenPage, document_path: Path, tmp_path: Path) -> None:
    page, frame = open_embedded(open_page, document_path, tmp_path, color_scheme="light")
    assert not is_dark(frame)
    post_message(page, {"type": "timemap:set", "state": {"theme": "dark"}})
    await_value(frame, "the theme of the document", "document.documentElement.dataset.theme", "dark")
    assert is_dark(frame)
