"""Report of what changed hands between two days, as text.

Rows of its table give, columns get, and the diagonal stayed.

Below it stands how it passed on, and between whom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.records.controller_names import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodata.areas.timeline.changes import Difference
    from geodata.atlas import Atlas

WIDE = 52
"""Characters for the name of a controller."""
NARROW = 9
"""Characters for a size."""


def change_lines(difference: Difference, atlas: Atlas) -> Iterator[str]:
    """Yield the table of what changed between two days in km², line by line."""
    if not difference.transfers:
        yield f"Nothing changed hands between {difference.first} and {difference.second}."
        return
    if difference.last_known:
        known_until = atlas.setting_day("control-known-until")
        yield f"Last known: the last documented day is {known_until}; the state on later days may differ."
        yield ""
    keys = [*(controller.id for controller in atlas.controllers), ""]
    rows = [key for key in keys if any(row.origin == key for row in difference.transfers) or difference.kept.get(key)]
    columns = [
        key for key in keys if any(row.target == key for row in difference.transfers) or difference.kept.get(key)
    ]
    title = f"Changes between {difference.first} and {difference.second}, km²"
    heads = {key: max(NARROW, len(key) + 2) for key in columns}
    yield f"{title:<{WIDE}}" + "".join(f"{key or NOBODY:>{width}}" for key, width in heads.items())
    for origin in rows:
        sizes = (_cell(difference.km2(origin, target), width) for target, width in heads.items())
        yield f"  {atlas.names.on(origin, difference.first):<{WIDE - 2}}" + "".join(sizes)
    for handover, km2 in difference.by_handover().items():
        yield ""
        yield f"{atlas.handover_name(handover)}: {km2:,.0f} km²"
        for row in difference.largest_first(handover):
            places = "1 place" if len(row.places) == 1 else f"{len(row.places)} places"
            yield f"  {' to '.join(difference.sides(row, atlas.names))}: {row.km2:,.0f} km², {places}"


def _cell(size: float, width: int) -> str:
    return f"{size:>{width},.0f}" if size else f"{'-':>{width}}"
