"""Every outline answers for itself: a click or the keys open the card of an area, with the evidence of the tables."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.areas import load_areas
from geodata.areas.timeline.evidence import evidence_of
from geodata.geography import load_geography
from geodata.text.place_names import names_of
from tests.browser.map_page import go_to, map_frame, painted, set_state
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from geodata.areas.timeline.evidence import AreaEvidence
    from tests.browser.conftest import OpenPage

DAY = "2019-11-01"
ZONE = "peace-spring-area"


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    frame = map_frame(open_page(document_path.as_uri()))
    go_to(frame, DAY)
    return frame


def card(frame: Frame) -> Locator:
    return frame.get_by_role("region", name="Selected area")


def expected(controller: str, place: str) -> AreaEvidence:
    found = evidence_of(atlas(), load_areas(atlas(), load_geography()), controller, date.fromisoformat(DAY), place)
    assert found is not None
    return found


def open_by_keys(frame: Frame, name: str) -> None:
    frame.locator(".area-list summary").focus()
    frame.page.keyboard.press("Enter")
    frame.get_by_role("button", name=name).first.focus()
    frame.page.keyboard.press("Enter")
    expect(card(frame)).to_be_visible()


def test_an_open_list_of_areas_follows_the_language(document: Frame) -> None:
    names = names_of(atlas(), atlas().place("hasakah"))
    rows = document.locator(".area-rows")
    document.locator(".area-list summary").click()
    expect(rows).to_contain_text(f"SDF and self-administration: {names['en']}")
    set_state(document, language="ku")
    expect(rows).to_contain_text(f"SDF and self-administration: {names['ku']}")


def test_the_card_of_a_zone_tells_its_size_places_and_sources(document: Frame) -> None:
    zone = next(
        row for row in load_areas(atlas(), load_geography()).zones_on(date.fromisoformat(DAY)) if row.zone == ZONE
    )
    name = next(row.name for row in atlas().zones if row.id == ZONE)
    open_by_keys(document, name)
    expect(card(document).get_by_role("heading", level=2)).to_have_text(name)
    expect(card(document)).to_contain_text(f"{zone.km2:,.0f} km²")
    card(document).get_by_role("button", name="Show all").click()
    told = card(document).locator(".area-places").first.locator("> li > strong")
    expect(told).to_have_count(len(zone.places))
    assert sorted(told.all_inner_texts()) == sorted(atlas().place(place).name for place in zone.places)


def test_every_place_comes_with_its_source_and_note(document: Frame) -> None:
    evidence = expected("sdf", "raqqa")
    open_by_keys(document, "SDF and self-administration: ")
    expect(card(document)).to_contain_text(f"{evidence.km2:,.0f} km²")
    first = card(document).locator(".area-places").first.locator("> li").first
    row = evidence.places[0]
    expect(first.locator("strong")).to_have_text(row.place.name)
    expect(first).to_contain_text(row.hold.note)
    if row.source is not None:
        expect(first.locator("a")).to_have_attribute("href", row.source.url)


def test_a_click_on_the_ground_opens_the_area_and_its_places_can_be_seen(document: Frame) -> None:
    stage = document.locator(".leaflet-container")
    box = stage.bounding_box()
    assert box is not None
    document.page.mouse.click(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.8)
    expect(card(document)).to_be_visible()
    painted(document)
    pane = document.locator(".leaflet-evidence-pane canvas")
    others = pane.count() - 1
    before = pane.last.evaluate("(canvas) => canvas.toDataURL()")
    card(document).get_by_label("Show these places on the map").check()
    painted(document)
    assert pane.last.evaluate("(canvas, before) => canvas.toDataURL() !== before", before)
    card(document).get_by_role("button", name="Close the card of the area").click()
    expect(card(document)).to_be_hidden()
    expect(pane).to_have_count(others)


def test_the_card_follows_the_day_and_says_what_is_only_last_known(document: Frame) -> None:
    open_by_keys(document, "Afrin area")
    expect(card(document)).not_to_contain_text("As last known")
    go_to(document, "2026-06-01")
    expect(card(document).locator(".area-last")).to_contain_text("As last known on")
    go_to(document, "2017-06-01")
    expect(card(document).get_by_role("heading", level=2)).to_contain_text("SDF")
    expect(card(document)).not_to_contain_text("As last known")


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_press_of_the_name_of_kobane_is_about_kobane_and_not_the_land_below_the_name(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]})
    frame = map_frame(page)
    go_to(frame, "2014-10-04")
    known = atlas()
    focus = known.place(known.setting("focus-place"))
    at = """([lat, lon]) => {
      const box = window.map_time.getContainer().getBoundingClientRect();
      const { x, y } = window.map_time.latLngToContainerPoint([lat, lon]);
      return [box.x + x, box.y + y];
    }"""
    x, y = frame.evaluate(at, [focus.lat, focus.lon])
    page.mouse.click(x, y + 19)  # its name stands below its ring
    holder = known.names.on("sdf", date(2014, 10, 4))
    expect(card(frame).get_by_role("heading", level=2)).to_have_text(re.compile(f"^{re.escape(holder)}: Kobane"))
