"""Wherever an event is chosen, the moment goes with it: to its first day, unless the moment is one of its days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.dates.wording import day_in_words
from tests.browser.embedding import open_embedded, post_message
from tests.browser.expected import ids_near
from tests.browser.map_page import await_moment, box_of, go_to, map_frame, moment, painted
from tests.browser.waiting import await_value
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from geodata.records.events import Event
    from tests.browser.conftest import OpenPage

DAY = "2014-10-06"
WEEK = 7
MODES = {
    "This day ± 7 days": "29 September \N{EN DASH} 13 October 2014",
    "Up to this day": "up to 6 October 2014",
    "All in the range": f"All {len(atlas().events)} events",
}
"""What the heading of the list says where these events are seen; the list follows the map a moment later."""

AT = """([lat, lon]) => {
  const box = window.map_time.getContainer().getBoundingClientRect();
  const { x, y } = window.map_time.latLngToContainerPoint([lat, lon]);
  return [box.x + x, box.y + y];
}"""


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    frame = map_frame(open_page(document_path.as_uri()))
    go_to(frame, DAY)
    within_a_week(frame)
    return frame


def within_a_week(frame: Frame) -> None:
    """Show the events of the days around, too, where the list offers it."""
    expect(frame.locator(".list-note")).to_be_visible()
    more = frame.get_by_role("button", name="Show them")
    if more.is_visible():
        more.click()
        expect(frame.get_by_role("button", name="Only 6 October 2014")).to_be_visible()
    painted(frame)


def title(frame: Frame) -> Locator:
    """Return the heading of the card."""
    return frame.get_by_role("region", name="Selected event").get_by_role("heading", level=2)


def date_in_words(frame: Frame) -> Locator:
    """Return the day that stands at the thumb of the slider."""
    return frame.locator(".flag-date")


def press_in_list(frame: Frame, event: Event, heading: str) -> None:
    """Press an event in the list as soon as its heading says what is seen, so that no row moves any more."""
    expect(frame.locator(".list-heading")).to_contain_text(heading)
    frame.get_by_role("region", name="Events shown on the map").get_by_role("button", name=event.title).click()


def events_near() -> list[Event]:
    """Return the events that are listed on the day."""
    return [atlas().event(name) for name in ids_near(date.fromisoformat(DAY), WEEK)]


@pytest.mark.parametrize("mode", MODES)
def test_an_event_chosen_in_the_list_brings_its_day(document: Frame, mode: str) -> None:
    earlier = next(event for event in events_near() if event.span.last_day and event.span.last_day.isoformat() < DAY)
    document.get_by_label("Events shown", exact=True).select_option(mode)
    press_in_list(document, earlier, MODES[mode])
    await_moment(document, earlier.span.start.isoformat())
    expect(date_in_words(document)).to_have_text(day_in_words(earlier.span.start))


def test_a_day_of_the_event_stays(document: Frame) -> None:
    lasting = next(
        event for event in events_near() if event.span.start.isoformat() < DAY and event.span.covers(date(2014, 10, 6))
    )
    press_in_list(document, lasting, MODES["This day ± 7 days"])
    expect(title(document)).to_have_text(lasting.title)
    painted(document)
    assert moment(document) == DAY


def test_an_event_chosen_on_the_map_brings_its_day(document: Frame) -> None:
    spots = [(event.lat, event.lon) for event in events_near()]
    alone = next(
        event
        for event in events_near()
        if spots.count((event.lat, event.lon)) == 1 and event.place.startswith("Gaziantep")
    )
    document.page.mouse.click(*document.evaluate(AT, [alone.lat, alone.lon]))
    expect(title(document)).to_have_text(alone.title)
    await_moment(document, alone.span.start.isoformat())
    expect(date_in_words(document)).to_have_text(day_in_words(alone.span.start))


def test_a_bar_brings_the_day_of_its_event(document: Frame) -> None:
    bars = box_of(document.locator(".slider-bars"))
    document.page.mouse.click(bars["x"] + bars["width"] * 0.7, bars["y"] + bars["height"] - 2)
    told = title(document).inner_text()
    chosen = next(event for event in atlas().events if event.title == told)
    await_moment(document, chosen.span.start.isoformat())
    expect(date_in_words(document)).to_have_text(day_in_words(chosen.span.start))


def test_a_message_with_an_event_alone_brings_its_day_and_one_with_a_day_keeps_it(
    open_page: OpenPage, document_path: Path, tmp_path: Path
) -> None:
    page, frame = open_embedded(open_page, document_path, tmp_path)
    event = next(event for event in events_near() if event.span.last_day and event.span.last_day.isoformat() < DAY)
    post_message(page, {"type": "timemap:set", "state": {"event": event.id}})
    await_moment(frame, event.span.start.isoformat())
    post_message(page, {"type": "timemap:set", "state": {"event": None}})
    post_message(page, {"type": "timemap:set", "state": {"event": event.id, "moment": DAY, "window": WEEK}})
    await_moment(frame, DAY)
    expect(title(frame)).to_have_text(event.title)
    painted(frame)
    assert moment(frame) == DAY


def test_an_arrow_leads_to_the_chosen_event_while_it_is_out_of_sight(document: Frame) -> None:
    chosen = next(event for event in events_near() if event.place == "Manbij")
    document.evaluate("(id) => window.timemap.select(id)", chosen.id)
    expect(title(document)).to_have_text(chosen.title)
    arrow = document.get_by_role("button", name="Selected event")
    painted(document)
    expect(arrow).to_be_hidden()
    document.evaluate("window.map_time.panBy([700, 0], { animate: false })")
    expect(arrow).to_be_visible()
    assert "\N{LEFTWARDS ARROW}" in arrow.inner_text()
    assert chosen.title in (arrow.get_attribute("title") or "")
    ground, sign = box_of(document.locator(".folium-map")), box_of(arrow)
    assert sign["x"] >= ground["x"]
    arrow.click()
    expect(arrow).to_be_hidden()
    seen = f"window.map_time.getBounds().contains([{chosen.lat}, {chosen.lon}])"
    await_value(document, "whether the event is in sight", seen, value=True)
