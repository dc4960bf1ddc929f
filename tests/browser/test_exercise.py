"""Events are put in order with keys, mouse or finger; checking tells dates and sources, and what belongs elsewhere."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from geodata.span import DAY, Span
from geodata.teaching.ordering import order_events
from tests.browser.app_page import choose_option, search, settled_map
from tests.browser.timemap_page import centre_of, map_frame, painted
from tests.browser.touch import Fingers
from tests.ours import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from geodata.records.events import Event
    from tests.browser.conftest import Export, OpenPage


def begun(frame: Frame) -> Locator:
    """Open the exercise and return it."""
    frame.get_by_role("button", name="Put events in order").click()
    exercise = frame.get_by_role("region", name="Put events in order")
    exercise.get_by_role("listitem").first.wait_for()
    return exercise


def titles(exercise: Locator) -> list[str]:
    return exercise.locator(".exercise-title").all_inner_texts()


def asked(exercise: Locator) -> list[Event]:
    known = {event.title: event for event in atlas().events}
    return [known[title] for title in titles(exercise)]


def solved(exercise: Locator) -> list[str]:
    return [event.title for event in sorted(asked(exercise), key=lambda event: event.start)]


def result(exercise: Locator) -> str:
    return exercise.get_by_role("status").inner_text()


def test_it_asks_for_events_of_the_range_whose_order_is_beyond_doubt(open_page: OpenPage, export: Export) -> None:
    page = open_page(export("--from", "2014-09-01", "--to", "2015-01-31").as_uri())
    exercise = begun(map_frame(page))
    seen: set[str] = set()
    for number in ("5", "8", "6"):
        exercise.get_by_label("Events").select_option(number)
        events = sorted(asked(exercise), key=lambda event: event.start)
        assert len(events) == int(number)
        span = Span(date(2014, 9, 1), date(2015, 1, 31) + DAY)
        assert all(event.span.overlaps(span) for event in events)
        assert not any(one.span.overlaps(other.span) for one, other in pairwise(events))
        assert titles(exercise) != solved(exercise)
        seen.update(titles(exercise))
    exercise.get_by_role("button", name="New set").click()
    exercise.get_by_text("Set 2").wait_for()
    assert not set(titles(exercise)) <= seen


def test_the_same_set_is_the_same_on_every_screen_and_on_paper(open_page: OpenPage, document_path: Path) -> None:
    exercise = begun(map_frame(open_page(document_path.as_uri())))
    for seed in (1, 2, 3):
        exercise.get_by_text(f"Set {seed}", exact=True).wait_for()
        printed = order_events(atlas().events, 6, seed)
        assert titles(exercise) == [event.title for event in printed.asked]
        exercise.get_by_role("button", name="New set").click()


def test_it_is_played_with_keys_alone_and_names_dates_and_sources(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    frame = map_frame(page)
    frame.get_by_role("button", name="Put events in order").focus()
    page.keyboard.press("Enter")
    exercise = frame.get_by_role("region", name="Put events in order")
    assert not frame.get_by_role("region", name="Events seen on the map").is_visible()
    check = exercise.get_by_role("button", name="Check")
    check.focus()
    page.keyboard.press("Enter")
    assert "belong" in result(exercise)
    assert exercise.get_by_text("Belongs").count() >= 1
    right = solved(exercise)
    for place, title in enumerate(right):
        up = exercise.get_by_role("button", name=f"Move up: {title}", exact=True)
        up.focus()
        while titles(exercise).index(title) > place:
            page.keyboard.press("Enter")
            frame.get_by_text(f"{title}: place {titles(exercise).index(title) + 1} of {len(right)}").wait_for()
        assert up.evaluate("node => node === document.activeElement")
    assert titles(exercise) == right
    assert exercise.get_by_text("Belongs").filter(visible=True).count() == 0
    check.focus()
    page.keyboard.press("Space")
    assert "stand in order" in result(exercise)
    for event, row in zip(asked(exercise), exercise.locator("ol.exercise-rows > li").all(), strict=True):
        told = row.inner_text()
        assert str(event.start.year) in told
        publishers = {atlas().source(source).publisher for source in event.sources}
        assert all(atlas().publisher(name).name in told for name in publishers if atlas().has_publisher(name))
    exercise.get_by_role("button", name="Close", exact=True).focus()
    page.keyboard.press("Enter")
    assert frame.get_by_role("button", name="Put events in order").evaluate("node => node === document.activeElement")


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
    assert titles(exercise) == [*before[1:4], before[0], *before[4:]]
    frame.get_by_text(f"{before[0]}: place 4 of {len(before)}").wait_for()
    exercise.get_by_role("button", name="Check").click()
    exercise.get_by_role("button", name="Show the order").click()
    assert titles(exercise) == solved(exercise)
    assert "stand in order" in result(exercise)


def test_a_row_is_dragged_with_a_finger_by_its_grip_on_a_phone(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 360, "height": 640}, has_touch=True)
    frame = map_frame(page)
    frame.get_by_role("button", name="Events", exact=True).click()
    exercise = begun(frame)
    before = titles(exercise)
    rows = exercise.locator("ol.exercise-rows > li")
    x, y = centre_of(rows.nth(2).locator(".exercise-grip"))
    _, top = centre_of(rows.nth(0))
    with Fingers(page) as finger:
        finger.press((x, y))
        for part in range(1, 9):
            finger.move((x, y + (top - 12 - y) * part / 8))
    painted(frame)
    assert titles(exercise) == [before[2], before[0], before[1], *before[3:]]


def test_in_the_app_the_filters_decide_and_too_few_events_are_said(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    exercise = begun(frame)
    category = atlas().categories[0]
    choose_option(page, "Categories", category.name)
    count = sum(event.category == category.id for event in atlas().events)
    exercise.get_by_text(f"of the {count} events that range and filters leave").wait_for()
    assert {event.category for event in asked(exercise)} == {category.id}
    search(page, "zzzzzz")
    exercise.get_by_text("too few of them on days of their own").wait_for()
    assert not exercise.get_by_role("button", name="Check").is_visible()
