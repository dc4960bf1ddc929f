"""Controllers and their successions for the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.areas.timeline.changes import IN_ORDER
from geodata.dates.iso import day_number
from timemap.style.symbols import PATTERNS

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.records.control import Controller


def controller_entries(atlas: Atlas) -> list[dict[str, Any]]:
    """Return the controllers in the order of their table.

    Each has the names that it had for some time only.

    Such a name is ``[first day or None, first day after or None, name]``; days are counted from 1970-01-01.
    """
    return [_entry(atlas, row) for row in atlas.controllers]


def handover_data(atlas: Atlas) -> dict[str, Any]:
    """Return the ways in which land passes on, and where it was not taken.

    Returns:
        ``ways``: ``{id, name, description}`` in the order in which they are told; ``successions``: for each row of the
        table ``[number of the controller before, of that after, way, first day, first day after or None]``.
    """
    numbers = {row.id: number for number, row in enumerate(atlas.controllers)}
    described = {row.id: row.description for row in atlas.handover_kinds}
    return {
        "ways": [
            {"id": way.value, "name": atlas.handover_name(way), "description": described.get(way, "")}
            for way in IN_ORDER
        ],
        "successions": [
            [
                numbers[row.origin],
                numbers[row.target],
                row.handover.value,
                day_number(row.start),
                None if row.end is None else day_number(row.end),
            ]
            for row in atlas.successions
            if row.origin in numbers and row.target in numbers
        ],
    }


def _entry(atlas: Atlas, row: Controller) -> dict[str, Any]:
    names = [
        [
            None if dated.start is None else day_number(dated.start),
            None if dated.end is None else day_number(dated.end),
            dated.name,
        ]
        for dated in atlas.controller_names
        if dated.controller == row.id
    ]
    return {
        "id": row.id,
        "name": row.name,
        "names": names,
        "colour": row.colour,
        "dark": row.dark_colour,
        "lines": PATTERNS[row.pattern],
        "note": row.note,
    }
