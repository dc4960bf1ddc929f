"""While the date is dragged nothing goes to the server, and after the release list and counts follow at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.measure import Times, forget, fresh_page, told
from benchmarks.opening import ANY_EVENTS
from benchmarks.release import place_of, served
from tests.browser.app_page import Traffic, settled_map
from tests.browser.server import ROOT, running_app
from tests.browser.timemap_page import centre_of, thumb

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

MOVES = 40
ROUNDS = 6
WORDS = ("kobane", "ypg", "afrin", "aleppo", "peshmerga", "manbij")
LIST_OF_DAY = "(said, words) => said.list?.includes(words)"
OTHER_COUNTS = "(said, before) => said.counts !== undefined && !before.includes(said.counts)"


def measure_ours(browser: Browser, folder: Path) -> tuple[int, Times, Times]:
    """Return the messages sent while dragging, and the times from a release to list and from a search to the counts."""
    with running_app(ROOT / "app.py", folder / "app.txt") as url, fresh_page(browser) as page:
        traffic = Traffic()
        traffic.attach(page)
        page.goto(url)
        told(page, ANY_EVENTS)
        frame = settled_map(page)
        x, y = centre_of(thumb(frame))
        page.mouse.move(x, y)
        page.mouse.down()
        before = len(traffic.sent)
        drag(page, x, x + 200, y)
        sent = len(traffic.sent) - before
        page.mouse.up()
        lists = [list_after_release(page, 20 * turn + 20) for turn in range(ROUNDS)]
        counts = [counts_after_search(page, words) for words in WORDS]
    return sent, Times(tuple(lists)), Times(tuple(counts))


def measure_theirs(browser: Browser, folder: Path) -> int:
    """Return the messages that st_folium's app sends while its slider is dragged; its map stands still then."""
    with served(folder, "whole_map") as url, fresh_page(browser) as page:
        traffic = Traffic()
        traffic.attach(page)
        page.goto(url)
        told(page, ANY_EVENTS)
        x, y = place_of(page, 0)
        page.mouse.move(x, y)
        page.mouse.down()
        before = len(traffic.sent)
        drag(page, x, place_of(page, 20)[0], y)
        sent = len(traffic.sent) - before
        page.mouse.up()
    return sent


def drag(page: Page, start: float, end: float, y: float) -> None:
    """Move the mouse from ``start`` to ``end``, a frame for each of the moves."""
    for move in range(1, MOVES + 1):
        page.mouse.move(start + (end - start) * move / MOVES, y)
        page.evaluate("() => new Promise(requestAnimationFrame)")


def list_after_release(page: Page, distance: float) -> float:
    """Return the milliseconds from letting the thumb go until the list is that of its day; 0 where it already was."""
    frame = settled_map(page)
    x, y = centre_of(thumb(frame))
    page.mouse.move(x, y)
    page.mouse.down()
    forget(page)
    page.mouse.move(x + distance, y)
    page.mouse.up()
    released = told(page, "(said) => said.released > 0")
    words = str(frame.evaluate("document.querySelector('.flag-date').textContent"))
    return max(0.0, told(page, LIST_OF_DAY, words) - released)


def counts_after_search(page: Page, words: str) -> float:
    """Return the milliseconds from Enter in the search until the page counts what was found."""
    box = page.get_by_role("textbox", name="Search")
    box.fill(words)
    before = page.locator('[data-testid="stSidebar"]').get_by_text(" events, ").inner_text()
    forget(page)
    box.press("Enter")
    return told(page, OTHER_COUNTS, before) - float(page.evaluate("window.released"))
