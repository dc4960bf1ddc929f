"""Filters are lists with live counts: on and off by one click, alone by "only", all again, and off by their chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from benchmarks.content import content
from tests.browser.expected import WINDOW, event_ids
from tests.browser.map_page import await_moment, go_to, map_frame, painted
from tests.browser.waiting import await_value
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from tests.browser.conftest import Export, OpenPage

VISIBLE = "window.timemap.visibleEvents()"
HEIGHTS = "(parts) => parts.map((part) => [part.className, part.getBoundingClientRect().height])"


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    frame = map_frame(open_page(document_path.as_uri()))
    frame.get_by_label("Events shown", exact=True).select_option("All in the range")
    frame.locator(".filters summary").click()
    return frame


def box(frame: Frame, name: str) -> Locator:
    """Return the box of a category or party."""
    return frame.locator(".filter-row").filter(has=frame.get_by_text(name, exact=True)).get_by_role("checkbox")


def count(frame: Frame, name: str) -> Locator:
    return frame.locator(".filter-row").filter(has=frame.get_by_text(name, exact=True)).locator(".filter-count")


def test_one_click_switches_a_category_on_and_another_adds_to_it(document: Frame) -> None:
    first, second = atlas().categories[0], atlas().categories[4]
    box(document, first.name).check()
    await_value(document, "the events on the map", VISIBLE, event_ids(categories=[first.id]))
    box(document, second.name).check()
    await_value(document, "the events on the map", VISIBLE, event_ids(categories=[first.id, second.id]))
    box(document, first.name).uncheck()
    await_value(document, "the events on the map", VISIBLE, event_ids(categories=[second.id]))
    expect(document.locator(".filters-active")).to_have_text("1")


def test_only_and_all_by_keys(document: Frame) -> None:
    first, second = atlas().categories[:2]
    box(document, first.name).focus()
    document.page.keyboard.press("Space")
    document.page.keyboard.press("Tab")
    document.page.keyboard.press("Tab")
    expect(box(document, second.name)).to_be_focused()
    document.page.keyboard.press("Tab")
    only = document.get_by_role("button", name=f"Only {second.name}")
    expect(only).to_be_focused()
    expect(only).to_have_css("opacity", "1")
    document.page.keyboard.press("Enter")
    expect(box(document, first.name)).not_to_be_checked()
    expect(box(document, second.name)).to_be_checked()
    await_value(document, "the events on the map", VISIBLE, event_ids(categories=[second.id]))
    everything = document.get_by_role("button", name="Categories: all")
    expect(everything).to_have_attribute("aria-pressed", "false")
    everything.press("Enter")
    expect(everything).to_have_attribute("aria-pressed", "true")
    await_value(document, "the events on the map", VISIBLE, event_ids())


def test_counts_follow_the_other_filters_and_the_words(document: Frame) -> None:
    category, party = atlas().categories[0], atlas().parties[2]
    expect(count(document, category.name)).to_have_text(str(len(event_ids(categories=[category.id]))))
    box(document, party.name).check()
    with_party = event_ids(categories=[category.id], parties=[party.id])
    expect(count(document, category.name)).to_have_text(str(len(with_party)))
    expect(count(document, party.name)).to_have_text(str(len(event_ids(parties=[party.id]))))
    document.get_by_role("combobox", name="Search").press_sequentially("kobane")
    both = event_ids(categories=[category.id], parties=[party.id], words="kobane")
    expect(count(document, category.name)).to_have_text(str(len(both)))


def test_each_filter_is_taken_off_by_its_chip_and_all_at_once(open_page: OpenPage, export: Export) -> None:
    page = open_page(export("--from", "2014-09-01", "--to", "2015-01-31").as_uri())
    frame = map_frame(page)
    frame.get_by_label("Events shown", exact=True).select_option("All in the range")
    frame.locator(".filters summary").click()
    category, party = atlas().categories[0], atlas().parties[2]
    box(frame, category.name).check()
    box(frame, party.name).check()
    frame.get_by_role("combobox", name="Search").press_sequentially("kobane")
    chips = frame.get_by_role("list", name="Active filters").get_by_role("button")
    expect(chips).to_have_text([
        "1 September 2014 \N{EN DASH} 31 January 2015\N{MULTIPLICATION SIGN}",
        f"{category.name}\N{MULTIPLICATION SIGN}",
        f"{party.name}\N{MULTIPLICATION SIGN}",
        "\N{LEFT DOUBLE QUOTATION MARK}kobane\N{RIGHT DOUBLE QUOTATION MARK}\N{MULTIPLICATION SIGN}",
        "Clear all",
    ])  # fmt: skip
    frame.get_by_role("button", name=f"Remove {category.name}").press("Enter")
    expect(frame.get_by_role("button", name=f"Remove {party.name}")).to_be_focused()
    expect(box(frame, category.name)).not_to_be_checked()
    frame.get_by_role("button", name="Clear all").press("Enter")
    expect(chips).to_have_count(0)
    expect(frame.get_by_role("combobox", name="Search")).to_be_focused()
    await_value(frame, "the events on the map", f"{VISIBLE}.length > 0", value=True)
    expect(frame.locator(".filters-active")).to_be_hidden()


def test_reset_brings_back_the_start(document: Frame) -> None:
    go_to(document, "2018-04-01")
    box(document, atlas().categories[0].name).check()
    document.get_by_role("combobox", name="Search").press_sequentially("afrin")
    document.get_by_role("button", name="Reset").click()
    await_moment(document, atlas().setting("opening-moment"))
    expect(document.get_by_role("combobox", name="Search")).to_have_value("")
    expect(document.get_by_label("Events shown", exact=True)).to_have_value(f"day {WINDOW}")
    expect(box(document, atlas().categories[0].name)).not_to_be_checked()


def test_all_can_be_touched_on_a_phone_and_nothing_is_wider_than_it(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    frame = map_frame(page)
    page.get_by_role("button", name="Events", exact=True).tap()
    page.locator(".filters summary").tap()
    box(frame, atlas().categories[0].name).tap()
    box(frame, atlas().parties[0].name).tap()
    expect(page.get_by_role("button", name="Clear all")).to_be_visible()
    small = ".search-input, .filters summary, .filter-label, .filter-only, .filter-all, .chip, .filters-reset"
    measured = page.locator(small).evaluate_all(HEIGHTS)
    assert len(measured) > 40
    assert [name for name, height in measured if height < 44] == []
    assert page.locator(".panel").evaluate("(panel) => panel.scrollWidth <= panel.clientWidth")


def test_ten_thousand_events_are_searched_and_filtered(open_page: OpenPage, tmp_path: Path) -> None:
    made = content(10_000)
    file = tmp_path / "many.html"
    file.write_text(made.document(), encoding="utf-8")
    frame = map_frame(open_page(file.as_uri()))
    frame.get_by_role("combobox", name="Search").press_sequentially("\u0639\u0641\u0631\u064a\u0646")
    expect(frame.locator(".list-heading")).to_contain_text("of 10,000 events match")
    few = int(frame.locator(".list-heading").inner_text().split()[0].replace(",", ""))
    assert 0 < few < 10_000
    frame.get_by_role("combobox", name="Search").press("Escape")
    frame.locator(".filters summary").click()
    category = made.atlas.categories[0]
    number = int(count(frame, category.name).inner_text().replace(",", ""))
    box(frame, category.name).check()
    painted(frame)
    expect(frame.locator(".list-heading")).to_have_text(f"{number:,} of 10,000 events match")
    assert len(frame.evaluate(VISIBLE)) == number


@pytest.mark.parametrize("size", [(1280, 720), (360, 640)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_while_the_lists_are_open_chips_and_the_number_left_stay_in_sight(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]})
    frame = map_frame(page)
    if size[0] < 760:
        page.get_by_role("button", name="Events", exact=True).click()
    frame.locator(".filters summary").click()
    first = atlas().categories[0]
    box(frame, first.name).check()
    found = len(event_ids(categories=[first.id]))
    done = frame.get_by_role("button", name=f"Show {found} events", exact=True)
    for chip_or_button in (done, frame.get_by_role("button", name=f"Remove {first.name}")):
        expect(chip_or_button).to_be_in_viewport(ratio=1)
    frame.locator(".panel").evaluate("(panel) => panel.scrollBy(0, 120)")
    expect(done).to_be_in_viewport(ratio=1)
    done.click()
    expect(done).to_be_hidden()
    expect(frame.locator(".list-heading")).to_be_focused()
