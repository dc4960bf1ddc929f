"""Every outline answers for itself: a click or the keys open the card of an area, with the evidence of the tables."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodata.areas import load_areas
from geodata.areas.evidence import evidence_of
from geodata.geography import load_geography
from tests.browser.timemap_page import go_to, map_frame
from tests.ours import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Locator

    from geodata.areas.evidence import AreaEvidence
    from tests.browser.conftest import OpenPage

DAY = "2019-11-01"
ZONE = "peace-spring-area"


@pytest.fixture
def document(open_page: OpenPage, document_path: Path) -> Frame:
    frame = map_frame(open_page(document_path.as_uri()))
    go_to(frame, DAY)
    return frame


def card(frame: Frame) -> Locator:
    return frame.get_by_role("region", name="Chosen area")


def expected(controller: str, place: str) -> AreaEvidence:
    found = evidence_of(atlas(), load_areas(atlas(), load_geography()), controller, date.fromisoformat(DAY), place)
    assert found is not None
    return found


def open_by_keys(frame: Frame, name: str) -> None:
    frame.locator(".area-list summary").focus()
    frame.page.keyboard.press("Enter")
    frame.get_by_role("button", name=name).first.focus()
    frame.page.keyboard.press("Enter")
    card(frame).wait_for()


def test_the_card_of_a_zone_tells_its_size_places_and_sources(document: Frame) -> None:
    zone = next(
        row for row in load_areas(atlas(), load_geography()).zones_on(date.fromisoformat(DAY)) if row.zone == ZONE
    )
    name = next(row.name for row in atlas().zones if row.id == ZONE)
    open_by_keys(document, name)
    assert card(document).get_by_role("heading", level=2).inner_text() == name
    assert f"{zone.km2:,.0f} km²" in card(document).inner_text()
    card(document).get_by_role("button", name="Show all").click()
    told = card(document).locator(".area-places").first.locator("> li > strong").all_inner_texts()
    assert sorted(told) == sorted(atlas().place(place).name for place in zone.places)


def test_every_place_comes_with_its_source_and_note(document: Frame) -> None:
    evidence = expected("sdf", "raqqa")
    open_by_keys(document, "SDF and self-administration: ")
    assert f"{evidence.km2:,.0f} km²" in card(document).inner_text()
    first = card(document).locator(".area-places").first.locator("> li").first
    row = evidence.places[0]
    assert first.locator("strong").inner_text() == row.place.name
    assert row.hold.note in first.inner_text()
    if row.source is not None:
        assert first.locator("a").get_attribute("href") == row.source.url


def test_a_click_on_the_ground_opens_the_area_and_its_places_can_be_seen(document: Frame) -> None:
    stage = document.locator(".leaflet-container")
    box = stage.bounding_box()
    assert box is not None
    document.page.mouse.click(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.8)
    card(document).wait_for()
    pane = document.locator(".leaflet-evidence-pane canvas")
    others = pane.count() - 1
    before = pane.last.evaluate("(canvas) => canvas.toDataURL()")
    card(document).get_by_label("Show them on the map").check()
    document.wait_for_function(
        "(before) => [...document.querySelectorAll('.leaflet-evidence-pane canvas')].at(-1).toDataURL() !== before",
        arg=before,
    )
    card(document).get_by_role("button", name="Close the card of the area").click()
    card(document).wait_for(state="hidden")
    assert pane.count() == others


def test_the_card_follows_the_day_and_says_what_is_only_last_known(document: Frame) -> None:
    open_by_keys(document, "Afrin area")
    assert "Last known" not in card(document).inner_text()
    go_to(document, "2026-06-01")
    document.wait_for_function("() => document.querySelector('.area-last') !== null")
    go_to(document, "2017-06-01")
    card(document).get_by_role("heading", level=2).filter(has_text="SDF").wait_for()
