"""While time plays the map follows what happens and says it, unless motion is unwanted or a hand moves the map."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import settled_map
from tests.browser.map_page import centre_of, go_to, map_frame, moment, painted, set_state, state_of
from tests.browser.waiting import await_truth, await_value
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame

    from tests.browser.conftest import Export, OpenPage

CENTRE = "[window.map_time.getCenter().lat.toFixed(3), window.map_time.getCenter().lng.toFixed(3)]"
BEFORE = "2018-03-17"
"""The day before Afrin city fell, which lies west of the middle of the opening view."""


def follow(frame: Frame) -> None:
    """Switch following on, and play."""
    frame.get_by_role("button", name="Follow", exact=True).click()
    frame.get_by_role("button", name="Play", exact=True).click()


def pause_when_told(frame: Frame) -> str:
    """Pause while there is a caption, and return its title."""
    pause = """() => {
      const title = document.querySelector(".caption:not([hidden]) .caption-title");
      if (title) document.querySelector('.play').click();
      return Boolean(title);
    }"""
    await_truth(frame, "something to be told", pause)
    return frame.locator(".caption-title").inner_text()


def first_told(frame: Frame) -> str:
    """Return the title in the caption as soon as there is one."""
    title = frame.locator(".caption-title")
    expect(title).to_be_visible()
    return title.inner_text()


def titles_from(day: str) -> list[str]:
    """Return the titles of the events that begin on a day or later, in order."""
    return [event.title for event in atlas().events if event.span.start >= date.fromisoformat(day)]


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": 1280, "height": 720}))
    go_to(frame, BEFORE)
    return frame


def test_the_map_moves_to_what_has_just_happened_and_a_caption_says_what(document: Frame) -> None:
    before = document.evaluate(CENTRE)
    follow(document)
    told = first_told(document)
    event = next(event for event in atlas().events if event.title == told)
    assert event.span.start.isoformat() >= BEFORE
    expect(document.locator(".caption-when")).not_to_be_empty()
    seen = f"window.map_time.getBounds().contains([{event.lat}, {event.lon}])"
    await_value(document, "whether the event is in sight", seen, value=True)
    await_truth(document, "the map to have moved", f"(before) => String({CENTRE}) !== String(before)", before)
    pause_when_told(document)
    expect(document.locator(".caption")).to_be_visible()
    assert {"lat", "lon", "zoom"} <= set(state_of(document))
    await_truth(document, "the view in the address", "() => location.hash.includes('lat=')")


CLEAR = """([lat, lon]) => {
  const stage = document.querySelector(".folium-map").getBoundingClientRect();
  const { x, y } = window.map_time.latLngToContainerPoint([lat, lon]);
  const sign = new DOMRect(stage.left + x - 30, stage.top + y - 30, 60, 60);
  const meets = ({ left, right, top, bottom }) =>
    sign.left < right && sign.right > left && sign.top < bottom && sign.bottom > top;
  const parts = ".panel, .panel-shut, .plate, .legend, .map-buttons, .leaflet-control, .caption";
  const over = [...document.querySelectorAll(parts)].filter((part) => part.offsetParent);
  const inside = sign.left >= stage.left && sign.right <= stage.right
    && sign.top >= stage.top && sign.bottom <= stage.bottom;
  return inside && !over.some((part) => meets(part.getBoundingClientRect()));
}"""
"""Whether the sign of an event is seen whole."""


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_what_it_follows_is_seen_whole_also_near_the_edge_of_the_ground(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]}))
    go_to(frame, "2014-10-21")
    follow(frame)
    title = frame.locator(".caption-title")
    [duhok] = [event for event in atlas().events if event.id == "duhok-agreement"]
    expect(title).to_have_text(duhok.title)
    await_truth(frame, "the sign to be seen whole", CLEAR, [duhok.lat, duhok.lon])


def test_the_caption_goes_when_its_days_are_over(document: Frame) -> None:
    go_to(document, "2014-10-21")
    follow(document)
    first_told(document)
    stale = """() => {
      const told = document.querySelector(".caption:not([hidden])");
      const days = (window.seenCaptions ??= []);
      if (told) days.push([window.timemap.moment, told.querySelector(".caption-when").textContent]);
      return window.timemap.moment >= "2014-11-05";
    }"""
    await_truth(document, "two weeks to pass", stale)
    seen = document.evaluate("window.seenCaptions")
    assert ["2014-10-22", "22 October 2014"] in seen
    days = {day for day, words in seen if words == "22 October 2014"}
    assert max(days) <= "2014-10-23"  # the caption goes in the frame after the day


def test_the_caption_opens_the_card_and_goes(document: Frame) -> None:
    follow(document)
    told = pause_when_told(document)
    document.locator(".caption").click()
    card = document.get_by_role("region", name="Selected event")
    expect(card.get_by_role("heading", level=2)).to_have_text(told)
    expect(document.locator(".caption")).to_be_hidden()


def test_a_hand_on_the_map_is_not_fought_until_play_is_pressed_anew(document: Frame) -> None:
    follow(document)
    first = first_told(document)
    mouse = document.page.mouse
    x, y = centre_of(document.locator(".folium-map"))
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 150, y - 60, steps=4)
    mouse.up()
    painted(document)  # the map begins to glide on in the frame after the one that let it go
    moves = "Boolean(window.map_time._panAnim?._inProgress)"
    await_value(document, "whether the map still glides", moves, value=False)
    left = document.evaluate(CENTRE)
    title = document.locator(".caption-title")
    expect(title).not_to_have_text(first)
    second = title.inner_text()
    expect(title).not_to_have_text(second)
    assert document.evaluate(CENTRE) == left
    document.get_by_role("button", name="Pause").click()
    go_to(document, BEFORE)
    expect(document.locator(".caption")).to_be_hidden()
    document.get_by_role("button", name="Play", exact=True).click()
    await_truth(document, "the map to follow anew", f"(left) => String({CENTRE}) !== String(left)", left)


def test_it_rests_where_reduced_motion_is_asked_for(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    frame = map_frame(page)
    go_to(frame, BEFORE)
    before = frame.evaluate(CENTRE)
    follow(frame)
    first = first_told(frame)
    expect(frame.locator(".caption-title")).not_to_have_text(first)
    assert frame.evaluate(CENTRE) == before


def test_nothing_follows_unless_asked_and_nothing_hidden_is_told(document: Frame) -> None:
    before = document.evaluate(CENTRE)
    document.get_by_role("button", name="Play", exact=True).click()
    await_truth(document, "time to pass", "(day) => window.timemap.moment > day", "2018-03-24")
    expect(document.locator(".caption")).to_be_hidden()
    assert document.evaluate(CENTRE) == before
    set_state(document, hidden=["events"])
    document.get_by_role("button", name="Follow", exact=True).click()
    document.get_by_role("button", name="Play", exact=True).click()
    now = moment(document)
    await_truth(document, "time to pass", "(day) => window.timemap.moment > day", now)
    expect(document.locator(".caption")).to_be_hidden()


@pytest.mark.parametrize("size", [(1280, 720), (360, 640)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_presenting_too_the_caption_is_whole_and_covers_no_control(
    size: tuple[int, int], open_page: OpenPage, export: Export
) -> None:
    document = export("--lesson", "the-siege-of-kobane")
    page = open_page(
        f"{document.as_uri()}#lesson=the-siege-of-kobane&scene=2",
        viewport={"width": size[0], "height": size[1]},
        reduced_motion="reduce",
    )
    frame = map_frame(page)
    frame.get_by_role("button", name="Present", exact=True).click()
    follow(frame)
    first_told(frame)
    overlaps = """() => {
      const box = (node) => node.getBoundingClientRect();
      const caption = box(document.querySelector(".caption"));
      const stage = box(document.querySelector(".stage"));
      const meets = (one) => one.left < caption.right && one.right > caption.left
        && one.top < caption.bottom && one.bottom > caption.top;
      const others = [...document.querySelectorAll(".legend-button, .plate, .leaflet-control-zoom")];
      return [caption.left >= stage.left && caption.right <= stage.right && caption.top >= stage.top,
        others.filter((node) => node.offsetParent && meets(box(node))).map(({ className }) => className)];
    }"""
    assert frame.evaluate(overlaps) == [True, []]


def test_the_app_follows_too(app_url: str, open_page: OpenPage) -> None:
    frame = settled_map(open_page(f"{app_url}/?moment={BEFORE}"))
    follow(frame)
    assert first_told(frame) in titles_from(BEFORE)
    expect(frame.locator(".caption")).to_have_text(re.compile(r"\d{4}"))
