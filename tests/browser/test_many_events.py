"""Very many events are counted in cells, and each can still be reached: by its cell, the list and the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from benchmarks.many import document
from tests.browser.map_page import map_frame, painted
from tests.browser.waiting import await_value

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import OpenPage

SIZE = 20_000
FOCUSED = "document.activeElement.closest('.row')?.getAttribute('aria-posinset')"
SCROLL = "(list, to) => { list.scrollTop = to * list.scrollHeight; }"


def test_a_crowd_of_events_is_counted_and_each_can_be_reached(open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "crowd.html"
    file.write_text(document(SIZE), encoding="utf-8")
    page = open_page(file.as_uri(), viewport={"width": 1280, "height": 720})
    frame = map_frame(page)
    page.get_by_label("Events shown", exact=True).select_option("All in the range")
    expect(page.locator(".list-heading")).to_have_text(f"All {SIZE:,} events")
    frame.evaluate("window.map_time.setZoom(6, { animate: false })")
    painted(frame)
    counts = frame.evaluate("window.timemap.counts()")
    assert sum(cell["count"] for cell in counts) == SIZE

    frame.evaluate("window.map_time.setZoom(9, { animate: false })")
    painted(frame)
    counts = frame.evaluate("window.timemap.counts()")
    cell = min(counts, key=lambda cell: abs(cell["at"][0] - 480) + abs(cell["at"][1] - 250))
    assert 1 < cell["count"] < sum(cell["count"] for cell in counts) < SIZE
    page.locator(".folium-map").click(position={"x": cell["at"][0], "y": cell["at"][1]})
    opened = page.get_by_role("dialog", name=f"{cell['count']} events here")
    expect(opened.get_by_role("listitem")).to_have_count(cell["count"])
    opened.get_by_role("button", name="Close").click()

    rows, window = page.locator(".row"), page.locator(".list-window")
    assert rows.count() == 40
    window.evaluate(SCROLL, 1)
    expect(rows.last).to_have_attribute("aria-posinset", str(SIZE))
    expect(rows.last).to_be_in_viewport()
    expect(rows.last.get_by_role("button")).to_have_text(f"Made-up event {SIZE - 1}")
    window.evaluate(SCROLL, 0)
    expect(rows.first).to_have_attribute("aria-posinset", "1")
    assert rows.first.get_attribute("aria-setsize") == str(SIZE)
    rows.first.get_by_role("button").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
    await_value(frame, "the row that has the focus", FOCUSED, "61")
    expect(page.locator(".row:focus-within")).to_be_in_viewport()
    assert rows.count() == 40
