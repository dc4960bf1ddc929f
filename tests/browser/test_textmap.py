"""The map in words is read and walked through by keys alone, and follows the day; in a file and in the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.map_page import go_to, map_frame, set_state
from tests.browser.waiting import await_value

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from tests.browser.conftest import OpenPage

SIEGE, PEACE_SPRING = "2014-10-06", "2019-11-01"


def words(frame: Frame) -> Locator:
    return frame.locator(".map-words")


def said(frame: Frame) -> Locator:
    return frame.locator(".voice")


def has_focus(frame: Frame, selector: str) -> None:
    """Return when the focus is on an element."""
    await_value(frame, "where the focus is", f"document.activeElement.matches({selector!r})", value=True)


def test_the_map_is_read_and_walked_through_by_keys(open_page: OpenPage, document_path: Path) -> None:
    frame = map_frame(open_page(document_path.as_uri()))
    keys = frame.page.keyboard
    go_to(frame, SIEGE)
    expect(words(frame).locator("> div").first).to_be_empty()
    keys.press("w")
    has_focus(frame, ".map-words h2")
    titles = words(frame).locator("h2, h3")
    expect(titles.first).to_have_text("The map in words: 6 October 2014")
    expect(
        words(frame).get_by_role("heading", level=3, name="Along the Turkish border, from west to east")
    ).to_be_visible()
    expect(words(frame).get_by_role("heading", level=4, name="Islamic State (ISIS): Tabqa")).to_be_visible()
    expect(words(frame)).to_contain_text("4 km² passed from YPG and allied groups to Islamic State (ISIS)")

    keys.press("Tab")
    has_focus(frame, "[role=group][aria-label='Text map']")
    keys.press("ArrowDown")
    expect(said(frame)).to_contain_text("5 km south of Kobane. Here: held by Islamic State (ISIS)")
    keys.press("ArrowLeft")
    expect(said(frame)).to_contain_text("7 km south-west of Kobane.")
    keys.press("ArrowUp")
    expect(said(frame)).to_contain_text("5 km west of Kobane.")
    assert frame.evaluate("window.timemap.moment") == SIEGE
    expect(frame.locator(".walk-mark")).to_have_attribute("aria-hidden", "true")
    keys.press("Home")
    expect(said(frame)).to_contain_text("At Kobane. Here: held by YPG and allied groups")

    here = frame.locator(".walk-here")
    go_to(frame, PEACE_SPRING)
    expect(titles.first).to_have_text("The map in words: 1 November 2019")
    expect(here).to_contain_text("Here: held by SDF with government or Russian forces")
    set_state(frame, language="ar")
    expect(here.locator("bdi[lang=ar][dir=rtl]").first).to_be_visible()


def test_step_and_goal_are_chosen_and_the_words_close(open_page: OpenPage, document_path: Path) -> None:
    frame = map_frame(open_page(document_path.as_uri()))
    go_to(frame, SIEGE)
    frame.get_by_role("button", name="Skip the map: read it in words").focus()
    frame.page.keyboard.press("Enter")
    has_focus(frame, ".map-words h2")
    words(frame).get_by_label("Step").select_option("20 km")
    words(frame).get_by_role("button", name="East").press("Enter")
    expect(said(frame)).to_contain_text("20 km east of Kobane.")
    words(frame).get_by_label("Go to").select_option("Raqqa")
    words(frame).get_by_role("button", name="Go", exact=True).press("Enter")
    expect(said(frame)).to_contain_text("Nearest place: Raqqa, here.")
    words(frame).get_by_label("Step").select_option("50 km")
    south = words(frame).get_by_role("button", name="South")
    for _ in range(5):
        south.press("Enter")
    expect(said(frame)).to_have_text("This is the edge of the map.")
    words(frame).locator("summary").press("Enter")
    expect(frame.locator(".walk-mark")).to_have_count(0)


def test_the_app_has_the_map_in_words(open_page: OpenPage, app_url: str) -> None:
    frame = map_frame(open_page(f"{app_url}/?moment={PEACE_SPRING}"))
    words(frame).locator("summary").press("Enter")
    expect(words(frame).get_by_role("heading", level=2)).to_have_text("The map in words: 1 November 2019")
    expect(words(frame)).to_contain_text("Held by Turkish forces with allied Syrian groups")
