"""Picture export of the map: one day, or two days compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timemap.static_map.pages import one_day, two_days
from timemap.static_map.pages.sheet import DRAWING, save_png, save_svg

if TYPE_CHECKING:
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.attribution import Credit
    from timemap.state.snapshot import Snapshot
    from timemap.static_map.pages.sheet import Sheet


def write_png(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the map as seen, as a PNG."""
    with DRAWING:
        return save_png(*draw_snapshot(dataset, selection, snapshot))


def write_svg(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the map as seen, as an SVG."""
    with DRAWING:
        return save_svg(*draw_snapshot(dataset, selection, snapshot), snapshot.state.moment)


def draw_snapshot(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> tuple[Sheet, Credit]:
    """Return the drawn page, and the words that go with it."""
    if snapshot.state.compared is None:
        return one_day.draw_one_day(dataset, selection, snapshot)
    return two_days.draw_two_days(dataset, selection, snapshot, snapshot.state.compared)
