"""The range is a brush on the strip: dragged by mouse, fingers and keys, set by a chapter, widened to all years."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.dates.wording import day_in_words
from tests.browser.expected import WINDOW, event_ids, today
from tests.browser.map_page import (
    await_moment,
    box_of,
    centre_of,
    go_to,
    map_frame,
    moment,
    painted,
    set_state,
    short_day,
    thumb,
)
from tests.browser.touch import Fingers
from tests.project_data import atlas

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from tests.browser.conftest import OpenPage

DAY = "2018-04-01"
EPOCH = date(1970, 1, 1)
ENDS = ("First day of the date range", "Last day of the date range")


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    frame = map_frame(open_page(document_path.as_uri(), has_touch=True, viewport={"width": 1366, "height": 768}))
    go_to(frame, DAY)
    return frame


def handle(frame: Frame, end: int) -> Locator:
    return frame.get_by_role("slider", name=ENDS[end])


def days_of(frame: Frame) -> list[date]:
    """Return the first and the last day of the range, as the handles tell them."""
    values = [handle(frame, end).get_attribute("aria-valuenow") or "" for end in (0, 1)]
    return [EPOCH + timedelta(days=int(value)) for value in values]


def whole_days() -> list[date]:
    starts = [event.span.start for event in atlas().events] + [row.start for row in atlas().periods if row.chapter]
    return [min(starts), today()]


def await_range(frame: Frame, first: date, last: date) -> None:
    expect(frame.get_by_label("From", exact=True)).to_have_value(short_day(first))
    expect(frame.get_by_label("To", exact=True)).to_have_value(short_day(last))
    painted(frame)


def set_range(frame: Frame, first: str, last: str) -> None:
    for name, typed in (("From", first), ("To", last)):
        frame.get_by_label(name, exact=True).fill(typed)
        frame.get_by_label(name, exact=True).press("Enter")
    painted(frame)


def drag(frame: Frame, start: tuple[float, float], across: float, steps: int = 5) -> None:
    mouse = frame.page.mouse
    x, y = start
    mouse.move(x, y)
    mouse.down()
    for step in range(1, steps + 1):
        mouse.move(x + across * step / steps, y)
    painted(frame)
    mouse.up()
    painted(frame)


def test_the_handles_begin_at_the_ends_and_say_their_days(document: Frame) -> None:
    assert days_of(document) == whole_days()
    strip = box_of(document.locator(".slider-strip"))
    edges = [centre_of(handle(document, end))[0] for end in (0, 1)]
    assert edges == pytest.approx([strip["x"], strip["x"] + strip["width"]], abs=1)
    count = len(event_ids())
    for end, day in enumerate(whole_days()):
        expect(handle(document, end)).to_have_attribute(
            "aria-valuetext", f"{day_in_words(day)}, {count} events in the range"
        )
    expect(document.get_by_role("button", name="All years")).to_be_hidden()


def test_the_mouse_drags_a_handle_and_the_events_of_the_range_are_seen_at_once(document: Frame) -> None:
    mouse = document.page.mouse
    x, y = centre_of(handle(document, 0).locator(".brush-cap"))
    mouse.move(x, y)
    mouse.down()
    seen = []
    for step in range(1, 6):
        mouse.move(x + 60 * step, y)
        painted(document)
        seen.append(len(document.evaluate("window.timemap.visibleEvents()")))
        assert box_of(handle(document, 0).locator(".brush-line"))["x"] == pytest.approx(x + 60 * step, abs=6)
    mouse.up()
    painted(document)
    assert seen == sorted(set(seen), reverse=True)
    first, last = days_of(document)
    assert (first.year, last) == (2016, today())
    assert document.evaluate("window.timemap.visibleEvents()") == event_ids(first, last)
    expect(document.locator(".toolbar-count")).to_have_text(
        re.compile(rf"on this day · {len(event_ids(first, last))} in the range$")
    )
    assert moment(document) == DAY


def test_the_moment_comes_back_when_a_dragged_handle_does(document: Frame) -> None:
    mouse = document.page.mouse
    x, y = centre_of(handle(document, 1).locator(".brush-cap"))
    mouse.move(x, y)
    mouse.down()
    mouse.move(x - 800, y)
    painted(document)
    assert moment(document) < DAY
    mouse.move(x - 100, y)
    painted(document)
    assert moment(document) == DAY
    mouse.up()


def test_the_middle_moves_the_range_and_the_empty_strip_still_moves_the_date(document: Frame) -> None:
    set_range(document, "1 Jan 2017", "31 Dec 2018")
    before = days_of(document)
    drag(document, centre_of(document.locator(".rail-grip")), 150)
    after = days_of(document)
    assert after[1] - after[0] == before[1] - before[0]
    assert after[0] > before[0]
    bars = box_of(document.locator(".slider-bars"))
    left = box_of(handle(document, 0).locator(".brush-line"))["x"]
    drag(document, (left + 60, bars["y"] + bars["height"] - 4), 30)
    assert days_of(document) == after
    assert moment(document) != DAY


def test_a_drag_along_the_empty_rail_makes_a_new_range(document: Frame) -> None:
    rail = box_of(document.locator(".slider-rail"))
    drag(document, (rail["x"] + 400, rail["y"] + rail["height"] / 2), 200)
    first, last = days_of(document)
    assert whole_days()[0] < first < last < whole_days()[1]
    strip = box_of(document.locator(".slider-strip"))
    assert box_of(handle(document, 0).locator(".brush-line"))["x"] - strip["x"] == pytest.approx(400, abs=3)
    assert box_of(handle(document, 1).locator(".brush-line"))["x"] - strip["x"] == pytest.approx(600, abs=3)


@pytest.mark.parametrize("size", [(1366, 768), (360, 640)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("off", [0, 20])
def test_a_finger_drags_a_handle_that_is_44_pixels_wide(
    size: tuple[int, int], off: int, open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]}, has_touch=True)
    frame = map_frame(page)
    painted(frame)
    x, y = centre_of(handle(frame, 0).locator(".brush-cap"))
    with Fingers(page) as fingers:
        fingers.press((x + off, y))
        for step in range(1, 6):
            fingers.move((x + off + 20 * step, y))
        painted(frame)
    painted(frame)
    first, last = days_of(frame)
    assert whole_days()[0] < first < last == today()
    x, y = centre_of(handle(frame, 0).locator(".brush-cap"))
    with Fingers(page) as fingers:
        fingers.press((x - off, y))
        for step in range(1, 6):
            fingers.move((x - off - 10 * step, y))
        painted(frame)
    painted(frame)
    assert whole_days()[0] < days_of(frame)[0] < first


def test_keys_move_a_handle_by_day_month_and_to_the_ends(document: Frame) -> None:
    first, last = whole_days()
    left, right = handle(document, 0), handle(document, 1)

    def press(at: Locator, key: str, expected: tuple[date, date]) -> None:
        at.press(key)
        await_range(document, *expected)

    day = timedelta(days=1)
    press(left, "ArrowRight", (first + day, last))
    expect(document.get_by_label("Events shown", exact=True)).to_have_value("range")
    press(left, "ArrowLeft", (first, last))
    expect(document.get_by_label("Events shown", exact=True)).to_have_value(f"day {WINDOW}")
    press(left, "Shift+ArrowRight", (first.replace(month=first.month + 1), last))
    press(left, "End", (last, last))
    press(left, "Home", (first, last))
    press(right, "Home", (first, first))
    assert moment(document) == first.isoformat()
    press(right, "End", (first, last))
    expect(right).to_be_focused()
    go_to(document, DAY)
    left.press("PageDown")
    later = min(event.span.start for event in atlas().events if event.span.start.isoformat() >= DAY)
    await_moment(document, later.isoformat())


def test_tab_reaches_the_first_day_the_date_and_the_last_day_in_this_order(document: Frame) -> None:
    handle(document, 0).focus()
    document.page.keyboard.press("Tab")
    expect(thumb(document)).to_be_focused()
    document.page.keyboard.press("Tab")
    expect(handle(document, 1)).to_be_focused()


def test_a_chapter_sets_the_range_by_one_click_and_gives_it_back_by_another(document: Frame) -> None:
    chapter = next(period for period in atlas().periods if period.chapter and period.span.covers(date(2018, 4, 1)))
    assert chapter.span.last_day is not None
    band = document.locator(".period.chapter", has_text=chapter.name[:20]).first
    band.click(force=True)
    await_range(document, chapter.span.start, chapter.span.last_day)
    assert moment(document) == DAY
    assert document.evaluate("window.timemap.visibleEvents()") == event_ids(chapter.span.start, chapter.span.last_day)
    expect(band).to_have_class(re.compile("chosen"))
    document.get_by_role("button", name="All years").focus()
    band.click(force=True)
    await_range(document, *whole_days())


def test_a_double_click_and_a_button_widen_it_to_all_years_and_leave_the_date(document: Frame) -> None:
    whole = document.get_by_role("button", name="All years")
    bars = box_of(document.locator(".slider-bars"))
    ways: tuple[Callable[[], None], ...] = (
        whole.click,
        lambda: document.page.mouse.dblclick(bars["x"] + bars["width"] / 2, bars["y"] + 4),
        lambda: thumb(document).press("0"),
    )
    for widen in ways:
        set_range(document, "1 Jan 2017", "31 Dec 2018")
        expect(whole).to_be_visible()
        expect(document.get_by_label("Events shown", exact=True)).to_have_value("range")
        widen()
        await_range(document, *whole_days())
        expect(document.get_by_label("Events shown", exact=True)).to_have_value(f"day {WINDOW}")
        expect(whole).to_be_hidden()
        assert moment(document) == DAY


def test_a_part_of_the_strip_has_an_overview_that_moves_it(document: Frame) -> None:
    overview = document.get_by_role("scrollbar", name="Part shown on the timeline")
    expect(overview).to_be_hidden()
    height = box_of(document.locator("section.slider"))["height"]
    for _ in range(4):
        thumb(document).press("+")
    expect(overview).to_be_visible()
    assert box_of(document.locator("section.slider"))["height"] == pytest.approx(height, abs=1)
    part, box = document.locator(".overview-part"), box_of(overview)
    assert box_of(part)["x"] <= box_of(document.locator(".overview-moment"))["x"] <= box["x"] + box["width"]
    document.page.mouse.click(box["x"] + box["width"] - 3, box["y"] + 5)
    painted(document)
    right = box_of(part)
    assert right["x"] + right["width"] == pytest.approx(box["x"] + box["width"], abs=1)
    drag(document, centre_of(part), -300)
    assert box_of(part)["x"] == pytest.approx(right["x"] - 300, abs=2)
    expect(overview).to_have_attribute("aria-valuetext", re.compile(r"^\w+ \d{4} to \w+ \d{4}$"))
    before = box_of(part)["x"]
    overview.press("ArrowLeft")
    painted(document)
    assert box_of(part)["x"] < before
    assert moment(document) == DAY
    document.get_by_role("button", name="All years").click()
    expect(overview).to_be_hidden()


def test_a_short_range_comes_closer_so_that_it_can_be_taken_hold_of(document: Frame) -> None:
    set_range(document, "1 Oct 2019", "31 Oct 2019")
    edges = [box_of(handle(document, end).locator(".brush-line"))["x"] for end in (0, 1)]
    assert edges[1] - edges[0] > 100
    expect(document.get_by_role("scrollbar")).to_be_visible()


def test_the_wheel_is_the_page_s_unless_over_the_years_or_with_ctrl(document: Frame) -> None:
    whole = document.get_by_role("button", name="All years")
    wheels = "document.documentElement.dataset.wheels"
    document.evaluate(
        f"addEventListener('wheel', (event) => {{ {wheels} = `${{{wheels} ?? ''}}${{event.defaultPrevented}} `; }})"
    )
    page = document.page

    def turn(place: tuple[float, float], down: float, *, taken: bool) -> None:
        page.mouse.move(*place)
        page.mouse.wheel(0, down)
        painted(document)
        assert document.evaluate(wheels).split()[-1] == str(taken).lower()

    bars, years = centre_of(document.locator(".slider-bars")), centre_of(document.locator(".slider-axis"))
    turn(bars, -200, taken=False)
    expect(whole).to_be_hidden()
    turn(years, 200, taken=False)
    turn(years, -200, taken=True)
    expect(whole).to_be_visible()
    turn(years, 400, taken=True)
    turn(years, 400, taken=False)
    expect(whole).to_be_hidden()
    page.keyboard.down("Control")
    turn(bars, -200, taken=True)
    page.keyboard.up("Control")
    expect(whole).to_be_visible()


def test_at_the_ends_there_is_nothing_to_step_to_and_the_date_stays(document: Frame) -> None:
    place, voice = document.locator(".toolbar-place"), document.locator(".voice")
    onward, back = (document.get_by_role("button", name=f"{name} event") for name in ("Next", "Previous"))
    set_range(document, "1 Jan 2017", "31 Dec 2018")
    ends = [("End", onward, "No later event", "PageDown"), ("Home", back, "No earlier event", "PageUp")]
    for key, button, words, step in ends:
        set_range(document, "1 Jan 2017", "31 Dec 2018")
        end = date(2018, 12, 31)
        if key == "Home":
            first = atlas().event(event_ids(date(2017, 1, 1), end)[0])
            end = max(first.span.start, date(2017, 1, 1))
        go_to(document, end.isoformat())
        expect(voice).to_contain_text(f"{day_in_words(end)}:")  # said a little later, and may come after the next words
        expect(button).to_have_attribute("aria-disabled", "true")
        expect(place).to_have_text(words)
        day = moment(document)
        button.click(force=True)  # it is dimmed and still says why
        expect(voice).to_have_text(words)
        thumb(document).press(step)
        painted(document)
        assert moment(document) == day
    expect(onward).to_have_attribute("aria-disabled", "false")


def test_bars_say_their_categories_in_words(document: Frame) -> None:
    go_to(document, "2014-10-06")
    strip = document.locator(".slider-strip")
    x, _ = centre_of(thumb(document).locator(".thumb-grip"))
    bars = box_of(document.locator(".slider-bars"))
    document.page.mouse.move(x + 1, bars["y"] + bars["height"] - 3)
    expect(strip).to_have_attribute("title", re.compile(r"October 2014: \d+ events\n(.+ \d+, )+.+ \d+"))
    paths = "paths.filter((path) => path.getAttribute('d'))"
    fills = f"(paths) => new Set({paths}.map((path) => getComputedStyle(path).fill)).size"
    assert document.locator(".bars-known").evaluate_all(fills) == len({row.group for row in atlas().categories})


def test_the_other_day_of_a_comparison_has_no_brush(document: Frame) -> None:
    set_range(document, "2018", "2019")
    document.get_by_role("button", name="Compare").click()
    second = document.locator(".second-slider")
    expect(second.locator(".slider-strip")).to_be_visible()
    expect(second.get_by_role("slider")).to_have_count(1)
    expect(second.get_by_role("slider", name="Right date", exact=True)).to_have_count(1)
    expect(second.locator(".slider-rail")).to_have_count(0)
    strips = [box_of(strip) for strip in document.locator(".slider-strip").all()]
    assert strips[0]["x"] == pytest.approx(strips[1]["x"])
    assert strips[0]["width"] == pytest.approx(strips[1]["width"])


BAR_TOPS = """(bars) => bars.filter((bar) => bar.getAttribute("d")).map((bar) => bar.getBoundingClientRect().top)"""
FLAG_SIZES = ((1920, 1080), (1366, 768), (1280, 720), (640, 360), (320, 256), (360, 640))


@pytest.mark.parametrize("size", FLAG_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_flag_covers_neither_bars_nor_names(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]})
    frame = map_frame(page)
    strip, lanes = box_of(frame.locator(".slider-strip")), frame.locator(".slider-periods")
    for day in ("2012-07-19", "2014-10-06", "2019-10-09", "2026-01-20", today().isoformat()):
        go_to(frame, day)
        flag = box_of(frame.locator(".slider-flag"))
        tops = frame.locator(":is(.bars-known, .bars-uncertain)").evaluate_all(BAR_TOPS)
        assert tops
        assert flag["y"] + flag["height"] <= min(tops)
        assert flag["y"] >= (box_of(lanes)["y"] + box_of(lanes)["height"] if lanes.is_visible() else strip["y"])
        assert flag["x"] >= strip["x"] - 1
        assert flag["x"] + flag["width"] <= strip["x"] + strip["width"] + 1
        x = centre_of(frame.locator(".slider-strip .thumb-line"))[0]
        assert flag["x"] - 1 <= x <= flag["x"] + flag["width"] + 1


@pytest.mark.parametrize("size", [(1366, 768), (360, 640)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_flag_leaves_the_handles_of_the_range_free(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]}))
    for first, last in (("2013-01-01", "2025-12-31"), ("2017-01-01", "2018-12-31"), ("2014-10-01", "2014-10-31")):
        set_state(frame, **{"from": first, "to": last})
        for key in ("Home", "End"):
            thumb(frame).press(key)
            painted(frame)
            flag = box_of(frame.locator(".slider-flag"))
            assert 0 <= flag["x"] < flag["x"] + flag["width"] <= size[0]
            for end in (0, 1):
                cap = box_of(handle(frame, end).locator(".brush-cap"))
                assert cap["x"] + cap["width"] <= flag["x"] + 1 or flag["x"] + flag["width"] <= cap["x"] + 1


def test_days_that_are_not_known_are_tinted_and_only_uncertain_days_hatched(document: Frame) -> None:
    intervals = document.locator(".slider-unknown")
    expect(intervals).to_have_count(2)
    for interval in intervals.all():
        expect(interval).to_be_visible()
        expect(interval).to_have_css("background-image", "none")
    expect(intervals.get_by_text("last known")).to_be_visible()
    assert document.locator(".slider-strip pattern").count() == document.locator(".bars-uncertain").count()
