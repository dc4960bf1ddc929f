"""Sources and terms can be read, searched, printed and gone through by keyboard, and lead to the day on the map."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from geodata.dates.wording import day_in_words
from tests.browser.app_page import at_rest, await_address, unfold
from tests.browser.map_page import await_moment, map_frame
from tests.browser.waiting import await_truth
from tests.project_data import atlas

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

SIZES = {"desktop": {"width": 1280, "height": 720}, "projector": {"width": 1920, "height": 1080}}
PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
PARTS = {
    "Sources": "Sources",
    "Contested terms": "Contested terms",
    "Method": "How areas are derived",
    "Data coverage": "Data coverage",
    "Licences": "Licences",
}
"""Names of the tabs, each with the heading of what it opens."""

FIRST_GUESS = "/sources_and_words/_stcore/"
"""Where Streamlit looks for its server first when a visit begins on this page; it finds it one step higher."""

CUT = """
() => [...document.querySelectorAll('[data-testid="stMain"] *')]
  .filter((node) => node.clientWidth > 0 && node.innerText?.trim())
  .filter((node) => {
    const cut = node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== "visible";
    return cut || node.getBoundingClientRect().right > innerWidth + 1;
  })
  .map((node) => node.innerText.trim().slice(0, 60))
"""


def visited(open_page: OpenPage, app_url: str, watch: Watch, params: str = "", **options: Any) -> Page:  # noqa: ANN401 # Playwright's own options
    """Return the page as it is when a visit begins on it."""
    page = open_page(f"{app_url}/sources_and_words{params}", **options)
    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    at_rest(page)
    watch.forgive(FIRST_GUESS)
    return page


def turn_to(page: Page, part: str) -> None:
    page.get_by_role("tab", name=part).click()
    expect(page.get_by_role("heading", level=2, name=PARTS[part]).first).to_be_visible()
    at_rest(page)


def cut_words(page: Page) -> list[str]:
    """Return what cannot be read whole because it does not fit where it stands."""
    found: list[str] = page.evaluate(CUT)
    return found


@pytest.mark.parametrize("options", [{"viewport": SIZES["desktop"]}, {"viewport": SIZES["projector"]}, PHONE])
def test_no_word_is_cut_and_headings_go_down_one_by_one(
    options: dict[str, Any], open_page: OpenPage, app_url: str, watch: Watch
) -> None:
    page = visited(open_page, app_url, watch, **options)
    for part in PARTS:
        turn_to(page, part)
        await_truth(
            page, f"no word of {part} to be cut", f"() => ({CUT.strip()})().length === 0", instead=f"({CUT.strip()})()"
        )
        levels = [
            int(name[1])
            for name in page.locator("h1, h2, h3, h4, h5, h6").evaluate_all("all => all.map(e => e.tagName)")
        ]
        assert levels[:2] == [1, 2]
        assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


def test_a_cut_word_is_found(open_page: OpenPage, app_url: str, watch: Watch) -> None:
    page = visited(open_page, app_url, watch)
    page.locator("h1").evaluate(
        "(node) => { node.style.cssText = 'width: 3rem; overflow: hidden; white-space: nowrap'; }"
    )
    assert "Sources and terms" in cut_words(page)


def test_all_that_is_opened_is_printed(open_page: OpenPage, app_url: str, watch: Watch) -> None:
    page = visited(open_page, app_url, watch, "?part=Words")
    topics = {term.topic for term in atlas().terms}
    expect(page.locator("details[open]")).to_have_count(1)
    page.get_by_text("Open all").click()
    expect(page.locator("details[open]")).to_have_count(len(topics))
    page.emulate_media(media="print")
    wordings = page.locator("details > div li:not(li li)")
    assert wordings.count() == len(atlas().terms)
    assert all(wording.is_visible() for wording in wordings.all())
    beyond = "document.querySelector('[data-testid=stMain]').scrollHeight - document.body.scrollHeight"
    await_truth(page, "all to be on paper", f"() => {beyond} <= 1", instead=beyond)
    expect(wordings.last).to_be_visible()


def test_a_search_by_keyboard_opens_what_it_finds(open_page: OpenPage, app_url: str, watch: Watch) -> None:
    page = visited(open_page, app_url, watch)
    tabs = page.get_by_role("tab")
    tabs.first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name=PARTS["Contested terms"])).to_be_visible()
    page.keyboard.press("Tab")
    search = page.get_by_role("searchbox", name="Search terms")
    while not search.evaluate("(node) => node === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.type("عين العرب")
    page.keyboard.press("Enter")
    await_address(page, "term-words", "عين العرب")
    expect(page.locator("details").first).to_contain_text("Name of the city of Kobane")
    closed = page.locator("details:not([open])")
    expect(closed).to_have_count(0)


def test_a_statement_leads_to_its_day_on_the_map(open_page: OpenPage, app_url: str, watch: Watch) -> None:
    page = visited(open_page, app_url, watch, "?part=Data+coverage")
    statement = next(row for row in atlas().statements if row.kind == "disagreement" and row.moment)
    item = page.locator("li").filter(has_text=statement.text)
    with page.expect_popup() as opened:
        item.get_by_role("link", name="Map on").click()
    frame = map_frame(opened.value)
    await_moment(frame, str(statement.moment))
    assert statement.moment is not None
    expect(frame.locator(".flag-date")).to_have_text(day_in_words(statement.moment))


def test_filters_and_part_come_back_from_the_map_and_in_another_browser(
    open_page: OpenPage, app_url: str, watch: Watch
) -> None:
    page = visited(open_page, app_url, watch)
    unfold(page, page.get_by_text("Filter by type of publisher"))
    page.get_by_role("button", name="State media").click()
    await_address(page, "source-kinds", "State media")
    count = page.get_by_text("sources: State media")
    said = count.inner_text()
    page.get_by_role("link", name="Map", exact=True).click()
    map_frame(page)
    at_rest(page)
    page.get_by_role("link", name="Sources and terms").click()
    expect(count).to_have_text(said)
    await_address(page, "source-kinds", "State media")
    elsewhere = visited(open_page, app_url, watch, page.url.partition("sources_and_words")[2])
    expect(elsewhere.get_by_text("sources: State media")).to_have_text(said)
