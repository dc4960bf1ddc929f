"""On every day the document shows the events and areas that the tables hold for it."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import expect

from tests.browser.timemap_page import areas_on, go_to, map_frame, painted, visible_events
from tests.browser.truth import controllers_on, event_ids, ids_near, zones_on
from tests.browser.waiting import await_value
from tests.ours import atlas

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


SEEN = 2
"""The greatest difference of a colour, of 255, that nobody can see."""

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


def test_the_list_names_the_events_that_the_map_shows(document: Frame) -> None:
    titles = {event.id: event.title for event in atlas().events}
    for day in DAYS:
        go_to(document, day)
        ids = ids_near(date.fromisoformat(day))
        await_value(document, f"the events in the list on {day}", ROWS, ids)
        headings = document.locator(".list-rows").get_by_role("heading")
        expect(headings).to_have_text([titles[name] for name in ids])


def test_up_to_this_day_and_the_whole_range_show_more(document: Frame) -> None:
    go_to(document, "2018-04-01")
    document.get_by_role("radio", name="Up to this day").check()
    painted(document)
    assert visible_events(document) == event_ids(last=date(2018, 4, 1))
    document.get_by_role("radio", name="The whole range").check()
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
    expect(document.get_by_text("last known", exact=False).first).to_be_visible()
