"""Whoever uses keys alone always sees where they are, and is never thrown back to the start of the page."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from playwright.sync_api import expect

from tests.browser.app_page import at_rest, settled_map
from tests.browser.map_page import go_to, map_frame, painted, state_of
from tests.browser.waiting import await_value

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from playwright.sync_api import FloatRect, Locator, Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

POINTS = """(held) => {
  while (held?.shadowRoot) held = held.shadowRoot.activeElement;
  const { x, y, width, height } = held.getBoundingClientRect();
  const spots = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]];
  const root = held.getRootNode();
  return spots.filter(([across, down]) => {
    const found = root.elementFromPoint(x + across * width, y + down * height);
    return found !== null && (held.contains(found) || found.contains(held));
  }).length;
}"""
"""How many of five points of what has the focus are not covered by something else."""


def seen_points(page: Page) -> int:
    return int(page.evaluate(f"({POINTS})(document.activeElement)"))


def changed(part: Locator, around: int = 6) -> int:
    """Return how many pixels in and round a part differ strongly between with and without the focus."""
    page = part.page
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    assert box is not None
    clip: FloatRect = {
        "x": max(0, box["x"] - around),
        "y": max(0, box["y"] - around),
        "width": box["width"] + 2 * around,
        "height": box["height"] + 2 * around,
    }

    def shot() -> NDArray[np.int_]:
        painted(page.main_frame)
        picture = Image.open(BytesIO(page.screenshot(clip=clip, animations="disabled")))
        return np.asarray(picture.convert("L"), dtype=int)

    before = shot()
    page.keyboard.press("Shift")  # from now on the browser takes the user for one of the keyboard
    part.focus()
    return int((abs(shot() - before) > 90).sum())


def test_the_first_two_stops_of_the_map_lead_to_the_date_and_to_the_list(
    open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri())
    frame = map_frame(page)
    for presses, name, wanted in ((1, "Skip to the date", ".slider-thumb"), (2, "Skip to the list", ".list-heading")):
        page.evaluate("document.activeElement.blur()")
        page.reload()
        frame = map_frame(page)
        for _ in range(presses):
            page.keyboard.press("Tab")
        button = frame.get_by_role("button", name=name)
        expect(button).to_be_focused()
        expect(button).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(frame.locator(wanted).first).to_be_focused()
    assert "#" not in page.url


def test_escape_closes_cards_and_gives_the_focus_back_to_their_rows(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    frame = map_frame(page)
    go_to(frame, "2019-11-01")
    frame.locator(".area-list summary").press("Enter")
    row = frame.locator(".area-rows button").nth(2)
    for way in ("Escape", "button"):
        row.press("Enter")
        card = frame.get_by_role("region", name="Selected area")
        expect(card.get_by_role("heading", level=2)).to_be_focused()
        if way == "Escape":
            page.keyboard.press("Escape")
        else:
            card.get_by_role("button", name="Close the card of the area").press("Enter")
        expect(card).to_be_hidden()
        expect(row).to_be_focused()
    event = frame.locator(".row button").first
    event.press("Enter")
    expect(frame.get_by_role("region", name="Selected event").get_by_role("heading", level=2)).to_be_focused()
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    expect(frame.get_by_role("region", name="Selected event")).to_be_visible()  # one press ends one thing
    page.keyboard.press("Escape")
    expect(frame.get_by_role("region", name="Selected event")).to_be_hidden()
    expect(event).to_be_focused()
    assert "event" not in state_of(frame) or not state_of(frame)["event"]


def test_a_list_of_events_at_one_place_closes_when_the_focus_goes_on(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    frame = map_frame(page)
    frame.locator(".elsewhere:not(.elsewhere-chosen):not([hidden])").first.press("Enter")
    chooser = frame.locator(".chooser")
    expect(chooser).to_be_visible()
    expect(chooser.locator("button.chooser-event").first).to_be_focused()
    frame.get_by_role("button", name="Zoom in").focus()
    expect(chooser).to_be_hidden()
    expect(frame.get_by_role("button", name="Zoom in")).to_be_focused()


def test_a_lesson_keeps_the_focus_in_sight_and_leaves_it_to_the_list(
    open_page: OpenPage, first_lesson_file: Path
) -> None:
    page = open_page(first_lesson_file.as_uri(), viewport={"width": 1024, "height": 600})
    frame = map_frame(page)
    present = frame.get_by_role("button", name="Present", exact=True)
    present.press("Enter")
    shown = "document.documentElement.classList.contains('presenting')"
    await_value(frame, "whether the lesson is presented", shown, value=True)
    painted(frame)
    assert seen_points(page) == 5
    page.keyboard.press("Escape")
    await_value(frame, "whether the lesson is presented", shown, value=False)
    painted(frame)
    assert seen_points(page) == 5
    frame.get_by_role("button", name="Leave the lesson").press("Enter")
    expect(frame.locator(".list-heading")).to_be_focused()


def test_the_focus_is_seen_on_map_navigation_links_and_switches(
    open_page: OpenPage, app_url: str, document_path: Path, watch: Watch
) -> None:
    page = open_page(document_path.as_uri(), color_scheme="dark")
    map_frame(page)
    assert changed(page.locator(".leaflet-container"), 0) > 2000
    page = open_page(f"{app_url}/lessons")
    expect(page.get_by_role("link", name="Start").first).to_be_visible()
    at_rest(page)
    for part in (page.get_by_role("link", name="Help"), page.get_by_role("link", name="Start").first):
        assert changed(part) > 200, part
    page.goto(f"{app_url}/claims")
    expect(page.locator(".contested-note")).to_be_attached()
    at_rest(page)
    switch = page.locator("label", has_text="Judge first")
    plain = changed(page.get_by_role("heading", level=1))
    page.get_by_role("switch", name="Judge first").focus()
    painted(page.main_frame)
    assert plain == 0
    assert switch.evaluate("(label) => getComputedStyle(label).outlineStyle") == "solid"
    watch.hear_all()
    watch.forgive("/_stcore/")


def test_going_backwards_no_stop_lies_under_the_head_of_the_page(
    open_page: OpenPage, app_url: str, watch: Watch
) -> None:
    page = open_page(f"{app_url}/claims?judge=true")
    expect(page.locator(".contested-note")).to_be_attached()
    at_rest(page)
    links = page.locator("main a[href^='http']")
    links.nth(30).focus()
    hidden = []
    for _ in range(25):
        page.keyboard.press("Shift+Tab")
        painted(page.main_frame)
        if seen_points(page) == 0:
            hidden.append(page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
    assert hidden == []
    watch.hear_all()
    watch.forgive("/_stcore/")


def test_a_note_closes_when_the_focus_goes_on_into_the_map(open_page: OpenPage, app_url: str) -> None:
    page = open_page(app_url)
    frame = settled_map(page)
    word = page.locator('main a[href*="wording="]').first
    page.keyboard.press("Shift")
    word.focus()
    note = page.get_by_role("dialog", name="Contested terms")
    expect(note).to_be_visible()
    frame.get_by_role("button", name="Zoom in").focus()
    expect(note).to_be_hidden()
