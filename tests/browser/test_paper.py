"""On paper the document is a page: the day, map and legend, then all events that are seen with their sources."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.app_page import await_address, settled_map
from tests.browser.map_page import go_to, map_frame, painted, set_state, visible_events
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage

A4_BETWEEN_MARGINS = 718
"""Width of an A4 page less 10 mm on both sides, in CSS pixels."""
BOX = """(part) => {
  const { left, right, top, bottom } = part.getBoundingClientRect();
  return [left, top, right, bottom];
}"""
LAND = """() => [".leaflet-base-pane canvas", ".leaflet-areas-pane canvas"].map((name) => {
  const canvas = document.querySelector(name);
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, at) => at % 4 === 3 && value > 0);
})"""
PRESS = "button:not(.legend-switch), select, input, .slider, .leaflet-control-zoom"


def test_the_printed_page_holds_map_legend_events_and_sources(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 1500, "height": 800})
    frame = map_frame(page)
    go_to(frame, "2018-04-01")
    page.get_by_label("Events shown", exact=True).select_option("Up to this day")
    painted(frame)
    shown = visible_events(frame)
    assert len(shown) > 40
    view = frame.evaluate("[window.map_time.getCenter(), window.map_time.getZoom()]")
    page.emulate_media(media="print")
    painted(frame)
    expect(page.locator(".plate-day")).to_have_text("1 April 2018")
    expect(page.locator(".row")).to_have_count(len(shown))
    assert page.locator(".row").evaluate_all("(rows) => rows.map((row) => row.dataset.event)") == shown
    sources = page.locator(".row .sources a").evaluate_all("(links) => links.map((link) => link.href)")
    known = atlas()
    addresses = [known.source(source).url for name in shown for source in known.event(name).sources]
    assert len(sources) == len([address for address in addresses if address.startswith("http")])
    legend = page.get_by_role("region", name="Legend")
    for heading in ("Areas", "Events", "Border"):
        expect(legend.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    assert [text for part in page.locator(PRESS).all() if part.is_visible() for text in [part.inner_text()]] == [
        known.event(name).title for name in shown
    ]
    assert frame.evaluate(LAND) == [True, True]
    parts = page.locator(".head, .folium-map, .plate, .legend-part, .row, .foot").all()
    boxes = [part.evaluate(BOX) for part in parts]
    assert max(box[2] for box in boxes) - min(box[0] for box in boxes) <= A4_BETWEEN_MARGINS
    ground, plate = page.locator(".folium-map").evaluate(BOX), page.locator(".plate").evaluate(BOX)
    first = page.locator(".legend-part").first.evaluate(BOX)
    assert plate[3] <= ground[1] < ground[3] <= first[1]
    page.emulate_media(media="screen")
    painted(frame)
    expect(page.locator(".row")).to_have_count(40)  # those in sight and some beside them
    expect(page.locator(".slider-strip")).to_be_visible()
    assert frame.evaluate("[window.map_time.getCenter(), window.map_time.getZoom()]") == view


def test_a_printer_gets_a_handful_of_pages(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), color_scheme="dark")
    map_frame(page)
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    assert len(printed) < 5_000_000
    assert 2 <= printed.count(b"/Type /Page\n") <= 12
    expect(page.locator("html.on-paper")).to_have_count(0)


def test_what_is_searched_and_filtered_stands_on_the_paper(open_page: OpenPage, document_path: Path) -> None:
    category = atlas().categories[0]
    address = f"{document_path.as_uri()}#to=2018-12-31&words=afrin&categories={category.id}&wrong=1"
    page = open_page(address)
    frame = map_frame(page)
    expect(page.get_by_role("alert")).to_be_visible()
    page.emulate_media(media="print")
    painted(frame)
    for words in (category.name, "31 December 2018", "afrin"):
        expect(page.get_by_role("list", name="Active filters")).to_contain_text(words)
    expect(page.locator(".chip-sign").first).to_be_hidden()
    expect(page.get_by_role("combobox", name="Search")).to_be_hidden()
    expect(page.locator(".notice")).to_be_hidden()


def tight(text: str) -> str:
    """Return a text without its spaces and ligatures, which paper sets anew."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def printed(page: Page) -> str:
    """Return what stands on the paper when a page is printed."""
    reader = PdfReader(BytesIO(page.pdf(format="A4")))
    return tight(" ".join(sheet.extract_text() for sheet in reader.pages))


def test_the_legend_is_on_paper_however_small_the_window_is(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 600, "height": 700})
    map_frame(page)
    assert tight("Weak evidence") in printed(page)


def test_the_app_prints_the_map_its_legend_and_all_events_of_the_list(open_page: OpenPage, app_url: str) -> None:
    known = atlas()
    page = open_page(f"{app_url}/?to=2015-12-31")
    frame = settled_map(page)
    shown = visible_events(frame)
    assert len(shown) > 40, "more than a page of the list"
    paper = printed(page)
    for name in shown:
        event = known.event(name)
        assert tight(event.title) in paper
        for source in event.sources:
            assert tight(known.source(source).url) in paper
    for words in ("6 October 2014", f"{len(shown)} events"):
        assert tight(words) in paper
    chosen = known.event(shown[5])
    set_state(frame, words=chosen.title, event=chosen.id)
    await_address(page, "event", chosen.id)
    left = visible_events(frame)
    assert chosen.id in left
    paper = printed(page)
    assert [name for name in shown if tight(known.event(name).title) in paper] == left
    assert tight(chosen.summary) in paper
    expect(page.locator(".paper")).to_be_hidden()
