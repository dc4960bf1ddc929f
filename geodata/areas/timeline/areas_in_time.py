"""Areas of control on any day: cells joined by who holds them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import shapely

from geodata.areas.projection import multi, polygons
from geodata.areas.timeline.handovers import Handovers
from geodata.records.fields import Confidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from shapely import MultiPolygon, Polygon

    from geodata.areas.partition.cells import Cell
    from geodata.areas.timeline.zones import ControlInterval


@dataclass(frozen=True, slots=True)
class Area:
    """Land that one controller holds on a day."""

    controller: str
    """Id of the controller."""
    geometry: MultiPolygon
    """The land in degrees; shares its edges exactly with the other areas of the day."""
    km2: float
    """Its size."""
    km2_by_confidence: Mapping[Confidence, float]
    """How much of the size rests on holds of each confidence; they sum to the size."""
    places: tuple[str, ...]
    """Ids of the places it rests on."""
    last_known: bool
    """True after the last day that sources support: then it is not known to be so, only to have been so last."""


@dataclass(frozen=True, slots=True)
class ZoneArea:
    """Land that is held of a named zone on a day."""

    zone: str
    """Id of the zone."""
    geometry: MultiPolygon
    """The land in degrees."""
    km2: float
    """Its size."""
    km2_by_confidence: Mapping[Confidence, float]
    """How much of the size rests on holds of each confidence."""
    places: tuple[str, ...]
    """Ids of the places it rests on."""
    last_known: bool
    """True after the last day that sources support."""


@dataclass(frozen=True, eq=False)
class AreasInTime:
    """Areas of control over the whole record, by day.

    Compared by identity, since it is derived once and kept.
    """

    covered: Polygon
    """Outline of what may be claimed, in degrees; it goes across the border."""
    cells: tuple[Cell, ...]
    """The partition: one cell for each place that has covered land."""
    intervals: tuple[tuple[ControlInterval, ...], ...]
    """For each cell its holders in order of time."""
    places: tuple[str, ...]
    """Ids of all places in the order of their table."""
    controllers: tuple[str, ...]
    """Ids of all controllers in the order of their table."""
    zones: tuple[tuple[str, str], ...]
    """Id and name of all zones in the order of their table."""
    known_until: date
    """Last day that sources on control support."""
    handovers: Handovers = field(default_factory=Handovers)
    """How land passes from one controller to another."""
    _kept: dict[tuple[str, date], tuple[Any, ...]] = field(default_factory=dict, repr=False)
    """Areas of days that were asked for before, by the change that they follow."""

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Days on which something changes, in order.

        On the first one the record begins.
        """
        spans = [interval.span for row in self.intervals for interval in row]
        return tuple(sorted({span.start for span in spans} | {span.end for span in spans if span.end is not None}))

    def on(self, day: date) -> tuple[Area, ...]:
        """Return the areas of a day, in the order of the controllers.

        None before the record begins.
        """
        areas: tuple[Area, ...] = self._keep("areas", day, self._areas)
        return tuple(replace(area, last_known=day > self.known_until) for area in areas)

    def zones_on(self, day: date) -> tuple[ZoneArea, ...]:
        """Return what is held of each zone on a day, in the order of the zones.

        Zones without land are left out.
        """
        zones: tuple[ZoneArea, ...] = self._keep("zones", day, self._zones)
        return tuple(replace(area, last_known=day > self.known_until) for area in zones)

    def stretches_on(self, day: date) -> tuple[ControlInterval | None, ...]:
        """Return what is known of each cell on a day, in the order of the cells.

        None where nobody is known.
        """
        return tuple(next((interval for interval in row if interval.span.covers(day)), None) for row in self.intervals)

    def _keep(self, kind: str, day: date, derive: Callable[[date], tuple[Any, ...]]) -> tuple[Any, ...]:
        """Return what was derived for the stretch of days that ``day`` lies in, deriving it the first time."""
        index = bisect_right(self.days, day)
        if index == 0:
            return ()
        key = (kind, self.days[index - 1])
        if key not in self._kept:
            self._kept[key] = derive(self.days[index - 1])
        return self._kept[key]

    def _held(self, day: date) -> list[tuple[Cell, ControlInterval]]:
        """Return each cell that somebody holds on a day."""
        return [
            (cell, interval)
            for cell, interval in zip(self.cells, self.stretches_on(day), strict=True)
            if interval is not None
        ]

    def _areas(self, day: date) -> tuple[Area, ...]:
        held = self._held(day)
        groups = [[pair for pair in held if pair[1].controller == controller] for controller in self.controllers]
        return tuple(
            Area(
                controller,
                land_of([cell for cell, _ in group]),
                _sum(group),
                _by_confidence(group),
                tuple(cell.place for cell, _ in group),
                last_known=False,
            )
            for controller, group in zip(self.controllers, groups, strict=True)
            if group
        )

    def _zones(self, day: date) -> tuple[ZoneArea, ...]:
        held = self._held(day)
        groups = [[pair for pair in held if pair[1].zone == zone] for zone, _ in self.zones]
        return tuple(
            ZoneArea(
                zone,
                land_of([cell for cell, _ in group]),
                _sum(group),
                _by_confidence(group),
                tuple(cell.place for cell, _ in group),
                last_known=False,
            )
            for (zone, _), group in zip(self.zones, groups, strict=True)
            if group
        )


Group = list[tuple["Cell", "ControlInterval"]]


def land_of(cells: Iterable[Cell]) -> MultiPolygon:
    """Return the land of cells as one shape in degrees."""
    return multi(polygons(shapely.coverage_union_all([cell.shape for cell in cells])))


def _sum(group: Group) -> float:
    return sum(cell.km2 for cell, _ in group)


def _by_confidence(group: Group) -> dict[Confidence, float]:
    return {
        confidence: sum(cell.km2 for cell, interval in group if interval.confidence is confidence)
        for confidence in Confidence
    }
