"""The day is also a field of the toolbar: it says which day is seen, and takes a whole day of the range."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.timemap_page import await_moment, box_of, go_to, map_frame, moment, painted, thumb

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from tests.browser.conftest import Export, OpenPage

DAY = "2018-04-01"
IN_THE_APP = {1024: 674, 1280: 930, 1920: 1570}
"""Width of the map's frame, which stands beside the filters, by that of the window; in pixels."""


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    frame = map_frame(open_page(document_path.as_uri()))
    go_to(frame, DAY)
    return frame


def field(frame: Frame) -> Locator:
    return frame.get_by_label("Day shown")


def test_it_says_the_day_however_that_was_set(document: Frame) -> None:
    expect(field(document)).to_have_value(DAY)
    thumb(document).press("ArrowRight")
    expect(field(document)).to_have_value("2018-04-02")
    assert moment(document) == "2018-04-02"


def test_a_day_typed_into_it_is_shown_and_its_keys_are_not_those_of_the_map(document: Frame) -> None:
    keys = document.page.keyboard
    field(document).focus()
    for key in ("ArrowRight", "Home"):  # on the map the next day, and the first one
        keys.press(key)
        painted(document)
        assert moment(document) == DAY
    keys.press("ArrowLeft")
    keys.type("070720")  # day and month alike, so that it does not matter which the browser asks for first
    painted(document)
    assert moment(document) == "2018-07-07"
    keys.type("16")
    await_moment(document, "2016-07-07")
    expect(document.locator(".flag-date")).to_have_text("7 July 2016")


def test_what_is_incomplete_or_outside_the_range_changes_nothing_and_is_gone_when_the_field_is_left(
    document: Frame,
) -> None:
    box = field(document)
    box.press("Backspace")
    painted(document)
    assert (box.input_value(), moment(document)) == ("", DAY)
    go_to(document, "2019-10-09")
    expect(box).to_have_value("")
    box.blur()
    expect(box).to_have_value("2019-10-09")
    box.fill("2031-01-01")
    assert box.evaluate("(input) => input.validity.rangeOverflow")
    painted(document)
    assert moment(document) == "2019-10-09"
    box.blur()
    expect(box).to_have_value("2019-10-09")


def test_while_comparing_it_is_the_left_day(open_page: OpenPage, export: Export) -> None:
    frame = map_frame(open_page(export("--moment", "2019-10-08", "--compare", "2019-10-31").as_uri()))
    field(frame).fill("2019-10-12")
    await_moment(frame, "2019-10-12")
    assert frame.evaluate("window.timemap.compare") == "2019-10-31"
    frame.get_by_label("Left day").fill("2019-10-09")
    await_moment(frame, "2019-10-09")
    expect(field(frame)).to_have_value("2019-10-09")


@pytest.mark.parametrize("width", sorted([*IN_THE_APP.values(), 1024, 1280, 1920]))
def test_it_stands_in_the_one_row_of_the_toolbar(width: int, open_page: OpenPage, document_path: Path) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": width, "height": 720}))
    thumb(frame).press("+")
    expect(frame.get_by_role("button", name="All dates")).to_be_visible()
    bar = frame.locator(".slider-toolbar")
    shown = [box_of(part) for part in (field(frame), *bar.get_by_role("button").all()) if part.is_visible()]
    middles = [box["y"] + box["height"] / 2 for box in shown]
    assert max(middles) - min(middles) < 2
    assert max(box["x"] + box["width"] for box in shown) <= width


def test_on_a_telephone_it_is_among_the_settings(open_page: OpenPage, document_path: Path) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": 360, "height": 640}))
    expect(field(frame)).to_be_hidden()
    frame.get_by_role("button", name="Settings").click()
    field(frame).fill(DAY)
    await_moment(frame, DAY)
    box = box_of(field(frame))
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
