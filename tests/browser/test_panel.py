"""The card and the list open and close by finger and by key, and the reader's place is not lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.map_page import centre_of, go_to, map_frame, painted, visible_events
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Export, OpenPage


def test_on_a_phone_the_sheet_opens_closes_and_leaves_the_slider_free(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 360, "height": 640}, has_touch=True)
    map_frame(page)
    events = page.get_by_role("region", name="Events shown on the map")
    expect(events).to_be_hidden()
    page.get_by_role("button", name="Events", exact=True).tap()
    expect(events).to_be_visible()
    page.get_by_role("button", name="Next event").tap()
    page.get_by_role("button", name="Hide events").tap()
    expect(events).to_be_hidden()


def test_on_a_phone_choosing_an_event_shows_its_card(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 360, "height": 640}, has_touch=True)
    frame = map_frame(page)
    chosen = visible_events(frame)[0]
    frame.evaluate("(id) => window.timemap.select(id)", chosen)
    heading = page.get_by_role("region", name="Selected event").get_by_role("heading", level=2)
    expect(heading).to_be_visible()
    expect(heading).to_have_text(atlas().event(chosen).title)


def test_the_focus_goes_to_the_card_and_back_to_the_list(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    map_frame(page)
    row = page.locator(".row").nth(2)
    title = row.get_by_role("button").inner_text()
    row.get_by_role("button").focus()
    page.keyboard.press("Enter")
    heading = page.locator("#card-title")
    expect(heading).to_be_focused()
    expect(heading).to_have_text(title)
    page.get_by_role("button", name="Close the card").press("Enter")
    expect(heading).to_be_hidden()
    expect(page.locator(".row").get_by_role("button", name=title, exact=True)).to_be_focused()


def test_the_focus_stays_in_the_list_when_the_day_changes(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    frame = map_frame(page)
    page.locator(".row button").first.focus()
    go_to(frame, "2019-11-01")
    heading = page.locator(".list-heading")
    expect(heading).to_contain_text("November 2019")
    expect(heading).to_be_focused()


def test_a_card_closes_when_the_date_is_moved_far_from_its_event(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    frame = map_frame(page)
    frame.evaluate("(id) => window.timemap.select(id)", visible_events(frame)[3])
    card = page.get_by_role("region", name="Selected event")
    expect(card).to_be_visible()
    go_to(frame, "2019-11-01")
    expect(card).to_be_hidden()


def test_a_card_stays_while_the_date_is_dragged_past_its_event_and_closes_when_it_is_let_go(
    open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri())
    frame = map_frame(page)
    frame.evaluate("(id) => window.timemap.select(id)", visible_events(frame)[3])
    card = page.get_by_role("region", name="Selected event")
    expect(card).to_be_visible()
    painted(frame)
    x, y = centre_of(page.locator(".thumb-grip"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 200, y, steps=4)
    painted(frame)
    expect(card).to_be_visible()
    page.mouse.up()
    expect(card).to_be_hidden()


def test_a_card_says_that_a_filter_hides_its_event_and_leads_back(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    frame = map_frame(page)
    chosen = visible_events(frame)[0]
    frame.evaluate("(id) => window.timemap.select(id)", chosen)
    heading = page.locator("#card-title")
    expect(heading).to_have_text(atlas().event(chosen).title)
    hides = page.get_by_text("Your filters hide this event.")
    expect(hides).to_be_hidden()
    page.get_by_role("combobox", name="Search").press_sequentially("reyhanli")
    expect(hides).to_be_visible()
    assert chosen not in visible_events(frame)
    page.get_by_role("button", name="Clear all filters").click()
    expect(hides).to_be_hidden()
    expect(heading).to_be_focused()
    assert chosen in visible_events(frame)


def test_choosing_an_event_far_away_does_not_empty_the_map(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    frame = map_frame(page)
    before = page.locator(".map-canvas").first.evaluate("(canvas) => canvas.style.transform")
    frame.evaluate("window.timemap.select('kobane-trial-verdict-2024')")
    expect(page.get_by_text("This place lies outside the map.")).to_be_visible()
    painted(frame)
    assert page.locator(".map-canvas").first.evaluate("(canvas) => canvas.style.transform") == before


def test_an_event_that_began_before_the_range_says_so_in_list_and_card(open_page: OpenPage, export: Export) -> None:
    first = date(2014, 10, 1)
    page = open_page(export("--from", first.isoformat(), "--to", "2014-12-31", "--moment", "2014-10-04").as_uri())
    frame = map_frame(page)
    known = {event.id: event for event in atlas().events}
    rows = {row.get_attribute("data-event") or "": row.text_content() or "" for row in page.locator(".row").all()}
    began = {name for name in rows if known[name].span.start < first}
    assert began
    assert {name for name, text in rows.items() if "began before the date range" in text} == began
    assert began != set(rows)
    card = page.get_by_role("region", name="Selected event")
    for name in (began.pop(), next(name for name in rows if known[name].span.start >= first)):
        frame.evaluate("(id) => window.timemap.select(id)", name)
        expect(card.get_by_role("heading", level=2)).to_have_text(known[name].title)
        assert ("began before the date range" in card.inner_text()) == (known[name].span.start < first)
