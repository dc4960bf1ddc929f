"""The address is the state: it comes back after a reload, elsewhere too; what is wrong in it is ignored and said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser.app_page import (
    Wire,
    address,
    at_rest,
    await_address,
    await_events,
    choose_option,
    search,
    settled_map,
)
from tests.browser.timemap_page import FRAME, centre_of, map_frame, moment, visible_events
from tests.browser.truth import event_ids
from tests.browser.waiting import await_value
from tests.ours import atlas
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
        "moment": moment(frame),
        "events": visible_events(frame),
        "mode": frame.get_by_role("radio", checked=True).get_attribute("value"),
        "card": frame.get_by_role("region", name="Chosen event").get_by_role("heading", level=2).all_inner_texts(),
        "words": page.get_by_role("textbox", name="Search").input_value(),
        "chapter": page.get_by_role("combobox", name="Chapter").input_value(),
        "categories": page.locator('[data-testid="stMultiSelect"] [data-tag] > span[title]').all_inner_texts(),
    }


def test_a_reload_and_another_browser_show_the_same(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    chapter = next(period for period in atlas().periods if period.chapter)
    choose_option(page, "Chapter", chapter.name)
    await_address(page, "to", str(chapter.last_day))
    choose_option(page, "Categories", "Fighting")
    await_address(page, "categories", "battle")
    search(page, "kobane")
    await_address(page, "words", "kobane")
    frame.get_by_role("radio", name="Up to this day").check()
    await_address(page, "mode", "until")
    event = event_ids(chapter.start, chapter.last_day or chapter.start, words="kobane", categories=["battle"])[0]
    frame.evaluate("(id) => { window.timemap.select(id); }", event)
    await_address(page, "event", event)
    frame.page.keyboard.press("PageDown")
    before = seen(page)
    assert before["card"]
    assert before["address"].keys() >= {"to", "categories", "words", "mode", "event"}
    page.reload()
    assert seen(page) == before
    assert seen(open_page(page.url)) == before


def test_a_link_to_an_event_opens_on_a_day_that_shows_it(open_page: OpenPage, app_url: str) -> None:
    event = atlas().event(event_ids()[-20])
    frame = settled_map(open_page(f"{app_url}/?event={event.id}&to=2015-01-26"))
    assert event.id in visible_events(frame)
    assert frame.get_by_role("region", name="Chosen event").get_by_role("heading", level=2).inner_text() == event.title


def test_what_is_wrong_in_an_address_is_ignored_and_said(open_page: OpenPage, app_url: str) -> None:
    wrong = {
        "moment": "2014-13-45",
        "from": "2030-01-01",
        "categories": "nonsense",
        "mode": "sometimes",
        "event": "<script>alert(1)</script>",
        "language": "xx",
        "window": "-5",
    }
    good = seen(open_page(app_url))
    page = open_page(f"{app_url}/?" + "&".join(f"{name}={value}" for name, value in wrong.items()))
    assert seen(page) == good
    said = "\n".join(page.get_by_role("alert").all_inner_texts()).splitlines()
    for name, value in wrong.items():
        assert any(f'"{name}"' in line and value in line for line in said), name


def test_an_address_longer_than_any_link_is_survived(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?words={'x' * 3000}")
    settled_map(page)
    assert page.get_by_role("alert").count() == 1


def test_going_back_takes_the_last_change_back(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    all_events = visible_events(frame)
    search(page, "zzzz")
    await_events(frame, [])
    await_address(page, "words", "zzzz")
    page.go_back()
    await_events(frame, all_events)
    at_rest(page)
    expect(page.get_by_role("textbox", name="Search")).to_have_value("")
    assert page.locator(FRAME).count() == 1


def test_a_mode_chosen_again_after_a_reset_reaches_the_address(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    for _ in range(2):
        frame.get_by_role("radio", name="Up to this day").check()
        await_address(page, "mode", "until")
        page.get_by_role("button", name="Reset").click()
        await_address(page, "mode", None)
        expect(frame.get_by_role("radio", name="Up to this day")).not_to_be_checked()


def test_a_change_taken_back_at_once_is_taken_back_in_the_address(open_page: OpenPage, app_url: str) -> None:
    page, frame, wire = held(open_page, app_url)
    length = page.evaluate("history.length")
    frame.get_by_role("radio", name="Up to this day").check()
    await_told(page, "until")
    frame.get_by_role("radio", name="On this day").check()
    await_told(page, "day")
    wire.release()
    await_value(page, "the length of the history", "history.length", length + 2)
    assert "mode" not in address(page)


def test_a_mode_chosen_while_the_page_is_busy_reaches_the_address(open_page: OpenPage, app_url: str) -> None:
    page, frame, wire = held(open_page, app_url)
    search(page, "kobane")
    frame.get_by_role("radio", name="The whole range").check()
    await_told(page, "range")
    wire.release()
    await_address(page, "mode", "range")
    await_address(page, "words", "kobane")
    await_events(frame, event_ids(words="kobane"))


def test_a_filter_used_before_the_dates_of_a_chapter_are_there_keeps_them(open_page: OpenPage, app_url: str) -> None:
    page, frame, wire = held(open_page, app_url)
    chapter = next(period for period in atlas().periods if period.chapter)
    choose_option(page, "Chapter", chapter.name)
    choose_option(page, "Categories", "Fighting")
    wire.release()
    await_address(page, "categories", "battle")
    at_rest(page)
    assert address(page) == {"from": str(chapter.start), "to": str(chapter.last_day), "categories": "battle"}
    expect(page.get_by_role("combobox", name="Chapter")).to_have_value(chapter.name)
    frame.get_by_role("radio", name="The whole range").check()
    await_events(frame, event_ids(chapter.start, chapter.last_day or chapter.start, categories=["battle"]))


def test_what_was_chosen_in_the_map_is_not_taken_back_by_a_field_used_at_once(
    open_page: OpenPage, app_url: str
) -> None:
    page, frame, wire = held(open_page, app_url)
    frame.get_by_role("radio", name="Up to this day").check()
    await_told(page, "until")
    choose_option(page, "Take home", "GeoJSON")  # asks for a run while the page still has the old address
    wire.release()
    expect(page.get_by_text(format_by_id("geojson").help)).to_be_visible()
    await_address(page, "mode", "until")
    at_rest(page)
    assert address(page) == {"mode": "until"}
    expect(frame.get_by_role("radio", name="Up to this day")).to_be_checked()


def test_who_pressed_a_link_is_not_brought_back_by_what_the_map_tells(open_page: OpenPage, app_url: str) -> None:
    page, frame, wire = held(open_page, app_url)
    page.get_by_role("link", name="Sources and words").click()
    frame.evaluate("window.timemap.goTo('2019-10-09')")
    await_value(page, "the day that the map told", "window.told?.moment ?? null", "2019-10-09")
    wire.release()
    expect(page.get_by_role("heading", name="Sources and words", level=1)).to_be_visible()
    at_rest(page)
    expect(page).to_have_url(f"{app_url}/sources_and_words")


def test_what_the_map_told_on_the_way_to_a_link_is_kept_where_its_reader_stays(
    open_page: OpenPage, app_url: str
) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    page.mouse.move(*centre_of(page.get_by_role("link", name="Sources and words")))
    page.mouse.down()
    frame.evaluate("window.timemap.goTo('2019-10-09')")
    page.mouse.move(*centre_of(page.get_by_role("heading", level=1)))
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


def await_told(page: Page, mode: str) -> None:
    """Return as soon as the map has told that it shows ``mode``."""
    await_value(page, "the mode that the map told", "window.told?.mode ?? null", mode)


def test_the_other_page_and_back_keep_the_state(open_page: OpenPage, app_url: str, watch: Watch) -> None:
    page = open_page(f"{app_url}/?moment=2019-10-09&words=kobane")
    before = seen(page)
    page.get_by_role("link", name="Sources and words").click()
    expect(page.get_by_role("heading", name="Sources and words", level=1)).to_be_visible()
    at_rest(page)
    page.get_by_role("link", name="Map", exact=True).click()
    map_frame(page)
    await_address(page, "moment", "2019-10-09")
    assert seen(page) == before
    assert watch.complaints == []
