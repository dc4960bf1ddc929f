"""A page that the browser has translated goes on: its words follow, and nothing of it breaks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.app_page import at_rest, await_address, choose_option, settled_map, unfold
from tests.browser.map_page import go_to, map_frame, painted, set_state, thumb
from tests.browser.waiting import await_same
from tests.project_data import atlas, lessons
from timemap.exports.formats import format_by_id
from timemap.text import page_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Frame, Page

    from tests.browser.conftest import Export, OpenPage

TRANSLATOR = Path(__file__).with_name("translator.js")
SIEGE = next(read.lesson for read in lessons() if read.lesson.id == "the-siege-of-kobane")


def translate(place: Frame | Page) -> None:
    """Translate all that stands in a page now."""
    place.evaluate(TRANSLATOR.read_text("utf-8"))
    place.evaluate("window.translate()")


def same_words(translated: Frame | Page, other: Frame | Page) -> None:
    """Return as soon as a translated page says what another in the same state does."""
    other.evaluate(TRANSLATOR.read_text("utf-8"))
    await_same(translated, other, "the words of the page", "window.words()")


def notes_of(frame: Frame) -> Page:
    with frame.page.context.expect_page() as opened:
        frame.get_by_role("button", name="Teacher's notes").click()
    return opened.value


HEADINGS = {"Map": "Kobane timeline map", "Compare": "Compare two days"}
"""Headings of pages whose name is another."""

STEPS: tuple[Callable[[Frame], None], ...] = (
    lambda frame: frame.page.keyboard.press("PageDown"),
    lambda frame: thumb(frame).press("ArrowRight"),
    lambda frame: go_to(frame, "2019-10-12"),
    lambda frame: set_state(frame, lesson=""),
    lambda frame: frame.locator(".row button").first.click(),
    lambda frame: frame.get_by_role("combobox", name="Search").fill("bridge"),
    lambda frame: set_state(frame, words="", event=None, mode="range", categories=[atlas().categories[0].id]),
    lambda frame: set_state(frame, compare="2014-10-06"),
    lambda frame: go_to(frame, "2026-01-20"),
)


def test_the_words_of_a_document_follow_its_map(open_page: OpenPage, export: Export) -> None:
    address = export("--lesson", SIEGE.id).as_uri()
    frame, other = (map_frame(open_page(address)) for _ in range(2))
    notes, other_notes = notes_of(frame), notes_of(other)
    for step in STEPS:
        translate(frame)
        translate(notes)
        for place in (frame, other):
            step(place)
            painted(place)
        same_words(frame, other)
        same_words(notes, other_notes)


def test_the_app_goes_on(open_page: OpenPage, app_url: str) -> None:
    page = open_page(f"{app_url}/?moment=2014-10-06")
    frame = settled_map(page)

    def turn_to(name: str) -> None:
        translate(page)
        page.get_by_role("link", name=name).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(HEADINGS.get(name, name))
        at_rest(page)
        translate(page)

    translate(page)
    translate(frame)
    assert page.evaluate("window.tryVariants()") == ["adbc", "adc", "adC", "aDC", "aD", "ae", 2]
    choose_option(page, "Download and share", "KML")
    thumb(frame).press("ArrowRight")
    await_address(page, "moment", "2014-10-07")
    expect(page.get_by_text(format_by_id("kml").help)).to_be_visible()
    unfold(page, page.get_by_text("Cite or embed"))
    translate(page)
    thumb(frame).press("ArrowRight")
    expect(page.get_by_text("moment=2014-10-08").first).to_be_attached()
    turn_to("Compare")
    turn_to(page_texts.FACT_CHECK)
    page.get_by_text("Judge first").click()
    expect(page.get_by_text(f"0 of {len(atlas().claims)} judged")).to_be_visible()
    translate(page)
    page.get_by_role("radio", name="Supported").first.press("Space")
    expect(page.get_by_text(f"1 of {len(atlas().claims)} judged")).to_be_visible()
    turn_to(page_texts.SOURCES_AND_TERMS)
    for tab in page.get_by_role("tab").all():
        tab.click()
        at_rest(page)
        translate(page)
    expect(page.get_by_role("heading", level=2, name="Licences")).to_be_visible()
    turn_to("Map")
    expect(page.get_by_test_id("stException")).to_have_count(0)
