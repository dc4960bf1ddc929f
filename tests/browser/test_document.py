"""The exported file is the whole map: it opens from disk, reaches nobody, and another page can hold and steer it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.expected import event_ids, ids_near
from tests.browser.map_page import box_of, map_frame, moment, painted, thumb, visible_events
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Export, OpenPage

WORDLESS = """() => [...document.querySelectorAll("button, [role=button]")]
  .filter((button) => button.checkVisibility() && !/\\p{L}{2}/u.test(button.textContent))
  .map((button) => [button.getAttribute("aria-label") ?? "", button.title])"""
SIZES = {"phone": (360, 640), "tablet": (768, 1024), "notebook": (1280, 720), "projector": (1920, 1080)}


def test_it_opens_from_disk_on_the_telling_day(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    frame = map_frame(page)
    opening = atlas().setting("opening-moment")
    assert moment(frame) == opening
    assert visible_events(frame) == ids_near(date.fromisoformat(opening))
    assert page.title() == atlas().setting("title")
    expect(page.get_by_text(atlas().setting("sentence"))).to_be_visible()
    assert (
        page.evaluate("performance.getEntriesByType('resource').filter((entry) => /^https?:/.test(entry.name))") == []
    )


@pytest.mark.parametrize(("width", "shown"), [(1920, 2), (1366, 1), (700, 1)])
def test_of_what_the_map_is_only_whole_sentences_are_shown(
    open_page: OpenPage, document_path: Path, width: int, shown: int
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": width, "height": 800})
    painted(map_frame(page))
    bottom = "(line) => line.getBoundingClientRect().bottom"
    lowest = page.locator(".head p").evaluate(bottom)
    sentences = page.locator(".head p span").all()
    assert len(sentences) == 2
    assert sum(sentence.evaluate(bottom) <= lowest + 1 for sentence in sentences) == shown


def test_the_options_of_the_command_line_decide_what_is_in_it(open_page: OpenPage, export: Export) -> None:
    path = export("--from", "2014-09-15", "--to", "2015-01-26", "--moment", "2014-12-01", "--categories", "battle")
    page = open_page(path.as_uri())
    frame = map_frame(page)
    assert moment(frame) == "2014-12-01"
    page.get_by_label("Events shown", exact=True).select_option("All in the range")
    painted(frame)
    assert visible_events(frame) == event_ids(date(2014, 9, 15), date(2015, 1, 26), categories=["battle"])


def test_choosing_in_the_list_opens_the_card_with_its_sources(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    map_frame(page)
    known = atlas()
    near = map(known.event, ids_near(date.fromisoformat(known.setting("opening-moment"))))
    event = next(event for event in near if len(event.categories) > 1)
    page.get_by_role("region", name="Events shown on the map").get_by_role("button", name=event.title).click()
    card = page.get_by_role("region", name="Selected event")
    expect(card.get_by_role("heading", level=2)).to_have_text(event.title)
    expect(card.get_by_text(event.summary)).to_be_visible()
    expect(card.get_by_text(", ".join(known.category_names(event)), exact=True)).to_be_visible()
    links = card.locator(".sources a").evaluate_all(
        "(links) => links.map((link) => [link.href, link.target, link.rel])"
    )
    assert [link[0].rstrip("/") for link in links] == [known.source(name).url.rstrip("/") for name in event.sources]
    assert all(target == "_blank" and "noopener" in rel for _, target, rel in links)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_at_the_side(size: str, open_page: OpenPage, document_path: Path) -> None:
    width, height = SIZES[size]
    page = open_page(document_path.as_uri(), viewport={"width": width, "height": height})
    frame = map_frame(page)
    painted(frame)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = box_of(thumb(frame))
    assert box["x"] < width
    assert box["y"] + box["height"] <= height
    assert box_of(page.locator(".folium-map"))["height"] >= 0.4 * height


def wordless(page: Page) -> list[list[str]]:
    """Return the name and the title of each button that shows no word."""
    return [[str(words) for words in button] for button in page.evaluate(WORDLESS)]


def test_a_button_without_a_word_has_a_name_and_a_title(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    map_frame(page)
    expect(page.get_by_role("button", name="Settings")).to_have_text("Settings")
    found = wordless(page)
    page.get_by_role("button", name="Next event").click()
    expect(page.get_by_role("button", name="Close the card")).to_be_visible()
    found += wordless(page)
    page.get_by_role("button", name="Put events in order").click()
    expect(page.get_by_role("button", name="Check", exact=True)).to_be_visible()
    found += wordless(page)
    names = {name for name, _ in found}
    assert {"Play", "Next event", "Zoom in", "Close the card"} <= names
    assert any(name.startswith("Move up: ") for name in names)
    assert [button for button in found if "" in button] == []


def test_a_button_without_a_name_would_be_found(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri())
    map_frame(page)
    page.evaluate("document.body.append(Object.assign(document.createElement('button'), { textContent: '\\u2261' }))")
    assert wordless(page)[-1] == ["", ""]
