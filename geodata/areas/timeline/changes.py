"""Changes of control between two days, and days of change."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geodata.areas.timeline.areas_in_time import land_of
from geodata.records.control import Handover

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from shapely import MultiPolygon

    from geodata.areas.partition.cells import Cell
    from geodata.areas.timeline.areas_in_time import AreasInTime
    from geodata.records.controller_names import ControllerNames

IN_ORDER = (Handover.TAKEN, Handover.AGREED, Handover.RENAMED, Handover.UNKNOWN)
"""The ways in which land passes on, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """Land that passed from one controller to another between two days."""

    origin: str
    """Id of the controller on the first day; empty where none is known."""
    target: str
    """Id of the controller on the second day; empty where none is known."""
    handover: Handover
    """How it passed on in between, where in several ways the gravest."""
    geometry: MultiPolygon
    """The land in degrees."""
    km2: float
    """Its size."""
    places: tuple[str, ...]
    """Ids of its places."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Land that changed hands, and that did not, between two days."""

    first: date
    """The day compared with."""
    second: date
    """The other day; it may be the earlier one."""
    transfers: tuple[Transfer, ...]
    """The land whose controller differs, in the order of the controllers on the first day, then on the second; what was
    taken comes before the rest."""
    kept: Mapping[str, float]
    """What each controller held on both days, in km²; controllers without such land are left out."""
    last_known: bool
    """True where one of the days comes after the last that sources support."""

    def km2(self, origin: str, target: str) -> float:
        """Return how much went from one controller to another in km².

        Of the same one twice it is how much it kept; 0 where nothing went.
        """
        if origin == target:
            return self.kept.get(origin, 0.0)
        return sum(row.km2 for row in self.transfers if (row.origin, row.target) == (origin, target))

    def by_handover(self) -> Mapping[Handover, float]:
        """Return how much passed on in each way in km², what was taken first.

        Ways without land are left out.
        """
        sizes = {kind: sum(row.km2 for row in self.transfers if row.handover is kind) for kind in IN_ORDER}
        return {kind: km2 for kind, km2 in sizes.items() if km2}

    def largest_first(self, handover: Handover | None = None) -> list[Transfer]:
        """Return what passed on in one way, or in all, the largest first."""
        rows = (row for row in self.transfers if handover is None or row.handover is handover)
        return sorted(rows, key=lambda row: -row.km2)

    def sides(self, row: Transfer, names: ControllerNames) -> tuple[str, str]:
        """Return the names of both controllers, each on its own day."""
        return names.on(row.origin, self.first), names.on(row.target, self.second)


@dataclass(frozen=True, slots=True)
class DayOfChange:
    """Day on which land got another controller than the day before."""

    day: date
    """The day."""
    km2: Mapping[tuple[str, str], float]
    """How much went from whom to whom, in km²."""
    handovers: Mapping[tuple[str, str], Handover]
    """How it passed on, for the same pairs."""

    def size(self, handover: Handover | None = None) -> float:
        """Return how much passed on in one way, or in all, in km²."""
        return sum(km2 for pair, km2 in self.km2.items() if handover is None or self.handovers[pair] is handover)


def difference(areas: AreasInTime, first: date, second: date) -> Difference:
    """Return what went from whom to whom between two days, and how."""
    order = {"": -1} | {controller: number for number, controller in enumerate(areas.controllers)}
    kept: dict[str, float] = defaultdict(float)
    transferred: dict[tuple[str, str, Handover], list[Cell]] = defaultdict(list)
    for origin, target, index in _moves(areas, first, second):
        cell = areas.cells[index]
        if origin == target:
            kept[origin] += cell.km2
        else:
            how = areas.handovers.between(areas.intervals[index], first, second)
            transferred[origin, target, how or Handover.UNKNOWN].append(cell)
    ordered = sorted(
        transferred.items(), key=lambda row: (order[row[0][0]], order[row[0][1]], IN_ORDER.index(row[0][2]))
    )
    return Difference(
        first,
        second,
        tuple(
            Transfer(*key, land_of(cells), sum(cell.km2 for cell in cells), tuple(cell.place for cell in cells))
            for key, cells in ordered
        ),
        {controller: kept[controller] for controller in areas.controllers if controller in kept},
        last_known=max(first, second) > areas.known_until,
    )


def days_of_change(areas: AreasInTime) -> tuple[DayOfChange, ...]:
    """Return the days on which territory changed, in order.

    That on which the record begins is none of them.
    """
    changes = []
    for before, day in pairwise(areas.days):
        km2: dict[tuple[str, str], float] = defaultdict(float)
        for origin, target, index in _moves(areas, before, day):
            if origin != target:
                km2[origin, target] += areas.cells[index].km2
        if km2:
            changes.append(DayOfChange(day, dict(km2), {pair: areas.handovers.on(*pair, day) for pair in km2}))
    return tuple(changes)


def _moves(areas: AreasInTime, first: date, second: date) -> Iterator[tuple[str, str, int]]:
    """Yield who held each cell on two days, and its number.

    Those that nobody held on either are left out.
    """
    for index, (before, after) in enumerate(zip(areas.stretches_on(first), areas.stretches_on(second), strict=True)):
        origin, target = (interval.controller if interval else "" for interval in (before, after))
        if origin or target:
            yield origin, target, index
