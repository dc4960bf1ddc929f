"""Every period can be made the range, also where the bands above the slider have no room for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.dates.wording import day_in_words
from tests.browser.map_page import await_moment, box_of, map_frame, moment, painted, short_day
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FloatRect

    from tests.browser.conftest import Export, OpenPage

SIZES = ((1920, 1080), (1280, 720), (640, 360), (360, 640))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_has_no_band_is_counted_and_listed(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]})
    frame = map_frame(page)
    painted(frame)
    periods = atlas().periods
    lanes = page.locator(".slider-periods .period:not([hidden])").count()
    button = page.locator(".toolbar-show button", has_text="Periods")
    hidden = len(periods) - lanes
    assert hidden > 0
    expect(button).to_have_attribute("aria-label", f"Periods ({hidden} not shown)")
    if not button.is_visible():
        page.get_by_role("button", name="Settings").click()
    button.click()
    dialog = page.get_by_role("dialog", name="Periods", exact=True)
    expect(dialog).to_be_visible()
    names = {period.name for period in periods}
    assert set(dialog.get_by_role("listitem").get_by_role("button").all_inner_texts()) == names
    short = min(
        (p for p in periods if p.span.end), key=lambda period: (period.span.end or date.max) - period.span.start
    )
    assert short.span.start.isoformat() != moment(frame)
    dialog.get_by_role("button", name=short.name).click()
    await_moment(frame, short.span.start.isoformat())
    expect(dialog).to_be_hidden()
    words = short_day if size[0] < 400 else day_in_words
    expect(page.locator(".flag-date")).to_have_text(words(short.span.start))


def test_the_list_holds_all_periods_whatever_the_range(open_page: OpenPage, export: Export) -> None:
    page = open_page(export("--from", "2016-01-01", "--to", "2018-02-01", "--moment", "2017-01-01").as_uri())
    frame = map_frame(page)
    page.get_by_role("button", name="Periods").click()
    dialog = page.get_by_role("dialog", name="Periods", exact=True)
    expect(dialog.get_by_role("listitem")).to_have_count(len(atlas().periods))
    before = next(period for period in atlas().periods if period.span.start < date(2016, 1, 1) and period.span.end)
    dialog.get_by_role("button", name=before.name).click()
    await_moment(frame, before.span.start.isoformat())
    expect(dialog).to_be_hidden()
    expect(page.get_by_label("From", exact=True)).to_have_value(short_day(before.span.start))
    assert before.span.last_day is not None
    expect(page.get_by_label("To", exact=True)).to_have_value(short_day(before.span.last_day))


NAMED = (
    "Siege and recapture",
    "Recapture and return",
    "Turkish-led operations",
    "Peace Spring",
    "Fall of Assad",
    "Government advance",
)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_name_stands_in_its_band_right_behind_or_right_before_it(
    size: tuple[int, int], open_page: OpenPage, document_path: Path
) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]})
    painted(map_frame(page))
    known = {period.name: period for period in atlas().periods}
    bands = [band for band in page.locator(".period").all() if band.is_visible()]
    assert len(bands) >= 3
    boxes = [box_of(band) for band in bands]
    strip = box_of(page.locator(".slider-strip"))
    shown = 0
    for band, own in zip(bands, boxes, strict=True):
        full = (band.get_attribute("title") or "").splitlines()[0].rsplit(", ", 1)[0]
        name = band.locator(".period-name")
        if not name.is_visible():
            assert full in known
            continue
        shown += 1
        text, box = name.inner_text(), box_of(name)
        assert full.startswith(text.removesuffix("\N{HORIZONTAL ELLIPSIS}")) or text == known[full].short
        behind = abs(box["x"] - own["x"] - own["width"]) < 1
        name_end = box["x"] + box["width"]
        before = min(abs(name_end - own["x"]), abs(name_end - own["x"] - own["width"])) < 5
        assert behind or before or abs(box["x"] - own["x"]) < 1, text
        end = strip["x"] + strip["width"] if behind else own["x"] + own["width"]
        assert box["x"] + box["width"] <= end + 1, text
        assert [other for other in boxes if other != own and meet(box, other)] == [], text
    assert shown > 0


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_chapters_of_a_laptop_have_names(size: tuple[int, int], open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": size[0], "height": size[1]})
    painted(map_frame(page))
    shown = [name.inner_text() for name in page.locator(".period.chapter .period-name").all() if name.is_visible()]
    nameless = [name for name in NAMED if not any(text.startswith(name) for text in shown)]
    assert nameless == []


def test_under_the_overview_the_bars_keep_their_height(open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), viewport={"width": 1280, "height": 720})
    frame = map_frame(page)
    before = box_of(page.locator(".slider-bars"))["height"]
    strip = box_of(page.locator(".slider"))["height"]
    page.get_by_role("button", name="Periods").click()
    page.get_by_role("button", name="Operation Olive Branch").click()
    expect(page.get_by_role("scrollbar", name="Part shown on the timeline")).to_be_visible()
    painted(frame)
    assert box_of(page.locator(".slider-bars"))["height"] >= before - 2
    assert abs(box_of(page.locator(".slider"))["height"] - strip) <= 2
    names = [name.inner_text() for name in page.locator(".period-name").all() if name.is_visible()]
    assert "Operation Olive Branch" in names


def meet(one: FloatRect, other: FloatRect) -> bool:
    """Return whether two boxes share more than an edge."""
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return across > 1 and down > 1
