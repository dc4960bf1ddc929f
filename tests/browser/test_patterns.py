"""Areas have patterns on paper and where a reader asks for contrast, and elsewhere only if they are switched on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import go_to, map_frame, painted, set_state

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from tests.browser.conftest import OpenPage

TINTS = """() => {
  const canvas = document.querySelector(".leaflet-areas-pane canvas");
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(width / 2 - 150, height / 2 + 60, 300, 60);
  return new Set(new Uint32Array(data.buffer)).size;
}"""
"""Number of different pixels south of the middle of the map."""


def tints(frame: Frame) -> int:
    painted(frame)
    return int(frame.evaluate(TINTS))


def switch(frame: Frame) -> Locator:
    """Return the setting, laid open."""
    frame.get_by_role("button", name="Settings").click()
    return frame.get_by_role("checkbox", name="Patterns in areas")


def opened(open_page: OpenPage, document_path: Path, **options: Any) -> Frame:  # noqa: ANN401 # Playwright's own options
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": 1366, "height": 768}, **options))
    set_state(frame, hidden=["evidence", "zones"])
    go_to(frame, "2014-10-06")
    frame.evaluate("() => { window.map_time.setView([36.6, 38.9], 11, { animate: false }); }")  # far from any front
    return frame


def test_areas_are_plain_until_patterns_are_switched_on(open_page: OpenPage, document_path: Path) -> None:
    frame = opened(open_page, document_path)
    assert tints(frame) == 1
    switch(frame).check()
    assert tints(frame) > 1


def test_areas_have_patterns_on_paper(open_page: OpenPage, document_path: Path) -> None:
    frame = opened(open_page, document_path)
    assert tints(frame) == 1
    frame.page.emulate_media(media="print")
    assert tints(frame) > 1


@pytest.mark.parametrize("asked", [{"contrast": "more"}, {"forced_colors": "active"}], ids=["contrast", "colours"])
def test_areas_have_patterns_where_the_system_asks_for_contrast(
    asked: dict[str, str], open_page: OpenPage, document_path: Path
) -> None:
    frame = opened(open_page, document_path, **asked)
    assert tints(frame) > 1
    expect(switch(frame)).to_be_checked()
