"""Reports for the document on who held which quarter of the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.dates.iso import day_number

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from timemap.document.source_list import SourceList

ESTIMATED = "estimated"
"""Precision of a mark whose point was estimated from a description."""


def quarter_entries(atlas: Atlas, areas: AreasInTime, sources: SourceList) -> list[dict[str, Any]]:
    """Return the snapshots of quarters in order of time.

    Each has its text, its sources by number and its marks.

    A mark is ``{name, controller, lat, lon, estimated}``, its controller by number, -1 where it is not in the table.
    """
    numbers = {controller: index for index, controller in enumerate(areas.controllers)}
    return [
        {
            "day": day_number(row.day),
            "text": row.description,
            "sources": [sources.number(source) for source in row.sources],
            "marks": [
                {
                    "name": mark.name,
                    "controller": numbers.get(mark.holder, -1),
                    "lat": mark.lat,
                    "lon": mark.lon,
                    "estimated": mark.precision == ESTIMATED,
                }
                for mark in atlas.front_marks
                if mark.snapshot == row.id
            ],
        }
        for row in sorted(atlas.front_snapshots, key=lambda row: row.day)
    ]
