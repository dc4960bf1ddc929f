"""Pairs of days to compare: before and after each period.

Only periods in which land changed hands give a pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.areas.timeline.changes import difference
from geodata.dates.span import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geodata.areas.timeline.areas_in_time import AreasInTime
    from geodata.records.events import Period


@dataclass(frozen=True, slots=True)
class Pair:
    """Two days to compare."""

    period: str
    """Id of the period in between."""
    name: str
    """Name of it."""
    before: date
    """The day before it."""
    after: date
    """The first day after it."""
    km2: float
    """How much land changed hands between the two days."""


def before_after_pairs(areas: AreasInTime, periods: Iterable[Period]) -> tuple[Pair, ...]:
    """Return a pair of days for each past period in which land changed hands.

    They are in the order of the periods.
    """
    pairs = []
    for period in periods:
        before, after = period.start - DAY, period.span.end
        if after is None:
            continue
        km2 = sum(row.km2 for row in difference(areas, before, after).transfers)
        if km2 > 0:
            pairs.append(Pair(period.id, period.name, before, after, km2))
    return tuple(pairs)
