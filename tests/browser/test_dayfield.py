"""Days are fields of the slider: they show a day as the page writes it, and read what people type."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.expected import event_ids, today
from tests.browser.map_page import await_moment, box_of, go_to, map_frame, moment, painted, short_day, thumb

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from tests.browser.conftest import Export, OpenPage

DAY = "2018-04-01"
WIDTHS = (674, 930, 1024, 1280, 1366, 1920)


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    frame = map_frame(open_page(document_path.as_uri(), locale="en-US"))
    go_to(frame, DAY)
    return frame


def field(frame: Frame, name: str = "Date shown") -> Locator:
    return frame.get_by_label(name, exact=True)


def said(box: Locator) -> Locator:
    """Return what is said beside a field."""
    return box.locator("xpath=following-sibling::*")


def test_it_says_the_day_however_that_was_set_and_in_one_order_whatever_the_browser(document: Frame) -> None:
    expect(field(document)).to_have_value("1 Apr 2018")
    thumb(document).press("ArrowRight")
    expect(field(document)).to_have_value("2 Apr 2018")
    assert moment(document) == "2018-04-02"


@pytest.mark.parametrize("end", ["Enter", "Tab"])
def test_a_typed_day_is_taken_by_enter_and_by_tab(document: Frame, end: str) -> None:
    box = field(document)
    box.fill("6/10/2014")
    expect(said(box)).to_have_text("6 October 2014")
    assert moment(document) == DAY
    box.press(end)
    await_moment(document, "2014-10-06")
    expect(box).to_have_value("6 Oct 2014")
    if end == "Enter":
        expect(said(box)).to_have_text("Read as 6 October 2014, day first")


def test_its_keys_are_not_those_of_the_map_and_escape_puts_the_day_back(document: Frame) -> None:
    box = field(document)
    box.fill("7 July")
    for key in ("ArrowRight", "Home", "End", "PageDown", "Space", "n"):
        box.press(key)
    painted(document)
    assert moment(document) == DAY
    box.press("Escape")
    expect(box).to_have_value("1 Apr 2018")
    expect(said(box)).to_be_empty()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31 Feb 2015", "There is no 31 February 2015."),
        ("1/1/2031", "1 January 2031 is outside. The map covers 19 July 2012 to"),
        ("soon", "is not a date"),
        ("", "No date is given"),
    ],
)
def test_what_cannot_be_is_said_beside_it_and_changes_nothing(document: Frame, typed: str, words: str) -> None:
    box = field(document)
    box.fill(typed)
    box.press("Enter")
    expect(said(box)).to_contain_text(words)
    expect(said(box)).to_have_attribute("role", "alert")
    expect(box).to_have_attribute("aria-invalid", "true")
    assert box.get_attribute("aria-describedby") == said(box).get_attribute("id")
    painted(document)
    assert moment(document) == DAY
    box.press("Tab")
    expect(said(box)).to_be_visible()
    box.fill("2 Apr 2018")
    box.press("Enter")
    await_moment(document, "2018-04-02")
    expect(box).to_have_attribute("aria-invalid", "false")
    expect(said(box)).to_be_empty()


def test_two_days_make_the_range_and_show_its_events(document: Frame) -> None:
    first, last = field(document, "From"), field(document, "To")
    first.fill("October 2014")
    first.press("Tab")
    expect(first).to_have_value("1 Oct 2014")
    last.fill("Jan 2015")
    last.press("Enter")
    expect(last).to_have_value("31 Jan 2015")
    await_moment(document, "2015-01-31")
    expect(document.get_by_label("Events shown", exact=True)).to_have_value("range")
    wanted = event_ids(date(2014, 10, 1), date(2015, 1, 31))
    assert document.evaluate("window.timemap.visibleEvents()") == wanted
    expect(document.locator(".toolbar-count")).to_contain_text(f"{len(wanted)} in the range")


def test_an_end_before_the_start_is_said_and_changes_nothing(document: Frame) -> None:
    first, last = field(document, "From"), field(document, "To")
    first.fill("2016")
    first.press("Enter")
    expect(first).to_have_value("1 Jan 2016")
    last.fill("31 Dec 2015")
    last.press("Enter")
    expect(said(last)).to_have_text("The last day must not be before the first, 1 January 2016.")
    last.press("Escape")
    expect(last).to_have_value(short_day(today()))
    last.fill("2018")
    last.press("Enter")
    first.fill("1.1.2019")
    first.press("Tab")
    expect(said(first)).to_have_text("The first day must not be after the last, 31 December 2018.")
    expect(field(document)).to_have_value("1 Apr 2018")


def test_while_comparing_the_left_day_takes_its_place(open_page: OpenPage, export: Export) -> None:
    frame = map_frame(open_page(export("--moment", "2019-10-08", "--compare", "2019-10-31").as_uri()))
    expect(field(frame)).to_be_hidden()
    left = frame.get_by_role("textbox", name="Left date")
    left.fill("9/10/2019")
    left.press("Enter")
    await_moment(frame, "2019-10-09")
    assert frame.evaluate("window.timemap.compare") == "2019-10-31"
    frame.get_by_role("button", name="Stop comparing").click()
    expect(field(frame)).to_have_value("9 Oct 2019")


@pytest.mark.parametrize("width", WIDTHS)
def test_it_stands_in_the_row_of_the_steps(width: int, open_page: OpenPage, document_path: Path) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": width, "height": 720}))
    thumb(frame).press("+")
    expect(frame.get_by_role("button", name="All years")).to_be_visible()
    steps = frame.locator(".toolbar-steps")
    shown = [box_of(part) for part in (field(frame), *steps.get_by_role("button").all())]
    middles = [box["y"] + box["height"] / 2 for box in shown]
    assert max(middles) - min(middles) < 2
    parts = [part for part in frame.locator(".slider-toolbar :is(button, select, input)").all() if part.is_visible()]
    assert max(box["x"] + box["width"] for box in map(box_of, parts)) <= width
    assert all(part.evaluate("(part) => part.scrollWidth <= part.clientWidth + 1") for part in parts)


def test_on_a_telephone_the_range_is_among_the_settings(open_page: OpenPage, document_path: Path) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": 360, "height": 640}))
    field(frame).fill("1 April 2018")
    field(frame).press("Enter")
    await_moment(frame, DAY)
    expect(field(frame, "From")).to_be_hidden()
    frame.get_by_role("button", name="Settings").click()
    for name in ("From", "To"):
        box = box_of(field(frame, name))
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    field(frame, "From").fill("2016")
    field(frame, "From").press("Enter")
    whole = frame.get_by_role("button", name="All years")
    expect(whole).to_be_visible()
    field(frame, "To").press("Escape")
    expect(field(frame, "To")).to_be_hidden()
    whole.click()
    expect(whole).to_be_hidden()
