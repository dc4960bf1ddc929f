"""Benchmark of dragging the date: messages, list, filters, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.measure import ANY_EVENTS, Times, forget, fresh_page, told
from benchmarks.release import place_of, served
from tests.browser.app_page import Traffic, settled_map
from tests.browser.app_server import running_app
from tests.browser.map_page import centre_of, thumb
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Locator, Page

MOVES = 40
ROUNDS = 6
WORDS = ("kobane", "ypg", "afrin", "aleppo", "peshmerga", "manbij")
LIST_OF_DAY = "(said, words) => said.list?.includes(words)"
SEEN = "window.timemap.visibleEvents().length"
SEARCH = """(box, words) => window.timeStep(() => {
  box.value = words;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
})"""
SWITCH = "(box) => window.timeStep(() => box.click())"


def measure_ours(browser: Browser, folder: Path) -> tuple[int, Times]:
    """Return the messages while dragging, and the times to the list.

    The times count from a release to the list of its day.
    """
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
    return sent, Times(tuple(lists))


def measure_filters(browser: Browser, folder: Path) -> tuple[Times, Times]:
    """Return the times of filters and searches in the app, until painted."""
    with running_app(ROOT / "app.py", folder / "app.txt") as url, fresh_page(browser) as page:
        page.goto(f"{url}/?mode=range")
        frame = settled_map(page)
        boxes = frame.locator(".filters .filter-row input")
        switched = [timed(frame, boxes.nth(place), SWITCH) for place in range(ROUNDS) for _ in ("on", "off")]
        box = frame.get_by_role("combobox", name="Search")
        searched = [timed(frame, box, SEARCH, words) for words in WORDS]
    return Times(tuple(switched)), Times(tuple(searched))


def timed(frame: Frame, box: Locator, step: str, argument: str = "") -> float:
    """Return the milliseconds that a step takes until its frame is painted.

    Raises:
        RuntimeError: if the map does not show other events then, as it does after each of these steps.
    """
    before = frame.evaluate(SEEN)
    time = float(box.evaluate(step, argument))
    if frame.evaluate(SEEN) == before:
        message = f"the map still shows {before} events"
        raise RuntimeError(message)
    return time


def measure_theirs(browser: Browser, folder: Path) -> int:
    """Return the messages of st_folium's app while its slider is dragged.

    Its map stands still then.
    """
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
    """Return the milliseconds from a release to the list of its day.

    They are 0 where the list already was that of the day.
    """
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
