"""Lengths of the edges between cells for the document.

The lengths of front lines are sums of them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from geodata.areas.timeline.front_lines import cut_lines

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.geography import Geography

NONE = -1
"""Number of what is not there: a cell or a state on the other side."""


def edge_data(areas: AreasInTime, geography: Geography) -> dict[str, Any]:
    """Return ``states``, the neighbouring states' names, and ``between``.

    An entry of ``between`` is ``[cell, other cell, state, km]``: cells and states by number, -1 for none; where both
    are none beyond the edge it is the rim of what may be claimed.
    """
    lines = cut_lines(areas, geography)
    codes = {code: number for number, code in enumerate(lines.states)}
    sums: dict[tuple[int, int, int], float] = defaultdict(float)
    for edge in lines.edges:
        one, *rest = edge.cells
        sums[one, rest[0] if rest else NONE, codes.get(edge.state, NONE)] += edge.km
    return {
        "states": list(lines.states.values()),
        "between": [[*key, round(km, 2)] for key, km in sorted(sums.items())],
    }
