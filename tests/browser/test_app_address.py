"""The address is the state: it comes back after a reload, elsewhere too; what is wrong in it is ignored and said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser.app_page import Wire, address, at_rest, await_address, await_events, choose_option, settled_map
from tests.browser.expected import event_ids
from tests.browser.map_page import (
    FRAME,
    await_moment,
    centre_of,
    map_frame,
    moment,
    painted,
    set_state,
    state_of,
    visible_events,
)
from tests.browser.waiting import await_value
from tests.project_data import atlas
from timemap.exports.formats import format_by_id

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage


def seen(page: Page) -> dict[str, Any]:
    """Return what a person sees of the state."""
    frame = settled_map(page)
    expect(frame.locator(".list-heading")).to_be_visible()
    return {
        "address": address(page),
        "state": {name: value for name, value in state_of(frame).items() if name not in {"lat", "lon", "zoom"}},
        "events": visible_events(frame),
        "card": frame.get_by_role("region", name="Selected event").get_by_role("heading", level=2).all_inner_texts(),
        "table": page.get_by_text("Table of").all_inner_texts(),
    }


def test_a_reload_and_another_browser_show_the_same(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    chapter = next(period for period in atlas().periods if period.chapter)
    set_state(frame, **{"from": str(chapter.start), "to": str(chapter.last_day)}, categories=["battle"], words="kobane")
    await_address(page, "words", "kobane")
    set_state(frame, mode="until")
    await_address(page, "mode", "until")
    event = event_ids(chapter.start, chapter.last_day or chapter.start, words="kobane", categories=["battle"])[0]
    frame.evaluate("(id) => { window.timemap.select(id); }", event)
    await_address(page, "event", event)
    frame.page.keyboard.press("PageDown")
    await_value(
        page, "the event in the address", f"new URLSearchParams(location.search).get('event') !== '{event}'", value=True
    )
    before = seen(page)
    assert before["card"]
    assert before["address"].keys() >= {"to", "categories", "words", "mode", "event"}
    page.reload()
    assert seen(page) == before
    assert seen(open_page(page.url)) == before


def test_three_filters_set_within_a_second_are_all_in_the_address(open_page: OpenPage, app_url: str) -> None:
    page, frame, wire = held(open_page, app_url)
    set_state(frame, categories=["battle"])
    set_state(frame, words="kobane")
    set_state(frame, to="2015-01-26")
    wanted = {"to": "2015-01-26", "categories": "battle", "words": "kobane"}
    for name, value in wanted.items():
        await_address(page, name, value)
    wire.release()
    at_rest(page)
    assert address(page) == wanted
    await_events(frame, event_ids(last=date(2015, 1, 26), words="kobane", categories=["battle"]))


def test_the_part_of_the_map_that_its_reader_moved_to_is_in_the_address(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    assert address(page) == {}
    frame.get_by_role("button", name="Zoom in").click()
    await_value(
        page, "whether the zoom is in the address", "new URLSearchParams(location.search).has('zoom')", value=True
    )
    at_rest(page)
    there = {name: state_of(frame)[name] for name in ("lat", "lon", "zoom")}
    assert {name: float(value) for name, value in address(page).items()} == there
    other = settled_map(open_page(page.url, viewport={"width": 1280, "height": 720}))
    again = state_of(other)
    assert abs(again["lat"] - there["lat"]) < 0.02
    assert abs(again["zoom"] - there["zoom"]) < 0.3


def test_a_link_to_an_event_opens_on_a_day_that_shows_it(open_page: OpenPage, app_url: str) -> None:
    event = atlas().event(event_ids()[-20])
    frame = settled_map(open_page(f"{app_url}/?event={event.id}&to=2015-01-26"))
    assert event.id in visible_events(frame)
    card = frame.get_by_role("region", name="Selected event")
    assert card.get_by_role("heading", level=2).inner_text() == event.title


def test_what_is_wrong_in_an_address_is_ignored_and_said(open_page: OpenPage, app_url: str) -> None:
    wrong = {
        "moment": "2014-13-45",
        "from": "2030-01-01",
        "categories": "nonsense",
        "mode": "sometimes",
        "event": "<script>alert(1)</script>",
        "language": "xx",
        "window": "-5",
        "momnet": "2015-01-26",
    }
    good = seen(open_page(app_url))
    page = open_page(f"{app_url}/?" + "&".join(f"{name}={value}" for name, value in wrong.items()))
    after = seen(page)
    assert after | {"address": {}} == good
    assert after["address"] == {"momnet": "2015-01-26"}  # what is not the map's own is left where it is
    notice = map_frame(page).get_by_role("alert")
    said = notice.get_by_role("listitem").all_inner_texts()
    for name, value in wrong.items():
        assert any(f'"{name}"' in line and (value in line or "does not know" in line) for line in said), name
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_be_hidden()


def test_an_address_that_came_by_mail_is_understood(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?from=2014-07-01&amp;moment=2015-01-26&amp;categories=battle")
    frame = settled_map(page)
    assert (moment(frame), state_of(frame)["categories"]) == ("2015-01-26", ["battle"])
    expect(frame.get_by_role("alert")).to_be_hidden()
    await_address(page, "moment", "2015-01-26")
    assert address(page) == {"from": "2014-07-01", "moment": "2015-01-26", "categories": "battle"}


def test_an_address_longer_than_any_link_is_survived(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?words={'x' * 3000}")
    frame = settled_map(page)
    expect(frame.get_by_role("alert")).to_contain_text("at most 200 characters")


def test_an_address_made_with_other_data_says_so_until_something_else_is_chosen(
    open_page: OpenPage, app_url: str
) -> None:
    page = open_page(f"{app_url}/?words=kobane&version=0a1b2c3d4e")
    frame = settled_map(page)
    expect(frame.get_by_role("alert")).to_contain_text("it was version 0a1b2c3d4e")
    assert address(page) == {"words": "kobane", "version": "0a1b2c3d4e"}
    set_state(frame, words="raqqa")
    await_address(page, "words", "raqqa")
    assert address(page) == {"words": "raqqa"}


def test_going_back_takes_the_last_change_back(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    all_events = visible_events(frame)
    set_state(frame, words="zzzz")
    await_events(frame, [])
    await_address(page, "words", "zzzz")
    page.go_back()
    await_events(frame, all_events)
    at_rest(page)
    assert address(page) == {}
    assert page.locator(FRAME).count() == 1
    page.go_forward()
    await_events(frame, [])
    await_address(page, "words", "zzzz")


def test_twenty_days_walked_are_one_step_and_each_filter_is_one(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    start, length = moment(frame), "history.length"
    steps = page.evaluate(length)
    set_state(frame, categories=["battle"])
    await_address(page, "categories", "battle")
    assert page.evaluate(length) == steps + 1
    for _ in range(20):
        page.keyboard.press("ArrowRight")
        at_rest(page)
    await_address(page, "moment", "2014-10-26")
    assert page.evaluate(length) == steps + 2
    page.go_back()
    await_moment(frame, start)
    await_address(page, "categories", "battle")
    page.go_back()
    await_address(page, "categories", None)
    assert state_of(frame)["categories"] == []


def test_a_change_taken_back_at_once_is_taken_back_in_the_address(open_page: OpenPage, app_url: str) -> None:
    page, frame, wire = held(open_page, app_url)
    length = page.evaluate("history.length")
    set_state(frame, mode="until")
    await_address(page, "mode", "until")
    set_state(frame, mode="day")
    await_address(page, "mode", None)
    wire.release()
    await_value(page, "the length of the history", "history.length", length + 2)


def test_the_address_needs_no_server(open_page: OpenPage, app_url: str) -> None:
    page, frame, wire = held(open_page, app_url)
    set_state(frame, mode="until", words="kobane")
    await_address(page, "words", "kobane")
    choose_option(page, "Download and share", "GeoJSON")  # asks for a run of which nothing arrives
    set_state(frame, window=7, mode="day")
    await_address(page, "window", "7")
    wire.release()
    expect(page.get_by_text(format_by_id("geojson").help)).to_be_visible()
    at_rest(page)
    assert address(page) == {"words": "kobane", "window": "7"}
    assert state_of(frame)["window"] == 7


def test_what_is_around_the_map_follows_it_and_the_map_is_not_drawn_anew(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    frame.evaluate("() => { window.mark = 'the same'; }")
    count = len(event_ids(words="kobane"))
    set_state(frame, words="kobane")
    expect(page.get_by_text(f"Table of {count} of {len(atlas().events)} events")).to_be_visible()
    assert frame.evaluate("window.mark") == "the same"


def test_who_pressed_a_link_is_not_brought_back_by_what_the_map_tells(open_page: OpenPage, app_url: str) -> None:
    page, frame, wire = held(open_page, app_url)
    page.get_by_role("link", name="Sources and terms").click()
    frame.evaluate("window.timemap.goTo('2019-10-09')")
    await_value(page, "the day that the map told", "window.told?.moment ?? null", "2019-10-09")
    wire.release()
    expect(page.get_by_role("heading", name="Sources and terms", level=1)).to_be_visible()
    at_rest(page)
    expect(page).to_have_url(f"{app_url}/sources_and_words")


def test_what_the_map_told_on_the_way_to_a_link_is_kept_where_its_reader_stays(
    open_page: OpenPage, app_url: str
) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    page.mouse.move(*centre_of(page.get_by_role("link", name="Sources and terms")))
    page.mouse.down()
    frame.evaluate("window.timemap.goTo('2019-10-09')")
    page.mouse.move(8, 22)  # where there is nothing to press
    page.mouse.up()
    await_address(page, "moment", "2019-10-09")
    assert moment(frame) == "2019-10-09"


def held(open_page: OpenPage, app_url: str) -> tuple[Page, Frame, Wire]:
    """Return the app with its map, which hears nothing more from its server before the wire is released."""
    page, wire = open_page("about:blank"), Wire()
    wire.attach(page)
    page.goto(app_url)
    frame = settled_map(page)
    page.evaluate(
        """() => {
          window.told = null;
          addEventListener("message", ({ data }) => { window.told = data.state ?? window.told; });
        }"""
    )
    wire.hold()
    return page, frame, wire


def test_the_other_page_and_back_keep_the_state(open_page: OpenPage, app_url: str, watch: Watch) -> None:
    page = open_page(f"{app_url}/?moment=2019-10-09&words=kobane")
    before = seen(page)
    page.get_by_role("link", name="Sources and terms").click()
    expect(page.get_by_role("heading", name="Sources and terms", level=1)).to_be_visible()
    at_rest(page)
    page.get_by_role("link", name="Map", exact=True).click()
    map_frame(page)
    await_address(page, "moment", "2019-10-09")
    assert seen(page) == before
    assert watch.complaints == []


HURRY = """async (count) => {
  const key = (name) => () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
  const search = (words) => () => {
    const field = document.querySelector(".search-input");
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const press = (what) => () => document.querySelector(what).click();
  const filter = press(".filter-row:nth-child(2) input");
  const layer = press(".legend-list li:nth-child(2) .legend-switch");
  const [back, on] = [key("ArrowLeft"), key("ArrowRight")];
  const changes = [on, filter, search("siege"), layer, on, search("kobane"), filter, back, layer, back];
  for (let done = 0; done < count; done += 1) {
    changes[done % changes.length]();
    await new Promise((next) => setTimeout(next, 5));
  }
}"""
"""Makes that many changes faster than anybody does; every ten of them end where they began."""


NODES, LISTENERS = 100, 20
"""One node for each of a hundred changes, one listener for each of a kind; a page at rest comes and goes by fewer."""


def kept_alive(page: Page) -> tuple[int, int]:
    """Return how many nodes and listeners page and map have, without those that nothing can reach any more."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    counters = session.send("Memory.getDOMCounters")
    session.detach()
    return counters["nodes"], counters["jsEventListeners"]


def test_two_hundred_quick_changes_end_right_and_leave_nothing_behind(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?moment=2014-10-06&mode=range&words=kobane&categories=battle")
    frame = settled_map(page)
    before, kept = state_of(frame), []
    for _ in range(2):
        frame.evaluate(HURRY, 100)
        await_address(page, "moment", None)
        await_address(page, "words", "kobane")
        at_rest(page)
        painted(frame)
        assert state_of(frame) == before
        kept.append(kept_alive(page))
    assert kept[1][0] - kept[0][0] < NODES
    assert kept[1][1] - kept[0][1] < LISTENERS
    frame.evaluate(HURRY, 6)
    chosen = [category.id for category in atlas().categories[:2]]
    (hidden,) = state_of(frame)["hidden"]
    for name, value in {"moment": "2014-10-08", "categories": ",".join(chosen), "hidden": hidden}.items():
        await_address(page, name, value)
    assert moment(frame) == "2014-10-08"
    await_events(frame, event_ids(words="kobane", categories=chosen))
