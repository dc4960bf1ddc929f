"""The charts of the page of numbers are painted, lead to the map, can be taken home, and fit a telephone."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import defusedxml.ElementTree as Xml
import pytest
from PIL import Image
from playwright.sync_api import expect

from geodata.dates.wording import day_in_words
from tests.browser.app_page import at_rest
from tests.browser.map_page import await_moment, box_of, map_frame
from tests.browser.waiting import await_truth
from tests.project_data import areas, atlas
from timemap.charts.sentences import measured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Locator, Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

    Opener = Callable[..., Page]

PARTS = ("areas", "zones", "distances", "events", "changes")
PHONE = 360
"""CSS pixels."""

MARKS = """(drawing) => {
  const marks = [...drawing.querySelectorAll(".marks path")].filter((mark) => {
    const { fill, fillOpacity, opacity } = getComputedStyle(mark);
    const { width, height } = mark.getBoundingClientRect();
    return fill !== "none" && fillOpacity * opacity > 0 && width > 0 && height > 0;
  });
  return new Set(marks.map((mark) => getComputedStyle(mark).fill)).size;
}"""
CUT = """() => [...document.querySelectorAll(".stMain :is(h1, h2, h3, p, li, button, svg.marks)")]
  .filter((part) => part.checkVisibility() && !part.closest('[role="tablist"], [data-testid="stDataFrame"]'))
  .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 || part.scrollWidth > part.clientWidth + 1)
  .map((part) => part.textContent)"""

WIDTHS = """Array.from(
  document.querySelectorAll('[class*="st-key-chart-NAME-"] svg.marks'), (chart) => chart.getBoundingClientRect().width
)"""


@pytest.fixture
def numbers(open_page: OpenPage, app_url: str, watch: Watch) -> Iterator[Opener]:
    """Open the page under its own address, where Streamlit first looks for its server and finds none."""
    own = f"{app_url}/territory"

    def opened(**options: object) -> Page:
        page = open_page(own, **options)
        await_part(page, PARTS[0])
        return page

    yield opened
    watch.forgive(f"{own}/_stcore/")


def await_part(page: Page, name: str) -> None:
    """Return when a part is complete."""
    expect(page.locator(f".st-key-downloads-{name}")).to_be_visible()
    at_rest(page)
    expect(charts(page, name)).to_have_count(page.locator(f'[class*="st-key-chart-{name}-"]').count())


def charts(page: Page, name: str) -> Locator:
    return page.locator(f'[class*="st-key-chart-{name}-"] svg.marks')


def tabs(page: Page) -> Locator:
    return page.get_by_role("tab")


def taken(page: Page, label: str) -> tuple[str, bytes]:
    """Return the name of the file that a button gives, and what is in it."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label, exact=True).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def test_every_chart_is_painted_and_the_parts_are_reached_with_keys(numbers: Opener) -> None:
    page = numbers()
    expect(tabs(page)).to_have_count(len(PARTS) + 1)
    for number, name in enumerate(PARTS):
        # Streamlit may take the focus off the tab as it draws its part, so each key is pressed on the tab itself.
        expect(tabs(page).nth(number)).to_have_attribute("aria-selected", "true")
        await_part(page, name)
        assert charts(page, name).count() > 1
        assert all(chart.evaluate(MARKS) > 0 for chart in charts(page, name).all())
        at_rest(page)
        tabs(page).nth(number).press("ArrowRight")
    expect(tabs(page).nth(len(PARTS))).to_have_attribute("aria-selected", "true")


def test_a_click_tells_what_held_then_and_its_day_opens_the_map(numbers: Opener) -> None:
    page = numbers()
    part = page.locator('[class*="st-key-chart-areas-"]').first
    chart = box_of(part.locator("svg.marks"))
    page.mouse.click(chart["x"] + 0.6 * chart["width"], chart["y"] + 0.4 * chart["height"])
    expect(part.get_by_role("link")).to_have_count(2)
    told = part.get_by_role("link").first
    day = next(day for day in areas().days if day_in_words(day) == told.inner_text())
    link = part.get_by_role("link", name=f"Open the map on {day_in_words(day)}")
    size = next(area.km2 for area in areas().on(day) if area.controller == atlas().controllers[0].id)
    expect(part.locator("p").last).to_contain_text(f"{measured(size, 'km²')} (")
    link.focus()
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    frame = map_frame(opened.value)
    await_moment(frame, day.isoformat())
    expect(frame.locator(".flag-date")).to_have_text(day_in_words(day))


def test_table_picture_and_drawing_are_what_they_say(numbers: Opener) -> None:
    page = numbers()
    name, table = taken(page, "Table (CSV)")
    assert name.startswith("areas-2014-01-01-to-")
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    named = {row["name"] for row in rows}
    assert {controller.name for controller in atlas().controllers} <= named
    assert {"YPG and allied groups", "Nusra Front"} <= named
    assert all(float(row["low_km2"]) <= float(row["km2"]) <= float(row["high_km2"]) for row in rows if row["low_km2"])
    name, picture = taken(page, "Picture (PNG)")
    assert name.endswith(".png")
    with Image.open(io.BytesIO(picture)) as opened:
        assert opened.format == "PNG"
        assert opened.width > 2000
    name, drawing = taken(page, "Vector drawing (SVG)")
    assert name.endswith(".svg")
    written = " ".join(Xml.fromstring(drawing).itertext())
    squeezed = " ".join(written.split())
    assert all(controller.name in squeezed for controller in atlas().controllers)


def test_on_a_telephone_nothing_is_cut_off(numbers: Opener) -> None:
    page = numbers(viewport={"width": PHONE, "height": 640}, has_touch=True)
    for number, name in enumerate(PARTS):
        tabs(page).nth(number).click()
        await_part(page, name)
        widths = WIDTHS.replace("NAME", name)
        wide = f"(least) => {widths}.every((width) => width > least)"
        await_truth(page, f"the charts of {name} to be as wide as the page", wide, 0.85 * PHONE, widths)
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
