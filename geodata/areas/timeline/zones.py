"""Assignment of holds to named zones.

A hold counts to a zone where its place was taken within the zone's days from the holders that the zone names.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geodata.dates.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geodata.records.control import Zone
    from geodata.records.fields import Confidence
    from geodata.records.places import Hold


@dataclass(frozen=True, slots=True)
class ControlInterval:
    """Days on which nothing about a place changes."""

    span: Span
    """The days."""
    controller: str
    """Id of who holds it."""
    confidence: Confidence
    """How sure that is."""
    zone: str
    """Id of the zone that it counts to on these days; empty when it counts to none."""


def control_intervals(holds: Iterable[Hold], zones: Sequence[Zone]) -> tuple[ControlInterval, ...]:
    """Return the stretches of one place in order of time.

    Neighbours that tell the same are one.

    A place joins a zone on the first day within the zone's ``[from, to)`` on which a controller of the zone follows one
    it was taken from. From then on it counts to it whenever one of the zone's controllers holds it, until it joins
    another zone.
    """
    intervals: list[ControlInterval] = []
    joined: Zone | None = None
    before = ""
    for hold in sorted(holds, key=lambda hold: hold.start):
        joined = next((zone for zone in zones if _joins(zone, before, hold)), joined)
        zone = joined.id if joined is not None and hold.controller in joined.controllers else ""
        intervals.append(ControlInterval(hold.span, hold.controller, hold.confidence, zone))
        before = hold.controller
    return _merged(intervals)


def _joins(zone: Zone, before: str, hold: Hold) -> bool:
    within = Span(zone.start, zone.end).covers(hold.start)
    return within and before in zone.taken_from and hold.controller in zone.controllers


def _merged(intervals: Sequence[ControlInterval]) -> tuple[ControlInterval, ...]:
    starts = [0] + [index + 1 for index, (first, second) in enumerate(pairwise(intervals)) if not _same(first, second)]
    ends = [*starts[1:], len(intervals)]
    return tuple(
        ControlInterval(
            Span(intervals[start].span.start, intervals[end - 1].span.end),
            intervals[start].controller,
            intervals[start].confidence,
            intervals[start].zone,
        )
        for start, end in zip(starts, ends, strict=True)
        if intervals
    )


def _same(first: ControlInterval, second: ControlInterval) -> bool:
    is_alike = (first.controller, first.confidence, first.zone) == (second.controller, second.confidence, second.zone)
    return is_alike and first.span.end == second.span.start
