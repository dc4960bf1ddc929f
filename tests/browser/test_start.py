"""Who comes without a link is told what this is and offered ways into it, once; whoever goes on is in nobody's way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import await_address, settled_map
from tests.browser.map_page import await_moment, box_of, map_frame, moment, painted, state_of
from tests.browser.test_map_buttons import LAPTOP, TELEPHONE, button
from tests.browser.waiting import await_truth
from tests.project_data import atlas, dataset, lessons
from timemap.document.render import render
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator, Page

    from tests.browser.conftest import Export, OpenPage

TODAY = date(2026, 11, 1)

DRAWN = """() => [...document.querySelectorAll(".start canvas")].every((canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size > 20;
})"""
"""Whether each picture shows more than a plain ground."""


def card(frame: Frame) -> Locator:
    """Return the start of the map."""
    return frame.get_by_role("dialog", name=atlas().setting("title"))


def starting_point(frame: Frame, point: str) -> Locator:
    """Return the button of a starting point."""
    title = next(row.title for row in atlas().starting_points if row.id == point)
    return card(frame).get_by_role("button", name=title)


def first_visit(open_page: OpenPage, address: str, size: dict[str, int] = LAPTOP) -> tuple[Page, Frame]:
    """Return page and map as of a person who was never here."""
    page = open_page(address, viewport=size, first_visit=True)
    return page, map_frame(page) if address.startswith("file:") else settled_map(page)


@pytest.mark.parametrize("size", [LAPTOP, TELEPHONE], ids=["laptop", "telephone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_says_what_this_is_and_all_starting_points_fit_the_window(
    scheme: str, size: dict[str, int], open_page: OpenPage, app_url: str
) -> None:
    page = open_page(app_url, viewport=size, color_scheme=scheme, first_visit=True)
    frame = settled_map(page)
    start = card(frame)
    expect(start).to_be_visible()
    expect(start.get_by_role("heading", level=2)).to_be_focused()
    expect(start).to_contain_text(atlas().setting("sentence").partition(". ")[0])
    for row in atlas().starting_points:
        expect(starting_point(frame, row.id)).to_contain_text(row.text)
    await_truth(frame, "the pictures to be drawn", DRAWN)
    hidden = start.evaluate("(card) => card.scrollHeight - card.clientHeight")
    assert hidden <= 40
    box = box_of(start)
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]


@pytest.mark.parametrize("home", ["app", "file"])
def test_closed_it_gives_the_focus_back_stays_away_and_can_be_opened_again(
    home: str, open_page: OpenPage, app_url: str, document_path: Path
) -> None:
    page, frame = first_visit(open_page, app_url if home == "app" else document_path.as_uri())
    expect(card(frame)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(frame)).to_be_hidden()
    opener = button(frame, "Start")
    expect(opener).to_be_focused()
    page.goto("about:blank")
    page.goto(app_url if home == "app" else document_path.as_uri())
    frame = settled_map(page) if home == "app" else map_frame(page)
    painted(frame)
    expect(card(frame)).to_be_hidden()
    button(frame, "Start").press("Enter")
    expect(card(frame)).to_be_visible()
    card(frame).get_by_role("button", name="Close").click()
    expect(card(frame)).to_be_hidden()
    expect(button(frame, "Start")).to_be_focused()


def test_a_presenter_who_presses_a_key_just_goes_on(open_page: OpenPage, app_url: str) -> None:
    page, frame = first_visit(open_page, app_url)
    expect(card(frame)).to_be_visible()
    before = moment(frame)
    page.keyboard.press("ArrowRight")
    expect(card(frame)).to_be_hidden()
    assert moment(frame) > before


@pytest.mark.parametrize("link", ["?moment=2015-01-26", "?words=kobane", "?embed=true", "?lesson=the-siege-of-kobane"])
def test_it_never_stands_before_a_link_that_names_something(link: str, open_page: OpenPage, app_url: str) -> None:
    _, frame = first_visit(open_page, f"{app_url}/{link}")
    painted(frame)
    expect(card(frame)).to_be_hidden()


def test_a_file_that_opens_on_a_day_or_lesson_of_its_own_shows_that(open_page: OpenPage, export: Export) -> None:
    for options in (["--moment", "2015-01-26"], ["--lesson", "the-siege-of-kobane"]):
        _, frame = first_visit(open_page, export(*options).as_uri())
        painted(frame)
        expect(card(frame)).to_be_hidden()


def test_starting_points_open_a_view_a_key_day_or_a_page_of_the_app(open_page: OpenPage, app_url: str) -> None:
    page, frame = first_visit(open_page, app_url)
    starting_point(frame, "border").click()
    await_moment(frame, "2018-06-09")
    assert state_of(frame)["event"] == "border-wall-completed-2018"
    await_address(page, "event", "border-wall-completed-2018")
    button(frame, "Start").click()
    starting_point(frame, "days").click()
    day = atlas().key_dates[1].day.isoformat()
    card(frame).get_by_role("listitem").nth(1).get_by_role("button").click()
    await_moment(frame, day)
    button(frame, "Start").click()
    starting_point(frame, "lessons").click()
    expect(page.get_by_role("heading", name="Lessons", level=1)).to_be_visible()


@pytest.mark.parametrize("home", ["app", "file"])
def test_back_after_a_starting_point_leads_to_what_was_seen_before(
    home: str, open_page: OpenPage, app_url: str, document_path: Path
) -> None:
    page, frame = first_visit(open_page, app_url if home == "app" else document_path.as_uri())
    before = moment(frame)
    starting_point(frame, "border").click()
    await_moment(frame, "2018-06-09")
    await_truth(page, "the starting point in the address", "() => location.href.includes('moment=2018-06-09')")
    page.go_back()
    await_moment(frame, before)
    page.go_forward()
    await_moment(frame, "2018-06-09")


def test_escape_closes_it_though_the_page_around_has_the_focus(open_page: OpenPage, app_url: str) -> None:
    page, frame = first_visit(open_page, app_url)
    expect(card(frame)).to_be_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Escape")
    expect(card(frame)).to_be_hidden()


@pytest.mark.parametrize("home", ["app", "file"])
def test_who_came_by_a_tracked_link_is_a_first_visitor_all_the_same(
    home: str, open_page: OpenPage, app_url: str, document_path: Path
) -> None:
    place = f"{app_url}/" if home == "app" else document_path.as_uri()
    _, frame = first_visit(open_page, f"{place}?utm_source=x")
    expect(card(frame)).to_be_visible()


def test_in_a_file_the_starting_points_open_what_the_file_has(open_page: OpenPage, document_path: Path) -> None:
    _, frame = first_visit(open_page, document_path.as_uri())
    expect(starting_point(frame, "siege")).to_be_visible()
    expect(starting_point(frame, "lessons")).to_be_hidden()  # it carries none
    starting_point(frame, "compare").click()
    expect(card(frame)).to_be_hidden()
    assert state_of(frame)["compare"] == "2019-10-31"


def test_a_lesson_that_it_opens_takes_the_keys(open_page: OpenPage, tmp_path: Path) -> None:
    (lesson, *_) = (read.lesson for read in lessons())
    shown = replace(initial_state(atlas(), today=TODAY), lessons=(lesson,))
    file = tmp_path / "map.html"
    file.write_text(render(dataset(), view=shown), "utf-8")
    _, frame = first_visit(open_page, file.as_uri())
    starting_point(frame, "lessons").click()
    card(frame).get_by_role("button", name=lesson.title).click()
    expect(frame.get_by_role("heading", level=2, name=lesson.title)).to_be_focused()
    frame.page.keyboard.press("Space")
    expect(card(frame)).to_be_hidden()


def test_contested_words_are_one_press_away(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url, viewport=LAPTOP)
    frame = settled_map(page)
    frame.get_by_role("button", name="Contested terms").click()
    expect(page.get_by_role("tab", name="Contested terms")).to_have_attribute("aria-selected", "true")
