"""Ranges of the sizes of areas, by day, for the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.dates.iso import day_number

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.records.ranges_and_disputes import AreaRange

Row = tuple[int, int | None, float, float, float]
"""First day, first day after or None, size, low and high end of its range in km²."""


def range_entries(atlas: Atlas, areas: AreasInTime) -> dict[str, Any]:
    """Return the ranges of each of the ``controllers`` and ``zones``.

    They are in the order of the areas and of time. ``share`` is the per cent of the tries that a range holds; all rows
    are of one run, and it is 0 where there are none.
    """
    rows = sorted(atlas.area_ranges, key=lambda row: row.start)
    return {
        "share": rows[0].share if rows else 0,
        "controllers": [
            [_row(row) for row in rows if row.controller == controller] for controller in areas.controllers
        ],
        "zones": [[_row(row) for row in rows if row.zones == (zone,)] for zone, _ in areas.zones],
    }


def _row(row: AreaRange) -> Row:
    end = None if row.end is None else day_number(row.end)
    return day_number(row.start), end, row.km2, row.low_km2, row.high_km2
