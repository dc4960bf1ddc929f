"""One map lives through everything that the page does; moving its date tells the server nothing before the release."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from geodata.dates.span import DAY
from geodata.dates.wording import day_in_words
from tests.browser.app_page import (
    Traffic,
    Wire,
    around,
    at_rest,
    await_address,
    await_events,
    settled_map,
    unfold,
)
from tests.browser.expected import LATEST, event_ids
from tests.browser.map_page import (
    FRAME,
    await_moment,
    box_of,
    centre_of,
    grip,
    moment,
    painted,
    set_state,
    thumb,
)
from tests.browser.waiting import await_truth, await_value
from tests.project_data import atlas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Frame, Page, WebSocket

    from tests.browser.conftest import OpenPage

ON_NOTHING = (8, 22)
"""A point in the head of the page where there is nothing to press, in pixels."""

COUNT_RUNS = """() => {
  window.ended = 0;
  addEventListener("message", ({ data }) => {
    window.ended += data?.type === "SCRIPT_RUN_STATE_CHANGED" && data.scriptRunState === "notRunning" ? 1 : 0;
  });
}"""
"""Counts the runs that end from now on, as Streamlit tells it; a run may be over before the page is drawn.

One that was under way before may be the first to end.
"""

DOCUMENT_SIZE = 500_000
"""Characters; every document is larger, and no message should be."""


def changes() -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Give changes of range and filters, some of each kind, each with the events that must be seen after it."""
    everything = event_ids()
    for words in ("kobane", "zzzz", ""):
        yield {"words": words}, event_ids(words=words)
    for chapter in [period for period in atlas().periods if period.chapter][:2]:
        last = chapter.last_day or LATEST
        yield {"from": str(chapter.start), "to": str(chapter.last_day or "")}, event_ids(chapter.start, last)
    yield {"from": None, "to": None, "mode": "range"}, everything
    first, second = (row.id for row in atlas().categories[:2])
    party = atlas().parties[0].id
    yield {"categories": [first]}, event_ids(categories=[first])
    yield {"categories": [first, second]}, event_ids(categories=[first, second])
    yield {"categories": [second], "parties": [party]}, event_ids(categories=[second], parties=[party])


