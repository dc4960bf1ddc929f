"""Searching in any spelling: a list with the words marked, suggestions by keys, ways on where nothing is found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.text.place_names import names_of
from tests.browser.expected import WINDOW, event_ids
from tests.browser.map_page import await_moment, go_to, map_frame, painted, visible_events
from tests.browser.waiting import await_truth, await_value
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from tests.browser.conftest import Export, OpenPage

SPELLINGS = ("Afrin", "Efr\u00een", "\u0639\u0641\u0631\u064a\u0646", "efrin")
SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>"
VISIBLE = "window.timemap.visibleEvents()"


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    return map_frame(open_page(document_path.as_uri()))


def field(frame: Frame) -> Locator:
    """Return the field that one searches with."""
    return frame.get_by_role("combobox", name="Search events, places, parties")


def heading(frame: Frame) -> Locator:
    return frame.locator(".list-heading")


def options(frame: Frame) -> Locator:
    return frame.get_by_role("listbox", name="Suggestions").get_by_role("option")


def match_words(words: str) -> str:
    found, total = len(event_ids(words=words)), len(atlas().events)
    return f"{found} of {total} events match"


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_lists_all_matches_of_the_whole_range_with_the_words_marked(
    document: Frame, spelling: str
) -> None:
    field(document).press_sequentially(spelling)
    expect(heading(document)).to_have_text(match_words("Afrin"))
    await_value(document, "the events on the map", VISIBLE, event_ids(words="Afrin"))
    expect(document.get_by_label("Events shown", exact=True)).to_have_value("range")
    known = {event.id: event for event in atlas().events}
    rows = document.locator(".row")
    expect(rows.locator("mark").first).to_have_text("Afrin")
    for row in rows.all():
        event = known[row.get_attribute("data-event") or ""]
        expect(row.get_by_role("heading")).to_have_text(event.title)
        expect(row).to_contain_text(event.place)
        expect(row).to_contain_text(str(event.start.year))
        expect(row.locator("mark").first).to_be_visible()


def test_a_match_leads_to_its_day_its_place_and_its_card_and_the_search_stays(document: Frame) -> None:
    field(document).press_sequentially("Efr\u00een")
    expect(heading(document)).to_have_text(match_words("Afrin"))
    row = document.locator(".row").nth(4)
    event = atlas().event(row.get_attribute("data-event") or "")
    row.get_by_role("button").press("Enter")
    expect(document.locator("#card-title")).to_have_text(event.title)
    await_moment(document, event.span.start.isoformat())
    expect(field(document)).to_have_value("Efr\u00een")
    expect(heading(document)).to_have_text(match_words("Afrin"))


def test_a_search_that_is_cleared_leaves_the_events_of_before(document: Frame) -> None:
    before = visible_events(document)
    field(document).press_sequentially("kobane")
    expect(heading(document)).to_have_text(match_words("kobane"))
    field(document).press("Escape")
    expect(options(document)).to_have_count(0)
    field(document).press("Escape")
    expect(field(document)).to_have_value("")
    await_value(document, "the events on the map", VISIBLE, before)
    expect(document.get_by_label("Events shown", exact=True)).to_have_value(f"day {WINDOW}")


def test_a_place_is_suggested_and_chosen_by_keys_and_moves_the_map(document: Frame) -> None:
    field(document).press_sequentially("manb")
    first = options(document).first
    expect(first).to_contain_text("Manbij")
    expect(field(document)).to_have_attribute("aria-expanded", "true")
    field(document).press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field(document)).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    field(document).press("ArrowUp")
    expect(first).to_have_attribute("aria-selected", "false")
    field(document).press("ArrowDown")
    field(document).press("Enter")
    expect(options(document)).to_have_count(0)
    expect(field(document)).to_have_value("Manbij")
    expect(field(document)).to_have_attribute("aria-expanded", "false")
    expect(heading(document)).to_have_text(match_words("Manbij"))
    place = atlas().place("manbij")
    near = "([lat, lon]) => window.map_time.getCenter().distanceTo([lat, lon]) < 15000"
    await_truth(document, "the map at Manbij", near, [place.lat, place.lon], "String(window.map_time.getCenter())")


def test_a_party_and_a_category_are_suggested_and_become_filters(document: Frame) -> None:
    party, category = atlas().parties[0], next(one for one in atlas().categories if one.id == "border")
    field(document).press_sequentially(party.name)
    options(document).filter(has_text="party,").first.click()
    expect(document.get_by_role("button", name=f"Remove {party.name}")).to_be_visible()
    expect(field(document)).to_have_value("")
    field(document).press_sequentially(category.name)
    options(document).filter(has_text="category,").first.click()
    expect(document.get_by_role("button", name=f"Remove {category.name}", exact=True)).to_be_visible()
    document.get_by_label("Events shown", exact=True).select_option("All in the range")
    wanted = event_ids(categories=[category.id], parties=[party.id])
    await_value(document, "the events on the map", VISIBLE, wanted)


def test_an_event_is_suggested_and_opens_with_its_day(document: Frame) -> None:
    event = atlas().event("kobane-city-recaptured")
    field(document).press_sequentially(event.title[:-1])
    suggested = options(document).filter(has_text=event.title)
    expect(suggested).to_contain_text("January 2015")
    suggested.click()
    expect(document.locator("#card-title")).to_have_text(event.title)
    await_moment(document, event.span.start.isoformat())


def test_what_may_have_been_meant_is_offered(document: Frame) -> None:
    field(document).press_sequentially("kobne")
    expect(heading(document)).to_have_text("No events match")
    expect(document.get_by_text("Did you mean")).to_be_visible()
    document.get_by_role("button", name="Kobane", exact=True).click()
    expect(field(document)).to_have_value("Kobane")
    expect(heading(document)).to_have_text(match_words("Kobane"))
    expect(heading(document)).to_be_focused()


def test_an_empty_answer_offers_what_would_give_something_with_its_number(open_page: OpenPage, export: Export) -> None:
    page = open_page(export("--from", "2012-07-19", "--to", "2014-06-30").as_uri())
    frame = map_frame(page)
    field(frame).press_sequentially("wall")
    expect(heading(frame)).to_have_text("No events match")
    ways = frame.locator(".list-ways button")
    early = len(event_ids(date(2012, 7, 19), date(2014, 6, 30)))
    everywhere = len(event_ids(words="wall"))
    expect(ways).to_have_text([f"Search all years ({everywhere})", f"Clear the search ({early})"])
    ways.first.click()
    expect(heading(frame)).to_have_text(match_words("wall"))


def test_a_day_without_events_offers_all_and_the_nearest(document: Frame) -> None:
    quiet = "2013-03-01"
    go_to(document, quiet)
    expect(heading(document)).to_contain_text("No events")
    ways = document.locator(".list-ways button")
    expect(ways.first).to_have_text(f"Show all {len(atlas().events)} events")
    nearest = ways.filter(has_text="Nearest event: ")
    day = nearest.inner_text().removeprefix("Nearest event: ")
    nearest.click()
    expect(heading(document)).to_be_focused()
    expect(document.locator(".flag-date")).to_have_text(day)
    expect(document.locator(".row").first).to_be_visible()


def test_what_is_typed_stays_text(document: Frame) -> None:
    field(document).fill(SCRIPT)
    expect(heading(document)).to_have_text("No events match")
    expect(document.get_by_role("button", name=f"Remove {SCRIPT}")).to_be_visible()
    painted(document)
    assert document.locator(".find img, .find script, .list img").count() == 0


def test_how_many_match_is_said(document: Frame) -> None:
    field(document).press_sequentially("peshmerga")
    expect(document.get_by_role("status").filter(has_text=match_words("peshmerga"))).to_be_attached()


def test_names_of_places_are_chosen_beside_the_filters(document: Frame) -> None:
    document.locator(".filters summary").click()
    document.get_by_label("Place names").select_option("Kurdish")
    kobane = names_of(atlas(), atlas().place("kobane"))["ku"]
    field(document).press_sequentially("kobane")
    expect(options(document).first).to_contain_text(kobane)


def test_of_several_words_all_must_match_and_it_says_so(document: Frame) -> None:
    hint = document.get_by_text("All words must match")
    field(document).fill("Kobane")
    expect(heading(document)).to_have_text(match_words("Kobane"))
    expect(hint).to_be_hidden()
    field(document).fill("Kobane hospital")
    expect(heading(document)).to_have_text(match_words("Kobane hospital"))
    expect(hint).to_be_visible()
