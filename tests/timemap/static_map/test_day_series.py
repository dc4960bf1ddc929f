"""Pictures of many days of one view can follow one another: only what the day changes differs between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.timemap.snapshots import snapshot_on, told_in_scripts
from timemap.exports import Viewport
from timemap.static_map.day_series import day_painter
from timemap.style.page_shapes import shape_by_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import Image

    from geodata.dataset import Dataset

pytestmark = pytest.mark.slow


FIRST, SECOND = date(2018, 1, 1), date(2018, 4, 1)


def painter(dataset: Dataset, shape: str = "wide") -> Callable[[date], Image.Image]:
    snapshot = replace(snapshot_on(dataset.atlas, FIRST, viewport=Viewport(36.5, 37.2, 9)), shape=shape, theme="dark")
    paint, _ = day_painter(dataset, told_in_scripts(dataset.atlas, snapshot), snapshot, (FIRST, SECOND), dots=1)
    return paint


@pytest.mark.parametrize("shape", ["a4", "a4-upright", "wide", "square"])
def test_all_pictures_have_the_size_asked_for_and_differ_by_the_day(dataset: Dataset, shape: str) -> None:
    paint = painter(dataset, shape)
    first, second = paint(FIRST), paint(SECOND)
    wanted = shape_by_id(shape)
    assert first.mode == second.mode == "RGB"
    assert first.size == second.size == (int(wanted.width), int(wanted.height))
    changed = (np.asarray(first) != np.asarray(second)).any(axis=2)
    assert 0.001 < changed.mean() < 0.5


def test_a_picture_is_the_same_whatever_was_drawn_before_it(dataset: Dataset) -> None:
    paint = painter(dataset)
    fresh = painter(dataset)(SECOND)
    paint(FIRST)
    assert (np.asarray(paint(SECOND)) == np.asarray(fresh)).all()
    assert (np.asarray(paint(FIRST)) != np.asarray(fresh)).any()