def test_the_map_lives_through_changes_of_range_and_filters(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?mode=range")
    frame = settled_map(page)
    node = page.locator(FRAME).element_handle()
    frame.evaluate("() => { window.mark = 'the same'; }")
    for change, ids in changes():
        set_state(frame, **change)
        await_events(frame, ids)
    at_rest(page)
    assert page.locator(FRAME).count() == 1
    assert node.evaluate("(node) => node.isConnected")
    assert frame.evaluate("window.mark") == "the same"
    assert page.locator(FRAME).element_handle().evaluate("(one, other) => one === other", node)


def test_the_map_does_not_hang_on_what_streamlit_may_leave_out_of_a_run(open_page: OpenPage, app_url: str) -> None:
    """Streamlit leaves out what belongs to a fragment when that is asked for before the run around it was sent."""
    left_out: list[str] = []

    def of_a_fragment(message: ForwardMsg) -> bool:
        if message.delta.fragment_id:
            left_out.append(message.delta.fragment_id)
        return bool(message.delta.fragment_id)

    page = open_page("about:blank")
    wire = Wire()
    wire.attach(page)
    page.goto(app_url)
    frame = settled_map(page)
    node = page.locator(FRAME).element_handle()
    wire.leaves_out = of_a_fragment
    page.evaluate(COUNT_RUNS)
    set_state(frame, words="kobane")
    await_address(page, "words", "kobane")
    for run in count(1):
        await_truth(page, f"run {run} of the script to end", f"() => window.ended >= {run}", instead="window.ended")
        if left_out:
            break
    wire.leaves_out = Wire().leaves_out
    set_state(frame, mode="range")
    await_events(frame, event_ids(words="kobane"))
    await_address(page, "mode", "range")
    assert node.evaluate("(node) => node.isConnected")


def test_the_document_is_fetched_once_and_never_sent_through_the_session(open_page: OpenPage, app_url: str) -> None:
    page = open_page("about:blank")
    traffic = Traffic()
    traffic.attach(page)
    page.goto(app_url)
    frame = settled_map(page)
    set_state(frame, words="kobane")
    await_address(page, "words", "kobane")
    frame.evaluate("window.timemap.goTo('2015-01-26')")
    await_address(page, "moment", "2015-01-26")
    at_rest(page)
    assert fetched(page) == [True]
    page.get_by_role("link", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Compare two days")).to_be_visible()
    settled_map(page)
    assert fetched(page) == [True, False]
    assert max(traffic.received) < DOCUMENT_SIZE


def fetched(page: Page) -> list[bool]:
    """Return of each time that a document was asked for whether it came over the network."""
    sizes = """performance.getEntriesByType("resource")
      .filter(({ name, initiatorType }) => initiatorType === "iframe" && name.includes("/map/"))
      .map(({ transferSize }) => transferSize > 0)"""
    return list(page.evaluate(sizes))


def test_what_is_around_the_map_waits_for_it_but_not_for_ever(open_page: OpenPage, app_url: str) -> None:
    page = open_page("about:blank")
    order: list[str] = []

    def hear(payload: str | bytes) -> None:
        label = ForwardMsg.FromString(payload).delta.new_element.selectbox.label if isinstance(payload, bytes) else ""
        order.extend([label] if label else [])

    def watch_wire(socket: WebSocket) -> None:
        socket.on("framesent", lambda _: order.append("asked for a run"))
        socket.on("framereceived", hear)

    page.on("websocket", watch_wire)
    page.context.add_init_script("if (window !== window.top) window.parent = { postMessage() {} };")
    page.goto(app_url)
    expect(around(page)).to_be_visible()  # a map of which nothing is heard does not keep it away
    assert order == ["asked for a run", "asked for a run", "Download and share"]  # it came with the second


def test_nothing_is_sent_while_the_date_is_dragged(open_page: OpenPage, app_url: str) -> None:
    page = open_page("about:blank")
    traffic = Traffic()
    traffic.attach(page)
    page.goto(app_url)
    frame = settled_map(page)
    x, y = centre_of(grip(frame))
    page.mouse.move(x, y)
    before = len(traffic.sent)
    assert before > 0
    page.mouse.down()
    for step in range(1, 41):
        page.mouse.move(x + 5 * step, y)
        painted(frame)
    assert len(traffic.sent) == before
    reached = moment(frame)
    assert reached > atlas().setting("opening-moment")
    with traffic.sockets[-1].expect_event("framesent"):
        page.mouse.up()
    await_address(page, "moment", reached)
    assert len(traffic.sent) == before + 1


def test_nothing_is_sent_while_time_plays(open_page: OpenPage, app_url: str) -> None:
    page = open_page("about:blank")
    traffic = Traffic()
    traffic.attach(page)
    page.goto(app_url)
    frame = settled_map(page)
    before = len(traffic.sent)
    frame.get_by_role("button", name="Play").click()
    await_later(frame, "2014-10-16")
    assert len(traffic.sent) == before
    with traffic.sockets[-1].expect_event("framesent"):
        frame.get_by_role("button", name="Pause").click()
    await_address(page, "moment", moment(frame))
    assert len(traffic.sent) == before + 1


@pytest.mark.parametrize("name", ["Map", "Compare"])
def test_a_link_is_followed_though_the_map_tells_something_in_the_same_moment(
    name: str, open_page: OpenPage, app_url: str
) -> None:
    """Streamlit sends what was told a little later, and names the page that it still shows."""
    page = open_page(app_url)
    frame = settled_map(page)
    if name != "Map":
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", name="Compare", level=1)).to_be_visible()
        frame = settled_map(page)
    for _ in range(3):
        before = frame.evaluate("window.timemap.state.zoom")
        frame.get_by_role("button", name="Zoom in").click()
        await_truth(frame, "a closer view", "(before) => window.timemap.state.zoom > before + 0.5", before)
        painted(frame)
        zoom = frame.evaluate("window.timemap.state.zoom")
        await_value(page, "the zoom in the address", "Number(new URLSearchParams(location.search).get('zoom'))", zoom)
        link = page.get_by_role("link", name="Territory in numbers", exact=True).element_handle()
        page.locator(FRAME).evaluate(
            "(frame, link) => { frame.dispatchEvent(new FocusEvent('blur')); link.click(); }", link
        )
        expect(page.get_by_role("heading", name="Territory in numbers", level=1)).to_be_visible()
        at_rest(page)
        page.get_by_role("link", name=name, exact=True).click()
        frame = settled_map(page)


def test_the_moment_survives_a_change_of_the_filters(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    frame.evaluate("window.timemap.goTo('2019-10-09')")
    await_address(page, "moment", "2019-10-09")
    set_state(frame, words="kobane")
    await_address(page, "words", "kobane")
    at_rest(page)
    assert moment(frame) == "2019-10-09"


def test_the_moment_moves_into_a_range_that_leaves_it_out(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?moment=2014-08-01")
    frame = settled_map(page)
    assert moment(frame) == "2014-08-01"
    start = atlas().periods[chapter_after(date(2016, 1, 1))].start
    set_state(frame, **{"from": start.isoformat()})
    await_moment(frame, start.isoformat())
    expect(frame.locator(".flag-date")).to_have_text(day_in_words(start))


def test_keys_pressed_anywhere_on_the_page_move_the_map(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    first = moment(frame)
    page.keyboard.press("ArrowRight")
    await_moment(frame, str(date.fromisoformat(first) + DAY))
    page.mouse.click(*ON_NOTHING)
    page.keyboard.press("ArrowLeft")
    await_moment(frame, first)
    page.keyboard.press("PageDown")
    expect(frame.get_by_role("region", name="Selected event")).to_be_visible()
    page.keyboard.press("End")
    await_later(frame, "2026-01-01")
    page.keyboard.press("Home")
    await_moment(frame, atlas().events[0].start.isoformat())
    page.keyboard.press("Space")
    expect(frame.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press("Space")
    expect(frame.get_by_role("button", name="Play")).to_be_visible()
    assert page.locator('[data-testid="stMain"]').evaluate("(main) => main.scrollTop") == 0
    page.keyboard.press("?")
    keys = frame.get_by_role("dialog", name="Keyboard shortcuts")
    expect(keys).to_be_visible()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    await_truth(frame, "the focus to leave the dialog", "() => document.activeElement === document.body")
    page.keyboard.press("?")
    keys.get_by_role("button", name="Close").click()
    expect(keys).to_be_hidden()


def test_full_screen_is_reached_and_left_from_the_page(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    page.keyboard.press("f")
    await_value(page, "whether the map fills the screen", "document.fullscreenElement !== null", value=True)
    frame.locator(".list-heading").click()
    page.keyboard.press("f")
    await_value(page, "whether the map fills the screen", "document.fullscreenElement !== null", value=False)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_keys_stay_where_the_focus_needs_them(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    unfold(page, page.get_by_text("Table of"))
    expect(page.get_by_test_id("data-grid-canvas")).to_be_visible()
    first = moment(frame)
    places = (
        page.get_by_role("combobox", name="Download and share"),
        page.get_by_role("button", name="Download file", exact=True),
        page.get_by_test_id("data-grid-canvas"),
    )
    for place in places:
        place.focus()
        for key in ("ArrowRight", "End", "PageDown"):
            page.keyboard.press(key)
    page.keyboard.press("Escape")
    page.mouse.click(*ON_NOTHING)
    for held in ("Control", "Alt", "Meta"):
        page.keyboard.press(f"{held}+End")
    page.locator(FRAME).scroll_into_view_if_needed()  # a map out of sight is not drawn
    painted(frame)
    assert moment(frame) == first


@pytest.mark.parametrize("size", [(360, 640), (768, 1024), (1920, 1080)])
def test_the_map_fits_the_screen(size: tuple[int, int], open_page: OpenPage, app_url: str) -> None:
    width, height = size
    page = open_page(app_url, viewport={"width": width, "height": height})
    frame = settled_map(page)
    box = page.locator(FRAME).bounding_box()
    assert box is not None
    assert box["width"] <= width
    assert box["height"] <= height
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")
    slider = box_of(thumb(frame))
    assert slider["y"] + slider["height"] <= height


@pytest.mark.parametrize("size", [(640, 360), (320, 256)])
def test_on_a_low_screen_the_page_scrolls_and_the_frame_does_not(
    size: tuple[int, int], open_page: OpenPage, app_url: str
) -> None:
    width, height = size
    page = open_page(app_url, viewport={"width": width, "height": height})
    frame = settled_map(page)
    assert box_of(page.locator(FRAME))["height"] <= height
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for part in (frame.get_by_role("button", name="Zoom in"), thumb(frame)):
        part.scroll_into_view_if_needed()
        box = box_of(part)
        assert 0 <= box["y"] <= height - box["height"]


def await_later(frame: Frame, day: str) -> None:
    """Return as soon as the map shows a day after ``day``."""
    later = "(day) => window.timemap.moment > day"
    await_truth(frame, "a day of the map after", later, day, instead="window.timemap.moment")


def chapter_after(day: date) -> int:
    """Return the row of the first chapter that starts after ``day``."""
    return next(row for row, period in enumerate(atlas().periods) if period.chapter and period.start > day)


def test_the_server_sends_all_that_it_shows_and_refers_to_nothing_sent_before(
    open_page: OpenPage, app_url: str
) -> None:
    named: list[str] = []

    def is_reference(message: ForwardMsg) -> bool:
        if message.WhichOneof("type") == "ref_hash":
            named.append(message.ref_hash)
        return False

    page = open_page("about:blank")
    Wire(is_reference).attach(page)
    page.goto(app_url)
    settled_map(page)
    for name in ("Sources and terms", "Map", "Sources and terms", "Map"):
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("link", name=name, exact=True)).to_have_attribute("aria-current", "page")
        at_rest(page)
    settled_map(page)
    assert not named
