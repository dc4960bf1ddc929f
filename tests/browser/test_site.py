"""The site in a real browser, from a folder and from a plain web host: walked with keys, never asking outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.dates.wording import day_in_words
from tests import project_data
from tests.browser.file_server import hosted
from tests.browser.map_page import await_moment, map_frame, moment
from tests.browser.waiting import await_value
from tests.project_data import atlas
from timemap.site.pages import NAVIGATION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage

LESSONS = [read.lesson for read in project_data.lessons()]
PAGES = ("index.html", *(name for name, _ in NAVIGATION if name != "map.html"), "help/research/tables.html")
SIZES = ((1280, 720), (1920, 1080), (360, 640))


@pytest.fixture(scope="module", params=["folder", "host"])
def site(request: pytest.FixtureRequest, site_folder: Path) -> Iterator[str]:
    """Give the address of the site: in a folder, and on a plain web host."""
    if request.param == "folder":
        yield site_folder.as_uri()
        return
    with hosted(site_folder) as address:
        yield address


def overflow(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def on_the_map(page: Page) -> None:
    """Return as soon as the map is there."""
    await_value(page, "whether the map has begun", "window.timemap !== undefined", value=True)


def test_keys_lead_from_the_first_page_through_all_others(open_page: OpenPage, site: str) -> None:
    page = open_page(f"{site}/index.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    for _, name in NAVIGATION[1:]:
        page.get_by_role("navigation", name="Pages").get_by_role("link", name=name).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
        expect(page.locator("nav [aria-current=page]")).to_have_text(name)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_no_page_is_wider_than_its_window(open_page: OpenPage, site_folder: Path, size: tuple[int, int]) -> None:
    page = open_page((site_folder / PAGES[0]).as_uri(), viewport={"width": size[0], "height": size[1]})
    for name in PAGES:
        page.goto((site_folder / name).as_uri())
        assert overflow(page) == 0, name


def test_a_lesson_starts_on_the_map_and_leads_back(open_page: OpenPage, site: str) -> None:
    lesson = LESSONS[-1]
    page = open_page(f"{site}/lessons.html")
    page.get_by_role("link", name=f"Start: {lesson.title}").click()
    on_the_map(page)
    heading = page.get_by_role("region", name="Lesson").get_by_role("heading", level=2)
    expect(heading).to_have_text(lesson.title)
    page.keyboard.press("PageDown")
    expect(heading).to_have_text(lesson.scenes[0].title)
    page.keyboard.press("Escape")  # a lesson fills the window at first
    page.get_by_role("link", name="All pages").click()
    expect(page.get_by_role("link", name="Open the map")).to_be_visible()


def test_a_scene_opens_on_its_day(open_page: OpenPage, site: str) -> None:
    lesson = LESSONS[0]
    page = open_page(f"{site}/lessons.html")
    page.locator(f"#{lesson.id}").get_by_role("link", name=lesson.scenes[6].title).click()
    on_the_map(page)
    await_moment(page.main_frame, lesson.scenes[6].day.isoformat())
    heading = page.get_by_role("region", name="Lesson").get_by_role("heading", level=2)
    expect(heading).to_have_text(lesson.scenes[6].title)


def test_an_event_of_a_claim_is_one_click_away_on_the_map(open_page: OpenPage, site: str) -> None:
    event = atlas().event("kobane-city-recaptured")
    page = open_page(f"{site}/claims.html")
    page.locator("#claim-01").get_by_role("link", name=event.title, exact=True).click()
    on_the_map(page)
    expect(page.get_by_role("region", name="Selected event").get_by_role("heading", level=2)).to_have_text(event.title)
    await_moment(page.main_frame, event.start.isoformat())
    expect(page.locator(".flag-date")).to_have_text(day_in_words(event.start))


def test_another_day_in_the_address_is_followed_and_two_days_are_compared(
    open_page: OpenPage, site_folder: Path
) -> None:
    page = open_page((site_folder / "map.html").as_uri() + "#moment=2018-03-24")
    assert moment(map_frame(page)) == "2018-03-24"
    page.goto((site_folder / "map.html").as_uri() + "#moment=2019-11-01&compare=2018-03-24")
    days = "[window.timemap?.moment, window.timemap?.compare]"
    await_value(page, "the two days of the map", days, ["2019-11-01", "2018-03-24"])
    expect(page.locator(".divider-left")).to_have_text("1 November 2019")
    expect(page.locator(".divider-right")).to_have_text("24 March 2018")


def test_who_judges_first_does_not_see_the_record(open_page: OpenPage, site_folder: Path) -> None:
    page = open_page((site_folder / "claims.html").as_uri())
    records = page.locator(".record")
    seen = records.filter(visible=True)
    expect(records.first).to_be_visible()
    page.get_by_role("checkbox").check()
    expect(seen).to_have_count(0)
    page.get_by_role("checkbox").uncheck()
    expect(seen).to_have_count(records.count())
