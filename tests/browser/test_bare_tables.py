"""A document made of broken tables opens, is used and does not complain, whatever is missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.atlas import load
from geodata.dataset import load_dataset
from geodata.records.tables import KINDS
from tests.browser.map_page import areas_on, map_frame, moment, painted, visible_events
from timemap.document.render import render

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import OpenPage

MISSING = {
    "a category": ("categories.csv", "battle,"),
    "the focus": ("settings.csv", "focus-place,"),
    "all settings": ("settings.csv", ""),
    "all places": ("places.csv", ""),
    "all but the events": ("", ""),
}
"""Table and beginning of the rows that are taken out; without a table all but that of the events."""


def without(folder: Path, table: str, start: str) -> None:
    """Take rows out of a table, or all other tables away."""
    for name in KINDS:
        file = folder / f"{name}.csv"
        if file.name == table:
            header, *rows = file.read_text("utf-8").splitlines(keepends=True)
            kept = [row for row in rows if not row.startswith(start)]
            assert len(kept) < len(rows)
            file.write_text(header + "".join(kept), "utf-8")
        elif not table and name != "events":
            file.unlink()


@pytest.mark.parametrize("missing", MISSING)
def test_whatever_is_missing_the_events_can_be_gone_through(
    missing: str, folder: Path, tmp_path: Path, open_page: OpenPage
) -> None:
    without(folder, *MISSING[missing])
    dataset = load_dataset(load(folder))
    path = tmp_path / "document.html"
    path.write_text(render(dataset), "utf-8")
    page = open_page(path.as_uri())
    frame = map_frame(page)
    page.get_by_role("button", name="Next event").click()
    expect(page.get_by_role("region", name="Selected event").get_by_role("heading", level=2)).to_be_visible()
    painted(frame)
    assert visible_events(frame)
    assert len(areas_on(frame)) == len(dataset.areas.on(date.fromisoformat(moment(frame))))
