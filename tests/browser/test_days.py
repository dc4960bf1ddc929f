"""On every day the document shows the events and areas that the tables hold for it."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import expect

from geodata.dates.wording import day_in_words
from tests.browser.expected import controllers_on, event_ids, ids_near, zones_on
from tests.browser.map_page import areas_on, box_of, go_to, map_frame, painted, visible_events
from tests.browser.waiting import await_value
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame

    from tests.browser.conftest import OpenPage

DAYS = (
    "2014-07-19",
    "2014-10-06",
    "2015-01-26",
    "2015-06-25",
    "2016-08-24",
    "2018-04-01",
    "2019-10-09",
    "2019-11-01",
    "2025-01-01",
    "2026-03-05",
)


SEEN = 32
"""The greatest difference of a colour, of 255, that nobody can see in a pixel at the edge of what is drawn in parts."""

ROWS = "Array.from(document.querySelectorAll('.list-rows > li'), (row) => row.dataset.event)"


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    return map_frame(open_page(document_path.as_uri()))


def test_ten_days_show_their_events_and_areas(document: Frame) -> None:
    shown = {}
    for day in DAYS:
        go_to(document, day)
        areas = areas_on(document)
        zones = {zone for area in areas for zone in area["zones"]}
        shown[day] = (visible_events(document), {area["controller"] for area in areas}, zones)
    expected = {
        day: (
            ids_near(date.fromisoformat(day)),
            controllers_on(date.fromisoformat(day)),
            zones_on(date.fromisoformat(day)),
        )
        for day in DAYS
    }
    assert shown == expected


def test_the_list_names_the_events_that_the_map_shows_the_day_s_own_first(document: Frame) -> None:
    titles = {event.id: event.title for event in atlas().events}
    for day in DAYS:
        go_to(document, day)
        moment = date.fromisoformat(day)
        ids = sorted(ids_near(moment), key=lambda name: not atlas().event(name).span.covers(moment))
        await_value(document, f"the events in the list on {day}", ROWS, ids)
        headings = document.locator(".list-rows").get_by_role("heading")
        expect(headings).to_have_text([titles[name] for name in ids])


def test_up_to_this_day_and_the_whole_range_show_more(document: Frame) -> None:
    go_to(document, "2018-04-01")
    ways = document.get_by_label("Events shown", exact=True)
    ways.select_option("Up to this day")
    painted(document)
    assert visible_events(document) == event_ids(last=date(2018, 4, 1))
    ways.select_option("All in the range")
    painted(document)
    assert visible_events(document) == event_ids()


def test_the_drawn_map_depends_on_the_day_and_on_nothing_before_it(document: Frame) -> None:
    stage = document.get_by_role("main")

    def picture(day: str) -> Image.Image:
        go_to(document, day)
        expect(document.locator(".legend:not([aria-busy])")).to_be_visible()
        painted(document)
        return Image.open(BytesIO(stage.screenshot())).convert("RGB")

    siege, later = picture("2014-10-06"), picture("2019-11-01")
    assert difference(siege, later) > SEEN
    assert difference(siege, picture("2014-10-06")) <= SEEN
    assert difference(later, picture("2019-11-01")) <= SEEN


def difference(one: Image.Image, other: Image.Image) -> int:
    """Return by how much two pictures differ where they differ most, of 255; edges drawn in parts are rounded anew."""
    return int(np.asarray(ImageChops.difference(one, other)).max())


def test_the_last_known_state_is_never_shown_as_current(document: Frame) -> None:
    known_until = atlas().setting("control-known-until")
    go_to(document, known_until)
    assert not any(area["lastKnown"] for area in areas_on(document))
    document.page.keyboard.press("ArrowRight")
    painted(document)
    assert all(area["lastKnown"] for area in areas_on(document))
    expect(document.get_by_role("status").filter(has_text="Areas as last known on")).to_be_visible()


def test_days_without_known_areas_say_so_on_the_map(document: Frame) -> None:
    notice = document.locator(".map-notice")
    first = min(hold.span.start for hold in atlas().holds)
    go_to(document, (first - timedelta(days=1)).isoformat())
    assert areas_on(document) == []
    expect(notice).to_have_text(f"No data on areas before {day_in_words(first)}.")
    go_to(document, first.isoformat())
    assert areas_on(document) != []
    expect(notice).to_be_empty()
    last = atlas().setting_day("control-known-until")
    go_to(document, (last + timedelta(days=1)).isoformat())
    expect(notice).to_have_text(f"Areas as last known on {day_in_words(last)}.")
    expect(notice).to_have_attribute("role", "status")


def test_what_the_map_says_of_its_areas_covers_nothing_else(document: Frame) -> None:
    go_to(document, "2013-05-06")
    notice = box_of(document.locator(".map-notice"))
    for name in (".plate", ".leaflet-control-zoom"):
        assert box_of(document.locator(name))["y"] >= notice["y"] + notice["height"]


DRAWN = """() => {
  window.drawn = [];
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    const pane = this.canvas.parentElement?.className ?? "";
    const { x: width, y: height } = window.map_time.getSize(); // of names and signs a step draws what is seen
    const all = pane.includes("signs") ? width * height : this.canvas.clientWidth * this.canvas.clientHeight;
    const whole = box[2] * box[3] >= all;
    if (pane.includes("leaflet-") && whole) window.drawn.push(pane);
    return clearRect.apply(this, box);
  };
}"""

IN_ONE_FRAME = """(day) => new Promise((done) => {
  window.drawn.length = 0;
  window.timemap.goTo(day);
  requestAnimationFrame(() => done(window.drawn.length)); // asked for last, so called last in the frame of the step
})"""


def test_a_step_draws_names_border_and_events_once_and_in_its_own_frame(document: Frame) -> None:
    document.evaluate(DRAWN)
    ground = 0
    for day in ("2018-04-01", "2015-01-26", "2019-11-01"):
        assert document.evaluate(IN_ONE_FRAME, day) == 1, day
        painted(document)
        others = [pane for pane in document.evaluate("window.drawn") if "signs" not in pane]
        ground += sum("base" in pane for pane in others)
        assert [pane for pane in others if "base" not in pane] == []
    assert ground <= 1  # the relief of the land comes a moment after the map
