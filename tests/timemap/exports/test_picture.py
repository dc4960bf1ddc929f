"""A picture shows all that was seen of the map, in its middle and as large as its shape allows, whatever the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
import shapely

from geodata.text.selection import Selection
from tests.timemap.snapshots import snapshot_on
from timemap.exports import Viewport, picture
from timemap.state.snapshot import with_appearance
from timemap.static_map.frame import Frame
from timemap.static_map.layout import frame_in, layout_of
from timemap.style.page_shapes import SHAPES, shape_by_id

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from timemap.style.page_shapes import Shape

WINDOWS = {"1366x768": (1046, 560), "360x640": (360, 385), "1920x1080": (1584, 880), "640x360": (640, 170)}
"""Pixels of the map in windows of some sizes."""

VIEW = Viewport(36.75, 38.55, 8.4)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.id)
@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_nothing_that_was_seen_is_cut_off(atlas: Atlas, window: tuple[float, float], shape: Shape) -> None:
    seen = Frame(VIEW, *window)
    snapshot = replace(snapshot_on(atlas, date(2018, 4, 1), viewport=VIEW), seen=seen.bounds)
    frame = frame_in(layout_of(shape, shape.height - 80).map, snapshot)
    assert frame.spot(VIEW.lon, VIEW.lat) == pytest.approx((frame.width / 2, frame.height / 2), abs=0.01)
    west, south, east, north = seen.bounds
    shown_west, shown_south, shown_east, shown_north = frame.bounds
    assert shown_west <= west + 1e-9
    assert shown_south <= south + 1e-9
    assert shown_east >= east - 1e-9
    assert shown_north >= north - 1e-9
    ratios = ((shown_east - shown_west) / (east - west), frame.height / frame.world / (seen.height / seen.world))
    assert min(ratios) == pytest.approx(1), "as large as the shape allows: the one or the other edge is reached"


@pytest.mark.parametrize(("shape", "compare"), [("wide", None), ("square", None), ("a4", date(2018, 1, 1))])
def test_the_maps_on_the_page_show_it(atlas: Atlas, dataset: Dataset, shape: str, compare: date | None) -> None:
    seen = Frame(VIEW, *WINDOWS["1920x1080"]).bounds
    snapshot = snapshot_on(atlas, date(2018, 4, 1), viewport=VIEW)
    snapshot = replace(
        snapshot, seen=seen, shape=shape, state=replace(snapshot.state, compare=compare, categories=("none",))
    )
    sheet, _ = picture.draw_snapshot(dataset, Selection(()), snapshot)
    _, *maps = sheet.figure.axes
    assert len(maps) == (1 if compare is None else 2)
    wanted = shape_by_id(shape)
    for axes in maps:
        (_, width), (height, _) = axes.get_xlim(), axes.get_ylim()
        place = axes.get_position()
        assert width == pytest.approx(place.width * wanted.width)
        assert height == pytest.approx(place.height * wanted.height)
        frame = frame_in((0, 0, width, height), snapshot)
        shown = shapely.box(*frame.bounds)
        assert shown.buffer(1e-9).covers(shapely.box(*seen))


def test_how_it_looked_is_read_and_nonsense_is_passed_over(atlas: Atlas) -> None:
    snapshot = snapshot_on(atlas, date(2018, 4, 1))
    asked = {"seen": "36.1,35.5,42.4,37.4", "theme": "dark", "patterns": "1", "shape": "square"}
    looked = with_appearance(snapshot, asked)
    assert (looked.seen, looked.theme, looked.patterns, looked.shape) == (
        (36.1, 35.5, 42.4, 37.4),
        "dark",
        True,
        "square",
    )
    for seen in ("", "36,35.5,42.4", "42.4,35.5,36,37.4", "36,35.5,42.4,97", "1,2,3,4,5", "36353542", "nan,1,2,3"):
        nonsense = with_appearance(snapshot, {"seen": seen, "theme": "sepia", "patterns": "yes", "shape": "round"})
        assert nonsense == snapshot
