"""Count cube: how many events lie in a cell, a period and a category."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from geodata.count_cube.periods import Period
    from geodata.count_cube.tiles import TileRange

OTHERS = "\N{HORIZONTAL ELLIPSIS}"
"""Name of the category that stands for all rare ones together."""


@dataclass(frozen=True, eq=False)
class CountCube:
    """Counts of events by cell, period and category, sorted in this order.

    Only counts above 0 are kept.
    """

    tiles: TileRange
    """The cells; ``cells`` counts them row by row from the north-west."""
    period: Period
    first: int
    """Period of step 0, counted from 1970."""
    steps: int
    """So many periods follow each other, with and without events."""
    categories: tuple[str, ...]
    """Categories as the table has them, empty for rows without one; a single empty one where none were asked for."""
    cell: npt.NDArray[np.int64]
    step: npt.NDArray[np.int64]
    category: npt.NDArray[np.int64]
    count: npt.NDArray[np.int64]
    rows: int = 0
    """Rows of the table."""
    outside: int = 0
    """Rows that lie outside the box or the days that were asked for."""
    left_out: Mapping[str, int] | None = None
    """Rows that could not be counted, by the reason in words."""
    notes: tuple[str, ...] = ()
    """What was merged so that the cube stays small, a sentence each."""

    @property
    def counted(self) -> int:
        """How many events the cube counts."""
        return int(self.count.sum())

    def __len__(self) -> int:
        """Return how many counts there are."""
        return len(self.count)


def sorted_cube(cube: CountCube) -> CountCube:
    """Return a cube with its counts in order."""
    order = np.lexsort((cube.category, cube.step, cube.cell))
    columns = {name: getattr(cube, name)[order] for name in ("cell", "step", "category", "count")}
    return replace(cube, **columns)
