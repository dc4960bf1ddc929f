"""Coordinates leave Python as whole numbers and can be read back."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geodata.areas.projection import STEPS
from tests.paths import CASES
from timemap.document.encoding import encode_line, encode_lines, encode_rings

points = st.lists(
    st.tuples(st.floats(-180, 180, allow_nan=False), st.floats(-90, 90, allow_nan=False)), min_size=1, max_size=40
)


@given(points)
def test_a_line_read_back_lies_within_half_a_step(line: list[tuple[float, float]]) -> None:
    deltas = np.array(encode_line(line)).reshape(-1, 2)
    read = np.cumsum(deltas, axis=0) / STEPS
    kept = {tuple(point) for point in np.rint(read * STEPS).astype(int).tolist()}
    for lon, lat in line:
        assert (round(lon * STEPS), round(lat * STEPS)) in kept or any(
            abs(x / STEPS - lon) <= 0.5001 / STEPS and abs(y / STEPS - lat) <= 0.5001 / STEPS for x, y in kept
        )


@pytest.mark.parametrize("row", json.loads((CASES / "encoding.json").read_text("utf-8"))["lines"])
def test_differences_are_those_that_the_browser_reads(row: dict[str, Any]) -> None:
    """tests/web/geometry.test.js reads the cases, too."""
    assert encode_line(row["degrees"]) == row["deltas"]
    assert encode_line([(lon + 2 / STEPS, lat) for lon, lat in row["degrees"]]) != row["deltas"], "others are noticed"


def test_areas_give_their_outer_and_inner_rings() -> None:
    frame = shapely.Polygon([(0, 0), (3, 0), (3, 3), (0, 3)], holes=[[(1, 1), (2, 1), (2, 2), (1, 2)]])
    assert len(encode_rings(shapely.MultiPolygon([frame, shapely.box(5, 5, 6, 6)]))) == 3


def test_lines_leave_points_and_areas_out() -> None:
    line = shapely.LineString([(0, 0), (1, 0)])
    mixed = shapely.GeometryCollection([shapely.Point(0, 0), line, shapely.box(0, 0, 1, 1)])
    assert encode_lines(mixed) == [[0, 0, STEPS, 0]]
