"""Two days lie on one map: each side shows its own, the divider and both sliders move, and the address keeps it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.areas.timeline.changes import difference
from tests.browser.app_page import await_address, settled_map
from tests.browser.map_page import await_moment, box_of, centre_of, map_frame, moment, painted, set_state, state_of
from tests.browser.waiting import await_value
from tests.project_data import areas, atlas

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Frame, Locator, Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import Export, OpenPage

LEFT, RIGHT = "2019-10-08", "2019-10-31"


@pytest.fixture
def comparison(open_page: OpenPage, export: Export) -> Frame:
    path: Path = export("--moment", LEFT, "--compare", RIGHT)
    return map_frame(open_page(path.as_uri()))


@pytest.fixture
def own_address(app_url: str, watch: Watch) -> Iterator[str]:
    """Give the page's own address, where Streamlit first looks for its server and finds none."""
    own = f"{app_url}/compare"
    yield own
    watch.forgive(f"{own}/_stcore/")


def divider(frame: Frame) -> Locator:
    return frame.get_by_role("slider", name="Divider")


def await_compared(frame: Frame, day: str | None) -> None:
    """Return as soon as the map compares with ``day``; ``None`` for no other day."""
    await_value(frame, "the day that the map compares with", "window.timemap.compare", day)


def changed() -> list[list[str]]:
    """Return the rows of the table: ways with their sizes, from whom to whom, last what did not change."""
    found = difference(areas(), date.fromisoformat(LEFT), date.fromisoformat(RIGHT))
    names, rows = atlas().names, []
    for way, whole in found.by_handover().items():
        rows.append([atlas().handover_name(way), f"{whole:,.0f}"])
        moves = sorted((row for row in found.transfers if row.handover is way), key=lambda row: -row.km2)
        for row in moves:
            sides = [names.on(row.origin, found.first), names.on(row.target, found.second)]
            rows.append([*sides, f"{row.km2:,.0f}"])
    rows.append(["No change", f"{sum(found.kept.values()):,.0f}"])
    same = sorted(found.kept.items(), key=lambda row: -row[1])
    return rows + [[names.on(holder, found.second), f"{km2:,.0f}"] for holder, km2 in same]


def test_the_panel_says_what_changed(comparison: Frame) -> None:
    rows = comparison.locator(".compare-table tbody tr")
    expected = changed()
    found = difference(areas(), date.fromisoformat(LEFT), date.fromisoformat(RIGHT))
    total = sum(row.km2 for row in found.transfers)
    expect(comparison.get_by_role("heading", name="Land that changed hands")).to_have_text(
        f"Land that changed hands{total:,.0f} km²"
    )
    expect(rows).to_have_count(len(expected))
    told = [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in rows.all()]
    assert told == expected
    starts = [event.span.start.isoformat() for event in atlas().events]
    between = sum(LEFT < start <= RIGHT for start in starts)
    expect(comparison.locator(".compare h3")).to_have_text(f"{between} events between the two dates")


def test_names_and_what_is_said_of_a_day_keep_clear_of_the_dates_at_the_divider(
    open_page: OpenPage, document_path: Path
) -> None:
    address = f"{document_path.as_uri()}#moment=2016-08-12&compare=2019-11-01"
    frame = map_frame(open_page(address, viewport={"width": 360, "height": 640}))
    plates = frame.locator(".divider-day")
    expect(plates.first).to_have_text("12 Aug 2016")
    painted(frame)
    stage = box_of(frame.locator(".leaflet-container"))
    names = frame.evaluate("window.timemap.names()")
    assert "callout" in {name["kind"] for name in names}
    for plate in map(box_of, plates.all()):
        left, top = plate["x"] - stage["x"], plate["y"] - stage["y"]
        right, bottom = left + plate["width"], top + plate["height"]
        over = [box for box in (name["box"] for name in names) if box[0] < right and box[2] > left]
        assert [box for box in over if box[1] < bottom and box[3] > top] == []
    set_state(frame, compare="2026-11-01")
    notice = frame.locator(".map-notice")
    expect(notice).to_contain_text("Right date: Areas as last known on")
    lower = box_of(notice)["y"] + box_of(notice)["height"]
    assert min(plate["y"] for plate in map(box_of, plates.all())) >= lower


