"""Every period of the range can be reached, also where the bands above the slider have no room for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.datewords import day_in_words
from tests.browser.timemap_page import await_moment, map_frame, moment, painted
from tests.ours import atlas

if TYPE_CHECKING:
    from pathlib import Path

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
    button = page.locator(".toolbar-extra", has_text="Periods")
    hidden = len(periods) - lanes
    assert (hidden > 0) == (size[1] < 1000)
    expect(button).to_have_attribute(
        "aria-label", f"Periods, {hidden} more than have room here" if hidden else "Periods"
    )
    if not button.is_visible():
        page.get_by_role("button", name="Settings").click()
    button.click()
    dialog = page.get_by_role("dialog", name="Periods of the range")
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
    expect(page.locator(".flag-date")).to_have_text(day_in_words(short.span.start))


def test_the_list_holds_the_periods_of_the_range_alone(open_page: OpenPage, export: Export) -> None:
    first, last = date(2016, 1, 1), date(2018, 2, 1)
    page = open_page(export("--from", first.isoformat(), "--to", last.isoformat(), "--moment", "2017-01-01").as_uri())
    frame = map_frame(page)
    page.get_by_role("button", name="Periods").click()
    dialog = page.get_by_role("dialog", name="Periods of the range")
    touching = [p for p in atlas().periods if p.span.start <= last and (p.span.end is None or p.span.end > first)]
    expect(dialog.get_by_role("listitem")).to_have_count(len(touching))
    before = next(period for period in touching if period.span.start < first)
    dialog.get_by_role("button", name=before.name).click()
    await_moment(frame, first.isoformat())
    expect(dialog).to_be_hidden()
    expect(page.locator(".flag-date")).to_have_text(day_in_words(first))
