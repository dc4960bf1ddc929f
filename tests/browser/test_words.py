"""A contested word in the document tells who says what, by pointer, touch and keys, and stands in nobody's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from geodata.text.contested_terms import contested_words, first_occurrences
from tests.browser.map_page import box_of, map_frame, moment
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import OpenPage

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}


def test_the_words_of_a_card_are_marked_once_and_tell_who_uses_which(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    map_frame(page)
    known = atlas()
    event = next(event for event in known.events if "safe zone" in event.title)
    page.evaluate("(id) => { window.timemap.select(id); }", event.id)
    card = page.get_by_role("region", name="Selected event")
    expect(card.get_by_role("heading", level=2)).to_have_text(event.title)
    read = first_occurrences(
        contested_words(text, known.terms) for text in (event.title, event.summary, event.contested)
    )
    expected = [piece.text for text in read for piece in text if piece.terms]
    assert [word for word in card.locator(".contested-word").all_inner_texts() if word in expected] == expected
    term = next(term for term in known.terms if term.id == "held-safe-zone")
    word = card.get_by_role("button", name="safe zone")
    note = page.get_by_role("dialog", name="Contested terms")
    word.hover()
    expect(note.get_by_text(term.used_by)).to_be_visible()
    page.mouse.move(5, 5)
    expect(note).to_be_hidden()
    before = moment(page.main_frame)
    word.focus()
    page.keyboard.press("Space")
    expect(note).to_be_focused()
    expect(note.locator("li")).to_have_count(sum(other.topic == term.topic for other in known.terms))
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()
    assert moment(page.main_frame) == before
    assert page.url.partition("#")[0] == document_path.as_uri()


def test_on_a_telephone_a_tap_opens_the_note_whole_and_a_tap_beside_it_closes_it(
    open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), **PHONE)
    map_frame(page)
    page.get_by_role("button", name="Legend").tap()
    page.get_by_role("region", name="Legend").get_by_role("button", name="Contested term: Islamic State (ISIS)").tap()
    note = page.get_by_role("dialog", name="Contested terms")
    expect(note).to_be_visible()
    box = box_of(note)
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.evaluate("document.documentElement.clientWidth")
    assert note.evaluate("(node) => node.scrollWidth <= node.clientWidth")
    page.touchscreen.tap(box["x"] + box["width"] / 2, 8 if box["y"] > 60 else box["y"] + box["height"] + 20)
    expect(note).to_be_hidden()
