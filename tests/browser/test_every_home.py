"""The range, the filters and the search are used alike in the app, in an exported file and on the static site."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import await_events, settled_map
from tests.browser.expected import event_ids
from tests.browser.map_page import box_of, centre_of, map_frame, painted, state_of
from tests.browser.waiting import await_truth
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Page

    from tests.browser.conftest import Export, OpenPage


@pytest.fixture(params=["app", "file", "site"])
def home(request: pytest.FixtureRequest, open_page: OpenPage, export: Export, site_folder: Path) -> Page:
    """Return a page with the map, in each of its homes."""
    if request.param == "app":
        page = open_page(request.getfixturevalue("app_url"))
        settled_map(page)
        return page
    if request.param == "file":
        return open_page(export().as_uri())
    return open_page((site_folder / "map.html").as_uri())


def await_params(page: Page, wanted: dict[str, str]) -> None:
    """Return as soon as the address of the page holds the state, after "?" in the app and after "#" elsewhere."""
    sorted_address = "[...new URLSearchParams(location.search || location.hash.slice(1))].sort()"
    same = f"(wanted) => JSON.stringify({sorted_address}) === JSON.stringify(wanted)"
    await_truth(page, "the address of the page", same, sorted(map(list, wanted.items())), instead="location.href")
    address = urlsplit(page.url)
    assert parse_qs(address.query or address.fragment) == {name: [value] for name, value in wanted.items()}


def drag_last_day(frame: Frame, share: float) -> date:
    """Drag the handle of the last day to a share of the strip, and return the day that it then stands at."""
    mouse = frame.page.mouse
    strip = box_of(frame.locator(".slider-strip"))
    x, y = centre_of(frame.get_by_role("slider", name="Last day of the date range"))
    mouse.move(x, y)
    mouse.down()
    for step in range(1, 6):
        mouse.move(x + (strip["x"] + strip["width"] * share - x) * step / 5, y)
    painted(frame)
    mouse.up()
    painted(frame)
    return date.fromisoformat(state_of(frame)["to"])


def test_a_range_two_categories_and_words_are_set_shown_and_taken_back(home: Page) -> None:
    frame = map_frame(home)
    painted(frame)
    last = drag_last_day(frame, 0.4)
    assert date(2015, 1, 1) < last < date(2021, 1, 1)
    await_events(frame, event_ids(last=last))
    await_params(home, {"to": str(last)})
    first, second = atlas().categories[:2]
    frame.locator(".filters summary").click()
    for category in (first, second):
        frame.get_by_role("checkbox", name=category.name).check()
    both = [first.id, second.id]
    await_events(frame, event_ids(last=last, categories=both))
    await_params(home, {"to": str(last), "categories": ",".join(both)})
    frame.get_by_role("combobox", name="Search").fill("kobane")
    ids = event_ids(last=last, categories=both, words="kobane")
    await_events(frame, ids)
    expect(frame.get_by_role("heading", name=f"{len(ids)} of {len(atlas().events)} events match")).to_be_visible()
    await_params(home, {"to": str(last), "categories": ",".join(both), "words": "kobane"})
    home.go_back()
    await_events(frame, event_ids(last=last, categories=both))
    expect(frame.get_by_role("combobox", name="Search")).to_have_value("")
    frame.get_by_role("button", name="Clear all").click()
    frame.get_by_role("button", name="Reset").click()
    await_params(home, {})


def test_a_handle_moves_by_keys(home: Page) -> None:
    frame = map_frame(home)
    handle = frame.get_by_role("slider", name="First day of the date range")
    before = date.fromisoformat(state_of(frame)["from"])
    handle.press("ArrowRight")
    handle.press("ArrowRight")
    painted(frame)
    after = date.fromisoformat(state_of(frame)["from"])
    assert (after - before).days == 2
    await_params(home, {"from": str(after)})
    await_events(frame, event_ids(first=after))
    home.go_back()
    await_params(home, {})
