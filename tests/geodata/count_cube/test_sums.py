"""Prefix sums of a cube give the counts of any window of time, as the browser's do."""

from __future__ import annotations

import base64
import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.count_cube.cube import CountCube, sorted_cube
from geodata.count_cube.encoding import decode, encode, header_of
from geodata.count_cube.periods import Period
from geodata.count_cube.sums import sum_cells
from geodata.count_cube.tiles import TileRange
from tests.paths import ROOT

CASES = json.loads((ROOT / "tests" / "cases" / "count_cube.json").read_text("utf-8"))["cubes"]
NAMES = ("cell", "step", "category", "count")


def columns_of(cube: CountCube) -> dict[str, list[int]]:
    return {name: getattr(cube, name).tolist() for name in NAMES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_bytes_are_read_as_they_were_written(case: dict[str, Any]) -> None:
    cube = decode(base64.b64decode(case["bytes"]))
    again = decode(encode(cube))
    for read in (cube, again):
        assert columns_of(read) == case["columns"]
        assert json.loads(json.dumps(header_of(read))) == case["header"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_window_of_time_has_the_counts_of_each_cell(case: dict[str, Any]) -> None:
    cube = decode(base64.b64decode(case["bytes"]))
    for window in case["windows"]:
        sums = sum_cells(cube, window["categories"])
        assert sums.cells.tolist() == window["cells"]
        assert sums.between(window["first"], window["last"]).tolist() == window["counts"]


@st.composite
def cubes(draw: st.DrawFn) -> CountCube:
    """Return a cube of few cells and steps, with each place at most once."""
    steps = draw(st.integers(1, 40))
    places = st.tuples(st.integers(0, 11), st.integers(0, steps - 1), st.integers(0, 2))
    counts = draw(st.dictionaries(places, st.integers(1, 2**40), max_size=60))
    columns = np.array([(*place, count) for place, count in counts.items()], np.int64).reshape(-1, 4).T
    return sorted_cube(CountCube(TileRange(5, 3, 9, 4, 3), Period.DAY, -7, steps, ("a", "ş", ""), *columns))


@given(cubes(), st.integers(-5, 45), st.integers(-5, 45), st.sets(st.integers(0, 2)))
def test_any_cube_comes_back_and_any_window_is_counted(cube: CountCube, first: int, last: int, kinds: set[int]) -> None:
    assert columns_of(decode(encode(cube))) == columns_of(cube)
    sums = sum_cells(cube, kinds)
    chosen = np.isin(cube.category, list(kinds)) & (cube.step >= first) & (cube.step <= last)
    expected = [int(cube.count[chosen & (cube.cell == cell)].sum()) for cell in sums.cells]
    assert sums.between(first, last).tolist() == expected


@pytest.mark.parametrize("content", [b"", b"PAR1", encode(decode(base64.b64decode(CASES[1]["bytes"])))[:-9]])
def test_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="expected the bytes of a count cube"):
        decode(content)
