"""Events are put in order with keys, mouse or finger; checking tells dates and sources, and what belongs elsewhere."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from geodata.dates.span import DAY, Span
from geodata.lessons.ordering_exercise import order_events
from tests.browser.map_page import centre_of, map_frame, painted
from tests.browser.touch import Fingers
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from geodata.records.events import Event
    from tests.browser.conftest import Export, OpenPage


def begun(frame: Frame) -> Locator:
    """Open the exercise and return it."""
    frame.get_by_role("button", name="Put events in order").click()
    exercise = frame.get_by_role("region", name="Put events in order")
    expect(exercise.get_by_role("listitem").first).to_be_visible()
    return exercise


def headings(exercise: Locator) -> Locator:
    return exercise.locator(".exercise-title")


def titles(exercise: Locator) -> list[str]:
    return headings(exercise).all_inner_texts()


def asked(exercise: Locator) -> list[Event]:
    known = {event.title: event for event in atlas().events}
    return [known[title] for title in titles(exercise)]


def solved(exercise: Locator) -> list[str]:
    return [event.title for event in sorted(asked(exercise), key=lambda event: event.start)]


def result(exercise: Locator) -> Locator:
    return exercise.get_by_role("status")


def test_it_asks_for_events_of_the_range_whose_order_is_beyond_doubt(open_page: OpenPage, export: Export) -> None:
    page = open_page(export("--from", "2014-09-01", "--to", "2015-01-31").as_uri())
    exercise = begun(map_frame(page))
    seen: set[str] = set()
    for number in ("5", "8", "6"):
        exercise.get_by_label("Number of events").select_option(number)
        expect(headings(exercise)).to_have_count(int(number))
        events = sorted(asked(exercise), key=lambda event: event.start)
        span = Span(date(2014, 9, 1), date(2015, 1, 31) + DAY)
        assert all(event.span.overlaps(span) for event in events)
        assert not any(one.span.overlaps(other.span) for one, other in pairwise(events))
        assert titles(exercise) != solved(exercise)
        seen.update(titles(exercise))
    exercise.get_by_role("button", name="New exercise").click()
    expect(exercise.get_by_text("Exercise 2")).to_be_visible()
    assert not set(titles(exercise)) <= seen


def test_the_same_set_is_the_same_on_every_screen_and_on_paper(open_page: OpenPage, document_path: Path) -> None:
    exercise = begun(map_frame(open_page(document_path.as_uri())))
    for seed in (1, 2, 3):
        expect(exercise.get_by_text(f"Exercise {seed}", exact=True)).to_be_visible()
        printed = order_events(atlas().events, 6, seed)
        expect(headings(exercise)).to_have_text([event.title for event in printed.asked])
        exercise.get_by_role("button", name="New exercise").click()
    expect(exercise.get_by_text("Exercise 4", exact=True)).to_be_visible()


def test_it_is_played_with_keys_alone_and_names_dates_and_sources(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    frame = map_frame(page)
    frame.get_by_role("button", name="Put events in order").focus()
    page.keyboard.press("Enter")
    exercise = frame.get_by_role("region", name="Put events in order")
    expect(exercise).to_be_visible()
    expect(frame.get_by_role("region", name="Events shown on the map")).to_be_hidden()
    check = exercise.get_by_role("button", name="Check")
    check.focus()
    page.keyboard.press("Enter")
    expect(result(exercise)).to_contain_text("out of place")
    belongs = exercise.locator("ol.exercise-rows").get_by_text("Should be").filter(visible=True)
    expect(belongs).not_to_have_count(0)
    right = solved(exercise)
    for place, title in enumerate(right):
        up = exercise.get_by_role("button", name=f"Move up: {title}", exact=True)
        up.focus()
        for now in range(titles(exercise).index(title), place, -1):
            page.keyboard.press("Enter")
            expect(frame.get_by_text(f"{title}: place {now} of {len(right)}")).to_be_visible()
        expect(up).to_be_focused()
    expect(headings(exercise)).to_have_text(right)
    expect(belongs).to_have_count(0)
    check.focus()
    page.keyboard.press("Space")
    expect(result(exercise)).to_contain_text("Correct order")
    for event, row in zip(asked(exercise), exercise.locator("ol.exercise-rows > li").all(), strict=True):
        told = row.inner_text()
        assert str(event.start.year) in told
        publishers = {atlas().source(source).publisher for source in event.sources}
        assert all(atlas().publisher(name).name in told for name in publishers if atlas().has_publisher(name))
    exercise.get_by_role("button", name="Close", exact=True).focus()
    page.keyboard.press("Enter")
    expect(frame.get_by_role("button", name="Put events in order")).to_be_focused()


def test_a_row_is_dragged_with_the_mouse_and_dates_come_only_after_checking(
    open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 1920, "height": 1080})
    frame = map_frame(page)
    exercise = begun(frame)
    before = titles(exercise)
    rows = exercise.locator("ol.exercise-rows > li")
    assert not any(str(event.start.year) in rows.nth(place).inner_text() for place, event in enumerate(asked(exercise)))
    page.mouse.move(*centre_of(rows.nth(0).locator(".exercise-title")))
    page.mouse.down()
    x, y = centre_of(rows.nth(3))
    page.mouse.move(x, y + 10, steps=8)
    page.mouse.up()
    painted(frame)
    expect(headings(exercise)).to_have_text([*before[1:4], before[0], *before[4:]])
    expect(frame.get_by_text(f"{before[0]}: place 4 of {len(before)}")).to_be_visible()
    exercise.get_by_role("button", name="Check").click()
    exercise.get_by_role("button", name="Show answer").click()
    expect(headings(exercise)).to_have_text(solved(exercise))
    expect(result(exercise)).to_contain_text("Correct order")


def test_a_row_is_dragged_with_a_finger_by_its_grip_on_a_phone(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 360, "height": 640}, has_touch=True)
    frame = map_frame(page)
    frame.get_by_role("button", name="Events", exact=True).click()
    exercise = begun(frame)
    painted(frame)
    before = titles(exercise)
    rows = exercise.locator("ol.exercise-rows > li")
    x, y = centre_of(rows.nth(2).locator(".exercise-grip"))
    _, top = centre_of(rows.nth(0))
    with Fingers(page) as finger:
        finger.press((x, y))
        for part in range(1, 9):
            finger.move((x, y + (top - 12 - y) * part / 8))
    painted(frame)
    expect(headings(exercise)).to_have_text([before[2], before[0], before[1], *before[3:]])


def test_the_filters_decide_and_too_few_events_are_said(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    exercise = begun(map_frame(page))
    category = atlas().categories[0]
    page.locator(".filters summary").click()
    page.get_by_role("checkbox", name=category.name).check()
    count = sum(category.id in event.categories for event in atlas().events)
    expect(exercise.get_by_text(f"of the {count} events from")).to_be_visible()
    assert all(category.id in event.categories for event in asked(exercise))
    page.get_by_role("combobox", name="Search").press_sequentially("zzzzzz")
    expect(exercise.get_by_text("too few on different days")).to_be_visible()
    expect(exercise.get_by_role("button", name="Check")).to_be_hidden()