def test_time_runs_on_in_the_panel_whichever_side_is_the_later(comparison: Frame) -> None:
    panel = comparison.get_by_role("table", name="What changed")
    told = panel.inner_text()
    swapped = {"moment": RIGHT, "compare": LEFT}
    comparison.evaluate("(state) => window.postMessage({ type: 'timemap:set', state }, '*')", swapped)
    expect(comparison.get_by_role("textbox", name="Left date")).to_have_value("31 Oct 2019")
    expect(comparison.get_by_role("textbox", name="Right date")).to_have_value("8 Oct 2019")
    assert panel.inner_text() == told


def test_the_legend_explains_hatching_once(comparison: Frame) -> None:
    comparison.get_by_role("button", name="Legend").click()
    expect(comparison.locator(".legend").get_by_text("Weak evidence", exact=True)).to_be_visible()
    expect(comparison.locator(".legend .swatch-weak")).to_have_count(1)


def test_the_sides_differ_and_the_divider_moves_by_mouse_and_keys(comparison: Frame) -> None:
    expect(comparison.locator(".divider-left")).to_have_text("8 October 2019")
    expect(comparison.locator(".divider-right")).to_have_text("31 October 2019")
    painted(comparison)
    x, y = centre_of(comparison.locator(".divider-grip"))
    buttons, stage = (box_of(comparison.locator(part)) for part in (".leaflet-control-zoom", ".stage"))
    free = (stage["x"] + stage["width"]) - (buttons["x"] + buttons["width"])
    assert abs((x - buttons["x"] - buttons["width"]) - free / 2) < free / 10  # about as much is seen of either day
    page = comparison.page
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 200, y, steps=4)
    page.mouse.up()
    painted(comparison)
    assert abs(centre_of(comparison.locator(".divider-grip"))[0] - (x - 200)) < 2
    divider(comparison).focus()
    page.keyboard.press("End")
    painted(comparison)
    expect(divider(comparison)).to_have_attribute("aria-valuenow", "98")
    comparison.get_by_role("button", name="Move the divider left").click()
    expect(divider(comparison)).to_have_attribute("aria-valuenow", "88")
    comparison.get_by_role("button", name="Move the divider right").click()
    expect(divider(comparison)).to_have_attribute("aria-valuenow", "98")
    assert moment(comparison) == LEFT


def test_each_day_has_its_slider(comparison: Frame) -> None:
    for name, day in (("Left date", LEFT), ("Right date", RIGHT)):
        slider = comparison.get_by_role("slider", name=name, exact=True)
        expect(slider).to_have_attribute("aria-valuenow", str((date.fromisoformat(day) - date(1970, 1, 1)).days))
    comparison.get_by_role("slider", name="Right date", exact=True).focus()
    comparison.page.keyboard.press("ArrowUp")
    await_compared(comparison, "2019-11-01")
    expect(comparison.locator(".divider-right")).to_have_text("1 November 2019")
    assert moment(comparison) == LEFT


