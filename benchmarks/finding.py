"""Benchmark of search and filters, to the painted list and frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.content import content
from benchmarks.measure import Times, fresh_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

TYPED = ("kobane", "\u0639\u0641\u0631\u064a\u0646", "peshmerga", "kobne", "civilians")
"""What is typed, letter by letter; one is misspelt, so that what may have been meant is looked for."""

ROUNDS = 2
WORDS = ".search-input"
TYPE = """([input, text]) => window.timeList(() => {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
})"""
SWITCH = "(box) => window.timeStep(() => box.click())"


def measure_finding(browser: Browser, folder: Path, size: int) -> tuple[Times, Times]:
    """Return the times of letters to their list, of filters to their frame."""
    path = folder / f"finding-{size}.html"
    path.write_text(content(size).document(), encoding="utf-8")
    with fresh_page(browser, watched=False) as page:
        page.goto(path.as_uri())
        page.wait_for_function("window.timemap !== undefined")
        letters = [time for _ in range(ROUNDS) for word in TYPED for time in type_word(page, word)]
        filters = [time for _ in range(ROUNDS) for time in switch_filters(page)]
    return Times(tuple(letters)), Times(tuple(filters))


def type_word(page: Page, word: str) -> list[float]:
    """Return the milliseconds of each letter of a word.

    The field is left empty.
    """
    field = page.locator(WORDS).element_handle()
    times = [float(page.evaluate(TYPE, [field, word[:end]])) for end in range(1, len(word) + 1)]
    page.evaluate(TYPE, [field, ""])
    return times


def switch_filters(page: Page) -> list[float]:
    """Return the milliseconds of switching each filter on and off again."""
    boxes = page.locator(".filter-row input").element_handles()
    return [float(page.evaluate(SWITCH, box)) for box in boxes for _ in range(2)]
