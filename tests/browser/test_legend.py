"""The legend explains what is seen, in the words that the map uses elsewhere."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import expect
from shapely import box, maximum_inscribed_circle

from geodata.records.fields import Confidence
from tests.browser.map_page import box_of, go_to, map_frame, painted, set_state, state_of, visible_events
from tests.browser.waiting import await_value
from tests.project_data import areas, atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame

    from tests.browser.conftest import Export, OpenPage

AT = """([lat, lon]) => {
  const box = window.map_time.getContainer().getBoundingClientRect();
  const { x, y } = window.map_time.latLngToContainerPoint([lat, lon]);
  return [box.x + x, box.y + y];
}"""
OPAQUE = """(pane) => {
  const canvas = document.querySelector(`.leaflet-${pane}-pane canvas`);
  const { x: wide, y: high } = window.map_time.getSize();
  const ratio = canvas.width / parseFloat(canvas.style.width);
  const [left, top] = [(canvas.width - wide * ratio) / 2, (canvas.height - high * ratio) / 2];
  const { data } = canvas.getContext("2d").getImageData(left, top, wide * ratio, high * ratio);
  let count = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] > 40) count += 1;
  return count;
}"""
"""Number of pixels of the window on which a pane has drawn something."""

SEAM = 10
"""Pixels by which what is drawn in parts may differ from what is drawn at once."""

WORDS = {confidence.value: f"{confidence.strength} evidence" for confidence in Confidence}


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    return map_frame(open_page(document_path.as_uri(), viewport={"width": 1920, "height": 1080}))


def await_legend(frame: Frame) -> None:
    """Return as soon as the legend has caught up with the map."""
    expect(frame.locator(".legend:not([aria-busy])")).to_be_visible()


def test_hatching_is_explained_whenever_it_is_seen(document: Frame) -> None:
    legend = document.get_by_role("region", name="Legend")
    go_to(document, "2018-04-01")
    await_legend(document)
    expect(legend.get_by_text("Weak evidence", exact=True)).to_be_visible()
    expect(legend.locator(".swatch-weak")).to_have_count(1)
    expect(legend.get_by_role("heading", name="Areas", exact=True)).to_be_visible()
    document.page.keyboard.press("End")
    expect(legend.get_by_role("heading", name="Areas, as last known")).to_be_visible()
    expect(legend.locator(".swatch-weak")).to_have_count(1)


def test_the_pointer_at_rest_is_told_of_the_area_in_the_words_of_the_legend(document: Frame) -> None:
    known = atlas()
    day = known.setting_day("opening-moment")
    names = {controller.id: known.names.on(controller.id, day) for controller in known.controllers}
    places = {place.id: place.name.split(" (")[0] for place in known.places}
    holds = {hold.place: hold for hold in known.holds if hold.span.covers(day)}
    inland = [cell for cell in areas().cells if box(37.4, 36.1, 39.4, 36.7).contains(cell.shape)]
    for confidence in ("medium", "low"):
        cell = max(
            (cell for cell in inland if holds[cell.place].confidence == confidence), key=lambda one: one.shape.area
        )
        middle = maximum_inscribed_circle(cell.shape).coords[0]
        document.page.mouse.move(*document.evaluate(AT, [middle[1], middle[0]]))
        told = document.locator(".map-hover", has_text=places[cell.place])
        expect(told).to_be_visible()
        expect(told.locator(".map-hover-title")).to_have_text(names[holds[cell.place].controller])
        expect(told).to_contain_text(WORDS[confidence])


def test_the_zones_are_called_what_the_tables_call_them(document: Frame) -> None:
    go_to(document, "2018-04-01")
    legend = document.get_by_role("region", name="Legend")
    expect(legend.get_by_text(atlas().setting("zones-name"), exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_edge_behind_which_there_is_more_lies_in_shadow_on_the_screen_and_not_on_paper(
    scheme: str, open_page: OpenPage, export: Export
) -> None:
    address = export("--moment", "2019-10-08", "--compare", "2019-10-31").as_uri()
    page = open_page(address, color_scheme=scheme, viewport={"width": 390, "height": 844})
    frame = map_frame(page)
    frame.get_by_role("button", name="Legend").click()
    body = frame.locator(".legend-body")
    await_legend(frame)
    assert body.evaluate("(body) => body.scrollHeight > body.clientHeight + 20")

    def in_shadow(scrolled: int) -> tuple[bool, bool]:
        """Return whether the ground left of the words is another just inside the upper and the lower edge."""
        body.evaluate("(body, to) => body.scrollTo(0, to)", scrolled)
        painted(frame)
        seen = Image.open(BytesIO(body.screenshot())).convert("RGB")
        upper, ground, lower = (seen.getpixel((5, y)) for y in (3, seen.height // 2, seen.height - 4))
        return upper != ground, lower != ground

    assert [in_shadow(scrolled) for scrolled in (0, 20, 9999)] == [(False, True), (True, True), (True, False)]
    page.emulate_media(media="print")
    expect(body).to_have_css("background-image", "none")


def test_holders_are_called_by_the_name_that_they_had_on_the_day(document: Frame) -> None:
    legend = document.get_by_role("region", name="Legend")
    go_to(document, "2015-10-10")
    expect(legend.get_by_text("YPG and allied groups", exact=True)).to_be_visible()
    go_to(document, "2015-10-11")
    expect(legend.get_by_text("SDF and self-administration", exact=True)).to_be_visible()
    expect(legend.get_by_text("YPG and allied groups", exact=True)).to_have_count(0)


def test_the_legend_explains_the_symbols_that_are_seen_and_leads_to_all(document: Frame) -> None:
    legend = document.get_by_role("region", name="Legend")
    go_to(document, "2014-10-06")
    await_legend(document)
    known = atlas()
    kinds = {event.categories[0] for event in known.events if event.id in visible_events(document)}
    seen = [category for category in known.categories if category.id in kinds]
    assert 1 < len(seen) < len(known.categories)
    for category in seen:
        if on_the_map(document, category.id):
            expect(legend.get_by_text(category.name, exact=True)).to_be_visible()
    legend.get_by_role("button", name="All symbols").click()
    expect(document.locator(".filters summary")).to_be_focused()
    rows = document.locator(".filter-row", has=document.locator(".symbol"))
    expect(rows.locator(".filter-name")).to_have_text([category.name for category in known.categories])


def on_the_map(frame: Frame, category: str) -> bool:
    """Return whether an event that is seen has the symbol of a category inside the window of the map."""
    shown = [atlas().event(name) for name in visible_events(frame)]
    points = [[event.lat, event.lon] for event in shown if event.categories[0] == category]
    return bool(frame.evaluate("(points) => points.some((at) => window.map_time.getBounds().contains(at))", points))


@pytest.mark.parametrize("mode", ["day", "range"])
@pytest.mark.parametrize("day", ["2014-10-06", "2018-04-01", "2019-11-01", "2026-11-01"])
def test_opened_the_legend_covers_at_most_a_fifth_of_a_small_map_and_shows_all_at_once(
    day: str, mode: str, open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 1280, "height": 720})
    frame = map_frame(page)
    page.get_by_role("button", name="Legend", exact=True).click()
    set_state(frame, moment=day, mode=mode)
    await_legend(frame)
    body = box_of(frame.locator(".legend-body"))
    ground = box_of(frame.locator(".folium-map"))
    assert body["width"] * body["height"] <= ground["width"] * ground["height"] / 5
    assert frame.locator(".legend-body").evaluate("(body) => body.scrollHeight <= body.clientHeight")
    for line in frame.locator(".legend-list li").all():
        expect(line).to_be_in_viewport(ratio=1)


def test_what_is_hidden_is_named_on_the_button(open_page: OpenPage, document_path: Path) -> None:
    frame = map_frame(open_page(document_path.as_uri(), viewport={"width": 1280, "height": 720}))
    set_state(frame, hidden=["events"])
    expect(frame.get_by_role("button", name="Legend: Events hidden", exact=True)).to_be_visible()
    set_state(frame, hidden=["zones", "events"])
    words = f"Legend: {atlas().setting('zones-name')} and 1 more hidden"
    expect(frame.get_by_role("button", name=words, exact=True)).to_be_visible()


def test_a_press_of_a_contested_name_switches_and_the_sign_beside_it_opens_the_note(document: Frame) -> None:
    go_to(document, "2014-10-06")
    await_legend(document)
    legend = document.get_by_role("region", name="Legend")
    legend.get_by_text("Islamic State (ISIS)", exact=True).click()
    assert state_of(document)["hidden"] == ["isis"]
    note = document.get_by_role("dialog", name=re.compile("^Contested term"))
    expect(note).to_be_hidden()
    sign = legend.get_by_role("button", name=re.compile("^Contested term")).first
    sign.focus()
    document.page.keyboard.press("Enter")
    expect(note).to_be_visible()
    assert state_of(document)["hidden"] == ["isis"]


def test_on_a_phone_the_folded_legend_says_how_much_it_explains_and_opens_the_sheet_at_the_symbols(
    open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 360, "height": 640}, has_touch=True)
    frame = map_frame(page)
    await_legend(frame)
    button = page.get_by_role("button", name=re.compile(r"^Legend \(\d+\)$"))
    expect(button).to_have_text(f"Legend ({frame.locator('.legend-list li').count()})")
    button.tap()
    expect(page.get_by_role("button", name="Legend", exact=True)).to_have_attribute("aria-expanded", "true")
    page.get_by_role("button", name="All symbols").tap()
    expect(page.get_by_role("checkbox", name=atlas().categories[0].name)).to_be_in_viewport()


def test_on_paper_the_legend_explains_the_symbols_and_keeps_its_samples(document: Frame) -> None:
    go_to(document, "2014-10-06")
    await_legend(document)
    page = document.page
    page.emulate_media(media="print")
    part = document.locator(".legend-part", has=document.get_by_role("heading", name="Events"))
    expect(part.locator("li .symbol").first).to_be_visible()
    areas_part = document.locator(".legend-part", has=document.get_by_role("heading", name="Areas"))
    expect(areas_part.locator("li .swatch").first).to_be_visible()
    expect(document.get_by_role("button", name="All symbols")).to_be_hidden()
    expect(document.locator(".find")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_symbols_stand_out_from_the_panel(scheme: str, open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), color_scheme=scheme)
    map_frame(page)
    page.locator(".filters summary").click()
    ground = page.locator(".panel").evaluate("(panel) => getComputedStyle(panel).backgroundColor")
    for path in page.locator(".filter-row .symbol path").all():
        rim, inside = path.evaluate("(path) => [getComputedStyle(path).stroke, getComputedStyle(path).fill]")
        assert max(contrast(ground, rim), contrast(ground, inside)) >= 3


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as a browser writes them, by WCAG 2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_an_entry_hides_its_layer_shows_it_alone_and_brings_it_back(document: Frame) -> None:
    legend = document.get_by_role("region", name="Legend")
    go_to(document, "2014-10-06")
    await_legend(document)

    def areas_drawn() -> int:
        painted(document)
        return int(document.evaluate(OPAQUE, "areas"))

    whole = areas_drawn()
    isis = legend.get_by_role("button", name="Islamic State (ISIS)", exact=True)
    isis.click()
    expect(isis).to_have_attribute("aria-pressed", "false")
    expect(isis).to_be_focused()
    without = areas_drawn()
    assert 0 < without < whole
    assert state_of(document)["hidden"] == ["isis"]
    expect(legend.get_by_role("button", name="Legend: Islamic State (ISIS) hidden")).to_be_visible()
    legend.get_by_role("button", name="Only Islamic State (ISIS)").click()
    expect(isis).to_have_attribute("aria-pressed", "true")
    assert abs(areas_drawn() + without - whole) < whole / 50  # lines of fronts and zones are in both
    legend.get_by_role("button", name="Show all layers").click()
    expect(legend.get_by_role("button", name="Legend", exact=True)).to_be_visible()
    assert abs(areas_drawn() - whole) < SEAM


@pytest.mark.parametrize(
    ("entry", "layer", "pane"),
    [
        ("Turkish-held zones (names on the map)", "zones", "areas"),
        ("Weak evidence", "evidence", "areas"),
        ("All events", "events", "signs"),
        ("State border", "border", "signs"),
        ("Border wall", "wall", "signs"),
        ("Military post", "posts", "signs"),
    ],
)
def test_every_layer_that_the_legend_switches_changes_the_map(
    document: Frame, entry: str, layer: str, pane: str
) -> None:
    go_to(document, "2014-10-06" if layer == "events" else "2018-04-01")
    await_legend(document)
    painted(document)
    before = document.evaluate(OPAQUE, pane)
    document.get_by_role("region", name="Legend").get_by_role("button", name=entry, exact=True).click()
    painted(document)
    assert state_of(document)["hidden"] == [layer]
    assert document.evaluate(OPAQUE, pane) != before
    set_state(document, hidden=[])
    painted(document)
    assert abs(document.evaluate(OPAQUE, pane) - before) < SEAM


def test_hidden_layers_stand_in_the_address_and_stay_hidden_on_both_sides(
    open_page: OpenPage, document_path: Path
) -> None:
    address = f"{document_path.as_uri()}#hidden=events,isis&compare=2019-10-31&moment=2014-10-06"
    frame = map_frame(open_page(address, viewport={"width": 1920, "height": 1080}))
    painted(frame)
    assert state_of(frame)["hidden"] == ["events", "isis"]
    frame.get_by_role("button", name="Legend: Events and 1 more hidden").click()
    switch = frame.get_by_role("region", name="Legend").get_by_role("button", name="Islamic State (ISIS)", exact=True)
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    hidden = "new URLSearchParams(location.hash.slice(1)).get('hidden')"
    await_value(frame, "what is hidden in the address", hidden, "events")


def test_the_pointer_is_told_no_word_of_a_hidden_area(document: Frame) -> None:
    set_state(document, hidden=["isis"])
    go_to(document, "2014-10-06")
    painted(document)
    document.page.mouse.move(*document.evaluate(AT, [36.1, 38.6]))
    told = document.locator(".map-hover")
    set_state(document, hidden=[])
    painted(document)
    document.page.mouse.move(*document.evaluate(AT, [36.11, 38.61]))
    expect(told).to_contain_text("Islamic State (ISIS)")
    set_state(document, hidden=["isis"])
    document.page.mouse.move(*document.evaluate(AT, [36.1, 38.6]))
    expect(told).to_be_hidden()


def test_everything_shown_again_the_focus_goes_to_the_button_of_the_legend(document: Frame) -> None:
    legend = document.get_by_role("region", name="Legend")
    set_state(document, hidden=["events"])
    await_legend(document)
    everything = legend.get_by_role("button", name="Show all layers")
    everything.press("Enter")
    expect(everything).to_be_hidden()
    expect(legend.get_by_role("button", name="Legend", exact=True)).to_be_focused()
    assert state_of(document)["hidden"] == []


@pytest.mark.parametrize("part", [".legend-name", ".quarters summary"])
def test_an_arabic_name_does_not_turn_an_english_line_round(part: str, document: Frame) -> None:
    set_state(document, moment="2014-10-10", language="ar")
    await_legend(document)
    line = document.locator(part, has_text="\u0639\u064a\u0646").first
    expect(line).to_be_visible()
    order = line.evaluate(
        """(line) => {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const places = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            for (const { 0: word, index } of node.data.matchAll(/[A-Za-z]{2,}|[\u0600-\u06ff][\u0600-\u06ff ()]*/g)) {
              const range = document.createRange();
              range.setStart(node, index);
              range.setEnd(node, index + word.length);
              const box = range.getBoundingClientRect();
              places.push([Math.round(box.top / 8), box.left]);
            }
          }
          return places;
        }"""
    )
    assert len(order) > 2
    assert order == sorted(order)