@pytest.mark.parametrize("size", [(1366, 768), (360, 640), (640, 360)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_each_slider_says_which_day_it_moves(size: tuple[int, int], open_page: OpenPage, export: Export) -> None:
    path = export("--moment", LEFT, "--compare", RIGHT)
    page = open_page(path.as_uri(), viewport={"width": size[0], "height": size[1]})
    frame = map_frame(page)
    painted(frame)
    names = frame.locator(".flag-name")
    expect(names).to_have_text(["Left date", "Right date"])
    for at, name in enumerate(("Left date", "Right date")):
        strip = page.get_by_role("region", name=f"{name} slider").locator(".slider-strip")
        strip.scroll_into_view_if_needed()
        label, room = box_of(frame.locator(".slider-flag").nth(at)), box_of(strip)
        assert room["y"] <= label["y"] < label["y"] + label["height"] <= room["y"] + room["height"]
        assert label["x"] >= 0
        assert label["x"] + label["width"] <= size[0]
    frame.evaluate("window.timemap.set({ compare: null })")
    expect(names.first).to_be_empty()
    expect(page.get_by_role("slider", name="Date", exact=True)).to_have_count(1)


def test_comparing_ends_where_it_began(comparison: Frame) -> None:
    comparison.get_by_role("button", name="Stop comparing").click()
    await_compared(comparison, None)
    painted(comparison)
    expect(divider(comparison)).to_be_hidden()
    expect(comparison.get_by_role("slider", name="Right date")).to_be_hidden()
    assert comparison.locator(".leaflet-areas-pane").evaluate("(pane) => pane.style.clipPath") == ""


def test_the_address_keeps_the_comparison(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?moment={LEFT}")
    frame = settled_map(page)
    frame.get_by_role("button", name="Compare").click()
    frame.locator(".compare-day input").last.fill(RIGHT)
    frame.locator(".compare-day input").last.press("Enter")
    await_address(page, "compare", RIGHT)
    page.reload()
    frame = settled_map(page)
    await_moment(frame, LEFT)
    await_compared(frame, RIGHT)
    expect(frame.locator(".divider-left")).to_have_text("8 October 2019")
    expect(frame.locator(".divider-right")).to_have_text("31 October 2019")


def test_a_range_of_one_day_gives_way_to_all_years(open_page: OpenPage, document_path: Path) -> None:
    frame = map_frame(open_page(f"{document_path.as_uri()}#from={LEFT}&to={LEFT}"))
    frame.get_by_role("button", name="Compare").click()
    await_value(frame, "whether two days are compared", "window.timemap.compare > window.timemap.moment", value=True)
    assert moment(frame) == LEFT
    assert state_of(frame)["from"] == atlas().events[0].start.isoformat()


def test_two_days_that_are_the_same_are_said_to_be(comparison: Frame) -> None:
    set_state(comparison, compare=LEFT)
    panel = comparison.get_by_role("region", name="Two days compared")
    expect(panel.get_by_text("Both days are the same.")).to_be_visible()
    expect(panel.get_by_role("heading", name="Land that changed hands")).to_be_hidden()
    expect(panel.get_by_role("heading", name="between the two dates")).to_have_count(0)
    set_state(comparison, compare=RIGHT)
    expect(panel.get_by_role("heading", name="Land that changed hands")).to_be_visible()
    expect(panel.get_by_role("table", name="What changed")).to_be_visible()


def turn_to(page: Page, name: str) -> Frame:
    """Press the link to a page with a map, and return its frame when the page is complete."""
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("link", name=name, exact=True)).to_have_attribute("aria-current", "page")
    return settled_map(page)


def test_who_looks_at_the_days_offered_comes_back_to_their_own(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?moment=2015-01-26&to=2020-12-31&mode=day")
    before = state_of(settled_map(page))
    frame = turn_to(page, "Compare")
    await_value(frame, "whether two days are compared", "window.timemap.compare !== null", value=True)
    assert moment(frame) != "2015-01-26"
    frame.get_by_role("button", name="Stop comparing").click()
    await_address(page, "compare", "")
    frame = turn_to(page, "Map")
    await_moment(frame, "2015-01-26")
    await_address(page, "moment", "2015-01-26")
    await_value(frame, "the state of the map", "window.timemap.state", before)


def test_who_chooses_days_takes_them_to_the_map(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?moment=2015-01-26")
    settled_map(page)
    frame = turn_to(page, "Compare")
    set_state(frame, compare="2018-03-25")
    await_address(page, "compare", "2018-03-25")
    expect(page.get_by_text("25 March 2018").first).to_be_visible()
    first = moment(frame)
    frame = turn_to(page, "Map")
    await_compared(frame, "2018-03-25")
    assert moment(frame) == first


def test_an_ended_comparison_stays_ended_after_a_reload(open_page: OpenPage, own_address: str) -> None:
    page = open_page(own_address)
    frame = settled_map(page)
    frame.get_by_role("button", name="Stop comparing").click()
    await_address(page, "compare", "")
    page.reload()
    frame = settled_map(page)
    expect(page.get_by_text("The map shows one day.")).to_be_visible()
    await_compared(frame, None)
    expect(divider(frame)).to_be_hidden()
    expect(frame.get_by_role("alert")).to_be_hidden()
    await_address(page, "compare", "")


def test_the_map_tells_land_that_was_taken_from_land_that_was_joined(comparison: Frame) -> None:
    told = comparison.get_by_text("Solid outlines mark land that was taken")
    expect(told).to_be_hidden()
    painted(comparison)
    before = comparison.page.screenshot()
    comparison.get_by_label("Outline what changed").check()
    expect(told).to_be_visible()
    painted(comparison)
    assert comparison.locator(".leaflet-changes-pane canvas").count() == 1
    assert comparison.page.screenshot() != before


THUMB = 24
"""CSS pixels that the thumb of a slider is wide."""

SIZES = [(1280, 720), (1366, 768), (360, 640)]


def cut_off(table: Locator, width: str = "") -> list[str]:
    """Return the cells of a table that reach out of their row, or out of what the table can be seen in.

    Args:
        table: the table.
        width: how wide it is made for that; as wide as it is where this is empty.
    """
    found: list[str] = table.evaluate(
        """(table, width) => {
          if (width) Object.assign(table.style, { display: "table", inlineSize: width, maxInlineSize: "none" });
          const room = [];
          for (let node = table; node; node = node.parentElement) {
            const clips = getComputedStyle(node).overflowX !== "visible";
            if (node === table || clips) room.push(node.getBoundingClientRect());
          }
          const left = Math.max(0, ...room.map((box) => box.left));
          const right = Math.min(innerWidth, ...room.map((box) => box.right));
          const cells = [...table.querySelectorAll("th, td")].filter((cell) => cell.textContent.trim() !== "");
          return cells.filter((cell) => {
            const range = document.createRange();
            range.selectNodeContents(cell);
            const words = range.getBoundingClientRect();
            const end = Math.min(right, cell.getBoundingClientRect().right);
            return words.left < left - 0.5 || words.right > end + 0.5;
          }).map((cell) => cell.textContent);
        }""",
        width,
    )
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_and_no_number_of_what_changed_is_cut_off(
    size: tuple[int, int], open_page: OpenPage, own_address: str
) -> None:
    asked = f"{own_address}?moment=2016-08-12&compare=2019-11-01"
    page = open_page(asked, viewport={"width": size[0], "height": size[1]})
    frame = settled_map(page)
    opener = frame.locator(".panel-shut")
    if opener.is_visible():
        opener.click()
    panel = frame.get_by_role("table", name="What changed")
    expect(panel.get_by_role("columnheader", name="km²")).to_be_visible()
    assert cut_off(panel) == []
    below = page.locator(".st-key-what-changed .stMarkdown table")
    expect(below.get_by_role("columnheader", name="km²")).to_be_visible()
    assert not overlapping(page)
    below.scroll_into_view_if_needed()
    assert cut_off(below) == []
    assert cut_off(below, "4000px") != []
    expect(page.get_by_role("button", name="Back to map")).to_be_visible()
    assert not overlapping(page)


HEAD = "[data-testid=stExpandSidebarButton], [data-testid=stMainMenuButton], .st-key-jumpbuttons"
"""What can be pressed in the head of a page, beside the names of the pages."""


def overlapping(page: Page) -> bool:
    """Return whether things to press in the head lie over each other."""
    boxes = [box for part in page.locator(HEAD).all() if (box := part.bounding_box())]
    assert boxes
    ends = sorted((box["x"], box["x"] + box["width"]) for box in boxes)
    return any(left < end for (_, end), (left, _) in pairwise(ends))


@pytest.mark.parametrize("size", [*SIZES, (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_two_fields_of_days_are_left_and_the_legend_keeps_off_both_days(
    size: tuple[int, int], open_page: OpenPage, export: Export
) -> None:
    path = export("--moment", LEFT)
    page = open_page(path.as_uri(), viewport={"width": size[0], "height": size[1]})
    frame = map_frame(page)
    painted(frame)
    set_state(frame, compare=RIGHT)
    expect(frame.locator(".divider-grip")).to_be_visible()
    painted(frame)
    legend = box_of(frame.get_by_role("button", name="Legend"))
    assert legend["width"] * legend["height"] < 0.02 * size[0] * size[1]
    expect(frame.locator(".legend-body")).to_be_hidden()
    opener = frame.locator(".panel-shut")
    if opener.is_visible():
        opener.click()
    fields = frame.locator(".dayfield-input:visible")
    expect(fields).to_have_count(2)
    labels = [field.get_attribute("aria-label") for field in fields.all()]
    assert labels == ["Left date", "Right date"]
    fields.last.fill("soon")
    fields.last.press("Enter")
    expect(frame.get_by_role("alert").filter(has_text="is not a date")).to_be_visible()
    assert frame.locator(".panel").evaluate("(panel) => panel.scrollWidth <= panel.clientWidth")


def covered(frame: Frame) -> list[tuple[str, str]]:
    """Return the days at the divider that lie over a button of the map, or under one."""
    found = []
    for day in (".divider-left", ".divider-right"):
        for name in (".leaflet-control-zoom", ".panel-shut"):
            button = frame.locator(name)
            if button.is_visible():
                one, other = box_of(frame.locator(day)), box_of(button)
                beside = one["x"] >= other["x"] + other["width"] or one["x"] + one["width"] <= other["x"]
                below = one["y"] >= other["y"] + other["height"]
                found += [] if beside or below else [(day, name)]
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_both_days_stand_at_the_head_of_the_divider_clear_of_the_buttons(
    size: tuple[int, int], open_page: OpenPage, export: Export
) -> None:
    path = export("--moment", "2014-12-23", "--compare", "2014-12-29")
    page = open_page(path.as_uri(), viewport={"width": size[0], "height": size[1]})
    frame = map_frame(page)
    painted(frame)
    left, right = (box_of(frame.locator(f".divider-{side}")) for side in ("left", "right"))
    middle, _ = centre_of(frame.locator(".divider-grip"))
    stage = box_of(frame.locator(".stage"))
    assert left["y"] == right["y"] < stage["y"] + (60 if size[0] < 420 else 20)  # on a telephone below the buttons
    assert left["x"] + left["width"] <= middle <= right["x"]
    assert covered(frame) == []
    opener = frame.locator(".panel-shut")
    if opener.is_visible():
        opener.click()
        expect(opener).to_have_text("Hide events")
        painted(frame)
        assert covered(frame) == []
        expect(frame.get_by_role("button", name="Legend")).to_be_hidden()


def test_the_days_that_are_compared_first_are_told_apart_on_the_strip(open_page: OpenPage, own_address: str) -> None:
    page = open_page(own_address, viewport={"width": 1280, "height": 720})
    frame = settled_map(page)
    expect(frame.locator(".divider-grip")).to_be_visible()
    thumbs = [box_of(frame.get_by_role("slider", name=f"{side} date", exact=True)) for side in ("Left", "Right")]
    assert thumbs[1]["x"] - thumbs[0]["x"] > 3 * THUMB
