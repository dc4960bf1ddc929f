"""Check of zones: one for each hold of their controllers, none empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.areas.timeline.zones import control_intervals
from geodata.io.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.io.tables import Rows
    from geodata.records.places import Hold


def check_zones(tables: Mapping[str, Rows[Any]]) -> Iterator[Problem]:
    """Yield a problem for holds in no zone, and for zones without a place.

    The holds are those of the controllers of zones.
    """
    holds, zones = tables["holds"], tables["zones"]
    counted = {controller for zone in zones.records for controller in zone.controllers}
    by_place: dict[str, list[Hold]] = {}
    for hold in holds.records:
        by_place.setdefault(hold.place, []).append(hold)
    numbers = {(hold.place, hold.start): number for number, hold in holds}
    with_places: set[str] = set()
    for place, held in by_place.items():
        parts = control_intervals(held, zones.records)
        with_places.update(part.zone for part in parts)
        for part in parts:
            if part.controller in counted and not part.zone:
                number = numbers[place, part.span.start]
                hint = f"The place {place} was taken on {part.span.start}; no row of {zones.file} covers that."
                yield Problem(holds.file, number, "controller", part.controller, "a hold that belongs to a zone", hint)
    for number, zone in zones:
        if zone.id not in with_places:
            yield Problem(zones.file, number, "id", zone.id, "a zone with at least one place")
