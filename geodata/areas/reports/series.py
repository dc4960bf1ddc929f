"""Sizes of areas over time, with ranges, as CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.areas.uncertainty.ranges import Ranges
from geodata.io.csv_writer import to_csv

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geodata.areas.timeline.areas_in_time import AreasInTime
    from geodata.records.ranges_and_disputes import AreaRange

COLUMNS = ("controller", "zone", "day", "km2", "low", "high")
"""Columns of the table: sizes in km², and one of the first two empty."""


@dataclass(frozen=True, slots=True)
class Size:
    """The size of one area on one day."""

    controller: str
    """Id of the controller; empty for a zone."""
    zone: str
    """Id of the zone; empty for the area of a controller."""
    day: date
    """A day on which something changes; the size holds until the next."""
    km2: float
    """The size from all the evidence."""
    low: float | None
    """Where its range begins, in km²; None where no range is stored."""
    high: float | None
    """Where its range ends."""


def series(areas: AreasInTime, ranges: Iterable[AreaRange]) -> tuple[Size, ...]:
    """Return the sizes of all controllers and zones on every day of change."""
    ranges_of_areas = Ranges(ranges)
    sizes: list[Size] = []
    for day in areas.days:
        sizes += [Size(area.controller, "", day, area.km2, *ranges_of_areas.of(area, day)) for area in areas.on(day)]
        sizes += [Size("", zone.zone, day, zone.km2, *ranges_of_areas.of(zone, day)) for zone in areas.zones_on(day)]
    return tuple(sizes)


def series_csv(sizes: Iterable[Size]) -> bytes:
    """Return sizes as CSV with a header, in km² with one decimal.

    A range that is not known is empty.
    """
    rows = ((row.controller, row.zone, row.day.isoformat(), *map(_cell, (row.km2, row.low, row.high))) for row in sizes)
    return to_csv(COLUMNS, rows)


def _cell(size: float | None) -> str:
    return "" if size is None else f"{size:.1f}"
