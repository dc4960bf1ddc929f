"""Prefix sums along time, for one subtraction per cell and step.

``timemap/web/cells/sums.js`` does the same; ``tests/cases/count_cube.json`` holds both to the same answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection

    import numpy.typing as npt

    from geodata.count_cube.cube import CountCube


@dataclass(frozen=True, eq=False)
class CellSums:
    """Running counts of each cell, at each of its steps with events."""

    cells: npt.NDArray[np.int64]
    """Cells that have events in the categories asked for, in order."""
    keys: npt.NDArray[np.int64]
    """For each count its cell's place in ``cells`` times the number of steps, plus its step; in order."""
    before: npt.NDArray[np.int64]
    """Sum of all counts before each place in ``keys``, and at the end of all."""
    steps: int

    def between(self, first: int, last: int) -> npt.NDArray[np.int64]:
        """Return for each of ``cells`` how many events there were in a window.

        Both steps are included.
        """
        if last < first:
            return np.zeros(len(self.cells), np.int64)
        first, last = max(first, 0), min(last, self.steps - 1)
        starts = np.arange(len(self.cells)) * self.steps
        before, after = np.searchsorted(self.keys, [starts + first, starts + last + 1])
        counts: npt.NDArray[np.int64] = np.maximum(self.before[after] - self.before[before], 0)
        return counts


def sum_cells(cube: CountCube, categories: Collection[int] | None = None) -> CellSums:
    """Return the sums of some categories of a cube.

    Categories are given by their numbers; all count where none are given.
    """
    chosen = np.full(len(cube), fill_value=True)
    if categories is not None:
        chosen = np.isin(cube.category, list(categories))
    cells, places = np.unique(cube.cell[chosen], return_inverse=True)
    keys = places * cube.steps + cube.step[chosen]
    before = np.concatenate([[0], np.cumsum(cube.count[chosen])])
    return CellSums(cells, keys, before, cube.steps)
