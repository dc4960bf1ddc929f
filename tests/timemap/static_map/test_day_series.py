"""Pictures of many days of one view can follow one another: only what the day changes differs between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.timemap.snapshots import sight_on, told_in_scripts
from timemap.exports import MapView
from timemap.static_map.day_series import day_painter
from timemap.static_map.render import Known
from timemap.style.page_shapes import shape_by_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import Image

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography

FIRST, SECOND = date(2018, 1, 1), date(2018, 4, 1)


def painter(known: Known, shape: str = "wide") -> Callable[[date], Image.Image]:
    sight = replace(sight_on(known.atlas, FIRST, map_view=MapView(36.5, 37.2, 9)), shape=shape, theme="dark")
    paint, _ = day_painter(known, told_in_scripts(known.atlas, sight), sight, (FIRST, SECOND), dots=1)
    return paint


@pytest.fixture(scope="module")
def known(atlas: Atlas, areas: AreasInTime, geography: Geography) -> Known:
    return Known(atlas, areas, geography)


@pytest.mark.parametrize("shape", ["a4", "a4-upright", "wide", "square"])
def test_all_pictures_have_the_size_asked_for_and_differ_by_the_day(known: Known, shape: str) -> None:
    paint = painter(known, shape)
    first, second = paint(FIRST), paint(SECOND)
    wanted = shape_by_id(shape)
    assert first.mode == second.mode == "RGB"
    assert first.size == second.size == (int(wanted.width), int(wanted.height))
    changed = (np.asarray(first) != np.asarray(second)).any(axis=2)
    assert 0.001 < changed.mean() < 0.5


def test_a_picture_is_the_same_whatever_was_drawn_before_it(known: Known) -> None:
    paint = painter(known)
    fresh = painter(known)(SECOND)
    paint(FIRST)
    assert (np.asarray(paint(SECOND)) == np.asarray(fresh)).all()
    assert (np.asarray(paint(FIRST)) != np.asarray(fresh)).any()
