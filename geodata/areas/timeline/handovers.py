"""Kinds of handover: taken, by agreement, or under a new name.

The table of successions says where a controller continues another, joins it or parts from it; all else was taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.records.control import Handover

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geodata.areas.timeline.zones import ControlInterval
    from geodata.records.control import Succession

GRAVITY = tuple(Handover)
"""The kinds of hand-over from mildest to gravest; of several on the way the gravest counts. What is not known comes
last, because nothing can be said of a way with a gap in it."""


@dataclass(frozen=True, slots=True)
class Handovers:
    """The successions of an atlas, asked for the kind of a hand-over."""

    successions: tuple[Succession, ...] = ()
    """The rows of the table."""

    def on(self, origin: str, target: str, day: date) -> Handover:
        """Return how land passed from one controller to another on a day.

        An empty id is nobody known.
        """
        if not origin or not target:
            return Handover.UNKNOWN
        successions = (row for row in self.successions if (row.origin, row.target) == (origin, target))
        return next((row.handover for row in successions if row.span.covers(day)), Handover.TAKEN)

    def between(self, intervals: Sequence[ControlInterval], one: date, other: date) -> Handover | None:
        """Return how land passed on between two days, in either order.

        None where the same controller holds it.

        What was undone in between does not count: land that a controller lost was not taken from it where the
        controller has it again, or one that continues, joins or leaves it.

        Args:
            intervals: who held the land, in order of time.
            one: a day.
            other: another day.
        """
        first, last = sorted((one, other))
        path: list[tuple[str, Handover | None]] = []
        for holder, day in _holders(intervals, first, last):
            known = [controller for controller, _ in path]
            if holder in known:
                path = path[: known.index(holder) + 1]
                continue
            kept = next((at for at, one in enumerate(known) if self._continues(one, holder, day)), len(path) - 1)
            path = [*path[: kept + 1], (holder, self.on(known[kept], holder, day) if path else None)]
        kinds = [kind for _, kind in path[1:] if kind is not None]
        return max(kinds, key=GRAVITY.index, default=None)

    def _continues(self, origin: str, target: str, day: date) -> bool:
        return self.on(origin, target, day) in {Handover.RENAMED, Handover.AGREED}


def _holders(intervals: Sequence[ControlInterval], first: date, last: date) -> list[tuple[str, date]]:
    """Return who held the land from which day on, from the first day to the last; an empty id is nobody known."""
    holders: list[tuple[str, date]] = []
    day: date | None = first
    for interval in intervals:
        if day is None or interval.span.start > last:
            break
        if interval.span.end is not None and interval.span.end <= first:
            continue
        if interval.span.start > day:
            holders.append(("", day))
        holders.append((interval.controller, max(interval.span.start, first)))
        day = interval.span.end
    if day is not None and day <= last:
        holders.append(("", day))
    return holders
