"""A picture explains what the screen explains, in the same words: on key dates both legends are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests import project_data
from tests.browser.map_page import go_to, map_frame, painted, set_state
from tests.timemap.snapshots import TODAY
from timemap.state.map_state import filter_by_state
from timemap.state.snapshot import snapshot_of, visible_events
from timemap.state.url import read_parameters
from timemap.static_map.drawing import Plot
from timemap.static_map.frame import fitting
from timemap.static_map.legend import legend_of
from timemap.static_map.pages.sheet import DRAWING, blank_sheet, map_axes
from timemap.static_map.render import draw_map
from timemap.text.legend_words import legend_words

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame

    from tests.browser.conftest import OpenPage

WINDOW = {"width": 1366, "height": 768}
ON_PAPER = ("otherBorder", "division", "place", "water", "outside")
"""What only a picture explains: on the screen the pointer tells it."""

SEEN = """() => {
  const bounds = window.map_time.getBounds();
  const { x, y } = window.map_time.getSize();
  const names = [...document.querySelectorAll(".legend-list .legend-name")].map(({ textContent }) => textContent);
  return { bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], size: [x, y], names };
}"""


def words_of_picture(day: str, bounds: tuple[float, float, float, float], size: tuple[float, float]) -> set[str]:
    """Return the words of the legend of a picture with the map of a window."""
    atlas = project_data.atlas()
    view, _ = read_parameters({"moment": day}, atlas, TODAY)
    snapshot = snapshot_of(atlas, today=TODAY, state=view)
    with DRAWING:
        plot = Plot(map_axes(blank_sheet(), (0, 0, *size)), fitting(bounds, *size))
        shown = draw_map(plot, project_data.dataset(), view, visible_events(filter_by_state(view, atlas), snapshot))
    return {entry.words for section in legend_of(atlas, [shown]) for entry in section.entries}


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    return map_frame(open_page(document_path.as_uri(), viewport=WINDOW))


@pytest.mark.parametrize("day", ["2014-10-06", "2018-04-01", "2019-11-01", "2025-01-01", "2026-10-31"])
def test_both_legends_say_the_same(document: Frame, day: str) -> None:
    set_state(document, mode="day", window=0)
    go_to(document, day)
    painted(document)
    expect(document.locator(".legend:not([aria-busy])")).to_be_visible()
    seen = document.evaluate(SEEN)
    words = legend_words()
    paper = {words[name] for name in ON_PAPER}
    picture = words_of_picture(day, tuple(seen["bounds"]), tuple(seen["size"]))
    picture = {name.replace(words["lastKnown"].format(words=""), "") for name in picture}
    screen = {name.replace(words["lastKnown"].format(words=""), "") for name in seen["names"]}
    screen = {name.removesuffix(words["focus"].format(place="")) for name in screen}
    bars = {row.group.capitalize() for row in project_data.atlas().categories}
    only_on_screen = {words["allEvents"], words["closed"], *bars}
    assert screen - picture <= only_on_screen, "a picture has no bars, and no gate under the ring of Kobane"
    assert picture - screen <= paper
    assert words["border"] in screen & picture
