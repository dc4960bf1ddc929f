"""The date slider obeys mouse, fingers and keys, and says the date in words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.expected import event_ids
from tests.browser.map_page import box_of, centre_of, go_to, grip, map_frame, moment, painted, thumb
from tests.browser.touch import Fingers
from tests.browser.waiting import await_truth
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame

    from tests.browser.conftest import Export, OpenPage

DAY = "2018-04-01"


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    frame = map_frame(open_page(document_path.as_uri(), has_touch=True))
    go_to(frame, DAY)
    return frame


def test_the_mouse_drags_the_date_and_lets_it_go(document: Frame) -> None:
    mouse = document.page.mouse
    x, y = centre_of(grip(document))
    mouse.move(x, y)
    mouse.down()
    seen = [moment(document)]
    for step in range(1, 6):
        mouse.move(x + 20 * step, y)
        painted(document)
        seen.append(moment(document))
        assert document.locator(".flag-date").inner_text() == words(moment(document))
    assert seen == sorted(set(seen))
    mouse.up()
    mouse.move(x - 200, y)
    painted(document)
    assert moment(document) == seen[-1]
    expect(thumb(document)).to_have_attribute("aria-valuetext", words(seen[-1]))


def test_a_finger_drags_the_date(document: Frame) -> None:
    x, y = centre_of(grip(document))
    with Fingers(document.page) as fingers:
        fingers.press((x, y))
        for step in range(1, 6):
            fingers.move((x - 20 * step, y))
        painted(document)
        held = moment(document)
        assert held < DAY
    painted(document)
    assert moment(document) == held


def test_two_fingers_and_the_wheel_zoom_the_axis(document: Frame) -> None:
    x, y = centre_of(grip(document))
    whole = document.get_by_role("button", name="All years")
    expect(whole).to_be_hidden()
    with Fingers(document.page) as fingers:
        fingers.press((x - 20, y), (x + 20, y))
        for step in range(1, 6):
            fingers.move((x - 20 - 20 * step, y), (x + 20 + 20 * step, y))
    whole.click()
    expect(whole).to_be_hidden()
    document.page.mouse.move(*centre_of(document.locator(".slider-axis")))
    document.page.mouse.wheel(0, -300)
    expect(whole).to_be_visible()
    assert moment(document) == DAY


def test_single_presses_zoom_the_timeline(document: Frame) -> None:
    overview = document.locator(".slider-overview")
    document.get_by_role("button", name="Settings").click()
    document.get_by_role("button", name="Zoom in on the timeline").click()
    expect(overview).to_be_visible()
    document.get_by_role("button", name="Zoom out of the timeline").click()
    expect(overview).to_be_hidden()
    assert moment(document) == DAY


def test_keys_move_by_day_month_event_and_to_the_ends(document: Frame) -> None:
    starts = sorted({event.span.start for event in atlas().events})
    day = date.fromisoformat(DAY)
    later = next(start for start in starts if start > day)
    keys = document.page.keyboard

    def press(key: str, expected: date) -> None:
        keys.press(key)
        painted(document)
        assert moment(document) == expected.isoformat()

    press("ArrowRight", day + timedelta(days=1))
    press("ArrowLeft", day)
    press("Shift+ArrowRight", date(2018, 5, 1))
    press("Shift+ArrowLeft", day)
    press("PageDown", later)
    press("ArrowLeft", later - timedelta(days=1))
    press("PageDown", later)
    first, last = (thumb(document).get_attribute(f"aria-value{end}") or "" for end in ("min", "max"))
    press("Home", starts[0])
    expect(thumb(document)).to_have_attribute("aria-valuenow", first)
    keys.press("End")
    expect(thumb(document)).to_have_attribute("aria-valuenow", last)


def test_steps_say_where_one_is_among_the_events(document: Frame) -> None:
    count = len(event_ids())
    place = document.locator(".toolbar-place")
    voice = document.locator(".voice")
    expect(place).to_be_empty()
    same_day = [event for event in atlas().events if event.span.start == date(2014, 10, 6)]
    assert len(same_day) > 1
    go_to(document, "2014-10-06")
    for event in same_day:
        document.get_by_role("button", name="Next event").click()
        painted(document)
        at = event_ids().index(event.id) + 1
        assert moment(document) == "2014-10-06"
        expect(place).to_have_text(f"{at} of {count}")
        expect(voice).to_have_text(re.compile("^" + re.escape(f"Event {at} of {count}. {event.title}")))


def test_space_plays_and_pauses(document: Frame) -> None:
    document.page.keyboard.press("Space")
    shown = "window.timemap.moment"
    await_truth(document, "the map to play on past a day", f"(day) => {shown} > day", DAY, shown)
    document.page.keyboard.press("Space")
    expect(document.get_by_role("button", name="Play")).to_be_visible()
    stopped = moment(document)
    painted(document)
    assert moment(document) == stopped > DAY


def test_a_press_on_a_bar_chooses_one_of_its_events(document: Frame) -> None:
    go_to(document, "2014-10-06")
    x, _ = centre_of(grip(document))
    go_to(document, DAY)
    strip = box_of(document.locator(".slider-strip"))
    bars = document.locator(".slider-bars, .slider-strip canvas").first
    _, y = centre_of(bars)
    assert strip["x"] <= x <= strip["x"] + strip["width"]
    document.page.mouse.click(x, y)
    title = document.get_by_role("region", name="Selected event").get_by_role("heading", level=2).inner_text()
    chosen = next(event for event in atlas().events if event.title == title)
    assert chosen.id in event_ids(date(2014, 10, 1), date(2014, 10, 31))


def words(day: str) -> str:
    """Return a day as the slider writes it."""
    return f"{int(day[8:])} {date.fromisoformat(day):%B %Y}"


def test_its_dates_are_english_whatever_language_the_names_of_places_are_in(
    open_page: OpenPage, export: Export
) -> None:
    path = export("--language", "ar", "--from", "2018-01-01", "--to", "2018-12-31", "--moment", DAY)
    frame = map_frame(open_page(path.as_uri()))
    slider = frame.locator("section.slider")
    expect(thumb(frame)).to_have_attribute("aria-valuetext", "1 April 2018")
    for _ in range(7):
        thumb(frame).press("+")
    painted(frame)
    months = set(slider.locator(".slider-axis text").all_text_contents())
    assert {"Feb", "Mar", "May"} <= months
    assert max(slider.inner_text()) < "\N{ARABIC NUMBER SIGN}"
    assert '"language":"ar"' in path.read_text(encoding="utf-8")
