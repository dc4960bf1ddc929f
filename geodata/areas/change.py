"""Between two days land goes from whom to whom; on how many days that happened, and how much went each time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geodata.areas.intime import land_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from shapely import MultiPolygon

    from geodata.areas.cells import Cell
    from geodata.areas.intime import AreasInTime


@dataclass(frozen=True, slots=True)
class Transfer:
    """The land that one controller held on the first of two days and another on the second."""

    origin: str
    """Id of the controller on the first day; empty where none is known."""
    target: str
    """Id of the controller on the second day; empty where none is known."""
    geometry: MultiPolygon
    """The land in degrees."""
    km2: float
    """Its size."""
    places: tuple[str, ...]
    """Ids of its places."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What went from whom to whom between two days."""

    first: date
    """The day compared with."""
    second: date
    """The other day; it may be the earlier one."""
    transfers: tuple[Transfer, ...]
    """The land whose controller differs, in the order of the controllers on the first day, then on the second."""
    kept: Mapping[str, float]
    """What each controller held on both days, in km²; controllers without such land are left out."""
    last_known: bool
    """True where one of the days comes after the last that sources support."""

    def km2(self, origin: str, target: str) -> float:
        """Return how much went from one controller to another in km², or how much it kept; 0 where nothing did."""
        if origin == target:
            return self.kept.get(origin, 0.0)
        return sum(row.km2 for row in self.transfers if (row.origin, row.target) == (origin, target))


@dataclass(frozen=True, slots=True)
class DayOfChange:
    """A day on which land has another controller than on the day before."""

    day: date
    """The day."""
    km2: Mapping[tuple[str, str], float]
    """How much went from whom to whom, in km²."""


def difference(areas: AreasInTime, first: date, second: date) -> Difference:
    """Return what went from whom to whom between two days."""
    order = {"": -1} | {controller: number for number, controller in enumerate(areas.controllers)}
    found = _moves(areas, first, second)
    kept = {origin: sum(cell.km2 for cell in cells) for (origin, target), cells in found.items() if origin == target}
    transfers = (
        Transfer(*key, land_of(cells), sum(cell.km2 for cell in cells), tuple(cell.place for cell in cells))
        for key, cells in sorted(found.items(), key=lambda row: [order[one] for one in row[0]])
        if key[0] != key[1]
    )
    return Difference(
        first,
        second,
        tuple(transfers),
        {controller: kept[controller] for controller in areas.controllers if controller in kept},
        last_known=max(first, second) > areas.known_until,
    )


def days_of_change(areas: AreasInTime) -> tuple[DayOfChange, ...]:
    """Return the days on which territory changed, in order; that on which the record begins is none of them."""
    found = []
    for before, day in pairwise(areas.days):
        moves = _moves(areas, before, day)
        km2 = {key: sum(cell.km2 for cell in cells) for key, cells in moves.items() if key[0] != key[1]}
        if km2:
            found.append(DayOfChange(day, km2))
    return tuple(found)


def _moves(areas: AreasInTime, first: date, second: date) -> dict[tuple[str, str], list[Cell]]:
    """Return the cells by who held them on two days; those that nobody held on either are left out."""
    found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    rows = zip(areas.cells, areas.stretches_on(first), areas.stretches_on(second), strict=True)
    for cell, before, after in rows:
        key = (before.controller if before else "", after.controller if after else "")
        if any(key):
            found[key].append(cell)
    return found
